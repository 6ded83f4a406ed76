import { type Calendar, type CalendarDocument, createCalendar } from '@holdfast/calendar'
import {
  DAY_MILLIS,
  formatInstant,
  type Instant,
  resolveLocal,
  toEpochDay,
  toInstant,
} from '@holdfast/kernel'
import data from './business-time.json' with { type: 'json' }

type Windows = [string, string][]

interface NeutralCalendar {
  timeZone: string
  hours: CalendarDocument['hours']
  holidays?: string[]
  shifts?: Record<string, Windows>
  breaks?: Record<string, Windows>
  /** The same calendar with its nights in one piece. */
  overnightForm?: CalendarDocument['hours']
}

export interface Vector {
  id: string
  calendar: string
  op: string
  at?: string
  from?: string
  to?: string
  date?: string
  fromDate?: string
  toDate?: string
  seconds?: number
  days?: number
  expected: unknown
}

const { calendars, vectors } = data as unknown as {
  calendars: Record<string, NeutralCalendar>
  vectors: Vector[]
}

/** How many cases there are. */
export const CASES = vectors.length

/** A calendar in one of its forms, with the questions about it. */
export interface Subject {
  readonly id: string
  readonly form: string
  readonly calendar: Calendar
  readonly vectors: readonly Vector[]
}

/** Every calendar as it is written, and those of the night also with each night in one piece. */
export function subjects(): Subject[] {
  return Object.entries(calendars).flatMap(([id, { hours, overnightForm }]) => {
    const asked = vectors.filter(({ calendar }) => calendar === id)
    const subject = (form: string, weekly: CalendarDocument['hours']) => ({
      id,
      form,
      calendar: calendarFor(id, weekly),
      vectors: asked,
    })
    const asWritten = subject('as written', hours)
    if (overnightForm === undefined) return [asWritten]
    return [asWritten, subject('with nights in one piece', overnightForm)]
  })
}

function calendarFor(id: string, hours: CalendarDocument['hours']): Calendar {
  const { timeZone, holidays = [], shifts = {}, breaks = {} } = calendars[id] as NeutralCalendar
  return createCalendar({ id, version: 1, timeZone, hours, holidays, overrides: shifts, breaks })
}

const text = (at: Instant | null) => at && formatInstant(at).replace('.000Z', 'Z')
const spans = (intervals: readonly { from: Instant; to: Instant }[]) =>
  intervals.map(({ from, to }) => [text(from), text(to)])

/** What the library answers to a case, in the form of its expected value. */
export function answer(calendar: Calendar, vector: Vector): unknown {
  const { at = '', from = '', to = '', date = '', fromDate = '', toDate = '' } = vector
  const millis = (vector.seconds ?? 0) * 1000
  const days = vector.days ?? 0
  switch (vector.op) {
    case 'add':
      return text(calendar.add(from, millis))
    case 'subtract':
      return text(calendar.subtract(from, millis))
    case 'between':
      return calendar.between(from, to) / 1000
    case 'isOpen':
      return calendar.isOpen(at)
    case 'nextOpen':
      return text(calendar.nextOpen(at))
    case 'previousOpen':
      return text(calendar.previousOpen(at))
    case 'nextClose':
      return text(calendar.nextClose(at))
    case 'intervals':
      return spans(calendar.intervals(from, to))
    case 'dayIntervals': {
      const start = resolveLocal(calendar.timeZone, `${date}T00:00`)
      const end = resolveLocal(calendar.timeZone, (toEpochDay(date) + 1) * DAY_MILLIS)
      return spans(calendar.intervals(start, end))
    }
    case 'addDays':
      return text(calendar.addDays(from, days))
    case 'subtractDays':
      return text(calendar.addDays(from, -days))
    case 'isBusinessDay':
      return calendar.isBusinessDay(date)
    case 'businessDaysBetween':
      return calendar.businessDaysBetween(fromDate, toDate)
    case 'isHoliday':
      return calendar.isHoliday(at)
    case 'isBreak':
      return calendar.isBreak(at)
    default:
      throw new Error(`no such question: ${vector.op}`)
  }
}

/** Where a text names a sub-second, its milliseconds are kept; elsewhere the vectors leave them out. */
export const normal = (expected: unknown) =>
  typeof expected === 'string' ? text(toInstant(expected)) : expected
