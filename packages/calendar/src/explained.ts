import {
  type Explaining,
  explainWith,
  type Instant,
  type InstantLike,
  type Interval,
  localDayAt,
  MAX_INSTANT,
  type Param,
  type Reason,
  reason,
  toEpochDay,
  toInstant,
  toMillis,
  zoneOf,
} from '@holdfast/kernel'
import type { Calendar } from './calendar.ts'
import { isBreakReason, isHolidayReason, storyOf } from './story.ts'

/** The methods of a calendar, each with its reason: the spans that counted or did not, and the entries behind them. */
export type ExplainedCalendar = Explaining<Calendar>

/** The explaining form of a calendar. Its answers are those of the calendar itself. */
export function explained(calendar: Calendar): ExplainedCalendar {
  const story = storyOf(calendar)
  const zone = zoneOf(calendar.timeZone)
  const dayAt = (at: Instant) => localDayAt(zone, at)

  /** A question about the time between two instants, whichever comes first. */
  function over(code: string, params: Record<string, Param>, a: Instant, b: Instant): Reason {
    return reason(code, params, { children: story.tell(Math.min(a, b), Math.max(a, b)) })
  }

  function edge(code: string) {
    return (result: Instant | null, at: InstantLike) => {
      const from = toInstant(at)
      return over(code, { at: from, result }, from, result ?? from)
    }
  }

  function moved(code: string) {
    return (result: Instant, at: InstantLike, duration: number | string) => {
      const from = toInstant(at)
      return over(code, { at: from, duration: toMillis(duration), result }, from, result)
    }
  }

  function overDates(code: string, params: Record<string, Param>, a: number, b: number): Reason {
    return reason(code, params, { children: story.dates(Math.min(a, b), Math.max(a, b)) })
  }

  return explainWith(calendar, {
    isOpen(open, like) {
      const at = toInstant(like)
      const params = { calendar: calendar.id, at, open }
      return reason('calendar.isOpen', params, { children: story.causes(momentOf(at)) })
    },
    add: moved('calendar.add'),
    subtract: moved('calendar.subtract'),
    between(result, a, b) {
      const [from, to] = [toInstant(a), toInstant(b)]
      return over('calendar.between', { from, to, result }, from, to)
    },
    nextOpen: edge('calendar.nextOpen'),
    nextClose: edge('calendar.nextClose'),
    previousOpen: edge('calendar.previousOpen'),
    previousClose: edge('calendar.previousClose'),
    intervals(found, a, b) {
      const [from, to] = [toInstant(a), toInstant(b)]
      return over('calendar.intervals', { from, to, count: found.length }, from, to)
    },
    isHoliday(holiday, like) {
      const at = toInstant(like)
      return isHolidayReason(calendar, at, holiday, story.holiday(at))
    },
    isBreak(inBreak, like) {
      const at = toInstant(like)
      return isBreakReason(calendar, at, inBreak, story.breaks(at))
    },
    isBusinessDay(business, date) {
      const day = toEpochDay(date)
      return overDates('calendar.isBusinessDay', { date, business }, day, day)
    },
    businessDaysBetween(result, from, to) {
      const params = { from, to, result }
      return overDates('calendar.businessDaysBetween', params, toEpochDay(from), toEpochDay(to))
    },
    addDays(result, at, days) {
      const from = toInstant(at)
      return overDates('calendar.addDays', { at: from, days, result }, dayAt(from), dayAt(result))
    },
    endOfBusinessDay(result, at, days, options) {
      const from = toInstant(at)
      const params = { at: from, days, cutoff: options?.cutoff ?? null, result }
      // The end of a day is no part of the next.
      return overDates('calendar.endOfBusinessDay', params, dayAt(from), dayAt(result - 1))
    },
  })
}

/** The millisecond that begins at an instant; the end of the range begins none. */
function momentOf(at: Instant): Interval {
  return { from: at, to: Math.min(at + 1, MAX_INSTANT) }
}
