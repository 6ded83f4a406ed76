import { exactSum } from './exact-sum.ts'

/**
 * How a measure is distributed over cases. Percentiles by the nearest rank. With few different values they are exact, and
 * each is a value that occurred; with many each is within 0.1 % of it (`isExact` says which).
 */
export interface Distribution {
  readonly count: number
  /** Exact up to 2^53. */
  readonly sum: number
  /** Rounded to a whole number. */
  readonly mean: number
  readonly min: number
  readonly max: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  readonly isExact: boolean
}

/** A distribution half counted, as plain data. */
export interface DistributionPartial {
  /** A whole number as text, because sums can pass 2^53. */
  readonly sum: string
  readonly min: number
  readonly max: number
  readonly isExact: boolean
  /** How often each value occurred, the smallest first; unless exact, rounded down to ten binary digits. */
  readonly values: readonly (readonly [value: number, count: number])[]
}

/** So many different values are counted exactly unless a question says otherwise. */
export const EXACT_UP_TO = 32_768

/** Counts values, whole numbers of 0 or more. */
export interface DistributionCount {
  add(value: number): void
  merge(partial: DistributionPartial): void
  partial(): DistributionPartial
  /** `null` when there were no values. */
  total(): Distribution | null
}

/**
 * Counts how often each value occurs, and once there are more than so many different ones rounds them to ten binary
 * digits: at most 512 different values for each doubling, so memory is bounded. What comes out depends on the values alone:
 * not on their order, nor on how they were split over partial counts of the same `exactUpTo`.
 *
 * **Source**: the buckets are those of an HdrHistogram (G. Tene), with 2^10 to the power of two.
 */
export function distributionCount(exactUpTo: number): DistributionCount {
  let values = new Map<number, number>()
  let isExact = true
  const sum = exactSum()
  let [min, max] = [Number.POSITIVE_INFINITY, 0]

  const put = (value: number, count: number) => {
    const key = isExact ? value : rounded(value)
    values.set(key, (values.get(key) ?? 0) + count)
    if (isExact && values.size > exactUpTo) round()
  }
  const round = () => {
    const exact = values
    isExact = false
    values = new Map()
    for (const [value, count] of exact) put(value, count)
  }

  return {
    add(value) {
      sum.add(value)
      if (value < min) min = value
      if (value > max) max = value
      put(value, 1)
    },
    merge(partial) {
      sum.addBig(BigInt(partial.sum))
      min = Math.min(min, partial.min)
      max = Math.max(max, partial.max)
      if (isExact && !partial.isExact) round()
      for (const [value, count] of partial.values) put(value, count)
    },
    partial: () => ({ sum: String(sum.total()), min, max, isExact, values: sorted(values) }),
    total() {
      const counts = sorted(values)
      const count = counts.reduce((all, [, times]) => all + times, 0)
      if (count === 0) return null
      const at = (percent: number) => {
        const value = atPercent(counts, count, percent)
        return isExact ? value : Math.min(max, Math.max(min, middleOf(value)))
      }
      const all = sum.total()
      const mean = Number((2n * all + BigInt(count)) / (2n * BigInt(count)))
      const percentiles = { p50: at(50), p90: at(90), p95: at(95), p99: at(99) }
      return { count, sum: Number(all), mean, min, max, ...percentiles, isExact }
    },
  }
}

type Counts = DistributionPartial['values']

function sorted(values: ReadonlyMap<number, number>): Counts {
  return [...values].sort(([a], [b]) => a - b)
}

function atPercent(counts: Counts, count: number, percent: number): number {
  let left = Math.ceil((percent * count) / 100)
  for (const [value, times] of counts) {
    left -= times
    if (left <= 0) return value
  }
  return counts.at(-1)?.[0] ?? 0
}

/** The value that ten binary digits are worth, to which all others are cut off. */
function rounded(value: number): number {
  const unit = unitOf(value)
  return value - (value % unit)
}

/** The middle of the values that are rounded to this one. */
function middleOf(value: number): number {
  return value + Math.floor(unitOf(value) / 2)
}

/** What the tenth binary digit of a value is worth, 1 for values up to 1,023. Whole numbers only: no two machines differ. */
function unitOf(value: number): number {
  let unit = 1
  while (value >= unit * 1024) unit *= 2
  return unit
}
