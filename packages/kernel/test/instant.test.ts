import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import {
  formatInstant,
  type InstantLike,
  MAX_INSTANT,
  MIN_INSTANT,
  parseInstant,
  toInstant,
} from '../src/index.ts'
import { codeOf } from './expectations.ts'

const THREE_PM = Date.UTC(2024, 2, 28, 15)

describe('what an instant may be given as', () => {
  test.each<[string, InstantLike]>([
    ['epoch milliseconds', THREE_PM],
    ['a Date', new Date(THREE_PM)],
    ['a luxon DateTime of any zone', DateTime.fromMillis(THREE_PM, { zone: 'Asia/Kathmandu' })],
    ['a Temporal value', { epochMilliseconds: THREE_PM }],
    ['the 24-character UTC text', '2024-03-28T15:00:00.000Z'],
    ['a UTC text without milliseconds', '2024-03-28T15:00:00Z'],
    ['a UTC text without seconds', '2024-03-28T15:00Z'],
    ['a text in small letters', '2024-03-28t15:00:00z'],
    ['a text with a space between date and time (RFC 3339)', '2024-03-28 15:00:00Z'],
    ['a text with an offset to the east', '2024-03-28T16:00+01:00'],
    ['a text with an offset to the west', '2024-03-28T11:30:00-03:30'],
    ['a text with an offset without a colon', '2024-03-28T16:00:00+0100'],
    ['a text with an offset that moves the date', '2024-03-29T05:00+14:00'],
    ['a text with nanoseconds that are all zero', '2024-03-28T15:00:00.000000000Z'],
  ])('%s is taken as it is', (_, given) => {
    expect(toInstant(given)).toBe(THREE_PM)
  })

  test('one digit of a fraction is tenths of a second', () => {
    expect(toInstant('2024-03-28T15:00:00.5Z')).toBe(THREE_PM + 500)
    expect(toInstant('2024-03-28T15:00:00.05+00:00')).toBe(THREE_PM + 50)
  })

  test('24:00 is the midnight that ends the day', () => {
    expect(toInstant('2024-02-29T24:00Z')).toBe(Date.UTC(2024, 2, 1))
    expect(toInstant('2024-02-29T24:00:00.000Z')).toBe(Date.UTC(2024, 2, 1))
  })

  test('the range goes from 1970 to the end of 2100', () => {
    expect(toInstant('1970-01-01T00:00:00.000Z')).toBe(MIN_INSTANT)
    expect(toInstant('2101-01-01T00:00:00.000Z')).toBe(MAX_INSTANT)
    expect(MAX_INSTANT).toBe(Date.UTC(2101, 0, 1))
  })
})

describe('what is refused as an instant', () => {
  test.each([
    ['a text without an offset', '2024-03-28T15:00:00'],
    ['a 24-character text without an offset', '2024-03-28T15:00:00.0000'],
    ['a date', '2024-03-28'],
    ['a date that does not exist', '2023-02-29T00:00:00.000Z'],
    ['a date with letters in it', '20x4-03-28T15:00:00.000Z'],
    ['a month that does not exist', '2024-13-28T15:00:00.000Z'],
    ['an hour that does not exist', '2024-03-28T25:00:00.000Z'],
    ['a minute that does not exist', '2024-03-28T15:60:00.000Z'],
    ['a leap second', '2024-03-28T15:59:60.000Z'],
    ['a time after 24:00', '2024-03-28T24:00:00.500Z'],
    ['a time after 24:00 with an offset', '2024-03-28T24:00:01+00:00'],
    ['milliseconds that are no digits', '2024-03-28T15:00:00.0x0Z'],
    ['digits below the millisecond', '2024-03-28T15:00:00.000001Z'],
    ['a fraction of a minute', '2024-03-28T15:00.5Z'],
    ['an offset of a whole day', '2024-03-28T15:00+24:00'],
    ['an offset with a minute that does not exist', '2024-03-28T15:00+01:60'],
    ['a year of five digits', '12024-03-28T15:00:00Z'],
    ['a signed year', '+002024-03-28T15:00:00Z'],
    ['text after the instant', '2024-03-28T15:00:00Z '],
    ['a line break after the instant', '2024-03-28T15:00:00Z\n'],
    ['a number as a text', '1711638000000'],
    ['an empty text', ''],
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['an object', {}],
    ['a function', () => THREE_PM],
  ])('%s is not an instant', (_, given) => {
    expect(codeOf(() => toInstant(given as InstantLike))).toBe('not-an-instant')
  })

  test.each<[string, InstantLike]>([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a fraction of a millisecond', THREE_PM + 0.5],
    ['a time before 1970', -1],
    ['a text before 1970', '1969-12-31T23:59:59.999Z'],
    ['a text that its offset puts before 1970', '1970-01-01T00:00+01:00'],
    ['a time after 2100', MAX_INSTANT + 1],
    ['a Date that is invalid', new Date(Number.NaN)],
    ['a luxon DateTime that is invalid', DateTime.invalid('made so')],
    ['a Temporal value with nothing in it', { epochMilliseconds: undefined as never }],
  ])('%s is out of range', (_, given) => {
    expect(codeOf(() => toInstant(given))).toBe('instant-out-of-range')
  })

  test('misuse is a TypeError, a value out of range a RangeError', () => {
    expect(() => toInstant('2024-03-28T15:00:00')).toThrow(TypeError)
    expect(() => toInstant(Number.NaN)).toThrow(RangeError)
  })

  test('the error names the value', () => {
    expect(() => toInstant('yesterday')).toThrow('"yesterday"')
    expect(() => toInstant(12.5)).toThrow('12.5')
  })
})

test('parsing alone is not bound to the range', () => {
  expect(parseInstant('1969-12-31T23:00:00Z')).toBe(-3_600_000)
  expect(parseInstant('2024-03-28T15:00:00')).toBeUndefined()
})

test('an instant is written as 24 characters in UTC', () => {
  expect(formatInstant(THREE_PM + 7)).toBe('2024-03-28T15:00:00.007Z')
})
