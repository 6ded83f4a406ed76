import type { DocumentSource } from '@holdfast/kernel'
import type { TakenSeat } from './check-roster.ts'
import type { RosterProblemDocument } from './document.ts'
import { type Grid, gridOf, POINT } from './grid.ts'
import {
  type ModelRow,
  type ModelTerm,
  type ModelVariable,
  type RosterModel,
  type SeatVariable,
  term,
} from './model.ts'
import { dutyRows } from './model-duty.ts'
import { problemOf, type RosterPerson, type Slot } from './problem.ts'

/**
 * The exact model of a problem: rosters that keep every hard rule are its solutions and no others. Its objective weighs
 * what the search weighs, with one difference: a solver has no squares, so for each measure it makes the greatest less
 * the least small, per full share. Where no number fulfills the rows, there is no roster.
 *
 * Throws a `DocumentError` that names everything `checkRosterProblem` finds.
 */
export function rosterModel(problem: RosterProblemDocument | DocumentSource): RosterModel {
  const grid = gridOf(problemOf(problem))
  const seats = seatsOf(grid)
  const duty = dutyRows(grid, seats)
  const wished = wishes(grid, seats)
  const spread = spreads(grid, seats)
  return {
    variables: [
      ...seats.map(({ name, slot, person }): ModelVariable => {
        const { slots, people } = grid.problem
        const of = { slot: (slots[slot] as Slot).id, person: (people[person] as RosterPerson).id }
        return { name, kind: 'seat', ...of }
      }),
      ...[...duty.binaries, ...wished.binaries].map((name) => ({ name, kind: 'binary' as const })),
      ...spread.reals.map((name) => ({ name, kind: 'real' as const })),
    ],
    rows: [...coverRows(grid, seats), ...duty.rows, ...wished.rows, ...spread.rows],
    objective: [
      ...seats
        .map(({ name, unit, person }) => term(grid.flat[person]?.[unit] as number, name))
        .filter(({ coefficient }) => coefficient > 0),
      ...wished.objective,
      ...spread.objective,
    ],
  }
}

/** The seats that a solution takes: those whose number is nearer to 1 than to 0. */
export function assignmentsOf(
  { variables }: RosterModel,
  solution: Readonly<Record<string, number>>,
): TakenSeat[] {
  return variables.flatMap(({ name, slot, person }) =>
    slot === undefined || person === undefined || !((solution[name] ?? 0) > 0.5)
      ? []
      : [{ slot, person }],
  )
}

function seatsOf(grid: Grid): SeatVariable[] {
  return grid.problem.slots.flatMap((_, slot) => {
    const unit = grid.slotOf.indexOf(slot)
    const people = grid.eligible[unit] as readonly number[]
    return people.map((person) => ({ name: `x_${slot}_${person}`, slot, unit, person }))
  })
}

function coverRows(grid: Grid, seats: readonly SeatVariable[]): ModelRow[] {
  const sum = (of: (seat: SeatVariable) => boolean) =>
    seats.filter(of).map(({ name }) => term(1, name))
  return [
    ...grid.problem.slots.map(({ seats: bound }, nth): ModelRow => {
      return { name: `cover_${nth}`, terms: sum(({ slot }) => slot === nth), sense: '=', bound }
    }),
    ...grid.groups.map(({ need, units, has }, nth): ModelRow => {
      const slots = new Set(units.map((unit) => grid.slotOf[unit] as number))
      const terms = sum(({ slot, person }) => slots.has(slot) && has[person] === 1)
      return { name: `presence_${nth}`, terms, sense: '>=', bound: need.count }
    }),
  ]
}

/** For each measure with a weight, a number above all sums and one below. */
function spreads(grid: Grid, seats: readonly SeatVariable[]) {
  const reals: string[] = []
  const rows: ModelRow[] = []
  const objective: ModelTerm[] = []
  for (const [nth, { weight, amounts, isOpen }] of grid.measures.entries()) {
    // Where nobody can have any of it, nothing would keep the two numbers.
    if (weight === 0 || !isOpen.includes(true)) continue
    const [high, low] = [`high_${nth}`, `low_${nth}`]
    reals.push(high, low)
    objective.push(term(POINT * weight, high), term(-POINT * weight, low))
    for (const person of isOpen.keys()) {
      if (!isOpen[person]) continue
      const terms = seats
        .filter((seat) => seat.person === person)
        .map(({ name, unit }) => {
          const amount = amounts[person]?.[unit] as number
          return term((amount * 100) / (grid.shares[person] as number), name)
        })
        .filter(({ coefficient }) => coefficient > 0)
      const least = [...terms, term(-1, low)]
      const most = [...terms, term(-1, high)]
      rows.push({ name: `least_${nth}_${person}`, terms: least, sense: '>=', bound: 0 })
      rows.push({ name: `most_${nth}_${person}`, terms: most, sense: '<=', bound: 0 })
    }
  }
  return { reals, rows, objective }
}

/** For each wish to be on, whether it is missed. */
function wishes(grid: Grid, seats: readonly SeatVariable[]) {
  const binaries: string[] = []
  const rows: ModelRow[] = []
  const objective: ModelTerm[] = []
  for (const [person, one] of grid.problem.people.entries()) {
    for (const [nth, { kind, from, to, weight }] of one.wishes.entries()) {
      if (kind !== 'on') continue
      const missed = `missed_${person}_${nth}`
      const own = seats.filter(
        ({ unit, person: of }) =>
          of === person && (grid.from[unit] as number) < to && (grid.to[unit] as number) > from,
      )
      const terms = [...own.map(({ name }) => term(1, name)), term(1, missed)]
      binaries.push(missed)
      rows.push({ name: missed, terms, sense: '>=', bound: 1 })
      objective.push(term(POINT * grid.problem.weights.wishes * weight, missed))
    }
  }
  return { binaries, rows, objective }
}
