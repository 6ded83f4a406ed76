import { type Instant, type InstantLike, toInstant } from '@holdfast/kernel'
import { type History, historyOf, type OutcomeTotals, outcomeCount } from '@holdfast/obligations'
import { type Coverage, coverageCount } from './coverage.ts'
import { firstOf } from './first-of.ts'
import { atPercent } from './percentiles.ts'
import type { SlaPolicy } from './policy.ts'
import {
  changesOf,
  compareChanges,
  isOtherAgreement,
  type PromiseChange,
  type PromisesByKey,
  promisesByKey,
  SLA_FLIPS,
  type SlaFlip,
} from './promise-change.ts'
import { type RequestHistory, readRequest } from './request-history.ts'

/** How far deadlines move, in elapsed milliseconds; negative is earlier. */
export interface DeadlineMoves {
  /** How many deadlines moved. */
  readonly count: number
  readonly earlier: number
  readonly later: number
  readonly min: number
  /** By the nearest rank, exact. */
  readonly median: number
  readonly max: number
}

/** What one of the policies makes of the requests. */
export interface BackTestTotals extends OutcomeTotals {
  readonly coverage: Coverage
}

export interface SlaBackTestReport {
  readonly requests: number
  /** How many of them have a promise that changes. */
  readonly changedRequests: number
  readonly before: BackTestTotals
  readonly after: BackTestTotals
  readonly flips: Readonly<Record<SlaFlip, number>>
  /** How many promises come under an agreement of another name, whether their outcome changes or not. */
  readonly otherAgreement: number
  /** `null` when none moves. */
  readonly moves: DeadlineMoves | null
  /** The promises that change: by flip, then the farthest moved, then by id, kind, metric, about and cycle. */
  readonly changes: readonly PromiseChange[]
  /** How many more change than are listed. */
  readonly leftOut: number
}

export interface SlaBackTestOptions {
  /** The instant at which every promise is judged, under both policies. */
  readonly at: InstantLike
  /** How many changed promises to list; 10 when left out. */
  readonly limit?: number | undefined
}

/**
 * Reads the same histories under two policies, as if each had held all the time: which promises flip, how far deadlines
 * move, and what becomes of the totals. Promises are compared by kind of agreement, metric, `about` and cycle, those
 * between teams and with suppliers also by debtor. Deadlines are the last instants that keep a promise.
 *
 * Histories are read one at a time; one number is kept for each deadline that moves. The order of histories changes
 * nothing, as long as their ids differ. Throws `RangeError` `limit-invalid`, and what `toInstant` throws.
 */
export function backTestSla(
  a: SlaPolicy,
  b: SlaPolicy,
  histories: Iterable<RequestHistory>,
  { at: like, limit = 10 }: SlaBackTestOptions,
): SlaBackTestReport {
  const at = toInstant(like)
  const [before, after] = [sideOf(a, at), sideOf(b, at)]
  const flips = Object.fromEntries(SLA_FLIPS.map((flip) => [flip, 0])) as Record<SlaFlip, number>
  const moves: number[] = []
  const listed = firstOf(limit, compareChanges)
  let requests = 0
  let changedRequests = 0
  let otherAgreement = 0
  for (const { id, marks } of histories) {
    requests++
    const history = historyOf(marks)
    const changes = changesOf(id, before.read(history), after.read(history))
    if (changes.length > 0) changedRequests++
    for (const change of changes) {
      if (change.flip !== null) flips[change.flip]++
      if (isOtherAgreement(change)) otherAgreement++
      if (change.moved !== null && change.moved !== 0) moves.push(change.moved)
      listed.add(change)
    }
  }
  return {
    requests,
    changedRequests,
    before: before.total(),
    after: after.total(),
    flips,
    otherAgreement,
    moves: movesOf(moves),
    changes: listed.kept(),
    leftOut: listed.leftOut(),
  }
}

/** Reads requests under one policy, and counts. */
function sideOf(policy: SlaPolicy, at: Instant) {
  const outcomes = outcomeCount()
  const coverage = coverageCount()
  return {
    read(history: History): PromisesByKey {
      const reading = readRequest(policy, history, at)
      coverage.add(reading)
      const begun = reading.states.filter(({ life }) => life !== 'inactive')
      for (const state of begun) outcomes.add(state)
      return promisesByKey(begun)
    },
    total: () => ({ ...outcomes.total(), coverage: coverage.total() }),
  }
}

function movesOf(moves: readonly number[]): DeadlineMoves | null {
  if (moves.length === 0) return null
  const sorted = Float64Array.from(moves).sort()
  const earlier = sorted.findIndex((move) => move > 0)
  const count = sorted.length
  return {
    count,
    earlier: earlier === -1 ? count : earlier,
    later: earlier === -1 ? 0 : count - earlier,
    min: sorted[0] as number,
    median: atPercent(sorted, 50),
    max: sorted[count - 1] as number,
  }
}
