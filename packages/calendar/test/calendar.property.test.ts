import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar } from '../src/index.ts'
import { calendars, dateNear, documents, durations, instants } from './arbitraries.ts'
import { oracleFor } from './oracle.ts'

const MINUTE = 60_000
const whole = (at: number) => Math.floor(at / MINUTE) * MINUTE

describe('laws of business time, near every kind of clock change', () => {
  it('agrees with counting open minutes one by one', () => {
    fc.assert(
      fc.property(calendars(), instants(12), (some, ask) => {
        const { calendar, document, from, to } = some
        const oracle = oracleFor(document, from, to)
        const asked = ask(some).map(whole)
        for (const [index, at] of asked.entries()) {
          expect(calendar.isOpen(at)).toBe(oracle.isOpen(at))
          const other = asked[(index + 1) % asked.length] as number
          const [first, last] = [Math.min(at, other), Math.max(at, other)]
          expect(calendar.between(first, last)).toBe(oracle.between(first, last))
        }
      }),
    )
  })

  it('what is added is what lies between', () => {
    fc.assert(
      fc.property(calendars(), instants(4), durations, (some, ask, duration) => {
        for (const at of ask(some)) {
          const { calendar } = some
          expect(calendar.between(at, calendar.add(at, duration))).toBe(duration)
          expect(calendar.between(calendar.subtract(at, duration), at)).toBe(duration)
          expect(calendar.add(at, -duration)).toBe(calendar.subtract(at, duration))
        }
      }),
    )
  })

  it('adding in two steps is adding at once', () => {
    fc.assert(
      fc.property(calendars(), instants(4), durations, durations, (some, ask, a, b) => {
        const { calendar } = some
        for (const at of ask(some)) {
          expect(calendar.add(calendar.add(at, a), b)).toBe(calendar.add(at, a + b))
          expect(calendar.subtract(calendar.subtract(at, a), b)).toBe(calendar.subtract(at, a + b))
        }
      }),
    )
  })

  it('adding nothing changes nothing', () => {
    fc.assert(
      fc.property(calendars(), instants(4), (some, ask) => {
        for (const at of ask(some)) {
          expect(some.calendar.add(at, 0)).toBe(at)
          expect(some.calendar.subtract(at, 0)).toBe(at)
          expect(some.calendar.addDays(at, 0)).toBe(at)
        }
      }),
    )
  })

  it('between is additive and signed', () => {
    fc.assert(
      fc.property(calendars(), instants(3), (some, ask) => {
        const { calendar } = some
        const [a, b, c] = ask(some) as [number, number, number]
        expect(calendar.between(a, b) + calendar.between(b, c)).toBe(calendar.between(a, c))
        expect(calendar.between(b, a)).toBe(0 - calendar.between(a, b))
      }),
    )
  })

  it('what was added to an open instant can be taken away again', () => {
    fc.assert(
      fc.property(calendars(), instants(6), durations, (some, ask, duration) => {
        const { calendar } = some
        for (const at of ask(some).filter(calendar.isOpen)) {
          expect(calendar.subtract(calendar.add(at, duration), duration)).toBe(at)
        }
      }),
    )
  })

  it('later starts and longer durations never end earlier', () => {
    fc.assert(
      fc.property(calendars(), instants(2), durations, durations, (some, ask, a, b) => {
        const { calendar } = some
        const [early, late] = ask(some).sort((x, y) => x - y) as [number, number]
        expect(calendar.add(early, a)).toBeLessThanOrEqual(calendar.add(late, a))
        expect(calendar.add(early, Math.min(a, b))).toBeLessThanOrEqual(
          calendar.add(early, Math.max(a, b)),
        )
      }),
    )
  })

  it('an instant is open exactly when an interval holds it', () => {
    fc.assert(
      fc.property(calendars(), instants(8), (some, ask) => {
        const { calendar, from, to } = some
        const intervals = calendar.intervals(from, to)
        for (const at of ask(some).filter((one) => one < to)) {
          const held = intervals.some((interval) => interval.from <= at && at < interval.to)
          expect(calendar.isOpen(at)).toBe(held)
        }
      }),
    )
  })

  it('intervals are in order, hold time, never touch, and add up to what lies between', () => {
    fc.assert(
      fc.property(calendars(), instants(2), (some, ask) => {
        const [from, to] = ask(some).sort((a, b) => a - b) as [number, number]
        const intervals = some.calendar.intervals(from, to)
        const edges = intervals.flatMap((interval) => [interval.from, interval.to])
        expect(
          edges.every((edge, index) => index === 0 || edge > (edges[index - 1] as number)),
        ).toBe(true)
        expect(edges.every((edge) => from <= edge && edge <= to)).toBe(true)
        const sum = intervals.reduce((total, interval) => total + interval.to - interval.from, 0)
        expect(sum).toBe(some.calendar.between(from, to))
      }),
    )
  })

  it('next and previous opens and closes are the edges of intervals', () => {
    fc.assert(
      fc.property(calendars(), instants(6), (some, ask) => {
        const { calendar, from, to } = some
        const intervals = calendar.intervals(from - 30 * 86_400_000, to + 30 * 86_400_000)
        const closes = intervals.map((interval) => interval.to)
        for (const at of ask(some)) {
          const ahead = intervals.find((interval) => interval.to > at)
          expect(calendar.nextOpen(at)).toBe(Math.max(ahead?.from ?? Number.NaN, at))
          expect(calendar.nextClose(at)).toBe(closes.find((close) => close > at))
          expect(calendar.previousClose(at)).toBe(closes.filter((close) => close < at).at(-1))
          const behind = intervals.filter((interval) => interval.from < at).at(-1)
          expect(calendar.previousOpen(at)).toBe(Math.min(behind?.to ?? Number.NaN, at))
        }
      }),
    )
  })

  it('one more holiday never makes more time count', () => {
    fc.assert(
      fc.property(documents(), instants(2), fc.integer({ min: -6, max: 6 }), (some, ask, days) => {
        const [from, to] = ask(some).sort((a, b) => a - b) as [number, number]
        const { document, hard } = some
        const holidays = [...(document.holidays ?? []), dateNear(hard.date, days)]
        const fewer = createCalendar({ ...document, holidays }).between(from, to)
        expect(fewer).toBeLessThanOrEqual(createCalendar(document).between(from, to))
      }),
    )
  })

  it('windows that touch on the wall clock are one window', () => {
    fc.assert(
      fc.property(
        documents({ nights: false }),
        fc.integer({ min: 1, max: 1439 }),
        (some, minute) => {
          const { document, from, to } = some
          const cut = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
          const hours = Object.fromEntries(
            Object.entries(document.hours).map(([weekday, list]) => [
              weekday,
              (list ?? []).flatMap(([start = '', end = '']) =>
                start < cut && cut < end
                  ? [
                      [start, cut],
                      [cut, end],
                    ]
                  : [[start, end]],
              ),
            ]),
          )
          const inPieces = createCalendar({ ...document, hours })
          expect(inPieces.intervals(from, to)).toEqual(createCalendar(document).intervals(from, to))
        },
      ),
    )
  })

  it('a night in one piece is the night split at midnight', () => {
    fc.assert(
      fc.property(documents({ nights: true }), ({ document, from, to }) => {
        const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
        const split = Object.fromEntries(days.map((day): [string, string[][]] => [day, []]))
        for (const [index, weekday] of days.entries()) {
          for (const [start = '', end = ''] of document.hours[weekday] ?? []) {
            const runsOver = end <= start
            split[weekday]?.push([start, runsOver ? '24:00' : end])
            if (runsOver && end !== '00:00')
              split[days[(index + 1) % 7] as string]?.push(['00:00', end])
          }
        }
        const whole = createCalendar({ ...document, belongsTo: 'localDate' })
        const halves = createCalendar({ ...document, belongsTo: 'localDate', hours: split })
        expect(whole.intervals(from, to)).toEqual(halves.intervals(from, to))
      }),
    )
  })

  it('answers do not depend on what was asked before', () => {
    fc.assert(
      fc.property(
        documents(),
        instants(6),
        fc.array(fc.integer({ min: 1971, max: 2099 })),
        (some, ask, years) => {
          const [fresh, used] = [createCalendar(some.document), createCalendar(some.document)]
          for (const year of years) used.isOpen(Date.UTC(year, 5, 1))
          for (const at of ask(some)) {
            expect(used.isOpen(at)).toBe(fresh.isOpen(at))
            expect(used.nextClose(at)).toBe(fresh.nextClose(at))
            expect(used.previousOpen(at)).toBe(fresh.previousOpen(at))
            expect(used.add(at, 'PT8H')).toBe(fresh.add(at, 'PT8H'))
            expect(used.between(at, some.to)).toBe(fresh.between(at, some.to))
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})
