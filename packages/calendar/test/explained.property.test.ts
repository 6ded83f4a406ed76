import { explanationFaults, type Question } from '@holdfast/kernel/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Calendar, calendarPhrases, explained, intersection, union } from '../src/index.ts'
import { calendars, dateNear, durations, instants } from './arbitraries.ts'

function questions(
  [at, to]: [number, number],
  duration: number,
  dates: [string, string],
): Question[] {
  return [
    ...[
      'isOpen',
      'nextOpen',
      'nextClose',
      'previousOpen',
      'previousClose',
      'isHoliday',
      'isBreak',
    ].map((method) => ({ method, args: [at] })),
    { method: 'add', args: [at, duration] },
    { method: 'add', args: [at, -duration] },
    { method: 'subtract', args: [at, duration] },
    { method: 'between', args: [at, to] },
    { method: 'intervals', args: [at, to] },
    { method: 'addDays', args: [at, 3] },
    { method: 'addDays', args: [at, -2] },
    { method: 'endOfBusinessDay', args: [at, 1, { cutoff: '15:00' }] },
    { method: 'endOfBusinessDay', args: [at, 0] },
    { method: 'isBusinessDay', args: [dates[0]] },
    { method: 'businessDaysBetween', args: dates },
    { method: 'isOpen', args: ['yesterday'] },
    { method: 'add', args: [at, 'P1D'] },
  ]
}

it('an explanation answers what the calendar answers, and every reason has words', () => {
  fc.assert(
    fc.property(calendars(), calendars(), instants(2), durations, (some, other, ask, duration) => {
      const options = { timeZone: some.document.timeZone }
      const asked = ask(some) as [number, number]
      const dates: [string, string] = [dateNear(some.hard.date, -3), dateNear(some.hard.date, 4)]
      const subjects: Calendar[] = [
        some.calendar,
        union(some.calendar, other.calendar, options),
        intersection(some.calendar, union(some.calendar, other.calendar, options), options),
      ]
      for (const calendar of subjects) {
        const explaining = explained(calendar)
        for (const question of questions(asked, duration, dates)) {
          expect(explanationFaults(calendar, explaining, question, calendarPhrases)).toEqual([])
        }
      }
    }),
    { numRuns: 30 },
  )
})

it('the open spans of an explanation are the time that was counted', () => {
  fc.assert(
    fc.property(calendars(), instants(1), durations, ({ calendar, ...some }, ask, duration) => {
      const [at] = ask({ ...some }) as [number]
      const { value, reason } = explained(calendar).add(at, duration)
      const open = reason.children.filter(({ code }) => code === 'calendar.open')
      const counted = open.reduce((sum, { params }) => sum + Number(params['millis']), 0)
      expect(counted).toBe(duration)
      const told = reason.children.reduce(
        (sum, { span }) => sum + (span ? span.to - span.from : 0),
        0,
      )
      expect(told).toBe(value - at)
    }),
  )
})
