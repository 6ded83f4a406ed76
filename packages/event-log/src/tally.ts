import type { BadRowCode, BadRows, LogReport, Oddity, OddityCode } from './report.ts'

/** Counts what a report tells, row by row. */
export interface Tally {
  rows: number
  cases: number
  marks: number
  repeated: number
  unused: number
  lostCases: number
  bad(code: BadRowCode, line: number, found: string, isLost: boolean): void
  odd(code: OddityCode, id: string): void
  unknownState(text: string): void
  report(bytes: number): LogReport
}

const [EXAMPLES, CASES, STATES] = [5, 20, 100] as const

/** A report in the making. */
export function newTally(): Tally {
  const bad = new Map<BadRowCode, { -readonly [K in keyof BadRows]: BadRows[K] }>()
  const odd = new Map<OddityCode, { -readonly [K in keyof Oddity]: Oddity[K] }>()
  const states = new Map<string, number>()
  const byCount = <T extends { count: number }>(all: Iterable<T>): T[] =>
    [...all].map((each) => ({ ...each })).sort((a, b) => b.count - a.count)
  return {
    rows: 0,
    cases: 0,
    marks: 0,
    repeated: 0,
    unused: 0,
    lostCases: 0,
    bad(code, line, found, isLost) {
      const rows = bad.get(code) ?? { code, count: 0, lost: 0, examples: [] }
      if (rows.count === 0) bad.set(code, rows)
      rows.count++
      if (isLost) rows.lost++
      if (rows.examples.length < EXAMPLES) rows.examples = [...rows.examples, { line, found }]
    },
    odd(code, id) {
      const oddity = odd.get(code) ?? { code, count: 0, cases: [] }
      if (oddity.count === 0) odd.set(code, oddity)
      oddity.count++
      if (oddity.cases.length < CASES) oddity.cases = [...oddity.cases, id]
    },
    unknownState(text) {
      const count = states.get(text)
      if (count !== undefined || states.size < STATES) states.set(text, (count ?? 0) + 1)
    },
    report(bytes) {
      const { rows, cases, marks, repeated, unused, lostCases } = this
      return {
        rows,
        cases,
        marks,
        bytes,
        repeated,
        unused,
        lostCases,
        bad: byCount(bad.values()),
        oddities: byCount(odd.values()),
        unknownStates: byCount([...states].map(([text, count]) => ({ text, count }))),
      }
    },
  }
}
