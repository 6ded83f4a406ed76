import { describe, expect, test } from 'vitest'
import {
  addDuration,
  durationSchema,
  formatDuration,
  formatInstant,
  MAX_INSTANT,
  parseDuration,
  toInstant,
  toMillis,
  toParts,
  zoneOf,
} from '../src/index.ts'
import { codeOf } from './expectations.ts'

const [SECOND, MINUTE, HOUR] = [1000, 60_000, 3_600_000]

describe('a duration in ISO 8601', () => {
  test.each([
    ['PT4H', 0, 0, 4 * HOUR],
    ['PT30M', 0, 0, 30 * MINUTE],
    ['PT90M', 0, 0, 90 * MINUTE],
    ['PT1H30M15S', 0, 0, HOUR + 30 * MINUTE + 15 * SECOND],
    ['PT0.5S', 0, 0, 500],
    ['PT1,007S', 0, 0, 1007],
    ['PT1.05S', 0, 0, 1050],
    ['PT0S', 0, 0, 0],
    ['P1D', 0, 1, 0],
    ['P2W', 0, 14, 0],
    ['P1W3D', 0, 10, 0],
    ['P2M', 2, 0, 0],
    ['P1Y', 12, 0, 0],
    ['P1Y2M10DT2H30M', 14, 10, 2.5 * HOUR],
    ['+PT4H', 0, 0, 4 * HOUR],
    ['-PT4H', 0, 0, -4 * HOUR],
    ['-P1Y2M3DT4S', -14, -3, -4 * SECOND],
    ['-PT0S', 0, 0, 0],
  ])('%s is %i months, %i days and %i milliseconds', (text, months, days, millis) => {
    expect(parseDuration(text)).toStrictEqual({ months, days, millis })
    expect(toParts(text)).toStrictEqual({ months, days, millis })
  })

  test.each([
    'P',
    'PT',
    'P1DT',
    '4H',
    'T4H',
    'PT4',
    'P4H',
    'PT4h',
    'pt4h',
    'PT1.5H',
    'PT1.0001S',
    'PT-4H',
    '--PT4H',
    'PT4M3H',
    'P1D1W',
    ' PT4H',
    'PT4H\n',
    '4 hours',
    '04:00',
    '',
    'P9007199254740993M',
    `PT${'9'.repeat(400)}H`,
  ])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined()
    expect(codeOf(() => toParts(text))).toBe('duration-invalid')
    expect(codeOf(() => toMillis(text))).toBe('duration-invalid')
    expect(durationSchema.safeParse(text).success).toBe(false)
  })
})

describe('a duration in milliseconds', () => {
  test('is taken as it is', () => {
    expect(toMillis(90_000)).toBe(90_000)
    expect(toParts(-5)).toEqual({ months: 0, days: 0, millis: -5 })
    expect(durationSchema.safeParse(90_000).success).toBe(true)
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is refused', (millis) => {
    expect(codeOf(() => toMillis(millis))).toBe('duration-invalid')
    expect(codeOf(() => toParts(millis))).toBe('duration-invalid')
    expect(durationSchema.safeParse(millis).success).toBe(false)
  })

  test('and anything else is refused', () => {
    expect(codeOf(() => toMillis(undefined as never))).toBe('duration-invalid')
    expect(codeOf(() => toMillis({ hours: 4 } as never))).toBe('duration-invalid')
  })
})

describe('days and months have no fixed length', () => {
  test.each(['P1D', 'P1W', 'P1M', 'P1Y', 'P1DT1H', '-P1D'])(
    '%s is refused as milliseconds',
    (text) => {
      expect(codeOf(() => toMillis(text))).toBe('duration-not-fixed')
      expect(() => toMillis(text)).toThrow(TypeError)
    },
  )

  test('unless there are none of them', () => {
    expect(toMillis('P0D')).toBe(0)
    expect(toMillis('P0Y0M0DT4H')).toBe(4 * HOUR)
  })
})

describe('milliseconds are written in hours, minutes and seconds', () => {
  test.each([
    [0, 'PT0S'],
    [4 * HOUR, 'PT4H'],
    [4.5 * HOUR, 'PT4H30M'],
    [100 * HOUR, 'PT100H'],
    [59 * MINUTE + 59_999, 'PT59M59.999S'],
    [1, 'PT0.001S'],
    [-90 * MINUTE, '-PT1H30M'],
  ])('%i is %s', (millis, text) => {
    expect(formatDuration(millis)).toBe(text)
  })
})

describe('an instant moved by a duration', () => {
  test.each([
    [
      'by hours, however the clock is set',
      '2024-03-30T12:00Z',
      'PT24H',
      '2024-03-31T12:00:00.000Z',
    ],
    ['by a day that has 23 hours', '2024-03-30T12:00Z', 'P1D', '2024-03-31T11:00:00.000Z'],
    ['by a day that has 25 hours', '2024-10-26T12:00Z', 'P1D', '2024-10-27T13:00:00.000Z'],
    ['back by a day that has 23 hours', '2024-03-31T12:00Z', '-P1D', '2024-03-30T13:00:00.000Z'],
    ['into a gap', '2024-03-30T01:30Z', 'P1D', '2024-03-31T01:00:00.000Z'],
    ['into a repeated hour', '2024-10-26T00:30Z', 'P1D', '2024-10-27T00:30:00.000Z'],
    ['by a month that is shorter', '2024-01-31T11:00Z', 'P1M', '2024-02-29T11:00:00.000Z'],
    ['back by a month that is shorter', '2024-03-31T10:00Z', '-P1M', '2024-02-29T11:00:00.000Z'],
    ['by a month, then days', '2024-01-30T11:00Z', 'P1M1D', '2024-03-01T11:00:00.000Z'],
    ['by a year from February 29', '2024-02-29T11:00Z', 'P1Y', '2025-02-28T11:00:00.000Z'],
    [
      'by a day, then hours of elapsed time',
      '2024-03-30T00:30Z',
      'P1DT2H',
      '2024-03-31T02:30:00.000Z',
    ],
    [
      'by nothing, in the second of two hours',
      '2024-10-27T01:30Z',
      'P0D',
      '2024-10-27T01:30:00.000Z',
    ],
    ['by two weeks', '2024-03-20T08:00Z', 'P2W', '2024-04-03T07:00:00.000Z'],
  ])('%s, in Zurich', (_, from, duration, to) => {
    expect(formatInstant(addDuration(from, duration, 'Europe/Zurich'))).toBe(to)
    expect(formatInstant(addDuration(toInstant(from), duration, zoneOf('Europe/Zurich')))).toBe(to)
  })

  test('counts the months of the zone it is told, not of UTC', () => {
    // Already April in Auckland, still March in New York.
    const at = toInstant('2024-03-31T11:30Z')
    const monthLater = (zone: string) => formatInstant(addDuration(at, 'P1M', zone))
    expect(monthLater('Pacific/Auckland')).toBe('2024-04-30T12:30:00.000Z')
    expect(monthLater('America/New_York')).toBe('2024-04-30T11:30:00.000Z')
  })

  test('stays in range or is refused', () => {
    expect(codeOf(() => addDuration(MAX_INSTANT, 1, 'UTC'))).toBe('instant-out-of-range')
    expect(codeOf(() => addDuration(0, '-P1D', 'UTC'))).toBe('instant-out-of-range')
    expect(codeOf(() => addDuration(0, 'P9000Y', 'UTC'))).toBe('instant-out-of-range')
    expect(codeOf(() => addDuration(0, 'P1D', 'Mars/Olympus'))).toBe('zone-unknown')
    expect(codeOf(() => addDuration(0, 'soon', 'UTC'))).toBe('duration-invalid')
  })
})
