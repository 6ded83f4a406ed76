import { describe, expect, test } from 'vitest'
import {
  addMonths,
  civil,
  daysInMonth,
  epochDayOf,
  parseLocalDate,
  toEpochDay,
  toLocalDate,
  WEEKDAYS,
  weekdayIndex,
  weekdayOf,
} from '../src/index.ts'
import { codeOf } from './expectations.ts'

const DAY = 86_400_000
const JS_WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']

test('every day from 1960 to 2110 is the day that Date says', () => {
  const wrong: string[] = []
  for (let at = Date.UTC(1960, 0, 1); at < Date.UTC(2111, 0, 1); at += DAY) {
    const date = new Date(at)
    const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
    const text = date.toISOString().slice(0, 10)
    const epochDay = at / DAY
    const back = civil(epochDay)
    const isRight =
      toLocalDate(epochDay) === text &&
      parseLocalDate(text) === epochDay &&
      epochDayOf(year, month, day) === epochDay &&
      back.year === year &&
      back.month === month &&
      back.day === day &&
      weekdayOf(epochDay) === JS_WEEKDAYS[date.getUTCDay()] &&
      WEEKDAYS[weekdayIndex(epochDay)] === weekdayOf(epochDay)
    if (!isRight) wrong.push(text)
  }
  expect(wrong).toEqual([])
})

test('every month from 1890 to 2110 has the days that Date says', () => {
  for (let year = 1890; year <= 2110; year++) {
    for (let month = 1; month <= 12; month++) {
      expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
    }
  }
})

describe('a date that does not exist is refused', () => {
  test.each([
    '2023-02-29',
    '2100-02-29',
    '2024-02-30',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-01-32',
    '2024-1-1',
    '24-01-01',
    '2024/01/01',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '2024-01-01\n',
    '',
  ])('%j', (text) => {
    expect(parseLocalDate(text)).toBeUndefined()
    expect(codeOf(() => toEpochDay(text))).toBe('date-impossible')
  })

  test('and so is what is no text', () => {
    expect(codeOf(() => toEpochDay(20240101 as never))).toBe('date-impossible')
    expect(codeOf(() => toEpochDay(undefined as never))).toBe('date-impossible')
  })
})

describe('months are counted on the wall calendar', () => {
  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-11-15', 2, '2025-01-15'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-01-15', -13, '2022-12-15'],
    ['2024-05-31', 0, '2024-05-31'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(toLocalDate(addMonths(toEpochDay(from), months))).toBe(to)
  })
})

test('a week begins on Monday', () => {
  expect(weekdayOf(toEpochDay('2024-03-25'))).toBe('mon')
  expect(weekdayIndex(toEpochDay('2024-03-25'))).toBe(0)
  expect(weekdayIndex(toEpochDay('2024-03-31'))).toBe(6)
  expect(weekdayOf(toEpochDay('1969-12-29'))).toBe('mon')
})
