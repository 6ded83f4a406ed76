import type { Reason } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import {
  calendarPhrases,
  createCalendar,
  difference,
  explained,
  intersection,
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
