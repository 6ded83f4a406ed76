import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createObligation,
  type Obligation,
  readVersions,
  type Terms,
  type TermsVersion,
} from '../src/index.ts'
import { type Case, cases, MINUTE } from './arbitraries.ts'

/** The same promise with parts of its terms replaced. */
function changed({ terms, place }: Case, parts: Partial<Terms>): Obligation {
  return createObligation({ ...terms, ...parts }, { calendars: { place: place.calendar } })
}

/** The same promise, with more or less time to keep it. */
function withPeriod({ terms, place }: Case, shorter: boolean): Obligation {
  const isTime = terms.clock.counts === 'businessTime' || terms.clock.counts === 'elapsedTime'
  const period = isTime ? (shorter ? 'PT15M' : 'PT20H') : shorter ? 'P4D' : 'P6D'
  const { every, ...rest } = terms
  return createObligation(
    every === undefined ? { ...rest, within: period } : { ...rest, every: { ...every, period } },
    { calendars: { place: place.calendar } },
  )
}

/** Minutes after the first mark at which terms change. */
const after = fc.integer({ min: 0, max: 6 * 48 }).map((half) => half * 30 * MINUTE)

describe('laws of terms that change', () => {
  it('a retroactive change and back is as if nothing had changed', () => {
    fc.assert(
      fc.property(cases(), cases(), after, after, (one, other, first, second) => {
        const { obligation, marks, at } = one
        const from = (marks[0]?.at ?? 0) + first
        const versions: TermsVersion[] = [
          { from, terms: other.obligation, onChange: 'retroactive' },
          { from: from + second, terms: obligation, onChange: 'retroactive' },
        ]
        if (from + second > at) return
        expect(obligation.read(marks, at, { versions })).toEqual(obligation.read(marks, at))
        expect(obligation.wakeups(marks, at, { versions })).toEqual(obligation.wakeups(marks, at))
      }),
    )
  })

  it('terms that change before anything happened are the only ones', () => {
    fc.assert(
      fc.property(cases(), cases(), ({ marks, at, obligation }, other) => {
        const from = marks[0]?.at ?? 0
        const expected = obligation.read(marks, at)
        const version: TermsVersion = { from, terms: obligation, onChange: 'retroactive' }
        expect(other.obligation.read(marks, at, { versions: [version] })).toEqual(expected)
        expect(readVersions([version], marks, at)).toEqual(expected)
        const onwards: TermsVersion = { ...version, onChange: 'fromChange' }
        expect(other.obligation.read(marks, at, { versions: [onwards] })).toEqual(expected)
      }),
    )
  })

  it('a change of what does not matter changes nothing', () => {
    fc.assert(
      fc.property(cases(), after, (some, later) => {
        const { obligation, marks, at } = some
        const version: TermsVersion = {
          from: (marks[0]?.at ?? 0) + later,
          terms: changed(some, { title: 'Other words' }),
          onChange: 'retroactive',
        }
        expect(obligation.read(marks, at, { versions: [version] })).toEqual(
          obligation.read(marks, at),
        )
      }),
    )
  })

  it('a retroactive change leaves what has ended, and reads the rest as if it had always held', () => {
    fc.assert(
      fc.property(cases(), after, fc.boolean(), (some, later, shorter) => {
        const { obligation, marks, at, terms } = some
        // What fulfills which period on a grid hangs on how long the periods are.
        if (terms.every?.from === 'grid') return
        const other = withPeriod(some, shorter)
        const from = (marks[0]?.at ?? 0) + later
        if (from > at) return
        const versions: TermsVersion[] = [{ from, terms: other, onChange: 'retroactive' }]
        const before = obligation.read(marks, at)
        const always = other.read(marks, at)
        const read = obligation.read(marks, at, { versions })
        const expected = always.map((state, nth) => {
          const old = before[nth]
          const end = old?.fulfilledAt ?? old?.cancelledAt ?? at + 1
          return old !== undefined && end < from ? old : state
        })
        expect(read).toEqual(expected)
      }),
    )
  })

  it('from a change on, a clock begins anew and nothing else', () => {
    fc.assert(
      fc.property(cases(), after, fc.boolean(), (some, later, shorter) => {
        const { obligation, marks, at, terms, place } = some
        if (terms.every?.from === 'grid') return
        const from = (marks[0]?.at ?? 0) + later
        if (from > at) return
        const other = withPeriod(some, shorter)
        const versions: TermsVersion[] = [{ from, terms: other, onChange: 'fromChange' }]
        const before = obligation.read(marks, at)
        const read = obligation.read(marks, at, { versions })
        expect(read.map(({ startedAt }) => startedAt)).toEqual(
          before.map(({ startedAt }) => startedAt),
        )
        expect(read.map(({ life }) => life)).toEqual(before.map(({ life }) => life))
        const counts = terms.clock.counts
        const isElapsed = counts === 'elapsedTime' || counts === 'localDates'
        for (const [nth, state] of read.entries()) {
          const old = before[nth]
          const end = old?.fulfilledAt ?? old?.cancelledAt ?? at
          if (old === undefined || old.startedAt === null) continue
          if (old.startedAt >= from || end < from) continue
          const count = (a: number, b: number) => (isElapsed ? b - a : place.calendar.between(a, b))
          const since = old.segments
            .map((segment) => [Math.max(segment.from, from), segment.to ?? at] as const)
            .filter(([begins, ends]) => ends > begins)
          expect(state.used).toBe(since.reduce((sum, [a, b]) => sum + count(a, b), 0))
          expect(state.pauses).toEqual(old.pauses)
        }
      }),
    )
  })

  it('between two wake-ups nothing changes but the time used', () => {
    const onChange = fc.constantFrom('retroactive' as const, 'fromChange' as const)
    const version = fc.record({ later: after, onChange, isNull: fc.boolean() })
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 })
    fc.assert(
      fc.property(
        cases(),
        cases(),
        fc.array(version, { minLength: 1, maxLength: 3 }),
        shares,
        (one, other, parts, some) => {
          const { obligation, marks } = one
          const first = marks[0]?.at ?? 0
          const versions = parts.map(
            ({ later, onChange: how, isNull }, nth): TermsVersion => ({
              from: first + later,
              terms: isNull && nth === 1 ? null : nth % 2 === 0 ? other.obligation : obligation,
              onChange: how,
            }),
          )
          let at = one.at
          for (let step = 0; step < 5; step++) {
            const past = marks.filter((mark) => mark.at <= at)
            const next = obligation.wakeups(past, at, { versions })[0]?.at ?? at + 1e10
            const stand = (when: number) =>
              obligation
                .read(past, when, { versions })
                .map((state) => ({ ...state, used: 0, remaining: 0, share: 0 }))
            const before = stand(at)
            for (const share of [...some, 1]) {
              expect(stand(at + Math.floor((next - 1 - at) * share))).toEqual(before)
            }
            at = next
          }
        },
      ),
      { numRuns: 50 },
    )
  })
})
