import {
  DAY_MILLIS,
  dayOfLocal,
  type EpochDay,
  FIRST_DAY,
  formatInstant,
  type Instant,
  type InstantLike,
  LAST_DAY,
  type LocalDate,
  type LocalMillis,
  type LocalTime,
  localDayAt,
  localTimeAt,
  MAX_INSTANT,
  MIN_INSTANT,
  parseLocalTime,
  quote,
  rangeError,
  resolveLocal,
  toEpochDay,
  toInstant,
  type Zone,
} from '@holdfast/kernel'
import type { IntervalTable } from './interval-table.ts'

/** Questions about dates, in the calendar's zone. A business date is one with any open time: nothing else decides. */
export interface BusinessDays {
  /** Throws `RangeError` `date-impossible`, and `date-out-of-range` outside 1970 to 2100. */
  isBusinessDay(date: LocalDate): boolean
  /**
   * Business dates after `from` up to and including `to`; negative when `to` is the earlier.
   * Throws `RangeError` `date-impossible`, and `date-out-of-range` outside 1970 to 2100.
   */
  businessDaysBetween(from: LocalDate, to: LocalDate): number
  /**
   * The same local time on the n-th business date after that of `at` (Saturday + 1 is Monday), then forward to open
   * time. A negative `n` counts back and then goes back to the latest open time; 0 gives `at` itself.
   * Throws `RangeError` `days-invalid` unless `n` is whole, and `never-open` when the range has too few.
   */
  addDays(at: InstantLike, n: number): Instant
  /**
   * The end of the n-th business day: the last close within that local date (its midnight, when a shift runs through).
   * Day 0 is the date of `at` if it is a business date, else the next one; what comes at or after `cutoff` counts from
   * the next one, and day 0 is never one that ended before `at`.
   * Throws `RangeError` `days-invalid` unless `n` is whole and not negative, `time-invalid`, and `never-open`.
   */
  endOfBusinessDay(at: InstantLike, n: number, options?: { readonly cutoff?: LocalTime }): Instant
}

export function businessDays(table: IntervalTable, zone: Zone): BusinessDays {
  const dayAt = (at: Instant): EpochDay => localDayAt(zone, at)

  /** The instant of a local time, held inside the range of instants: dates at its ends may begin before or end after. */
  const instantOf = (local: LocalMillis): Instant =>
    Math.min(Math.max(resolveLocal(zone, local), MIN_INSTANT), MAX_INSTANT)

  const startOf = (day: EpochDay): Instant => instantOf(day * DAY_MILLIS)

  /** The date that open time counts for. Clocks that go back over midnight show the old date once more: not this. */
  function dateOf(open: Instant): EpochDay {
    const day = dayAt(open)
    return startOf(day + 1) <= open ? day + 1 : day
  }

  function isBusinessDay(day: EpochDay): boolean {
    const opens = table.nextOpen(startOf(day))
    return opens !== null && opens < startOf(day + 1)
  }

  /** The first business date at or after a date. */
  function next(day: EpochDay): EpochDay | null {
    const opens = table.nextOpen(startOf(day))
    return opens === null ? null : dateOf(opens)
  }

  /** The last business date at or before a date. */
  function previous(day: EpochDay): EpochDay | null {
    const closes = table.previousOpen(startOf(day + 1))
    return closes === null ? null : dateOf(closes - 1)
  }

  /** The n-th business date after a date, or before it when `n` is negative. */
  function nth(day: EpochDay, n: number): EpochDay | null {
    let reached: EpochDay | null = day
    for (let left = n; left > 0 && reached !== null; left--) reached = next(reached + 1)
    for (let left = n; left < 0 && reached !== null; left++) reached = previous(reached - 1)
    return reached
  }

  function countAfter(first: EpochDay, last: EpochDay): number {
    let count = 0
    for (let day = next(first + 1); day !== null && day <= last; day = next(day + 1)) count++
    return count
  }

  function addDays(at: Instant, n: number): Instant {
    if (n === 0) return at
    const local = localTimeAt(zone, at)
    const timeOfDay = local - dayOfLocal(local) * DAY_MILLIS
    const day = nth(dayOfLocal(local), n)
    if (day === null) throw tooFew(at, n)
    const sameTime = instantOf(day * DAY_MILLIS + timeOfDay)
    const open = n > 0 ? table.nextOpen(sameTime) : table.previousOpen(sameTime)
    if (open === null) throw tooFew(at, n)
    return open
  }

  function endOfBusinessDay(at: Instant, n: number, cutoff: number | undefined): Instant {
    const today = dayAt(at)
    const tooLate = cutoff !== undefined && localTimeAt(zone, at) - today * DAY_MILLIS >= cutoff
    let first = next(tooLate ? today + 1 : today)
    if (first !== null && endOf(first) < at) first = next(first + 1)
    const day = first === null ? null : nth(first, n)
    if (day === null) throw tooFew(at, n)
    return endOf(day)
  }

  /** The last close within a business date. */
  function endOf(day: EpochDay): Instant {
    return table.previousOpen(startOf(day + 1)) as Instant
  }

  return {
    isBusinessDay: (date) => isBusinessDay(dayOf(date)),
    businessDaysBetween(from, to) {
      const [first, last] = [dayOf(from), dayOf(to)]
      return first <= last ? countAfter(first, last) : 0 - countAfter(last, first)
    },
    addDays: (at, n) => addDays(toInstant(at), wholeDays(n)),
    endOfBusinessDay: (at, n, { cutoff } = {}) => {
      if (wholeDays(n) < 0) throw daysInvalid(n)
      return endOfBusinessDay(toInstant(at), n, cutoff === undefined ? undefined : timeOf(cutoff))
    },
  }
}

/** The epoch day of a date that instants of the range can have. */
function dayOf(date: LocalDate): EpochDay {
  const day = toEpochDay(date)
  if (day >= FIRST_DAY && day <= LAST_DAY) return day
  throw rangeError('date-out-of-range', `${date} is not in the years 1970 to 2100`)
}

function wholeDays(n: number): number {
  if (!Number.isSafeInteger(n)) throw daysInvalid(n)
  return n
}

function daysInvalid(n: number): RangeError {
  return rangeError('days-invalid', `${quote(n)} is not a number of business days`)
}

function timeOf(cutoff: LocalTime): number {
  const millis = parseLocalTime(cutoff)
  if (millis === undefined) {
    throw rangeError('time-invalid', `${quote(cutoff)} is not a time of day such as "16:00"`)
  }
  return millis
}

function tooFew(at: Instant, n: number): RangeError {
  const wanted = `${n} business days from ${formatInstant(at)}`
  return rangeError('never-open', `there are not ${wanted} within 1970 to 2100`)
}
