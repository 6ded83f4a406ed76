/** Percentiles of a measure, by the nearest rank: each is a value that occurred. */
export interface Percentiles {
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
}

/** The percentiles of some values; `null` when there are none. Exact, so all values are kept until asked. */
export function percentilesOf(values: readonly number[]): Percentiles | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const at = (percent: number) => atPercent(sorted, percent)
  return { p50: at(50), p90: at(90), p95: at(95), p99: at(99) }
}

/** The smallest of sorted values that at least so many percent of them do not exceed (nearest rank). */
export function atPercent(sorted: ArrayLike<number>, percent: number): number {
  return sorted[Math.ceil((percent * sorted.length) / 100) - 1] as number
}
