import { describe, expect, test } from 'vitest'
import {
  DAY_MILLIS,
  dayOfLocal,
  formatLocalDateTime,
  formatLocalTime,
  parseLocalDateTime,
  parseLocalTime,
} from '../src/index.ts'

const HOUR = 3_600_000

describe('a time of day', () => {
  test.each([
    ['00:00', 0],
    ['09:30', 9.5 * HOUR],
    ['23:59:59', DAY_MILLIS - 1000],
    ['23:59:59.999', DAY_MILLIS - 1],
    ['24:00', DAY_MILLIS],
    ['24:00:00', DAY_MILLIS],
    ['24:00:00.000', DAY_MILLIS],
    ['08:00:15', 8 * HOUR + 15_000],
    ['08:00:15.007', 8 * HOUR + 15_007],
  ])('%s is %i milliseconds after midnight', (text, millis) => {
    expect(parseLocalTime(text)).toBe(millis)
  })

  test.each([
    '9:00',
    '09',
    '0900',
    '09:0',
    '09:60',
    '09:00:60',
    '09:00:00.5',
    '09:00.500',
    '24:01',
    '24:00:00.001',
    '25:00',
    '09:00 ',
    '09:00\n',
    '9 am',
    '-1:00',
    '',
  ])('%j is none', (text) => {
    expect(parseLocalTime(text)).toBeUndefined()
  })

  test.each([
    [0, '00:00'],
    [9 * HOUR, '09:00'],
    [9 * HOUR + 15_000, '09:00:15'],
    [9 * HOUR + 7, '09:00:00.007'],
    [DAY_MILLIS, '24:00'],
  ])('%i milliseconds are written in the shortest form, %s', (millis, text) => {
    expect(formatLocalTime(millis)).toBe(text)
  })
})

describe('a date with a time of day', () => {
  test('is wall-clock milliseconds, as if the zone had no offset', () => {
    expect(parseLocalDateTime('2024-03-31T02:30')).toBe(Date.UTC(2024, 2, 31, 2, 30))
    expect(parseLocalDateTime('2024-03-31T02:30:15.007')).toBe(Date.UTC(2024, 2, 31, 2, 30, 15, 7))
  })

  test('at 24:00 is the next date at 00:00', () => {
    expect(parseLocalDateTime('2024-02-29T24:00')).toBe(Date.UTC(2024, 2, 1))
    expect(formatLocalDateTime(Date.UTC(2024, 2, 1))).toBe('2024-03-01T00:00')
  })

  test.each([
    '2024-03-31',
    '2024-03-31 02:30',
    '2024-03-31T02:30Z',
    '2024-03-31T',
    '2024-02-30T02:30',
    'T02:30',
    '',
  ])('%j is none', (text) => {
    expect(parseLocalDateTime(text)).toBeUndefined()
  })

  test('falls on a day also before 1970', () => {
    expect(dayOfLocal(-1)).toBe(-1)
    expect(dayOfLocal(0)).toBe(0)
    expect(dayOfLocal(DAY_MILLIS - 1)).toBe(0)
    expect(formatLocalDateTime(-1)).toBe('1969-12-31T23:59:59.999')
  })
})
