export { ATTRIBUTION } from './attribution.ts'
export { type HolidayCalendarQuestion, holidayCalendar } from './holiday-calendar.ts'
export type { UnknownPlace } from './places.ts'
export {
  HOLIDAY_TYPES,
  type HolidaysQuestion,
  type HolidayType,
  type PublicHolidays,
  publicHolidays,
} from './public-holidays.ts'
