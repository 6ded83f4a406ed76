import { quote, rangeError } from './errors.ts'

/** A date on a wall calendar, `YYYY-MM-DD`, without a zone. */
export type LocalDate = string & { readonly __brand?: 'LocalDate' }

/** Days since 1970-01-01 on the Gregorian calendar; negative before it. */
export type EpochDay = number & { readonly __brand?: 'EpochDay' }

export type Weekday = (typeof WEEKDAYS)[number]

/** The days of the week as documents name them, Monday first (ISO 8601). */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

export const DAY_MILLIS = 86_400_000

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** The epoch day of a local date, or `undefined` when the text is not a date that exists (`2023-02-29`). */
export function parseLocalDate(text: string): EpochDay | undefined {
  const match = PATTERN.exec(text)
  if (match === null) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return epochDayOf(year, month, day)
}

/** The epoch day of a local date. Throws `RangeError` `date-impossible` for anything else. */
export function toEpochDay(date: LocalDate): EpochDay {
  const day = typeof date === 'string' ? parseLocalDate(date) : undefined
  if (day === undefined) {
    throw rangeError('date-impossible', `${quote(date)} is not a date (YYYY-MM-DD)`)
  }
  return day
}

/** The local date of an epoch day. */
export function toLocalDate(day: EpochDay): LocalDate {
  const { year, month, day: dayOfMonth } = civil(day)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
}

export function weekdayOf(day: EpochDay): Weekday {
  return WEEKDAYS[weekdayIndex(day)] as Weekday
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayIndex(day: EpochDay): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The date `months` later on the wall calendar; a day the month lacks becomes its last (Jan 31 + 1 = Feb 28). */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const { year, month, day: dayOfMonth } = civil(day)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return epochDayOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/**
 * The epoch day of a Gregorian date that exists; `month` is 1 to 12.
 * Source: the closed forms over 400-year eras that begin on March 1 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export function epochDayOf(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Year, month (1 to 12) and day of month of an epoch day. */
export function civil(epochDay: EpochDay): { year: number; month: number; day: number } {
  const shifted = epochDay + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** A number as text with leading zeros. */
export function digits(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
