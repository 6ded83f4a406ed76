import type { Instant, Mark } from '@holdfast/kernel'
import type { Party, Pause, Segment } from './state.ts'
import type { CompiledTerms } from './terms.ts'

/** How a cycle ended. */
export interface End {
  readonly at: Instant
  readonly how: 'fulfilled' | 'cancelled'
}

/**
 * One cycle of an obligation: since when its clock counts, and when it stood still. Everything else about it follows
 * from these and the instant asked at.
 */
export interface Cycle {
  readonly number: number
  readonly about: string
  readonly terms: CompiledTerms
  readonly debtor: Party
  readonly creditor: Party
  /** The mark that began it. */
  readonly mark: Mark
  /** Whether a start condition began it, and not the end of the cycle before it. */
  readonly isStart: boolean
  /** When it began; of a later period on a grid, when the grid began. */
  readonly startedAt: Instant
  /** From when time counts: the start, or a change of terms that began the clock anew. */
  readonly countsFrom: Instant
  /** How many whole periods since `countsFrom` come before it, on a grid. */
  readonly periodsBefore: number
  /** When the clock ran since `countsFrom`; the last one is open when it runs. */
  segments: readonly Segment[]
  pauses: readonly Pause[]
  /** When it was breached under terms that have changed since. */
  readonly earlierBreach: Instant | null
  /** How many of its periods were breached then. */
  readonly earlierBreached: number
  /** When it warned under terms that have changed since. */
  readonly earlierWarned: readonly Instant[]
  /** Set once, when it ends. */
  end: End | null
}

/** Counted time since `countsFrom`, at an instant or at the end of the cycle. */
export function countedUntil({ terms, segments, end }: Cycle, at: Instant): number {
  const last = end === null ? at : Math.min(at, end.at)
  let counted = 0
  for (const { from, to } of segments) {
    const until = to === null || to > last ? last : to
    if (until > from) counted += terms.clock.between(from, until)
  }
  return counted
}

/** Counted time that comes before this cycle: that of the earlier periods on its grid. */
export function countedBefore({ terms, countsFrom, periodsBefore }: Cycle): number {
  return periodsBefore === 0 ? 0 : terms.clock.budget(countsFrom, periodsBefore)
}

/**
 * The instant at which so many periods since `countsFrom` are used up; `null` while a pause leaves it open, or when the
 * range of instants ends before. A deadline never passes during a pause: it moves to where the clock runs again.
 */
export function endOfPeriods(cycle: Cycle, periods: number): Instant | null {
  const { terms, countsFrom, segments } = cycle
  const { clock } = terms
  const only = segments.length === 1 ? segments[0] : undefined
  if (only?.from === countsFrom && only.to === null) return clock.endOf(countsFrom, periods)
  const reached = reach(cycle, clock.budget(countsFrom, periods))
  if (reached === null || clock.isTime) return reached
  const unpaused = clock.endOf(countsFrom, periods)
  if (unpaused === null) return null
  const end = Math.max(clock.settle(reached), unpaused)
  const running = nextRunning(segments, end)
  return running === null || running === end ? running : clock.settle(running + 1)
}

/** The last instant at which `periods` since `countsFrom` are not exceeded. */
export function latestWithin(cycle: Cycle, periods: number): Instant | null {
  return latestFor(cycle, endOfPeriods(cycle, periods))
}

/** The last instant that still keeps a deadline: of counted time, the next that counts. */
export function latestFor(cycle: Cycle, dueAt: Instant | null): Instant | null {
  return dueAt === null || !cycle.terms.clock.isTime ? dueAt : nextCounting(cycle, dueAt)
}

/** The earliest instant with so much counted. */
export function reach({ terms: { clock }, segments }: Cycle, millis: number): Instant | null {
  let left = millis
  for (const { from, to } of segments) {
    if (to === null) return clock.add(from, left)
    const counted = clock.between(from, to)
    if (counted >= left) return clock.add(from, left)
    left -= counted
  }
  return null
}

/** The first instant at or after another at which the clock runs and time counts. */
function nextCounting({ terms: { clock }, segments }: Cycle, at: Instant): Instant | null {
  for (const { from, to } of segments) {
    if (to !== null && to <= at) continue
    const next = clock.nextCounting(Math.max(from, at))
    if (next !== null && (to === null || next < to)) return next
  }
  return null
}

/** The instant itself, or where the pause that it lies in ends. */
function nextRunning(segments: readonly Segment[], at: Instant): Instant | null {
  for (const { from, to } of segments) {
    if (to === null || to > at) return Math.max(from, at)
  }
  return null
}

/** How many periods, this one first, are breached at an instant or at the end of the cycle. */
export function periodsBreached(
  cycle: Cycle,
  at: Instant,
  latest = latestWithin(cycle, cycle.periodsBefore + 1),
): number {
  const last = cycle.end === null ? at : Math.min(at, cycle.end.at)
  if (latest === null || latest >= last) return 0
  if (cycle.terms.cadence === undefined) return 1
  // Ends of periods only grow: double until one holds, then halve.
  let breached = 1
  let held = 2
  while (isBreached(cycle, held, last)) [breached, held] = [held, held * 2]
  while (held - breached > 1) {
    const middle = Math.floor((breached + held) / 2)
    if (isBreached(cycle, middle, last)) breached = middle
    else held = middle
  }
  return breached
}

/** How many periods were breached under these terms and earlier ones; what is owed once is breached once. */
export function allBreached({ terms, earlierBreached }: Cycle, breached: number): number {
  if (terms.cadence === undefined && earlierBreached > 0) return earlierBreached
  return earlierBreached + breached
}

function isBreached(cycle: Cycle, nth: number, at: Instant): boolean {
  const latest = latestWithin(cycle, cycle.periodsBefore + nth)
  return latest !== null && latest < at
}
