import { type DocumentSource, quote, rangeError } from '@holdfast/kernel'
import type { RosterPlan } from './answer.ts'
import type { RosterProblemDocument } from './document.ts'
import { gridOf } from './grid.ts'
import { planOfBoard } from './plan-of.ts'
import { problemOf } from './problem.ts'
import { repair } from './repair.ts'
import { search } from './search.ts'

/** How hard to look. The same seed and iterations give the same roster on every machine. */
export interface PlanEffort {
  /** A whole number; 1 when left out. */
  readonly seed?: number | undefined
  /** How many changes are tried; 6,000 for each seat when left out, which takes about 15 ms a seat. */
  readonly iterations?: number | undefined
}

/**
 * Fills a period: who takes which slot, under hard rules that are kept, and soft rules that are weighed. It is a search
 * (greedy, then simulated annealing, then steps downhill), so it finds good rosters and does not prove that none is
 * better; `rosterModel` gives the exact model to a solver. Seats stay empty rather than a rule be broken. The order of
 * people, slots, wishes and absences does not matter.
 *
 * Throws a `DocumentError` that names everything `checkRosterProblem` finds, and `RangeError` `seed-invalid` and
 * `iterations-invalid`. R24, R25, R31, R37, R146.
 */
export function planRoster(
  problem: RosterProblemDocument | DocumentSource,
  { seed = 1, iterations }: PlanEffort = {},
): RosterPlan {
  assertWhole('seed', seed)
  const made = problemOf(problem)
  const grid = gridOf(made)
  const effort = iterations ?? 6000 * grid.units
  assertWhole('iterations', effort)
  const board = search(grid, { seed, iterations: effort })
  if (board.hard > 0) repair(board)
  return planOfBoard(board, made.period)
}

function assertWhole(name: 'seed' | 'iterations', value: number): void {
  if (Number.isSafeInteger(value) && value >= 0) return
  throw rangeError(`${name}-invalid`, `${name} ${quote(value)} is not a whole number from 0`)
}
