import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import {
  DAY_MILLIS,
  formatLocalDateTime,
  formatLocalTime,
  parseLocalDateTime,
  parseLocalTime,
} from '../src/index.ts'

const times = fc.oneof(
  fc.integer({ min: 0, max: DAY_MILLIS }),
  fc.integer({ min: 0, max: 86_400 }).map((seconds) => seconds * 1000),
  fc.integer({ min: 0, max: 1440 }).map((minutes) => minutes * 60_000),
)

test.prop([times])('a time of day written and read again is the same', (millis) => {
  expect(parseLocalTime(formatLocalTime(millis))).toBe(millis)
})

test.prop([times, times])('times of day sort as their full texts do', (a, b) => {
  const text = (millis: number) => {
    const short = formatLocalTime(millis)
    return `${short}${':00.000'.slice(short.length - 5)}`
  }
  expect(text(a) < text(b)).toBe(a < b)
})

test.prop([fc.integer({ min: -1_000_000_000_000, max: 5_000_000_000_000 })])(
  'a local time written and read again is the same',
  (local) => {
    expect(parseLocalDateTime(formatLocalDateTime(local))).toBe(local)
  },
)
