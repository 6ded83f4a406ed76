import { type DocumentSource, type Duration, quote, rangeError, toMillis } from '@holdfast/kernel'
import {
  planRoster,
  type RosterProblemDocument,
  rosterModel,
  solutionOf,
  type TakenSeat,
} from '@holdfast/oncall'
import { matrixOf } from './matrix.ts'
import { counted, impossible, proofOf, type RosterProof } from './roster-proof.ts'
import { solve } from './solve.ts'

export interface ProofOptions {
  /** After which the best roster so far is the answer; none when left out. `PT90S`, or milliseconds. */
  readonly timeLimit?: Duration | undefined
  /** Gives the question up. */
  readonly signal?: AbortSignal | undefined
  /** A roster to begin with, such as the assignments of `planRoster`; one that breaks rules is not used. */
  readonly start?: readonly TakenSeat[] | undefined
}

/**
 * Proves a roster: the cheapest there is by the objective of `rosterModel`, or that there is none. Where counting shows
 * that there is none, the solver is not asked. Otherwise HiGHS solves the model in a worker thread, so that the host
 * goes on meanwhile; what it finds is checked before it is answered. Without a time limit the same problem has the same
 * answer. The proof is as exact as floating point: the solver takes numbers for whole that are within a millionth.
 *
 * Rejects with a `DocumentError` that names everything `checkRosterProblem` finds, the reason of the signal, `RangeError`
 * `time-limit-invalid`, and `Error` `highs-missing` (the peer dependency is not installed), `solver-failed` and
 * `solver-wrong`. R24, R25.
 */
export async function proveRoster(
  problem: RosterProblemDocument | DocumentSource,
  { timeLimit, signal, start }: ProofOptions = {},
): Promise<RosterProof> {
  signal?.throwIfAborted()
  const limit = timeLimit === undefined ? null : limitOf(timeLimit)
  const model = rosterModel(problem)
  const { shortages } = planRoster(problem, { iterations: 0 })
  if (shortages.length > 0) return impossible(shortages)
  const first = start === undefined ? null : counted(problem, model, start)
  const numbers = first && solutionOf(model, first.seats)
  const answer = await solve(matrixOf(model), {
    start: numbers && model.variables.map(({ name }) => numbers[name] ?? 0),
    timeLimit: limit,
    signal,
  })
  return proofOf(problem, model, answer, first)
}

function limitOf(timeLimit: Duration): number {
  const limit = toMillis(timeLimit)
  if (limit >= 0) return limit
  throw rangeError('time-limit-invalid', `the time limit ${quote(timeLimit)} is below zero`)
}
