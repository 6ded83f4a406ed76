import type { PartyRef } from '@holdfast/kernel'
import type { PersonTotal, RosterAssignment, Spread, UncoveredSlot, UnmetNeed } from './answer.ts'
import { type Board, slotAt, unitsOf } from './board.ts'
import { awayCount } from './costs.ts'
import { compareText } from './order.ts'
import type { RosterPerson } from './problem.ts'
import { hindrances } from './why-not.ts'

export function nameOf({ grid }: Board, person: number): PartyRef {
  return (grid.problem.people[person] as RosterPerson).id
}

export function assignmentsIn(board: Board): RosterAssignment[] {
  const given = [...board.holder.entries()].filter(([, person]) => person >= 0)
  return given
    .map(([unit, person]) => {
      const { id, role, from, to } = slotAt(board, unit)
      return {
        order: board.grid.slotOf[unit] as number,
        slot: id,
        person: nameOf(board, person),
        role,
        from,
        to,
      }
    })
    .sort((a, b) => a.order - b.order || compareText(a.person, b.person))
    .map(({ order: _, ...assignment }) => assignment)
}

export function uncoveredIn(board: Board): UncoveredSlot[] {
  const { grid, holder } = board
  const empty = [...holder.entries()].filter(([, person]) => person < 0).map(([unit]) => unit)
  return grid.problem.slots.flatMap(({ id, role, from, to }, nth): UncoveredSlot[] => {
    const [first, ...more] = empty.filter((unit) => grid.slotOf[unit] === nth)
    if (first === undefined) return []
    const people = [...grid.fixed.keys()].map((person) => ({
      person: nameOf(board, person),
      hindrances: hindrances(board, first, person),
    }))
    return [{ slot: id, role, from, to, seats: more.length + 1, people }]
  })
}

export function unmetNeedsIn(board: Board): UnmetNeed[] {
  return board.grid.groups.flatMap(({ need, units }, nth): UnmetNeed[] => {
    const have = board.have[nth] as number
    if (have >= need.count) return []
    const slots = [...new Set(units.map((unit) => slotAt(board, unit)))]
    const { kind, name, count: needed } = need
    const span = {
      from: Math.max(...slots.map(({ from }) => from)),
      to: Math.min(...slots.map(({ to }) => to)),
    }
    return [{ kind, name, slots: slots.map(({ id }) => id), needed, have, ...span }]
  })
}

export function totalsOf(board: Board): PersonTotal[] {
  return board.grid.problem.people.map(({ id, team, source }, person) => {
    const slots = unitsOf(board, person).map((unit) => slotAt(board, unit))
    const roles = [...new Set(board.grid.problem.slots.map(({ role }) => role))].sort(compareText)
    return {
      person: id,
      team,
      source,
      shifts: slots.length,
      millis: slots.reduce((sum, { from, to }) => sum + to - from, 0),
      nights: amountOf(board, 'nights', person),
      weekends: amountOf(board, 'weekends', person),
      away: awayCount(board, person),
      roles: Object.fromEntries(
        roles.map((role) => [role, slots.filter((slot) => slot.role === role).length]),
      ),
    }
  })
}

/** Over all who may be asked for any of it. */
export function spreadsOf(board: Board): Spread[] {
  const { measures, shares } = board.grid
  return measures.map(({ name, isOpen, share }, nth) => {
    const total = board.totals[nth] as number
    const above = [...isOpen.keys()]
      .filter((person) => isOpen[person])
      .map((person) => amountAt(board, nth, person) - (total * (shares[person] as number)) / share)
    const spread = above.length === 0 ? 0 : Math.max(...above) - Math.min(...above)
    return { measure: name, spread: Math.round(spread * 100) / 100 }
  })
}

function amountOf(board: Board, name: string, person: number): number {
  return amountAt(
    board,
    board.grid.measures.findIndex((one) => one.name === name),
    person,
  )
}

function amountAt({ grid, amounts }: Board, measure: number, person: number): number {
  return amounts[measure * grid.people + person] as number
}
