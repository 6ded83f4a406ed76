import {
  type Duration,
  formatInstant,
  type Instant,
  type InstantLike,
  type Interval,
  type IntervalSet,
  rangeError,
  toInstant,
  toMillis,
  zoneOf,
} from '@holdfast/kernel'
import { type BusinessDays, businessDays } from './business-days.ts'
import type { CalendarDocument } from './document.ts'
import { intervalTable } from './interval-table.ts'

/**
 * When time counts. Every question is answered from one list of open intervals `[open, close)`, so the closing instant
 * is closed, and answers never contradict each other. Arguments may be anything `InstantLike`; answers are instants
 * (epoch milliseconds). Length is elapsed time: a night with a clock change counts 7 or 9 of 8 hours.
 *
 * All methods throw `TypeError` `not-an-instant` and `RangeError` `instant-out-of-range` (1970 to 2100) on what they
 * are given. Those that look for open time give `null`, or throw `RangeError` `never-open`, when the range has none.
 */
export interface Calendar extends BusinessDays {
  readonly id: string
  /** The zone in which questions about dates are meant. */
  readonly timeZone: string
  /** What it was made from. */
  readonly definition: CalendarDefinition

  isOpen(at: InstantLike): boolean
  /**
   * The earliest instant by which `duration` of open time has passed since `at`: it lands on a close, not on the next
   * opening. Zero gives `at` itself; a negative duration subtracts.
   * Throws `RangeError` `never-open` when too little open time is left before 2101.
   */
  add(at: InstantLike, duration: Duration): Instant
  /** The latest instant from which `duration` of open time passes until `at`. The mirror of `add`. */
  subtract(at: InstantLike, duration: Duration): Instant
  /** Open milliseconds from one instant to another; negative when `to` is the earlier. */
  between(from: InstantLike, to: InstantLike): number
  /** The first open instant at or after `at`: `at` itself when it is open. */
  nextOpen(at: InstantLike): Instant | null
  /** The first close after `at`. Time that is open without end has none. */
  nextClose(at: InstantLike): Instant | null
  /** The latest instant at or before `at` with open time just before it: `at` itself when it is inside or on a close. */
  previousOpen(at: InstantLike): Instant | null
  /** The last close before `at`. */
  previousClose(at: InstantLike): Instant | null
  /** The open intervals inside `[from, to)`, in order; none touch. Throws `RangeError` `interval-empty` if `to` is before `from`. */
  intervals(from: InstantLike, to: InstantLike): Interval[]
  /** Whether the local date of `at` is a holiday, also where an override opens it. */
  isHoliday(at: InstantLike): boolean
  /** Whether a dated break holds at `at`, open or not. */
  isBreak(at: InstantLike): boolean
}

/** What a calendar was made from: a document, or other calendars. */
export type CalendarDefinition =
  | { readonly kind: 'document'; readonly document: CalendarDocument }
  | { readonly kind: 'always' }
  | {
      readonly kind: 'union' | 'intersection' | 'difference'
      readonly of: readonly [Calendar, Calendar]
    }

/** The parts from which a calendar is made. */
export interface CalendarParts {
  readonly id: string
  readonly timeZone: string
  readonly definition: CalendarDefinition
  openTime(from: Instant, to: Instant): IntervalSet
  isHoliday(at: Instant): boolean
  isBreak(at: Instant): boolean
}

export function calendarOf(parts: CalendarParts): Calendar {
  const { id, timeZone, definition } = parts
  const table = intervalTable(parts.openTime)

  function addMillis(at: Instant, millis: number): Instant {
    if (millis === 0) return at
    const total = table.openBefore(at) + millis
    const reached = millis > 0 ? table.earliestWith(total) : table.latestWith(total)
    if (reached === null) throw neverOpen(id, at, millis)
    return reached
  }

  return Object.freeze({
    id,
    timeZone,
    definition,
    isOpen: (at) => table.isOpen(toInstant(at)),
    add: (at, duration) => addMillis(toInstant(at), toMillis(duration)),
    subtract: (at, duration) => addMillis(toInstant(at), -toMillis(duration)),
    between: (from, to) => {
      const [start, end] = [toInstant(from), toInstant(to)]
      // The earlier call may compile years, but never moves the anchor of the totals.
      return table.openBefore(end) - table.openBefore(start)
    },
    nextOpen: (at) => table.nextOpen(toInstant(at)),
    nextClose: (at) => table.nextClose(toInstant(at)),
    previousOpen: (at) => table.previousOpen(toInstant(at)),
    previousClose: (at) => table.previousClose(toInstant(at)),
    intervals: (from, to) => {
      const [start, end] = [toInstant(from), toInstant(to)]
      if (start > end) {
        const span = `${formatInstant(start)} to ${formatInstant(end)}`
        throw rangeError('interval-empty', `the span from ${span} ends before it begins`)
      }
      return table.intervals(start, end)
    },
    isHoliday: (at) => parts.isHoliday(toInstant(at)),
    isBreak: (at) => parts.isBreak(toInstant(at)),
    ...businessDays(table, zoneOf(timeZone)),
  } satisfies Calendar)
}

function neverOpen(id: string, at: Instant, millis: number): RangeError {
  const wanted = `${millis} ms of open time from ${formatInstant(at)}`
  return rangeError('never-open', `calendar "${id}" does not have ${wanted} within 1970 to 2100`)
}
