import type { CalendarDocument } from '@holdfast/calendar'
import { ATTRIBUTION } from './attribution.ts'
import { type HolidaysQuestion, publicHolidays } from './public-holidays.ts'

/** What the calendar is called, and of which holidays it is. */
export interface HolidayCalendarQuestion extends HolidaysQuestion {
  readonly id: string
  readonly version: string | number
  /** The IANA zone in which the dates are meant. */
  readonly timeZone: string
}

/**
 * A calendar document of nothing but holidays: open on them, also in the part of a date that is off, and closed on all
 * other days. `isHoliday` holds on whole dates. For whoever measures or pays time on holidays; desks that close on them
 * take `publicHolidays`.
 *
 * Throws as `publicHolidays` does. The zone is checked where a calendar is made of the document.
 */
export function holidayCalendar(question: HolidayCalendarQuestion): CalendarDocument {
  const { id, version, timeZone } = question
  const { holidays, breaks } = publicHolidays(question)
  const wholeDays = holidays.map(({ date }): [string, string[][]] => [date, [['00:00', '24:00']]])
  return {
    format: 'holdfast/calendar@1',
    id,
    version,
    reason: ATTRIBUTION,
    timeZone,
    hours: {},
    holidays,
    overrides: { ...Object.fromEntries(wholeDays), ...breaks },
  }
}
