import type { TakenSeat } from './check-roster.ts'
import type { ModelRow, ModelVariable, RosterModel } from './model.ts'

/**
 * The numbers that stand for a roster in a model: 1 for each of its seats, and for the rest what the rows allow at the
 * least cost. A solver can begin with them. Seats of which the model has no number are left out; a roster that breaks
 * rules has numbers that break rows.
 */
export function solutionOf(
  { variables, rows, objective }: RosterModel,
  seats: readonly TakenSeat[],
): Record<string, number> {
  const taken = new Set(seats.map(keyOf))
  const numbers = new Map<string, number>()
  const rest = new Map<string, ModelVariable>()
  for (const one of variables) {
    const { name, kind, slot = '', person = '' } = one
    if (kind === 'seat') numbers.set(name, Number(taken.has(keyOf({ slot, person }))))
    else rest.set(name, one)
  }
  const bounds = boundsOf(rows, numbers, rest)
  const costs = new Map(objective.map(({ variable, coefficient }) => [variable, coefficient]))
  for (const [name, { kind }] of rest) {
    const { least, most } = bounds.get(name) ?? ANYTHING
    const isDear = (costs.get(name) ?? 0) > 0
    numbers.set(name, Math.max(0, isDear ? least : kind === 'binary' ? Math.min(1, most) : most))
  }
  return Object.fromEntries(numbers)
}

/** What a solution costs by the objective of its model, to be compared with that of others. */
export function costOf(
  { objective }: RosterModel,
  solution: Readonly<Record<string, number>>,
): number {
  return objective.reduce(
    (sum, { coefficient, variable }) => sum + coefficient * (solution[variable] ?? 0),
    0,
  )
}

interface Bounds {
  readonly least: number
  readonly most: number
}

const ANYTHING: Bounds = { least: 0, most: Number.POSITIVE_INFINITY }

const keyOf = ({ slot, person }: TakenSeat) => JSON.stringify([slot, person])

/** What the rows that hold one other number beside seats say of that number. */
function boundsOf(
  rows: readonly ModelRow[],
  numbers: ReadonlyMap<string, number>,
  rest: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Bounds> {
  const bounds = new Map<string, Bounds>()
  for (const { terms, sense, bound } of rows) {
    const [other, ...more] = terms.filter(({ variable }) => rest.has(variable))
    if (other === undefined || more.length > 0) continue
    const taken = terms.reduce(
      (sum, { coefficient, variable }) => sum + coefficient * (numbers.get(variable) ?? 0),
      0,
    )
    const { variable, coefficient } = other
    const edge = (bound - taken) / coefficient
    const isMost = (sense === '<=') === coefficient > 0
    const { least, most } = bounds.get(variable) ?? ANYTHING
    bounds.set(
      variable,
      isMost ? { least, most: Math.min(most, edge) } : { least: Math.max(least, edge), most },
    )
  }
  return bounds
}
