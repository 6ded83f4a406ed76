import {
  DAY_MILLIS,
  dayOfLocal,
  type EpochDay,
  interval,
  type LocalDate,
  toEpochDay,
  toLocalDate,
} from '@holdfast/kernel'
import { readCalendar } from './read-calendar.ts'
import type { Unread } from './unread.ts'

/** Which dates of a calendar of holidays are asked for. */
export interface HolidaysQuestion {
  /** The first date. */
  readonly from: LocalDate
  /** The date after the last. */
  readonly to: LocalDate
}

export interface CalendarHolidays {
  /** As a calendar document takes them, in order; one with several names has them all. */
  readonly holidays: { date: LocalDate; name: string }[]
  readonly unread: readonly Unread[]
}

/**
 * The holidays of a calendar: its events of whole days, also where they are marked as free, as calendars of holidays
 * mostly are. Events with times are not read, and listed.
 *
 * Throws `TypeError` `not-a-calendar`, and `RangeError` `date-impossible` and `interval-empty`.
 */
export function holidaysFrom(text: string, { from, to }: HolidaysQuestion): CalendarHolidays {
  const [first, end] = [toEpochDay(from), toEpochDay(to)]
  // Dates have no zone; by the clock of UTC they last their 24 hours.
  const span = interval(first * DAY_MILLIS, end * DAY_MILLIS)
  const { happenings, unread } = readCalendar(text, { timeZone: 'UTC' }, span)
  const names = new Map<EpochDay, string[]>()
  const timed = new Map<string, Unread>()
  for (const { event, isDate, local, localEnd, line } of happenings) {
    if (!isDate) {
      const { uid, summary } = event
      const message = 'a holiday is a whole day, and this event has times'
      timed.set(`${line}`, { code: 'not-all-day', message, line, uid, summary })
      continue
    }
    for (let day = dayOfLocal(local); day * DAY_MILLIS < localEnd; day++) {
      if (day >= first && day < end) names.set(day, [...(names.get(day) ?? []), event.summary])
    }
  }
  const days = [...names].sort(([a], [b]) => a - b)
  return {
    holidays: days.map(([day, all]) => ({
      date: toLocalDate(day),
      name: [...new Set(all)].join(' / '),
    })),
    unread: [...unread, ...timed.values()].sort((a, b) => a.line - b.line),
  }
}
