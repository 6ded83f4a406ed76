import { formatLocalTime, resolveLocal, toLocalDate, WEEKDAYS } from '@holdfast/kernel'
import fc from 'fast-check'
import { type Calendar, type CalendarDocument, createCalendar } from '../src/index.ts'

/** Zones whose clocks do something hard, with a local date on which they do it. */
export const HARD_TIMES: readonly HardTime[] = [
  { timeZone: 'Europe/Zurich', date: '2024-03-31' },
  { timeZone: 'Europe/Zurich', date: '2024-10-27' },
  { timeZone: 'America/New_York', date: '2024-03-10' },
  { timeZone: 'America/New_York', date: '2024-11-03' },
  { timeZone: 'Australia/Lord_Howe', date: '2024-04-07' },
  { timeZone: 'Australia/Lord_Howe', date: '2024-10-06' },
  { timeZone: 'Pacific/Chatham', date: '2024-04-07' },
  { timeZone: 'Pacific/Chatham', date: '2024-09-29' },
  { timeZone: 'Asia/Kathmandu', date: '1986-01-01' },
  { timeZone: 'America/Sao_Paulo', date: '2018-11-04' },
  { timeZone: 'America/Sao_Paulo', date: '2019-02-17' },
  { timeZone: 'Pacific/Apia', date: '2011-12-30' },
  { timeZone: 'America/Santiago', date: '2024-04-07' },
  { timeZone: 'America/Santiago', date: '2024-09-08' },
  { timeZone: 'America/Havana', date: '2024-03-10' },
  { timeZone: 'America/Havana', date: '2024-11-03' },
  { timeZone: 'Africa/Casablanca', date: '2024-03-10' },
  { timeZone: 'Africa/Casablanca', date: '2024-04-14' },
]

export interface HardTime {
  readonly timeZone: string
  readonly date: string
}

const MINUTE = 60_000
const DAY = 1440

/** Sorted minutes of a day, in pairs: windows that neither overlap nor touch, the last perhaps past midnight. */
function windows(latest: number): fc.Arbitrary<[string, string][]> {
  return fc
    .uniqueArray(
      fc.oneof(
        fc.integer({ min: 0, max: 24 }).map((hour) => hour * 60),
        fc.integer({ min: 0, max: latest }),
        // Where most clocks change.
        fc.constantFrom(0, 30, 60, 90, 120, 135, 150, 165, 180, 1430),
      ),
      { minLength: 2, maxLength: 6 },
    )
    .map((minutes) => {
      const sorted = minutes.filter((minute) => minute <= latest).sort((a, b) => a - b)
      const pairs: [string, string][] = []
      for (let i = 0; i + 1 < sorted.length; i += 2) {
        const [from, to] = [sorted[i] as number, sorted[i + 1] as number]
        // A window of 24 hours would read as an empty one.
        if (to <= DAY || (from < DAY && to - from < DAY))
          pairs.push([time(from), time(to > DAY ? to - DAY : to)])
      }
      return pairs
    })
}

function time(minute: number): string {
  return formatLocalTime(minute * MINUTE)
}

/** Hours of a week; at night they may run on to 05:00, and no day opens before then unless `nights` is false. */
function weekly({ nights }: { nights: boolean }): fc.Arbitrary<CalendarDocument['hours']> {
  const day = nights
    ? windows(DAY + 300).map((list) => list.filter(([from]) => from >= '05:00'))
    : windows(DAY)
  return fc
    .record(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, day])))
    .filter((hours) => Object.values(hours).some((list) => list.length > 0))
}

export interface SomeTime {
  readonly hard: HardTime
  readonly document: CalendarDocument
  /** Fifteen days before and after the hard date. */
  readonly from: number
  readonly to: number
}

/** A calendar document near a hard date, with holidays, overrides and breaks around it. */
export function documents(options: { nights?: boolean } = {}): fc.Arbitrary<SomeTime> {
  return fc
    .record({
      hard: fc.constantFrom(...HARD_TIMES),
      nights: options.nights === undefined ? fc.boolean() : fc.constant(options.nights),
    })
    .chain(({ hard, nights }) => {
      const near = fc.integer({ min: -6, max: 6 }).map((days) => dateNear(hard.date, days))
      return fc.record({
        hard: fc.constant(hard),
        hours: weekly({ nights }),
        holidays: fc.uniqueArray(near, { maxLength: 3 }),
        overrides: fc.dictionary(near, windows(DAY), { maxKeys: 2 }),
        breaks: fc.dictionary(near, windows(DAY), { maxKeys: 2 }),
        belongsTo: nights ? fc.constantFrom('localDate', 'startDate') : fc.constant('localDate'),
      })
    })
    .map(({ hard, ...rest }) => ({
      hard,
      document: { id: 'some', version: 1, timeZone: hard.timeZone, ...rest },
      from: resolveLocal(hard.timeZone, `${dateNear(hard.date, -15)}T00:00`),
      to: resolveLocal(hard.timeZone, `${dateNear(hard.date, 15)}T00:00`),
    }))
}

/** A calendar near a hard date, and instants around it: whole minutes, or any millisecond. */
export function calendars(
  options: { nights?: boolean } = {},
): fc.Arbitrary<SomeTime & { calendar: Calendar }> {
  return documents(options).map((some) => ({ ...some, calendar: createCalendar(some.document) }))
}

/** The same questions on every run of a property: instants inside the span of a calendar. */
export function instants(count: number): fc.Arbitrary<(some: SomeTime) => number[]> {
  return fc
    .array(fc.record({ share: fc.integer({ min: 0, max: 999_999 }), near: fc.boolean() }), {
      minLength: count,
      maxLength: count,
    })
    .map(
      (shares) =>
        ({ from, to, hard }: SomeTime) =>
          shares.map(({ share, near }) => {
            const change = resolveLocal(hard.timeZone, `${hard.date}T00:00`)
            const [low, high] = near
              ? [change - 6 * 3_600_000, change + 12 * 3_600_000]
              : [from, to]
            return low + Math.floor(((high - low) * share) / 1_000_000)
          }),
    )
}

/** Business durations from a millisecond to two working weeks. */
export const durations = fc.oneof(
  fc.integer({ min: 1, max: 40 * 3_600_000 }),
  fc.constantFrom(1, 999, MINUTE, 3_600_000, 8 * 3_600_000, 24 * 3_600_000),
)

export function dateNear(date: string, days: number): string {
  return toLocalDate(Math.floor(Date.parse(`${date}T00:00Z`) / 86_400_000) + days)
}
