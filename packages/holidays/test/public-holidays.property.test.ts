import { checkCalendar } from '@holdfast/calendar'
import { HOLIDAY_TYPES, publicHolidays } from '@holdfast/holidays'
import { toEpochDay, toLocalDate } from '@holdfast/kernel'
import Holidays from 'date-holidays'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const COUNTRIES = Object.keys(new Holidays().getCountries())
const RANGE = { min: toEpochDay('1970-01-01'), max: toEpochDay('2076-12-31') }
/** A place of some twenty milliseconds a time: fewer than usual. */
const FEW = { numRuns: 25 }

const places = fc.constantFrom(...COUNTRIES).chain((country) => {
  const states = Object.keys(new Holidays().getStates(country) ?? {})
  return states.length === 0
    ? fc.constant({ country })
    : fc.record({ country: fc.constant(country), state: fc.constantFrom(...states) })
})

test('there are some two hundred countries', () => {
  expect(COUNTRIES.length).toBeGreaterThan(200)
})

test('a calendar takes the holidays of any place and dates without a finding', () => {
  fc.assert(
    fc.property(places, fc.integer(RANGE), fc.nat(366), (place, first, length) => {
      const end = Math.min(first + length, RANGE.max + 1)
      const span = { from: toLocalDate(first), to: toLocalDate(end) }
      const { holidays, breaks } = publicHolidays({ ...place, ...span, types: HOLIDAY_TYPES })
      const dates = holidays.map(({ date }) => date)
      expect(dates).toEqual([...new Set(dates)].sort())
      expect(dates.every((date) => date >= span.from && date < span.to)).toBe(true)
      const hours = { mon: [['08:00', '17:00']] }
      const document = { id: 'desk', version: 1, timeZone: 'UTC', hours, holidays, breaks }
      expect(checkCalendar(document)).toEqual([])
    }),
    FEW,
  )
})

test('dates asked for in two parts are those asked for at once', () => {
  fc.assert(
    fc.property(
      places,
      fc.integer({ ...RANGE, max: RANGE.max - 400 }),
      fc.nat(399),
      (place, first, cut) => {
        const [from, middle, to] = [first, first + cut, first + 400].map(toLocalDate) as [
          string,
          string,
          string,
        ]
        const { holidays } = publicHolidays({ ...place, from, to })
        const parts = [
          publicHolidays({ ...place, from, to: middle }),
          publicHolidays({ ...place, from: middle, to }),
        ]
        expect(parts.flatMap((part) => part.holidays)).toEqual(holidays)
      },
    ),
    FEW,
  )
})
