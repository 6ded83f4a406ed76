import type { Instant } from './instant.ts'
import type { Interval } from './interval.ts'

/**
 * A set of instants as its edges, in order: `[from, to, from, to, ...]`, strictly rising, so intervals neither
 * overlap nor touch. An instant is in the set when an odd number of edges lie at or before it.
 */
export interface IntervalSet {
  readonly edges: Float64Array
}

export const EMPTY_SET: IntervalSet = Object.freeze({ edges: new Float64Array(0) })

/** The set that holds what the intervals hold, given in any order; those that overlap or touch become one. */
export function intervalSet(intervals: Iterable<Interval>): IntervalSet {
  const sorted = [...intervals].sort((a, b) => a.from - b.from)
  const builder = setBuilder()
  for (const { from, to } of sorted) builder.add(from, to)
  return builder.build()
}

export interface SetBuilder {
  /** Adds `[from, to)`; an interval that holds no time adds nothing. `from` must not be before an earlier `from`. */
  add(from: Instant, to: Instant): void
  build(): IntervalSet
}

/** Builds a set from intervals that come in order of their start. */
export function setBuilder(): SetBuilder {
  const edges: number[] = []
  return {
    add(from, to) {
      if (from >= to) return
      const last = edges.length - 1
      const end = edges[last]
      if (end === undefined || from > end) edges.push(from, to)
      else if (to > end) edges[last] = to
    },
    build: () => ({ edges: new Float64Array(edges) }),
  }
}

/** What is in `a`, in `b`, or in both. */
export function union(a: IntervalSet, b: IntervalSet): IntervalSet {
  return combine(a, b, (inA, inB) => inA || inB)
}

/** What is in both. */
export function intersection(a: IntervalSet, b: IntervalSet): IntervalSet {
  return combine(a, b, (inA, inB) => inA && inB)
}

/** What is in `a` and not in `b`. */
export function difference(a: IntervalSet, b: IntervalSet): IntervalSet {
  return combine(a, b, (inA, inB) => inA && !inB)
}

/** The part of the set inside `[from, to)`. */
export function clip(set: IntervalSet, from: Instant, to: Instant): IntervalSet {
  return intersection(set, intervalSet([{ from, to }]))
}

/** Milliseconds that the set holds. */
export function measure({ edges }: IntervalSet): number {
  let total = 0
  for (let i = 0; i < edges.length; i += 2) total += (edges[i + 1] as number) - (edges[i] as number)
  return total
}

export function contains(set: IntervalSet, at: Instant): boolean {
  return edgesUpTo(set.edges, at) % 2 === 1
}

/** The intervals of the set, in order. */
export function intervalsOf({ edges }: IntervalSet): Interval[] {
  const intervals: Interval[] = []
  for (let i = 0; i < edges.length; i += 2) {
    intervals.push({ from: edges[i] as number, to: edges[i + 1] as number })
  }
  return intervals
}

/** How many of the rising values are at or before `at`. */
export function edgesUpTo(rising: ArrayLike<number>, at: number, count = rising.length): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rising[middle] as number) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Walks both lists of edges once and keeps an edge wherever the answer for the pair changes. */
function combine(
  { edges: a }: IntervalSet,
  { edges: b }: IntervalSet,
  holds: (inA: boolean, inB: boolean) => boolean,
): IntervalSet {
  const out = new Float64Array(a.length + b.length)
  let [i, j, count] = [0, 0, 0]
  while (i < a.length || j < b.length) {
    const nextA = i < a.length ? (a[i] as number) : Number.POSITIVE_INFINITY
    const nextB = j < b.length ? (b[j] as number) : Number.POSITIVE_INFINITY
    const edge = Math.min(nextA, nextB)
    if (nextA === edge) i++
    if (nextB === edge) j++
    if (holds(i % 2 === 1, j % 2 === 1) !== (count % 2 === 1)) out[count++] = edge
  }
  return { edges: out.slice(0, count) }
}
