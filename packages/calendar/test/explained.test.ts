import type { Reason } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import {
  type Calendar,
  calendarPhrases,
  createCalendar,
  difference,
  explained,
  intersection,
  union,
} from '../src/index.ts'
import { desk } from './desk.ts'

const calendar = createCalendar(desk)

/** The codes of a reason, nested as it is. */
function outline({ code, children }: Reason): unknown {
  return children.length === 0 ? code : [code, ...children.map(outline)]
}

describe('why it is due then', () => {
  const { reason } = explained(calendar).add('2024-03-28T15:00:00Z', 'PT4H')

  it('names the hours that counted, the holidays that did not, and the clock change', () => {
    expect(outline(reason)).toEqual([
      'calendar.add',
      ['calendar.open', 'calendar.hours'],
      ['calendar.closed', 'calendar.holiday', 'calendar.holiday', 'calendar.clockChange'],
      ['calendar.open', 'calendar.hours'],
    ])
  })

  it('points into the document', () => {
    const [first, closed] = reason.children
    expect(first?.children[0]?.source).toEqual({
      document: 'desk',
      version: 3,
      pointer: '/hours/thu/1',
    })
    expect(closed?.children.map(({ source }) => source?.pointer)).toEqual([
      '/holidays/0',
      '/holidays/1',
      undefined,
    ])
  })

  it('reads as English', () => {
    const text = renderReason(reason, { timeZone: 'Europe/Zurich', phrases: [calendarPhrases] })
    expect(text).toContain('Good Friday')
    expect(text).toContain('hours on Thursdays: 13:00 to 17:00')
    expect(text).toContain('clocks go forward')
    expect(text).not.toContain('calendar.')
  })
})

describe('why it is open or closed', () => {
  const pointers = (at: string) =>
    explained(calendar)
      .isOpen(at)
      .reason.children.map(({ code, source }) => `${code} ${source?.pointer}`)

  it('is the entry of the document that makes it so', () => {
    expect(pointers('2024-06-03T07:00:00Z')).toEqual(['calendar.hours /hours/mon/0'])
    expect(pointers('2024-06-03T10:30:00Z')).toEqual(['calendar.outsideHours /hours/mon'])
    expect(pointers('2024-06-04T07:30:00Z')).toEqual(['calendar.break /breaks/2024-06-04/0'])
    expect(pointers('2024-12-24T08:00:00Z')).toEqual(['calendar.override /overrides/2024-12-24/0'])
    expect(pointers('2024-12-24T11:00:00Z')).toEqual([
      'calendar.outsideOverride /overrides/2024-12-24',
    ])
    expect(pointers('2024-12-25T08:00:00Z')).toEqual(['calendar.holiday /holidays/2'])
  })

  it('is told for each of the calendars that were combined', () => {
    const customer = createCalendar({
      ...desk,
      id: 'customer',
      hours: { mon: [['06:00', '09:00']] },
    })
    const both = intersection(calendar, customer, { timeZone: 'Europe/Zurich' })
    const parts = (at: string) =>
      explained(both)
        .isOpen(at)
        .reason.children.map(({ params }) => [params['calendar'], params['open']])
    expect(parts('2024-06-03T08:00:00Z')).toEqual([['customer', false]])
    expect(parts('2024-06-03T06:30:00Z')).toEqual([
      ['desk', true],
      ['customer', true],
    ])
    const outside = difference(calendar, customer, { timeZone: 'Europe/Zurich' })
    expect(explained(outside).isOpen('2024-06-03T06:30:00Z').reason.children).toMatchObject([
      { params: { calendar: 'customer', open: true } },
    ])
  })
})

describe('why a night is open or closed', () => {
  const nights = {
    id: 'nights',
    version: 1,
    timeZone: 'Europe/Zurich',
    hours: { thu: [['22:00', '06:00']], fri: [['22:00', '06:00']] },
  }
  const afterMidnight = (parts: object) =>
    explained(createCalendar({ ...nights, ...parts }))
      .isOpen('2024-06-08T00:30:00+02:00')
      .reason.children.map(({ source, params }) => [source?.pointer, params['from'], params['to']])

  it('is the shift that began the evening before, in the words of the document', () => {
    expect(afterMidnight({})).toEqual([['/hours/fri/0', '22:00', '06:00']])
    expect(afterMidnight({ holidays: ['2024-06-07'] })).toEqual([
      ['/hours/fri/0', '22:00', '06:00'],
    ])
  })

  it('is the break that began the evening before', () => {
    expect(afterMidnight({ breaks: { '2024-06-07': [['23:00', '01:00']] } })).toEqual([
      ['/breaks/2024-06-07/0', '23:00', '01:00'],
    ])
  })

  it('is the entry that took the shift of the evening before', () => {
    const belongsTo = 'startDate'
    expect(afterMidnight({ belongsTo, holidays: ['2024-06-07'] })).toEqual([
      ['/holidays/0', undefined, undefined],
    ])
    expect(afterMidnight({ belongsTo, overrides: { '2024-06-07': [] } })).toEqual([
      ['/overrides/2024-06-07', null, null],
    ])
    expect(afterMidnight({ belongsTo, overrides: { '2024-06-07': [['08:00', '12:00']] } })).toEqual(
      [['/overrides/2024-06-07', undefined, undefined]],
    )
  })
})

it('an override that shortens a day is named beside what closes the days around it', () => {
  const christmas = createCalendar({
    ...desk,
    holidays: ['2024-12-25'],
    overrides: { '2024-12-24': [['08:00', '11:00']], '2024-12-26': [['14:00', '17:00']] },
  })
  const { reason } = explained(christmas).nextOpen('2024-12-24T12:00:00Z')
  expect(
    reason.children.flatMap(({ children }) => children.map(({ source }) => source?.pointer)),
  ).toEqual(['/overrides/2024-12-24', '/holidays/0', '/overrides/2024-12-26'])
})

it('a date that a zone left out is the cause of nothing', () => {
  const pointers = (parts: object) => {
    const apia = createCalendar({ ...desk, timeZone: 'Pacific/Apia', ...parts })
    return explained(apia)
      .between('2011-12-29T12:00:00Z', '2011-12-30T22:00:00Z')
      .reason.children.flatMap(({ children }) => children.map(({ source }) => source?.pointer))
  }
  const nights = { thu: [['22:00', '24:00']], fri: [['08:00', '12:00']], sat: [['00:00', '24:00']] }
  expect(pointers({ hours: nights })).not.toContain('/hours/fri/0')
  expect(pointers({ holidays: ['2011-12-30'] })).not.toContain('/holidays/0')
  // But for its night, which would run on into the next.
  const night = { hours: { fri: [['22:00', '06:00']] }, belongsTo: 'startDate' }
  expect(pointers({ ...night, holidays: ['2011-12-30'] })).toContain('/holidays/0')
})

it('a clock change at which a span ends is told', () => {
  const early = createCalendar({ ...desk, hours: { sun: [['03:00', '05:00']] } })
  const { reason } = explained(early).nextOpen('2024-03-30T12:00:00Z')
  expect(outline(reason)).toEqual([
    'calendar.nextOpen',
    ['calendar.closed', 'calendar.outsideHours', 'calendar.clockChange'],
  ])
})

it('reads as English also of one thing, and of a moment', () => {
  const text = ({ reason }: { reason: Reason }) =>
    renderReason(reason, { timeZone: 'Europe/Zurich', phrases: [calendarPhrases] })
  const told = explained(calendar)
  expect(text(told.addDays('2024-06-03T08:00:00Z', 1))).toMatch(/^1 business day after/)
  expect(text(told.addDays('2024-06-06T08:00:00Z', -2))).toMatch(/^2 business days before/)
  expect(text(told.businessDaysBetween('2024-06-04', '2024-06-03'))).toMatch(/^−1 business day /)
  const both = explained(intersection(calendar, calendar, { timeZone: 'Europe/Zurich' }))
  expect(text(both.isOpen('2024-06-03T08:00:00Z'))).toContain('desk is open at Mon, 3 Jun 2024')
})

it('a break outside the hours closes nothing', () => {
  const early = createCalendar({ ...desk, breaks: { '2024-06-04': [['06:00', '07:00']] } })
  const { reason } = explained(early).isOpen('2024-06-04T04:30:00Z')
  expect(outline(reason)).toEqual(['calendar.isOpen', 'calendar.outsideHours'])
  expect(outline(explained(early).isBreak('2024-06-04T04:30:00Z').reason)).toEqual([
    'calendar.isBreak',
    'calendar.break',
  ])
  expect(outline(explained(early).isBreak('2024-06-04T08:30:00Z').reason)).toBe('calendar.isBreak')
})

it('tells of combined calendars which of them has a holiday', () => {
  const other = createCalendar({ ...desk, id: 'other', holidays: [], overrides: {} })
  const told = (combined: Calendar) =>
    explained(combined)
      .isHoliday('2024-12-25T12:00:00Z')
      .reason.children.map(({ params, children }) => [
        params['calendar'],
        params['holiday'],
        children.map(({ source }) => source?.pointer),
      ])
  const options = { timeZone: 'Europe/Zurich' }
  const both = [
    ['desk', true, ['/holidays/2']],
    ['other', false, []],
  ]
  expect(told(union(calendar, other, options))).toEqual(both)
  expect(told(intersection(calendar, other, options))).toEqual(both)
  expect(told(difference(other, calendar, options))).toEqual([['other', false, []]])
})

it('explains the first and the last dates of the range, which begin before it or end after it', () => {
  const told = (timeZone: string, date: string) =>
    explained(createCalendar({ ...desk, timeZone })).isBusinessDay(date).reason.children.length
  expect(told('Pacific/Kiritimati', '1970-01-01')).toBe(1)
  expect(told('Pacific/Honolulu', '2100-12-31')).toBe(1)
  const honolulu = explained(createCalendar({ ...desk, timeZone: 'Pacific/Honolulu' }))
  expect(honolulu.addDays(0, 1).reason.children.map(({ params }) => params['date'])).toEqual([
    '1970-01-01',
  ])
})

it('tells business days by date, with what closed the others', () => {
  const { value, reason } = explained(calendar).businessDaysBetween('2024-03-28', '2024-04-02')
  expect(value).toBe(1)
  const closed = reason.children.flatMap(({ params, children }) =>
    children.map(({ code }) => `${String(params['date'])} ${code}`),
  )
  expect(closed).toEqual([
    '2024-03-29 calendar.holiday',
    '2024-03-30 calendar.outsideHours',
    '2024-03-31 calendar.outsideHours',
    '2024-04-01 calendar.holiday',
  ])
})
