export { alwaysOpen, type CombineOptions, difference, intersection, union } from './algebra.ts'
export type { BusinessDays } from './business-days.ts'
export type { Calendar, CalendarDefinition } from './calendar.ts'
export { checkCalendar } from './check-calendar.ts'
export { createCalendar } from './create-calendar.ts'
export { type CalendarDiff, diffCalendars } from './diff-calendars.ts'
export {
  CALENDAR_FORMAT,
  type CalendarDocument,
  calendarJsonSchema,
  calendarSchema,
  type HolidayEntry,
} from './document.ts'
export { type ExplainedCalendar, explained } from './explained.ts'
export { calendarPhrases } from './phrases.ts'
