import { describe, expect, it } from 'vitest'
import { createCalendar, union } from '../src/index.ts'
import { desk, utc } from './desk.ts'

const calendar = createCalendar(desk)
const refused = (code: string) => expect.objectContaining({ code })

describe('business dates', () => {
  it('are those with any open time, whatever opens them', () => {
    const dates = ['2024-12-23', '2024-12-24', '2024-12-25', '2024-12-26', '2024-12-28']
    expect(dates.map(calendar.isBusinessDay)).toEqual([true, true, false, true, false])
  })

  it('are not opened by the midnight at which the next one opens', () => {
    const hours = { mon: [['00:00', '24:00']] }
    const mondays = createCalendar({ id: 'mondays', version: 1, timeZone: 'Etc/UTC', hours })
    const dates = ['2024-06-02', '2024-06-03', '2024-06-04']
    expect(dates.map(mondays.isBusinessDay)).toEqual([false, true, false])
    expect(mondays.addDays('2024-06-05T10:00:00Z', -1)).toBe(utc('2024-06-03T10:00:00Z'))
  })

  it('are counted without the first and with the last', () => {
    expect(calendar.businessDaysBetween('2024-06-03', '2024-06-07')).toBe(4)
    expect(calendar.businessDaysBetween('2024-06-07', '2024-06-03')).toBe(-4)
    expect(calendar.businessDaysBetween('2024-06-07', '2024-06-09')).toBe(0)
    expect(calendar.businessDaysBetween('2024-06-09', '2024-06-07')).toBe(0)
    expect(calendar.businessDaysBetween('2024-03-28', '2024-04-02')).toBe(1)
  })

  it('must be dates that exist', () => {
    expect(() => calendar.isBusinessDay('2023-02-29')).toThrow(refused('date-impossible'))
    expect(() => calendar.businessDaysBetween('2024-6-3', '2024-06-07')).toThrow(
      refused('date-impossible'),
    )
    expect(() => calendar.isBusinessDay('1969-12-31')).toThrow(refused('date-out-of-range'))
    expect(() => calendar.isBusinessDay('2101-01-01')).toThrow(refused('date-out-of-range'))
  })

  it('skip a date that a zone left out', () => {
    const daily = [['09:00', '17:00']]
    const apia = createCalendar({
      id: 'apia',
      version: 1,
      timeZone: 'Pacific/Apia',
      hours: { thu: daily, fri: daily, sat: daily },
    })
    expect(apia.isBusinessDay('2011-12-29')).toBe(true)
    expect(apia.isBusinessDay('2011-12-30')).toBe(false)
    expect(apia.addDays('2011-12-29T20:00:00Z', 1)).toBe(utc('2011-12-30T20:00:00Z'))
  })
})

describe('where clocks go back over midnight', () => {
  // In Newfoundland November 7 began, and after a minute the last hour of November 6 came again.
  const oneNight = createCalendar({
    id: 'one-night',
    version: 1,
    timeZone: 'Etc/UTC',
    hours: {},
    overrides: { '2010-11-07': [['03:00', '03:30']] },
  })
  const calendar = union(oneNight, oneNight, { timeZone: 'America/St_Johns' })

  it('time belongs to the date that has begun, once', () => {
    expect(['2010-11-06', '2010-11-07'].map(calendar.isBusinessDay)).toEqual([false, true])
    expect(calendar.businessDaysBetween('2010-11-05', '2010-11-09')).toBe(1)
    expect(calendar.addDays('2010-11-05T02:30:00Z', 1)).toBe(utc('2010-11-07T03:00:00Z'))
    expect(calendar.addDays('2010-11-09T12:00:00Z', -1)).toBe(utc('2010-11-07T03:30:00Z'))
    expect(() => calendar.addDays('2010-11-05T12:00:00Z', 2)).toThrow(refused('never-open'))
  })
})

describe('n business days later', () => {
  it('keep the local time over a clock change', () => {
    expect(calendar.addDays('2024-03-28T09:00:00Z', 1)).toBe(utc('2024-04-02T08:00:00Z'))
  })

  it('count from a free day as from the business day before it', () => {
    expect(calendar.addDays('2024-06-08T08:00:00Z', 1)).toBe(utc('2024-06-10T08:00:00Z'))
    expect(calendar.addDays('2024-06-08T08:00:00Z', 2)).toBe(utc('2024-06-11T08:00:00Z'))
  })

  it('go forward to open time when the desk is closed at that hour', () => {
    expect(calendar.addDays('2024-06-03T18:00:00Z', 1)).toBe(utc('2024-06-05T06:00:00Z'))
  })

  it('go back to the latest open time when counting back', () => {
    expect(calendar.addDays('2024-06-04T18:00:00Z', -1)).toBe(utc('2024-06-03T15:00:00Z'))
    expect(calendar.addDays('2024-06-04T04:00:00Z', -1)).toBe(utc('2024-05-31T10:00:00Z'))
  })

  it('must be a whole number', () => {
    expect(() => calendar.addDays(0, 0.5)).toThrow(refused('days-invalid'))
    expect(() => calendar.addDays(0, Number.NaN)).toThrow(refused('days-invalid'))
  })
})

describe('the end of the n-th business day', () => {
  const end = (at: string, n: number, cutoff?: string) =>
    calendar.endOfBusinessDay(at, n, cutoff === undefined ? {} : { cutoff })

  it('is the last close of its date', () => {
    expect(end('2024-06-03T08:00:00Z', 0)).toBe(utc('2024-06-03T15:00:00Z'))
    expect(end('2024-06-03T08:00:00Z', 1)).toBe(utc('2024-06-04T15:00:00Z'))
    expect(end('2024-06-06T08:00:00Z', 1)).toBe(utc('2024-06-07T10:00:00Z'))
  })

  it('counts from the next business day for what came on a free one', () => {
    expect(end('2024-06-08T08:00:00Z', 0)).toBe(utc('2024-06-10T15:00:00Z'))
  })

  it('counts from the next business day for what came at or after the cut-off', () => {
    expect(end('2024-06-03T11:59:59.999Z', 1, '14:00')).toBe(utc('2024-06-04T15:00:00Z'))
    expect(end('2024-06-03T12:00:00Z', 1, '14:00')).toBe(utc('2024-06-05T15:00:00Z'))
  })

  it('is never past already', () => {
    expect(end('2024-06-03T15:00:00Z', 0)).toBe(utc('2024-06-03T15:00:00Z'))
    expect(end('2024-06-03T15:00:00.001Z', 0)).toBe(utc('2024-06-04T15:00:00Z'))
  })

  it('is midnight where the shift runs through it', () => {
    const nights = createCalendar({ ...desk, hours: { mon: [['22:00', '06:00']] } })
    expect(nights.endOfBusinessDay('2024-06-03T08:00:00Z', 0)).toBe(utc('2024-06-03T22:00:00Z'))
  })

  it('takes whole numbers from 0 and a time of day', () => {
    expect(() => end('2024-06-03T08:00:00Z', -1)).toThrow(refused('days-invalid'))
    expect(() => end('2024-06-03T08:00:00Z', 1.5)).toThrow(refused('days-invalid'))
    expect(() => end('2024-06-03T08:00:00Z', 1, '4pm')).toThrow(refused('time-invalid'))
  })
})

describe('the first and the last dates', () => {
  it('are business days like others', () => {
    const always = createCalendar({
      ...desk,
      timeZone: 'Etc/UTC',
      hours: { thu: [['08:00', '12:00']], fri: [['08:00', '12:00']] },
    })
    expect(always.isBusinessDay('1970-01-01')).toBe(true)
    expect(always.isBusinessDay('2100-12-31')).toBe(true)
    expect(always.businessDaysBetween('1970-01-01', '1970-01-02')).toBe(1)
    expect(always.addDays('2100-12-30T09:00:00Z', 1)).toBe(utc('2100-12-31T09:00:00Z'))
    expect(() => always.addDays('2100-12-31T09:00:00Z', 1)).toThrow(refused('never-open'))
    expect(() => always.addDays('1970-01-01T09:00:00Z', -1)).toThrow(refused('never-open'))
    expect(() => always.addDays('2100-12-30T09:00:00Z', 3)).toThrow(refused('never-open'))
    expect(() => always.addDays('1970-01-02T09:00:00Z', -3)).toThrow(refused('never-open'))
    expect(() => always.addDays('2100-12-30T20:00:00Z', 1)).toThrow(refused('never-open'))
    expect(() => always.endOfBusinessDay('2100-12-31T20:00:00Z', 0)).toThrow(refused('never-open'))
    expect(() => always.endOfBusinessDay('2100-12-31T20:00:00Z', 1)).toThrow(refused('never-open'))
    const tooLate = { cutoff: '09:00' }
    expect(() => always.endOfBusinessDay('2100-12-31T10:00:00Z', 0, tooLate)).toThrow(
      refused('never-open'),
    )
  })
})
