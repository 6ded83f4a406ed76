import { checkCalendar, createCalendar } from '@holdfast/calendar'
import { ATTRIBUTION, holidayCalendar } from '@holdfast/holidays'
import { expect, test } from 'vitest'

const HOUR = 3_600_000
const ICELAND = {
  id: 'iceland',
  version: 1,
  timeZone: 'Atlantic/Reykjavik',
  country: 'IS',
  from: '2027-12-01',
  to: '2028-01-01',
}

test('a calendar of holidays is open on them, and on the part of a day that is off', () => {
  const calendar = createCalendar(holidayCalendar(ICELAND))
  const hoursOf = (date: string) =>
    calendar.between(`${date}T00:00:00Z`, `${date}T23:59:59.999Z`) / HOUR
  expect(Math.round(hoursOf('2027-12-24'))).toBe(11)
  expect(Math.round(hoursOf('2027-12-25'))).toBe(24)
  expect(hoursOf('2027-12-23')).toBe(0)
})

test('only whole days are holidays for whoever asks', () => {
  const calendar = createCalendar(holidayCalendar(ICELAND))
  expect(calendar.isHoliday('2027-12-25T12:00:00Z')).toBe(true)
  expect(calendar.isHoliday('2027-12-24T18:00:00Z')).toBe(false)
})

test('a holiday on the day the clocks change has an hour more or less', () => {
  const zurich = { ...ICELAND, timeZone: 'Europe/Zurich', country: 'CH', state: 'ZH' }
  // Easter 2027 is the night in which summer time begins.
  const calendar = createCalendar(
    holidayCalendar({ ...zurich, from: '2027-03-01', to: '2027-04-01' }),
  )
  expect(calendar.between('2027-03-28T00:00+01:00', '2027-03-29T00:00+02:00') / HOUR).toBe(23)
})

test('the document says whose work the dates are, and nothing is wrong with it', () => {
  const document = holidayCalendar(ICELAND)
  expect(document.reason).toBe(ATTRIBUTION)
  expect(checkCalendar(document)).toEqual([])
})

test('without any holiday it is never open, which is a warning', () => {
  const document = holidayCalendar({ ...ICELAND, to: '2027-12-02' })
  expect(checkCalendar(document).map(({ code }) => code)).toEqual(['never-open'])
})
