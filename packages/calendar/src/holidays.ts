import {
  civil,
  daysInMonth,
  type EpochDay,
  epochDayOf,
  toEpochDay,
  WEEKDAYS,
  weekdayIndex,
} from '@holdfast/kernel'
import type { HolidayEntry } from './document.ts'
import { easterSunday, orthodoxEasterSunday } from './easter.ts'

/** A date on which a calendar's weekly hours do not hold. */
export interface Holiday {
  readonly day: EpochDay
  /** The day it is a substitute for. */
  readonly insteadOf?: EpochDay
  readonly name?: string
  /** Where its entry stands in the list. */
  readonly index: number
  /** The place of its entry in the document. */
  readonly pointer: string
}

type Dated = Extract<HolidayEntry, string | { date: string }>
type Recurring = Exclude<HolidayEntry, Dated>

/** Whether an entry is one date, and not a rule. */
export function isDated(entry: HolidayEntry): entry is Dated {
  return typeof entry === 'string' || 'date' in entry
}

/** The day of an entry that is one date. */
export function dayOfDated(entry: Dated): EpochDay {
  return toEpochDay(typeof entry === 'string' ? entry : entry.date)
}

/**
 * The holiday on a day, if there is one. Rules are worked out for a year when it is first asked for.
 * **Ties**: of two entries on one date, a date gives the name before a rule does, then the earlier in the document.
 */
export function holidayFinder(
  entries: readonly HolidayEntry[],
): (day: EpochDay) => Holiday | undefined {
  const dated = new Map<EpochDay, Holiday>()
  const rules: Rule[] = []
  for (const [index, entry] of entries.entries()) {
    if (!isDated(entry)) {
      rules.push({ entry, index })
      continue
    }
    const day = dayOfDated(entry)
    if (!dated.has(day)) dated.set(day, holidayOf(entry, index, day))
  }
  if (rules.length === 0) return (day) => dated.get(day)

  const actualIn = perYear((year) => actualHolidays(rules, year))
  const observedFrom = (year: number, earlier: readonly Holiday[]) => {
    const fixed = [...earlier, ...actualIn(year), ...actualIn(year + 1)]
    return observedHolidays(actualIn(year), new Set(fixed.map(({ day }) => day)), dated)
  }
  // Substitutes for the last days of a year may take the first weekdays of the next.
  const observedIn = perYear((year) => observedFrom(year, observedFrom(year - 1, [])))
  const recurringIn = perYear((year) => {
    // Neighboring years too: January 1 on a Saturday may be observed on December 31.
    const around = [year - 1, year, year + 1].flatMap(observedIn)
    const laterFirst = around.sort((a, b) => b.index - a.index)
    return new Map(laterFirst.map((holiday) => [holiday.day, holiday]))
  })
  return (day) => dated.get(day) ?? recurringIn(civil(day).year).get(day)
}

/** A function of the year that works each one out once. */
function perYear<T>(compute: (year: number) => T): (year: number) => T {
  const known = new Map<number, T>()
  return (year) => {
    const before = known.get(year)
    if (before !== undefined) return before
    const value = compute(year)
    known.set(year, value)
    return value
  }
}

interface Rule {
  readonly entry: Recurring
  readonly index: number
}

/** A rule with its date in a year, before any is moved. */
interface Actual extends Rule {
  readonly day: EpochDay
}

/** The recurring holidays that belong to a year, moved where their rule says so. Adds what they take to `taken`. */
function observedHolidays(
  actual: readonly Actual[],
  taken: Set<EpochDay>,
  dated: ReadonlyMap<EpochDay, Holiday>,
): Holiday[] {
  const isFree = (day: EpochDay) => !taken.has(day) && !dated.has(day)
  return actual.flatMap(({ entry, index, day }) => {
    const observed = observedDay(day, entry.observed, isFree)
    if (observed === day) return [holidayOf(entry, index, day)]
    taken.add(observed)
    const substitute = { ...holidayOf(entry, index, observed), insteadOf: day }
    return entry.alsoOnTheDay === true ? [holidayOf(entry, index, day), substitute] : [substitute]
  })
}

/** In order of date, so that of two holidays on one weekend the first takes the first free weekday. */
function actualHolidays(rules: readonly Rule[], year: number): Actual[] {
  return rules
    .flatMap(({ entry, index }): Actual[] => {
      const { firstYear = year, lastYear = year } = entry
      const day = year < firstYear || year > lastYear ? undefined : dayIn(entry, year)
      return day === undefined ? [] : [{ entry, index, day }]
    })
    .sort((a, b) => a.day - b.day || a.index - b.index)
}

/** The date of a rule in a year; none for February 29 in a common year, or a fifth Monday of a month with four. */
function dayIn(entry: Recurring, year: number): EpochDay | undefined {
  if ('easter' in entry) return easterSunday(year) + entry.easter
  if ('orthodoxEaster' in entry) return orthodoxEasterSunday(year) + entry.orthodoxEaster
  const length = daysInMonth(year, entry.month)
  if ('day' in entry) {
    return entry.day <= length ? epochDayOf(year, entry.month, entry.day) : undefined
  }
  const first = epochDayOf(year, entry.month, 1)
  const wanted = (WEEKDAYS as readonly string[]).indexOf(entry.weekday)
  const toFirst = (wanted - weekdayIndex(first) + 7) % 7
  const count = Math.floor((length - 1 - toFirst) / 7) + 1
  const place = entry.nth > 0 ? entry.nth - 1 : count + entry.nth
  return place >= 0 && place < count ? first + toFirst + 7 * place : undefined
}

/**
 * Where a holiday on a weekend is observed. `nearestWeekday`: Saturday's on Friday, Sunday's on Monday (United States,
 * 5 U.S.C. 6103). `nextWeekday`: on the next weekday that is no holiday (United Kingdom, substitute days).
 * `mondayIfSunday`: only Sunday's, on Monday.
 */
function observedDay(
  day: EpochDay,
  rule: string | undefined,
  isFree: (day: EpochDay) => boolean,
): EpochDay {
  const weekday = weekdayIndex(day)
  if (rule === undefined || weekday < 5) return day
  if (rule === 'mondayIfSunday') return weekday === 6 ? day + 1 : day
  if (rule === 'nearestWeekday') return weekday === 5 ? day - 1 : day + 1
  let next = day + 7 - weekday
  while (!isFree(next) || weekdayIndex(next) > 4) next++
  return next
}

function holidayOf(entry: HolidayEntry, index: number, day: EpochDay): Holiday {
  const name = typeof entry === 'string' ? undefined : entry.name
  return { day, index, pointer: `/holidays/${index}`, ...(name !== undefined && { name }) }
}
