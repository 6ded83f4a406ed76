import type { PartyRef } from '@holdfast/kernel'
import type { Shortage } from './answer.ts'
import type { Grid } from './grid.ts'
import { match } from './matching.ts'
import type { RosterPerson, Slot } from './problem.ts'

/**
 * Proofs by counting that no roster can be: more seats than people who could take them, where nobody can take two; more
 * in so many dates than everybody may take; more than shares allow; fewer people with a language than are needed. Where
 * none is found, there may still be no roster.
 */
export function shortagesIn(grid: Grid): Shortage[] {
  const found = [
    ...cliques(grid).map((units) => shortage(grid, 'one-at-a-time', units, () => 1)),
    ...crowded(grid),
    overworked(grid),
    ...absent(grid),
  ].filter((one) => one !== undefined)
  // Windows overlap: what one of them says is not said again of the same slots.
  const named = new Set<string>()
  return found.filter(({ rule, slots }) => {
    const names = slots.map((slot) => JSON.stringify([rule, slot]))
    if (names.some((name) => named.has(name))) return false
    for (const name of names) named.add(name)
    return true
  })
}

/** Sets of units of which nobody can take two: each begins before the rest after the first that ends is over. */
export function cliques({ units, from, to, problem: { rules } }: Grid): number[][] {
  const all = Array.from({ length: units }, (_, unit) => unit)
  const sets = [...new Set(Array.from(to.subarray(0, units)))].map((end) =>
    all.filter((unit) => {
      const begins = from[unit] as number
      return (to[unit] as number) >= end && (begins < end || begins < end + rules.rest)
    }),
  )
  return sets.filter((set) => !sets.some((other) => other !== set && isPart(set, other)))
}

function isPart(set: readonly number[], other: readonly number[]): boolean {
  return set.length < other.length && set.every((unit) => other.includes(unit))
}

/** Windows of as many dates as a rule has, by the dates of each zone. */
function crowded(grid: Grid): (Shortage | undefined)[] {
  const zones = new Map(grid.problem.people.map(({ zone }, person) => [zone.id, person]))
  return grid.problem.rules.maxShifts.flatMap(({ shifts, days: length }) =>
    [...zones.values()].flatMap((of) => {
      const days = grid.days[of] as Int32Array
      const starts = new Set(Array.from(days.subarray(0, grid.units)))
      return [...starts].map((first) => {
        const units = unitsWhere(
          grid,
          (u) => (days[u] as number) - first < length && (days[u] as number) >= first,
        )
        return shortage(grid, 'max-shifts', units, (person) => {
          const own = units.map((unit) => grid.days[person]?.[unit] as number)
          return shifts * Math.ceil((Math.max(...own) - Math.min(...own) + 1) / length)
        })
      })
    }),
  )
}

function overworked(grid: Grid): Shortage | undefined {
  const { maxDuty } = grid.problem.rules
  if (maxDuty === null) return undefined
  const units = unitsWhere(grid, () => true)
  const shortest = Math.min(...units.map((u) => (grid.to[u] as number) - (grid.from[u] as number)))
  return shortage(grid, 'max-share', units, () => Math.floor(maxDuty / shortest))
}

function absent(grid: Grid): Shortage[] {
  const { people } = grid.problem
  return grid.groups.flatMap(({ need, units, has }): Shortage[] => {
    const able = [...people.keys()].filter(
      (person) => has[person] === 1 && units.some((unit) => grid.isEligible[person]?.[unit] === 1),
    )
    const supply = Math.min(able.length, units.length)
    if (supply >= need.count) return []
    const counted = able.map((person) => ({ person: nameAt(grid, person), most: 1 }))
    return [
      { ...place(grid, units), rule: 'presence', demand: need.count, supply, people: counted },
    ]
  })
}

function shortage(
  grid: Grid,
  rule: Shortage['rule'],
  units: readonly number[],
  most: (person: number) => number,
): Shortage | undefined {
  const found = match(units, (unit) => grid.eligible[unit] as readonly number[], most)
  if (found.units.length === 0) return undefined
  const people = found.people.map((person) => ({
    person: nameAt(grid, person),
    most: most(person),
  }))
  people.sort((a, b) => (a.person < b.person ? -1 : 1))
  const supply = people.reduce((sum, one) => sum + one.most, 0)
  return { ...place(grid, found.units), rule, demand: found.units.length, supply, people }
}

function place({ problem, slotOf }: Grid, units: readonly number[]) {
  const order = [...new Set(units.map((unit) => slotOf[unit] as number))].sort((a, b) => a - b)
  const slots = order.map((nth) => problem.slots[nth] as Slot)
  return {
    slots: slots.map(({ id }) => id),
    from: Math.min(...slots.map(({ from }) => from)),
    to: Math.max(...slots.map(({ to }) => to)),
  }
}

function unitsWhere({ units }: Grid, holds: (unit: number) => boolean): number[] {
  return Array.from({ length: units }, (_, unit) => unit).filter(holds)
}

function nameAt({ problem }: Grid, person: number): PartyRef {
  return (problem.people[person] as RosterPerson).id
}
