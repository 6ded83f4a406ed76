import {
  civil,
  DAY_MILLIS,
  edgesUpTo,
  epochDayOf,
  type Instant,
  type Interval,
  type IntervalSet,
  MAX_INSTANT,
  MIN_INSTANT,
} from '@holdfast/kernel'

/**
 * The open intervals of a calendar with running totals, so that every question is a search or two. Years (of UTC) are
 * compiled when a question first needs them and kept; the answers do not depend on the order of questions.
 */
export interface IntervalTable {
  /** Open milliseconds before `at`, counted from an anchor that stays the same: only differences mean something. */
  openBefore(at: Instant): number
  /** The earliest instant before which `total` open milliseconds lie; `null` when the range ends first. */
  earliestWith(total: number): Instant | null
  /** The latest instant before which `total` open milliseconds lie; `null` when the range begins later. */
  latestWith(total: number): Instant | null
  isOpen(at: Instant): boolean
  /** The first open instant at or after `at`. */
  nextOpen(at: Instant): Instant | null
  /** The first close after `at`. */
  nextClose(at: Instant): Instant | null
  /** The latest instant at or before `at` with open time just before it. */
  previousOpen(at: Instant): Instant | null
  /** The last close before `at`. */
  previousClose(at: Instant): Instant | null
  /** The open intervals inside `[from, to)`. */
  intervals(from: Instant, to: Instant): Interval[]
}

/** A stretch of compiled time: `starts[i]` opens the interval i, and `totals[i]` open milliseconds lie before it. */
interface Stretch {
  readonly from: Instant
  readonly to: Instant
  readonly starts: Float64Array
  /** One more than `starts`: the last is the total at the end. An interval is as long as its totals differ. */
  readonly totals: Float64Array
}

/** The table of whatever `openTime` says is open inside `[from, to)`. */
export function intervalTable(
  openTime: (from: Instant, to: Instant) => IntervalSet,
): IntervalTable {
  let stretch: Stretch = { from: 0, to: 0, starts: EMPTY, totals: new Float64Array(1) }

  function compile(from: Instant, to: Instant): Stretch {
    return stretchOf(openTime(from, to), from, to)
  }

  /** Makes the compiled stretch hold `at`; years between it and `at` are compiled too. */
  function cover(at: Instant): void {
    // The end of the range belongs to its last year.
    const inside = Math.min(at, MAX_INSTANT - 1)
    if (inside >= stretch.from && inside < stretch.to) return
    if (stretch.from === stretch.to) stretch = compile(startOfYear(inside), endOfYear(inside))
    else if (inside >= stretch.to) extendForward(endOfYear(inside))
    else extendBackward(startOfYear(inside))
  }

  function extendForward(to: Instant): void {
    stretch = join(stretch, compile(stretch.to, to))
  }

  function extendBackward(from: Instant): void {
    const earlier = compile(from, stretch.from)
    const total = earlier.totals[earlier.starts.length] as number
    stretch = join(shift(earlier, (stretch.totals[0] as number) - total), stretch)
  }

  /** As many years more as are compiled already, so that a long search copies little. False at the end of the range. */
  function growForward(): boolean {
    if (stretch.to >= MAX_INSTANT) return false
    const span = stretch.to - stretch.from
    extendForward(endOfYear(Math.min(stretch.to + span - 1, MAX_INSTANT - 1)))
    return true
  }

  function growBackward(): boolean {
    if (stretch.from <= MIN_INSTANT) return false
    const span = stretch.to - stretch.from
    extendBackward(startOfYear(Math.max(stretch.from - span, MIN_INSTANT)))
    return true
  }

  /** The last interval that starts at or before `at`, or -1. */
  function lastStart(at: Instant): number {
    return edgesUpTo(stretch.starts, at) - 1
  }

  function startOf(index: number): Instant {
    return stretch.starts[index] as number
  }

  function endOf(index: number): Instant {
    const { starts, totals } = stretch
    const length = (totals[index + 1] as number) - (totals[index] as number)
    return (starts[index] as number) + length
  }

  function totalBefore(index: number): number {
    return stretch.totals[index] as number
  }

  return Object.freeze({
    openBefore(at) {
      cover(at)
      const index = lastStart(at)
      if (index < 0) return totalBefore(0)
      return Math.min(totalBefore(index) + at - startOf(index), totalBefore(index + 1))
    },
    earliestWith(total) {
      while (totalBefore(stretch.starts.length) < total) if (!growForward()) return null
      const index = edgesUpTo(stretch.totals, total - 1) - 1
      return index < 0 ? null : startOf(index) + total - totalBefore(index)
    },
    latestWith(total) {
      while (totalBefore(0) > total) if (!growBackward()) return null
      const index = edgesUpTo(stretch.totals, total, stretch.starts.length) - 1
      return index < 0 ? null : startOf(index) + total - totalBefore(index)
    },
    isOpen(at) {
      cover(at)
      const index = lastStart(at)
      return index >= 0 && at < endOf(index)
    },
    nextOpen(at) {
      cover(at)
      for (;;) {
        const index = lastStart(at)
        if (index >= 0 && at < endOf(index)) return at
        if (index + 1 < stretch.starts.length) return startOf(index + 1)
        if (!growForward()) return null
      }
    },
    nextClose(at) {
      cover(at)
      for (;;) {
        const index = lastStart(at)
        const closing = index >= 0 && at < endOf(index) ? index : index + 1
        // An interval that reaches the end of what is compiled may go on.
        if (closing < stretch.starts.length && endOf(closing) < stretch.to) return endOf(closing)
        if (!growForward()) return null
      }
    },
    previousOpen(at) {
      cover(at)
      for (;;) {
        const index = lastStart(at - 1)
        if (index >= 0) return Math.min(at, endOf(index))
        if (!growBackward()) return null
      }
    },
    previousClose(at) {
      cover(at)
      for (;;) {
        let index = lastStart(at - 1)
        if (index >= 0 && endOf(index) >= at) index--
        if (index >= 0) return endOf(index)
        if (!growBackward()) return null
      }
    },
    intervals(from, to) {
      cover(from)
      cover(to)
      const found: Interval[] = []
      const last = lastStart(to)
      for (let index = Math.max(lastStart(from), 0); index <= last; index++) {
        const opens = Math.max(startOf(index), from)
        const closes = Math.min(endOf(index), to)
        if (opens < closes) found.push({ from: opens, to: closes })
      }
      return found
    },
  } satisfies IntervalTable)
}

const EMPTY = new Float64Array(0)

function stretchOf({ edges }: IntervalSet, from: Instant, to: Instant): Stretch {
  const count = edges.length / 2
  const starts = new Float64Array(count)
  const totals = new Float64Array(count + 1)
  for (let index = 0; index < count; index++) {
    const [opens, closes] = [edges[2 * index] as number, edges[2 * index + 1] as number]
    starts[index] = opens
    totals[index + 1] = (totals[index] as number) + closes - opens
  }
  return { from, to, starts, totals }
}

function shift({ totals, ...rest }: Stretch, by: number): Stretch {
  return { ...rest, totals: totals.map((total) => total + by) }
}

/** Two stretches that touch, as one; the first keeps its totals. An interval across the seam becomes one. */
function join(first: Stretch, second: Stretch): Stretch {
  const count = first.starts.length
  const total = first.totals[count] as number
  const later = shift(second, total - (second.totals[0] as number))
  const lastLength = total - (first.totals[count - 1] ?? total)
  const crosses = count > 0 && (first.starts[count - 1] as number) + lastLength === later.starts[0]
  const skip = crosses ? 1 : 0
  return {
    from: first.from,
    to: second.to,
    starts: concat(first.starts, later.starts.subarray(skip)),
    totals: concat(first.totals.subarray(0, count), later.totals.subarray(skip)),
  }
}

function concat(first: Float64Array, second: Float64Array): Float64Array {
  const both = new Float64Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

function startOfYear(at: Instant): Instant {
  return epochDayOf(yearOf(at), 1, 1) * DAY_MILLIS
}

function endOfYear(at: Instant): Instant {
  return epochDayOf(yearOf(at) + 1, 1, 1) * DAY_MILLIS
}

function yearOf(at: Instant): number {
  return civil(Math.floor(at / DAY_MILLIS)).year
}
