import { createCalendar } from '@holdfast/calendar'
import { holidaysFrom } from '@holdfast/icalendar'
import { expect, test } from 'vitest'
import { calendarOf } from './calendars.ts'

const IN_2027 = { from: '2027-01-01', to: '2028-01-01' }

const day = (uid: string, date: string, summary: string, ...more: readonly string[]) => [
  `UID:${uid}`,
  `DTSTART;VALUE=DATE:${date}`,
  `SUMMARY:${summary}`,
  ...more,
]

test('holidays are events of whole days, free or not', () => {
  const text = calendarOf(
    day('2', '20270801', 'Bundesfeier', 'TRANSP:TRANSPARENT'),
    day('1', '20270501', 'Tag der Arbeit'),
  )
  expect(holidaysFrom(text, IN_2027).holidays).toEqual([
    { date: '2027-05-01', name: 'Tag der Arbeit' },
    { date: '2027-08-01', name: 'Bundesfeier' },
  ])
})

test('those that come every year are in the years asked for', () => {
  const text = calendarOf(day('1', '20101225', 'Christmas Day', 'RRULE:FREQ=YEARLY'))
  const { holidays } = holidaysFrom(text, { from: '2027-01-01', to: '2029-12-25' })
  expect(holidays.map(({ date }) => date)).toEqual(['2027-12-25', '2028-12-25'])
})

test('several days are several dates, of which those asked for count', () => {
  const text = calendarOf(day('1', '20271230', 'Company holidays', 'DTEND;VALUE=DATE:20280103'))
  const { holidays } = holidaysFrom(text, IN_2027)
  expect(holidays.map(({ date }) => date)).toEqual(['2027-12-30', '2027-12-31'])
})

test('two on one date are one, with both names', () => {
  const text = calendarOf(day('1', '20270506', 'Ascension Day'), day('2', '20270506', 'Team day'))
  expect(holidaysFrom(text, IN_2027).holidays).toEqual([
    { date: '2027-05-06', name: 'Ascension Day / Team day' },
  ])
})

test('an event with times is no holiday, and listed once however often it comes', () => {
  const meeting = ['UID:1', 'DTSTART:20270301T090000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=9']
  const { holidays, unread } = holidaysFrom(calendarOf(meeting), IN_2027)
  expect(holidays).toEqual([])
  expect(unread.map(({ code, line }) => [code, line])).toEqual([['not-all-day', 4]])
})

test('a calendar takes them as they are', () => {
  const { holidays } = holidaysFrom(calendarOf(day('1', '20270301', 'Carnival')), IN_2027)
  const hours = { mon: [['08:00', '17:00']] }
  const desk = createCalendar({
    id: 'desk',
    version: 1,
    timeZone: 'Europe/Zurich',
    hours,
    holidays,
  })
  expect(desk.isOpen('2027-03-01T10:00:00+01:00')).toBe(false)
  expect(desk.isOpen('2027-03-08T10:00:00+01:00')).toBe(true)
})
