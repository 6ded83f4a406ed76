import { type Calendar, createCalendar } from '@holdfast/calendar'
import { DAY_MILLIS, epochDayOf, toLocalDate } from '@holdfast/kernel'

/** The case that all are measured on: Monday to Friday 09-17 in Zurich, ten holidays a year for twelve years. */
export const timeZone = 'Europe/Zurich'
export const HOUR = 3_600_000
export const DAY = DAY_MILLIS

const [FIRST_YEAR, YEARS] = [2015, 12]

/** The feasts that move, as days from January 1; good enough to be in the way. */
export const holidays: readonly string[] = Array.from({ length: YEARS }, (_, index) => {
  const year = FIRST_YEAR + index
  const fixed = [
    [1, 1],
    [1, 2],
    [5, 1],
    [8, 1],
    [12, 25],
    [12, 26],
  ] as const
  const moving = [93, 96, 134, 145].map((days) => epochDayOf(year, 1, 1) + days)
  return [...fixed.map(([month, day]) => epochDayOf(year, month, day)), ...moving].map(toLocalDate)
}).flat()

const weekday = [['09:00', '17:00']]

export function office(id = 'office'): Calendar {
  return createCalendar({
    id,
    version: 1,
    timeZone,
    hours: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
    holidays: [...holidays],
  })
}

/** 64 instants over three years, at all hours. */
export const starts: readonly number[] = Array.from(
  { length: 64 },
  (_, index) => Date.UTC(2016, 0, 4, 7) + index * 17 * DAY + ((index * 7919) % 1440) * 60_000,
)

export function startAt(index: number): number {
  return starts[index % starts.length] as number
}
