import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { alwaysOpen, type CalendarDocument, createCalendar, difference } from '../src/index.ts'
import { desk, hour, utc } from './desk.ts'

const calendar = createCalendar(desk)

describe('a promise over Easter and a clock change', () => {
  const askedOnThursday = '2024-03-28T15:00:00Z'

  it('goes on after the holidays, in summer time', () => {
    expect(calendar.add(askedOnThursday, 'PT4H')).toBe(utc('2024-04-02T09:00:00Z'))
  })

  it('counts nothing on Good Friday and Easter Monday', () => {
    expect(calendar.between(askedOnThursday, '2024-04-02T06:00:00Z')).toBe(hour)
  })

  it('takes a Date, luxon, Temporal and text alike', () => {
    const millis = utc(askedOnThursday)
    const alike = [
      millis,
      new Date(millis),
      { epochMilliseconds: millis },
      DateTime.fromMillis(millis),
    ]
    for (const at of alike) expect(calendar.add(at, 4 * hour)).toBe(utc('2024-04-02T09:00:00Z'))
  })
})

describe('the edges of open time', () => {
  it('opens at the opening and is closed at the close', () => {
    expect(calendar.isOpen('2024-06-03T06:00:00Z')).toBe(true)
    expect(calendar.isOpen('2024-06-03T05:59:59.999Z')).toBe(false)
    expect(calendar.isOpen('2024-06-03T09:59:59.999Z')).toBe(true)
    expect(calendar.isOpen('2024-06-03T10:00:00Z')).toBe(false)
  })

  it('lands on the close when the budget is used up there, not on the next opening', () => {
    expect(calendar.add('2024-06-03T06:00:00Z', 'PT4H')).toBe(utc('2024-06-03T10:00:00Z'))
    expect(calendar.add('2024-06-03T06:00:00Z', 4 * hour + 1)).toBe(utc('2024-06-03T11:00:00.001Z'))
  })

  it('subtracts to the opening, the mirror of landing on a close', () => {
    expect(calendar.subtract('2024-06-03T15:00:00Z', 'PT4H')).toBe(utc('2024-06-03T11:00:00Z'))
    expect(calendar.subtract('2024-06-03T15:00:00Z', 4 * hour + 1)).toBe(
      utc('2024-06-03T09:59:59.999Z'),
    )
  })

  it('finds the opens and closes around the lunch break', () => {
    const lunch = '2024-06-03T10:30:00Z'
    expect(calendar.nextOpen(lunch)).toBe(utc('2024-06-03T11:00:00Z'))
    expect(calendar.previousOpen(lunch)).toBe(utc('2024-06-03T10:00:00Z'))
    expect(calendar.nextClose(lunch)).toBe(utc('2024-06-03T15:00:00Z'))
    expect(calendar.previousClose(lunch)).toBe(utc('2024-06-03T10:00:00Z'))
  })

  it('calls an opening open going forward, and the close before it the last open time going back', () => {
    const opening = '2024-06-03T11:00:00Z'
    expect(calendar.nextOpen(opening)).toBe(utc(opening))
    expect(calendar.previousOpen(opening)).toBe(utc('2024-06-03T10:00:00Z'))
  })

  it('looks strictly behind for the last close', () => {
    expect(calendar.previousClose('2024-06-03T10:00:00Z')).toBe(utc('2024-05-31T10:00:00Z'))
    expect(calendar.previousClose('2024-06-03T10:00:00.001Z')).toBe(utc('2024-06-03T10:00:00Z'))
  })
})

describe('what holds on a date', () => {
  it('is a break before an override before a holiday before the weekly hours', () => {
    const on = (date: string) =>
      calendar.between(`${date}T00:00:00+01:00`, `${date}T23:59:59+01:00`) / hour
    expect(on('2024-12-23')).toBe(8)
    expect(on('2024-12-24')).toBe(3)
    expect(on('2024-12-25')).toBe(0)
    expect(on('2024-12-26')).toBe(2)
    expect(calendar.between('2024-06-04T00:00:00+02:00', '2024-06-05T00:00:00+02:00')).toBe(
      7.5 * hour,
    )
  })

  it('is still called a holiday where an override opens it', () => {
    expect(calendar.isHoliday('2024-12-26T10:00:00Z')).toBe(true)
    expect(calendar.isHoliday('2024-12-24T10:00:00Z')).toBe(false)
  })

  it('knows a holiday by its local date', () => {
    expect(calendar.isHoliday('2024-12-24T22:59:59.999Z')).toBe(false)
    expect(calendar.isHoliday('2024-12-24T23:00:00Z')).toBe(true)
    expect(calendar.isHoliday('2024-12-25T22:59:59.999Z')).toBe(true)
  })

  it('knows a break whether it is open or not', () => {
    expect(calendar.isBreak('2024-06-04T07:30:00Z')).toBe(true)
    expect(calendar.isBreak('2024-06-04T08:00:00Z')).toBe(false)
  })
})

describe('nights', () => {
  const nights = {
    id: 'nights',
    version: 1,
    timeZone: 'Europe/Zurich',
    hours: { mon: [['22:00', '06:00']], tue: [['22:00', '06:00']], wed: [['22:00', '06:00']] },
    holidays: ['2024-06-04'],
  } satisfies CalendarDocument
  const night = (document: CalendarDocument) =>
    createCalendar(document).intervals('2024-06-03T10:00:00Z', '2024-06-05T10:00:00Z')

  it('lose the part that lies on a holiday', () => {
    expect(night(nights)).toEqual([
      { from: utc('2024-06-03T20:00:00Z'), to: utc('2024-06-03T22:00:00Z') },
      { from: utc('2024-06-04T22:00:00Z'), to: utc('2024-06-05T04:00:00Z') },
    ])
  })

  it('lose the shift that starts on the holiday, where shifts belong to their start', () => {
    expect(night({ ...nights, belongsTo: 'startDate' })).toEqual([
      { from: utc('2024-06-03T20:00:00Z'), to: utc('2024-06-04T04:00:00Z') },
    ])
  })

  it('are an hour shorter when clocks go forward', () => {
    const sundays = { ...nights, hours: { sat: [['22:00', '06:00']] } }
    const calendar = createCalendar(sundays)
    expect(calendar.between('2024-03-30T12:00:00Z', '2024-03-31T12:00:00Z')).toBe(7 * hour)
    expect(calendar.between('2024-10-26T12:00:00Z', '2024-10-27T12:00:00Z')).toBe(9 * hour)
  })

  it('that an override begins run on into the next date, also a holiday', () => {
    const calendar = createCalendar({
      ...nights,
      overrides: { '2024-06-03': [['20:00', '02:00']] },
    })
    expect(calendar.between('2024-06-03T10:00:00Z', '2024-06-04T10:00:00Z')).toBe(6 * hour)
  })
})

describe('time that never comes, or never ends', () => {
  const closed = createCalendar({ id: 'closed', version: 1, timeZone: 'Etc/UTC', hours: {} })

  it('refuses to add to a calendar that is never open', () => {
    expect(() => closed.add('2024-06-03T10:00:00Z', 1)).toThrow(
      expect.objectContaining({ code: 'never-open', name: 'RangeError' }),
    )
    expect(() => closed.subtract('2024-06-03T10:00:00Z', 1)).toThrow(
      expect.objectContaining({ code: 'never-open' }),
    )
    expect(() => closed.addDays('2024-06-03T10:00:00Z', 1)).toThrow(
      expect.objectContaining({ code: 'never-open' }),
    )
    expect(() => closed.addDays('2024-06-03T10:00:00Z', -1)).toThrow(
      expect.objectContaining({ code: 'never-open' }),
    )
    expect(() => closed.endOfBusinessDay('2024-06-03T10:00:00Z', 0)).toThrow(
      expect.objectContaining({ code: 'never-open' }),
    )
  })

  it('answers null where there is no open time, and zero between', () => {
    for (const ask of ['nextOpen', 'nextClose', 'previousOpen', 'previousClose'] as const) {
      expect(closed[ask]('2024-06-03T10:00:00Z')).toBeNull()
    }
    expect(closed.between('2024-06-03T10:00:00Z', '2034-06-03T10:00:00Z')).toBe(0)
    expect(closed.businessDaysBetween('2024-01-01', '2034-01-01')).toBe(0)
    expect(closed.isBusinessDay('2024-06-03')).toBe(false)
  })

  it('refuses what is left when the same is taken away', () => {
    const nothing = difference(calendar, calendar, { timeZone: 'Etc/UTC' })
    expect(() => nothing.add('2024-06-03T10:00:00Z', 'PT1H')).toThrow(
      expect.objectContaining({ code: 'never-open' }),
    )
  })

  it('has no close where it is always open, up to the end of its range', () => {
    const always = alwaysOpen('Asia/Tokyo')
    expect(always.nextClose('2024-06-03T10:00:00Z')).toBeNull()
    expect(always.previousClose('2024-06-03T10:00:00Z')).toBeNull()
    expect(always.add('2024-06-03T10:00:00Z', 'PT24H')).toBe(utc('2024-06-04T10:00:00Z'))
    expect(always.between('1970-01-01T00:00:00Z', '2101-01-01T00:00:00Z')).toBe(
      utc('2101-01-01T00:00:00Z'),
    )
    expect(() => always.add('2100-12-31T00:00:00Z', 'PT25H')).toThrow(
      expect.objectContaining({ code: 'never-open' }),
    )
  })

  it('works up to both ends of the range', () => {
    const first = calendar.nextOpen('1970-01-01T00:00:00Z') as number
    expect(first).toBe(utc('1970-01-01T07:00:00Z'))
    expect(calendar.previousOpen('1970-01-01T00:00:00Z')).toBeNull()
    expect(calendar.previousClose('1970-01-01T11:00:00Z')).toBeNull()
    expect(calendar.nextOpen('2101-01-01T00:00:00Z')).toBeNull()
    expect(calendar.previousClose('2101-01-01T00:00:00Z')).toBe(utc('2100-12-31T11:00:00Z'))
  })
})

describe('what a calendar does not take', () => {
  const refused = (code: string) => expect.objectContaining({ code })

  it('is an instant without an offset, a fraction, or a year outside 1970 to 2100', () => {
    expect(() => calendar.isOpen('2024-06-03T10:00:00')).toThrow(refused('not-an-instant'))
    expect(() => calendar.isOpen(1.5)).toThrow(refused('instant-out-of-range'))
    expect(() => calendar.isOpen(Number.NaN)).toThrow(refused('instant-out-of-range'))
    expect(() => calendar.isOpen('2101-01-02T00:00:00Z')).toThrow(refused('instant-out-of-range'))
  })

  it('is a duration in days, which are a unit of their own', () => {
    expect(() => calendar.add(0, 'P1D')).toThrow(refused('duration-not-fixed'))
    expect(() => calendar.add(0, 'soon')).toThrow(refused('duration-invalid'))
    expect(() => calendar.add(0, 0.5)).toThrow(refused('duration-invalid'))
  })

  it('is a span that ends before it begins', () => {
    expect(() => calendar.intervals('2024-06-04T00:00:00Z', '2024-06-03T00:00:00Z')).toThrow(
      refused('interval-empty'),
    )
    expect(calendar.intervals('2024-06-03T08:00:00Z', '2024-06-03T08:00:00Z')).toEqual([])
  })
})

it('keeps its answers when the document it was made from changes', () => {
  const document = structuredClone(desk) as CalendarDocument
  const before = createCalendar(document)
  document.hours.mon = []
  expect(before.isOpen('2024-06-03T08:00:00Z')).toBe(true)
  expect(before.definition).toMatchObject({ document: { hours: { mon: desk.hours.mon } } })
})
