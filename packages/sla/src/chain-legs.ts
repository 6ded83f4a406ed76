import {
  DAY_MILLIS,
  type Duration,
  dayOfLocal,
  type Instant,
  localTimeAt,
  MAX_INSTANT,
  parseLocalTime,
  resolveLocal,
  toMillis,
  zoneOf,
} from '@holdfast/kernel'
import type { Promised } from './model.ts'

/** A promise as a part of a chain: how its end follows from its start, when nothing pauses it. */
export interface Leg {
  /** The last instant that keeps the promise; `null` when the range of instants ends before. */
  endOf(start: Instant): Instant | null
  /** Where its end turns a corner, for starts and ends inside a span. */
  within(from: Instant, to: Instant): LegCorners
}

export interface LegCorners {
  /** The starts between which its end stands still or moves with the start. */
  readonly corners: readonly Instant[]
  /** The starts from which it ends at an instant, or past which it ends after it; where it turns a corner, none. */
  startsFor(end: Instant): readonly Instant[]
}

export function legOf({ obligation }: Promised): Leg {
  const { compiled, terms } = obligation
  const { clock, calendar } = compiled
  const { counts, timeZone = calendar?.timeZone, due, cutoff } = terms.clock
  const length = (terms.within ?? terms.every?.period) as Duration
  const endOf = (start: Instant) => {
    const end = clock.endOf(start, 1)
    return end === null || !clock.isTime ? end : clock.nextCounting(end)
  }
  const edges = (from: Instant, to: Instant) =>
    (calendar?.intervals(from, to) ?? []).flatMap((open) => [open.from, open.to])

  function within(from: Instant, to: Instant): LegCorners {
    switch (counts) {
      case 'elapsedTime':
        return { corners: [], startsFor: (end) => [end - toMillis(length)] }
      case 'businessTime': {
        const startsFor = (end: Instant) => orNone(() => calendar?.subtract(end, length))
        return { corners: withStarts(edges(from, to), startsFor), startsFor }
      }
      default: {
        const dates = dateEdges(timeZone as string, cutoff, from, to)
        const turns = [...edges(from, to), ...dates]
        // To the end of a day: it stands still until the date changes.
        const isStepped = counts === 'businessDays' && due !== 'sameTime'
        if (isStepped) return { corners: turns, startsFor: () => [] }
        const startsFor = crossings(endOf, [from, ...dates, to])
        return { corners: withStarts(turns, startsFor), startsFor }
      }
    }
  }
  return { endOf, within }
}

function withStarts(
  turns: readonly Instant[],
  startsFor: LegCorners['startsFor'],
): readonly Instant[] {
  return turns.flatMap((turn) => [turn, ...startsFor(turn)])
}

/** Before 1970 nothing starts. */
function orNone(ask: () => Instant | undefined): readonly Instant[] {
  try {
    const found = ask()
    return found === undefined ? [] : [found]
  } catch (error) {
    if ((error as { code?: string }).code === 'never-open') return []
    throw error
  }
}

/** Where dates begin, cut-offs pass and clocks change in a zone, in order. */
function dateEdges(
  timeZone: string,
  cutoff: string | undefined,
  from: Instant,
  to: Instant,
): readonly Instant[] {
  const zone = zoneOf(timeZone)
  const times = [0, ...(cutoff === undefined ? [] : [parseLocalTime(cutoff) as number])]
  const found = new Set<Instant>()
  const last = dayOfLocal(localTimeAt(zone, to))
  for (let day = dayOfLocal(localTimeAt(zone, from)); day <= last; day++) {
    for (const time of times) found.add(resolveLocal(zone, day * DAY_MILLIS + time))
  }
  let change = zone.nextTransition(from)
  while (change !== null && change < to) {
    found.add(change)
    change = zone.nextTransition(change)
  }
  return [...found].filter((at) => at > from && at < to).sort((a, b) => a - b)
}

/**
 * Finds the first start in each stretch from which something ends at or after an instant. Inside a stretch a later start
 * never ends earlier; from one to the next it may: Saturday and Sunday are both followed by Monday, at the same time.
 */
function crossings(
  endOf: (start: Instant) => Instant | null,
  stretches: readonly Instant[],
): LegCorners['startsFor'] {
  const endAt = (start: Instant) => endOf(start) ?? MAX_INSTANT
  const ends = stretches.slice(1).map((to, nth) => {
    const from = stretches[nth] as Instant
    return { from, to: to - 1, first: endAt(from), last: endAt(to - 1) }
  })
  return (end) =>
    ends.flatMap(({ from, to, first, last }) => {
      if (first >= end || last < end) return []
      let [before, reached] = [from, to]
      while (reached - before > 1) {
        const middle = Math.floor((before + reached) / 2)
        if (endAt(middle) >= end) reached = middle
        else before = middle
      }
      return [reached]
    })
}
