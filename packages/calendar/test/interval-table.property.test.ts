import { clip, type Interval, intervalSet, intervalsOf } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { intervalTable } from '../src/interval-table.ts'

const [FIRST, LAST] = [Date.UTC(1970, 0, 1), Date.UTC(2101, 0, 1)]
const [EARLIEST, LATEST] = [Date.UTC(1990, 0, 1), Date.UTC(2016, 0, 1)]

/** Instants that often fall on the turn of a year, or a millisecond beside it. */
const instants = fc.oneof(
  fc.integer({ min: EARLIEST, max: LATEST }),
  fc
    .record({ year: fc.integer({ min: 1990, max: 2016 }), off: fc.integer({ min: -1, max: 1 }) })
    .map(({ year, off }) => Date.UTC(year, 0, 1) + off),
)

/** Few intervals over many years, so that searches have far to go; some run over the turn of a year, or several. */
const openings = fc
  .array(fc.tuple(instants, instants), { maxLength: 12 })
  .map((pairs) => pairs.map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })))
  .map((spans) =>
    intervalSet(
      spans.map(({ from, to }, index) => ({
        from,
        to: index % 3 === 0 ? to : from + Math.floor((to - from) / 64),
      })),
    ),
  )
  .map(intervalsOf)

/** The table of a list of intervals. */
function tableOf(open: readonly Interval[]) {
  const set = intervalSet(open)
  return intervalTable((from, to) => clip(set, from, to))
}

/** The same questions, answered by looking through the list. */
const naive = {
  openBefore: (open: readonly Interval[], at: number) =>
    open.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - from), 0),
  nextOpen: (open: readonly Interval[], at: number) => {
    const next = open.find(({ to }) => to > at)
    return next === undefined ? null : Math.max(next.from, at)
  },
  nextClose: (open: readonly Interval[], at: number) => open.find(({ to }) => to > at)?.to ?? null,
  previousOpen: (open: readonly Interval[], at: number) => {
    const last = open.findLast(({ from }) => from < at)
    return last === undefined ? null : Math.min(last.to, at)
  },
  previousClose: (open: readonly Interval[], at: number) =>
    open.findLast(({ to }) => to < at)?.to ?? null,
  intervals: (open: readonly Interval[], from: number, to: number) =>
    open
      .map((one) => ({ from: Math.max(one.from, from), to: Math.min(one.to, to) }))
      .filter((one) => one.from < one.to),
}

describe('a table of open intervals answers what looking through the list does', () => {
  it('each first question to a new table, however far the answer is', () => {
    fc.assert(
      fc.property(openings, instants, instants, (open, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        expect(tableOf(open).isOpen(a)).toBe(open.some((one) => one.from <= a && a < one.to))
        expect(tableOf(open).nextOpen(a)).toBe(naive.nextOpen(open, a))
        expect(tableOf(open).nextClose(a)).toBe(naive.nextClose(open, a))
        expect(tableOf(open).previousOpen(a)).toBe(naive.previousOpen(open, a))
        expect(tableOf(open).previousClose(a)).toBe(naive.previousClose(open, a))
        expect(tableOf(open).intervals(from, to)).toEqual(naive.intervals(open, from, to))
      }),
      { numRuns: 200 },
    )
  })

  it('many questions to one table, in any order', () => {
    fc.assert(
      fc.property(openings, fc.array(instants, { minLength: 2, maxLength: 8 }), (open, asked) => {
        const table = tableOf(open)
        for (const [index, at] of asked.entries()) {
          const other = asked[(index + 1) % asked.length] as number
          expect(table.openBefore(other) - table.openBefore(at)).toBe(
            naive.openBefore(open, other) - naive.openBefore(open, at),
          )
          expect(table.isOpen(at)).toBe(open.some(({ from, to }) => from <= at && at < to))
          expect(table.nextClose(at)).toBe(naive.nextClose(open, at))
          expect(table.previousClose(at)).toBe(naive.previousClose(open, at))
        }
      }),
    )
  })

  it('the earliest and the latest instant with so much open time before them', () => {
    fc.assert(
      fc.property(
        openings,
        instants,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (open, at, share) => {
          const total = naive.openBefore(open, LAST)
          const before = naive.openBefore(open, at)
          const ahead = 1 + Math.floor((total - before) * share)
          const table = tableOf(open)
          const reached = table.earliestWith(table.openBefore(at) + ahead)
          if (ahead > total - before) expect(reached).toBeNull()
          else {
            expect(naive.openBefore(open, reached as number)).toBe(before + ahead)
            expect(naive.openBefore(open, (reached as number) - 1)).toBe(before + ahead - 1)
          }
          const behind = 1 + Math.floor(before * share)
          const fresh = tableOf(open)
          const left = fresh.latestWith(fresh.openBefore(at) - behind)
          if (behind > before) expect(left).toBeNull()
          else {
            expect(naive.openBefore(open, left as number)).toBe(before - behind)
            expect(naive.openBefore(open, (left as number) + 1)).toBe(before - behind + 1)
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the ends of the range', () => {
  const always = () => tableOf([{ from: FIRST, to: LAST }])

  it('close nothing that is open up to them', () => {
    expect(always().nextClose(LAST - 1)).toBeNull()
    expect(always().nextOpen(LAST)).toBeNull()
    expect(always().isOpen(LAST)).toBe(false)
    expect(always().previousOpen(LAST)).toBe(LAST)
    expect(always().previousOpen(FIRST)).toBeNull()
    expect(always().previousClose(LAST)).toBeNull()
    expect(always().intervals(FIRST, LAST)).toEqual([{ from: FIRST, to: LAST }])
  })
})
