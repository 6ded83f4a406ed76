import type { CalendarDocument } from '@holdfast/calendar'
import {
  civil,
  type EpochDay,
  epochDayOf,
  FIRST_DAY,
  type LocalDate,
  quote,
  rangeError,
  toEpochDay,
  toLocalDate,
} from '@holdfast/kernel'
import Holidays, { type HolidaysTypes } from 'date-holidays'
import { type DayOff, daysOff } from './days-off.ts'
import { assertPlace, type Place } from './places.ts'

/** What kinds of holidays the data tells apart. */
export const HOLIDAY_TYPES = ['public', 'bank', 'school', 'optional', 'observance'] as const

export type HolidayType = (typeof HOLIDAY_TYPES)[number]

/** Which holidays, and of which dates. */
export interface HolidaysQuestion extends Place {
  /** The first date. */
  readonly from: LocalDate
  /** The date after the last, to 2077-01-01: the tables of the Islamic calendar end there. */
  readonly to: LocalDate
  /** Only `public` when left out. */
  readonly types?: readonly HolidayType[] | undefined
  /** In which languages names are wanted, the best first (ISO 639-1); those of the country when left out, or unknown. */
  readonly languages?: readonly string[] | undefined
}

/** Holidays as a calendar document takes them, in order of their dates. */
export interface PublicHolidays {
  /** Whole dates; the name of one with several has all of them. */
  readonly holidays: { date: LocalDate; name: string }[]
  /** The parts of dates that are off, such as an afternoon, by date. */
  readonly breaks: NonNullable<CalendarDocument['breaks']>
}

/** The first date without all tables: later, countries with Islamic holidays would silently miss some. */
const END_OF_TABLES: EpochDay = epochDayOf(2077, 1, 1)

/**
 * The holidays of a country, or of a part of it, with the days they are moved to.
 *
 * Throws `RangeError` `country-unknown`, `state-unknown`, `region-unknown` (with `didYouMean`), `type-unknown`,
 * `date-impossible`, `date-out-of-range` and `span-reversed`.
 */
export function publicHolidays(question: HolidaysQuestion): PublicHolidays {
  const span = spanOf(question)
  const { types = ['public'] } = question
  assertTypes(types)
  assertPlace(question)
  const all = holidaysBetween(question, span)
    .filter(({ type }) => types.includes(type))
    .flatMap(daysOff)
    .filter(({ day }) => day >= span.from && day < span.to)
  const whole = namesByDay(all.filter(({ part }) => part === undefined))
  const parts = all.filter(({ day, part }) => part !== undefined && !whole.has(day))
  return {
    holidays: [...whole].map(([day, names]) => ({
      date: toLocalDate(day),
      name: names.join(' / '),
    })),
    breaks: breaksOf(parts),
  }
}

interface Span {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** A year more on each side: a holiday may be observed in the year before its own, or go on in the next. */
function holidaysBetween(
  { country, state, region, languages }: HolidaysQuestion,
  { from, to }: Span,
): HolidaysTypes.Holiday[] {
  const place = {
    country,
    ...(state !== undefined && { state }),
    ...(region !== undefined && { region }),
  }
  const library = new Holidays(place, {
    timezone: 'UTC',
    ...(languages !== undefined && { languages: [...languages] }),
  })
  const [first, last] = [civil(from).year - 1, civil(to).year + 1]
  const years = Array.from({ length: last - first + 1 }, (_, nth) => first + nth)
  return years.flatMap((year) => library.getHolidays(year))
}

function namesByDay(days: readonly DayOff[]): ReadonlyMap<EpochDay, readonly string[]> {
  const names = new Map<EpochDay, string[]>()
  for (const { day, name } of days.toSorted((a, b) => a.day - b.day)) {
    const known = names.get(day)
    if (known === undefined) names.set(day, [name])
    else if (!known.includes(name)) known.push(name)
  }
  return names
}

/** By date; windows of one date that touch or overlap become one, since those of a calendar must not overlap. */
function breaksOf(parts: readonly DayOff[]): PublicHolidays['breaks'] {
  const breaks: Record<LocalDate, string[][]> = {}
  for (const { day, part } of parts.toSorted((a, b) => a.day - b.day)) {
    const date = toLocalDate(day)
    breaks[date] = [...(breaks[date] ?? []), [...(part as readonly string[])]]
  }
  return Object.fromEntries(
    Object.entries(breaks).map(([date, windows]) => [date, merged(windows)]),
  )
}

/** Times of day are in order as texts. */
const byText = ([a = '']: readonly string[], [b = '']: readonly string[]) => (a < b ? -1 : 1)

function merged(windows: readonly string[][]): string[][] {
  const all: string[][] = []
  for (const [from = '', to = ''] of windows.toSorted(byText)) {
    const last = all.at(-1)
    if (last === undefined || from > (last[1] ?? '')) all.push([from, to])
    else if (to > (last[1] ?? '')) last[1] = to
  }
  return all
}

/** Throws `RangeError` `date-impossible`, `span-reversed` and `date-out-of-range`. */
function spanOf({ from, to }: HolidaysQuestion): Span {
  const [first, end] = [toEpochDay(from), toEpochDay(to)]
  if (first > end) throw rangeError('span-reversed', 'the dates end before they begin')
  if (first < FIRST_DAY || end > END_OF_TABLES) {
    const message = `${from} to ${to} is not within 1970-01-01 to ${toLocalDate(END_OF_TABLES)}`
    throw rangeError('date-out-of-range', message)
  }
  return { from: first, to: end }
}

function assertTypes(types: readonly string[]): void {
  for (const type of types) {
    if ((HOLIDAY_TYPES as readonly string[]).includes(type)) continue
    throw rangeError('type-unknown', `${quote(type)} is none of ${HOLIDAY_TYPES.join(', ')}`)
  }
}
