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
  /** The starts inside a span between which its end stands still or moves with the start. */
  corners(from: Instant, to: Instant): readonly Instant[]
  /** The starts from which it ends at an instant, or past which it ends after it. */
  startsFor(end: Instant, from: Instant): readonly Instant[]
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

  switch (counts) {
    case 'elapsedTime':
      return { endOf, corners: () => [], startsFor: (end) => [end - toMillis(length)] }
    case 'businessTime': {
      const startsFor = (end: Instant) => orNone(() => calendar?.subtract(end, length))
      const corners = (from: Instant, to: Instant) =>
        edges(from, to).flatMap((edge) => [edge, ...startsFor(edge)])
      return { endOf, corners, startsFor }
    }
    default: {
      const local = localEdges(timeZone as string, cutoff)
      const isStepped = counts === 'businessDays' && due !== 'sameTime'
      const startsFor = (end: Instant, from: Instant) =>
        isStepped ? [] : crossings(endOf, end, [from, ...local.changes(from, end), end])
      const corners = (from: Instant, to: Instant) =>
        [...edges(from, to), ...local.times(from, to)].flatMap((edge) => [
          edge,
          ...startsFor(edge, from),
        ])
      return { endOf, corners, startsFor }
    }
  }
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

/** Where dates begin, cut-offs pass and clocks change in a zone. */
function localEdges(timeZone: string, cutoff: string | undefined) {
  const zone = zoneOf(timeZone)
  const cut = cutoff === undefined ? [] : [parseLocalTime(cutoff) as number]

  function changes(from: Instant, to: Instant): readonly Instant[] {
    const found: Instant[] = []
    let change = zone.nextTransition(from)
    while (change !== null && change < to) {
      found.push(change)
      change = zone.nextTransition(change)
    }
    return found
  }

  return {
    changes,
    times(from: Instant, to: Instant): readonly Instant[] {
      const found = [...changes(from, to)]
      const last = dayOfLocal(localTimeAt(zone, to))
      for (let day = dayOfLocal(localTimeAt(zone, from)); day <= last; day++) {
        for (const time of [0, ...cut]) found.push(resolveLocal(zone, day * DAY_MILLIS + time))
      }
      return found.filter((at) => at >= from && at <= to)
    },
  }
}

/**
 * The first starts from which something ends at or after an instant, one for each stretch in which later starts never end
 * earlier: between two changes of the clocks they do not.
 */
function crossings(
  endOf: (start: Instant) => Instant | null,
  end: Instant,
  stretches: readonly Instant[],
): readonly Instant[] {
  const reaches = (start: Instant) => (endOf(start) ?? MAX_INSTANT) >= end
  return stretches.slice(1).flatMap((last, nth) => {
    let before = stretches[nth] as Instant
    let reached = last - 1
    if (before >= reached || reaches(before) || !reaches(reached)) return []
    while (reached - before > 1) {
      const middle = Math.floor((before + reached) / 2)
      if (reaches(middle)) reached = middle
      else before = middle
    }
    return [reached]
  })
}
