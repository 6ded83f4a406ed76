import { type Calendar, createCalendar, explained, union } from '@holdfast/calendar'
import type { Answer } from './answer.ts'
import { moments, ZONES } from './moments.ts'

const HOUR = 3_600_000

/** Every question to a calendar in each hard zone, and to a union over two of them. */
export function* calendarAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked(calendarIn(timeZone))
  const both = union(calendarIn('Europe/Zurich'), calendarIn('America/New_York'), {
    timeZone: 'Asia/Kathmandu',
  })
  yield* asked(both)
}

/** Nights and holidays by rule, so that windows lie on clock changes and dates on the edges of days. */
export function calendarIn(timeZone: string): Calendar {
  const day = [
    ['08:00', '12:00'],
    ['13:00', '17:30'],
  ]
  return createCalendar({
    id: timeZone,
    version: 1,
    timeZone,
    hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [['22:00', '06:00']] },
    holidays: [
      { easter: 1, name: 'Easter Monday' },
      { month: 12, day: 25, name: 'Christmas Day', observed: 'nearestWeekday' },
    ],
    overrides: { '2020-06-01': [['10:00', '11:00']] },
  })
}

function* asked(calendar: Calendar): Generator<Answer> {
  for (const at of moments(12)) {
    const about = `${calendar.id}, ${at}`
    const due = calendar.add(at, 30 * HOUR)
    yield [
      about,
      {
        due,
        since: calendar.subtract(at, 30 * HOUR),
        between: calendar.between(at, due),
        open: [calendar.isOpen(at), calendar.isHoliday(at)],
        edges: [calendar.nextOpen(at), calendar.nextClose(at)],
        before: [calendar.previousOpen(at), calendar.previousClose(at)],
        intervals: calendar.intervals(at, at + 400 * HOUR),
        days: [calendar.addDays(at, 5), calendar.addDays(at, -5)],
      },
    ]
    yield [`${about}, why`, explained(calendar).add(at, 30 * HOUR).reason]
  }
}
