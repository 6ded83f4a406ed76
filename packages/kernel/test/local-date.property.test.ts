import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import {
  addMonths,
  civil,
  daysInMonth,
  epochDayOf,
  parseLocalDate,
  toLocalDate,
  weekdayIndex,
} from '../src/index.ts'

// Years 1 to 9998, so that a few hundred months more or fewer still have four digits.
const days = fc.integer({ min: -719_162, max: 2_932_000 })
const months = fc.integer({ min: -2400, max: 2400 })
const monthNumber = (day: number) => civil(day).year * 12 + civil(day).month

test.prop([days])('a date written and read again is the same day', (day) => {
  expect(parseLocalDate(toLocalDate(day))).toBe(day)
})

test.prop([days])('year, month and day name exactly one day', (day) => {
  const { year, month, day: dayOfMonth } = civil(day)
  expect(epochDayOf(year, month, dayOfMonth)).toBe(day)
})

test.prop([days])('the next day is the next weekday', (day) => {
  expect(weekdayIndex(day + 1)).toBe((weekdayIndex(day) + 1) % 7)
})

test.prop([days, months])('adding months moves the month by exactly as many', (day, count) => {
  expect(monthNumber(addMonths(day, count))).toBe(monthNumber(day) + count)
})

test.prop([days, months])(
  'the day of the month stays, or becomes the last there is',
  (day, count) => {
    const to = civil(addMonths(day, count))
    expect(to.day).toBe(Math.min(civil(day).day, daysInMonth(to.year, to.month)))
  },
)

test.prop([days, fc.integer({ min: 0, max: 60 }), months])(
  'a later date is never earlier after the same months',
  (day, later, count) => {
    expect(addMonths(day + later, count)).toBeGreaterThanOrEqual(addMonths(day, count))
  },
)

test.prop([days, months])(
  'months added and taken away lead back, or earlier by the clamped days',
  (day, count) => {
    const back = addMonths(addMonths(day, count), -count)
    expect(monthNumber(back)).toBe(monthNumber(day))
    expect(back).toBeLessThanOrEqual(day)
    if (civil(day).day <= 28) expect(back).toBe(day)
  },
)
