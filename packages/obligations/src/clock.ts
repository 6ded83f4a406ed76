import type { Calendar } from '@holdfast/calendar'
import {
  addDuration,
  type Duration,
  type Instant,
  type LocalTime,
  MAX_INSTANT,
  toMillis,
  toParts,
} from '@holdfast/kernel'

/**
 * How time counts towards a deadline, and where periods end. A period of business days or of dates has the counted time
 * between its ends, so that pauses are taken out of every kind of clock in one way.
 */
export interface Clock {
  /** Counted milliseconds between two instants. */
  between(from: Instant, to: Instant): number
  /** The earliest instant with so much counted since another; `null` when the range ends before. */
  add(from: Instant, millis: number): Instant | null
  /** The first instant at or after another from which time counts; `null` when none does. */
  nextCounting(at: Instant): Instant | null
  /** Where so many periods from a start end when nothing pauses; `null` when the range ends before. */
  endOf(start: Instant, periods: number): Instant | null
  /** Counted milliseconds of so many periods from a start. */
  budget(start: Instant, periods: number): number
  /** Where a deadline that pauses moved to this instant comes to lie: the end of that day, where days are promised. */
  settle(at: Instant): Instant
  /** Whether periods are lengths of counted time, so that time without any is harmless: closing time to next opening. */
  readonly isTime: boolean
}

/** Time that is open in a calendar. */
export function businessTime(calendar: Calendar, period: Duration): Clock {
  const millis = toMillis(period)
  const add = (from: Instant, counted: number) => addIn(calendar, from, counted)
  return {
    between: calendar.between,
    add,
    nextCounting: calendar.nextOpen,
    endOf: (start, periods) => add(start, periods * millis),
    budget: (_, periods) => periods * millis,
    settle: (at) => at,
    isTime: true,
  }
}

/** Time as it passes. */
export function elapsedTime(period: Duration): Clock {
  const millis = toMillis(period)
  return {
    ...ELAPSED,
    endOf: (start, periods) => inRange(start + periods * millis),
    budget: (_, periods) => periods * millis,
    isTime: true,
  }
}

export interface BusinessDaysOptions {
  readonly due: 'endOfDay' | 'sameTime'
  readonly cutoff?: LocalTime | undefined
}

/** Dates with open time. */
export function businessDays(
  calendar: Calendar,
  period: Duration,
  { due, cutoff }: BusinessDaysOptions,
): Clock {
  const { days } = toParts(period)
  const toEnd = due === 'endOfDay'
  const endOf = (start: Instant, periods: number) =>
    orNull(() =>
      toEnd
        ? calendar.endOfBusinessDay(start, periods * days, cutoff === undefined ? {} : { cutoff })
        : calendar.addDays(start, periods * days),
    )
  return {
    between: calendar.between,
    add: (from, counted) => addIn(calendar, from, counted),
    nextCounting: calendar.nextOpen,
    endOf,
    budget: (start, periods) => calendar.between(start, endOf(start, periods) ?? MAX_INSTANT),
    // The instant before: a close belongs to the day that it ends.
    settle: (at) =>
      toEnd ? (orNull(() => calendar.endOfBusinessDay(Math.max(at - 1, 0), 0)) ?? at) : at,
    isTime: false,
  }
}

/** Dates of a time zone, every one of them. */
export function localDates(timeZone: string, period: Duration): Clock {
  const { months, days } = toParts(period)
  // Counted from the start each time, so that the 31st comes back after a shorter month.
  const endOf = (start: Instant, periods: number) =>
    orNull(() => addDuration(start, `P${months * periods}M${days * periods}D`, timeZone))
  return {
    ...ELAPSED,
    endOf,
    budget: (start, periods) => (endOf(start, periods) ?? MAX_INSTANT) - start,
    isTime: false,
  }
}

const ELAPSED = {
  between: (from: Instant, to: Instant) => to - from,
  add: (from: Instant, counted: number) => inRange(from + counted),
  nextCounting: (at: Instant) => at,
  settle: (at: Instant) => at,
}

function inRange(at: number): Instant | null {
  return at <= MAX_INSTANT ? at : null
}

/** `calendar.add`, or `null` where the calendar has too little open time left. Without a closure: it is asked most. */
function addIn(calendar: Calendar, from: Instant, counted: number): Instant | null {
  try {
    return calendar.add(from, counted)
  } catch (error) {
    return nullOf(error)
  }
}

const PAST_THE_RANGE = new Set(['never-open', 'instant-out-of-range', 'date-out-of-range'])

/** What a question about the time after 2100 gives. */
function orNull(ask: () => Instant): Instant | null {
  try {
    return ask()
  } catch (error) {
    return nullOf(error)
  }
}

function nullOf(error: unknown): null {
  if (PAST_THE_RANGE.has((error as { code?: string }).code ?? '')) return null
  throw error
}
