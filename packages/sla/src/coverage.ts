import type { RequestReading } from './request-history.ts'

/** What a report rests on, so that nobody takes three decided promises of a thousand requests for all of them. */
export interface Coverage {
  /** How many requests were read. */
  readonly requests: number
  /** Those of which no mark is known by then. */
  readonly notBegun: number
  /** Those that began, by whether an agreement holds for them. */
  readonly withAgreement: number
  readonly withoutAgreement: number
  /** Those in which something cannot be right; they are counted all the same. */
  readonly withProblems: number
  /** How many requests have a problem of each code: `inconsistent-history`, `facts-invalid`, `party-missing`. */
  readonly problems: Readonly<Record<string, number>>
}

/** Counts requests as they are read. */
export interface CoverageCount {
  add(reading: RequestReading): void
  total(): Coverage
}

export function coverageCount(): CoverageCount {
  const count = { requests: 0, notBegun: 0, withAgreement: 0, withoutAgreement: 0, withProblems: 0 }
  const byCode = new Map<string, number>()
  return {
    add({ hasBegun, agreements, problems }) {
      count.requests++
      if (!hasBegun) count.notBegun++
      else if (agreements.length > 0) count.withAgreement++
      else count.withoutAgreement++
      if (problems.length > 0) count.withProblems++
      for (const code of problems) byCode.set(code, (byCode.get(code) ?? 0) + 1)
    },
    total: () => ({ ...count, problems: Object.fromEntries([...byCode].sort(byText)) }),
  }
}

function byText([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1
}
