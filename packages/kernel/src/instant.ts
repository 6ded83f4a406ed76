import { quote, rangeError, typeError } from './errors.ts'
import {
  civil,
  DAY_MILLIS,
  daysInMonth,
  digits,
  type EpochDay,
  epochDayOf,
  parseLocalDate,
} from './local-date.ts'
import { parseLocalTime } from './local-time.ts'

/** A point in time: an integer of milliseconds since 1970-01-01T00:00:00Z, from `MIN_INSTANT` to `MAX_INSTANT`. */
export type Instant = number & { readonly __brand?: 'Instant' }

/**
 * What public functions take for an instant: epoch milliseconds, a text with an offset
 * (`2024-03-28T15:00:00Z`, `2024-03-28T16:00+01:00`), a `Date`, and luxon or Temporal values as they are.
 */
export type InstantLike =
  | Instant
  | string
  | Date
  | { toMillis(): number }
  | { readonly epochMilliseconds: number }

/** 1970-01-01T00:00:00.000Z. */
export const MIN_INSTANT: Instant = 0
/** 2101-01-01T00:00:00.000Z, the end of the range; as a bound it is included. */
export const MAX_INSTANT: Instant = 4_133_980_800_000

/** 1970-01-01 and 2100-12-31: the dates whose instants, in UTC, are in the range. */
export const FIRST_DAY: EpochDay = MIN_INSTANT / DAY_MILLIS
export const LAST_DAY: EpochDay = MAX_INSTANT / DAY_MILLIS - 1

/**
 * The instant that a value stands for.
 *
 * Throws `TypeError` `not-an-instant` for a value of another kind or a text without an offset, and `RangeError`
 * `instant-out-of-range` for NaN, fractions of a millisecond and times outside 1970-2100.
 */
export function toInstant(value: InstantLike): Instant {
  const millis = typeof value === 'number' ? value : millisOf(value)
  if (Number.isInteger(millis) && millis >= MIN_INSTANT && millis <= MAX_INSTANT) return millis
  throw rangeError(
    'instant-out-of-range',
    `${describe(value)} is not a whole millisecond between 1970-01-01 and 2101-01-01`,
  )
}

/** The 24-character UTC text of an instant, `2024-03-28T15:00:00.000Z`. */
export function formatInstant(at: Instant): string {
  const epochDay = Math.floor(at / DAY_MILLIS)
  const { year, month, day } = civil(epochDay)
  const rest = at - epochDay * DAY_MILLIS
  const seconds = Math.floor(rest / 1000)
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}T${time
    .map((part) => digits(part, 2))
    .join(':')}.${digits(rest % 1000, 3)}Z`
}

/** The instant of a text with an offset, or `undefined` when the text is not one. Not limited to 1970-2100. */
export function parseInstant(text: string): Instant | undefined {
  return parseUtc(text) ?? parseAny(text)
}

function parseAny(text: string): Instant | undefined {
  const match = TEXT.exec(text)
  if (match === null) return undefined
  const day = parseLocalDate(match[1] as string)
  const fraction = match[4] ?? ''
  if (/[^0]/.test(fraction.slice(3))) return undefined
  const millis = fraction.slice(0, 3).padEnd(3, '0')
  const time = parseLocalTime(`${match[2]}:${match[3] ?? '00'}.${millis}`)
  const offset = match[5] === undefined ? 0 : parseLocalTime(`${match[6]}:${match[7]}`)
  if (day === undefined || time === undefined || offset === undefined) return undefined
  if (offset === DAY_MILLIS) return undefined
  return day * DAY_MILLIS + time - (match[5] === '-' ? -offset : offset)
}

const TEXT =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:[Zz]|([+-])(\d{2}):?(\d{2}))$/

function millisOf(value: InstantLike): number {
  if (typeof value === 'string') {
    const parsed = parseInstant(value)
    if (parsed !== undefined) return parsed
  } else if (typeof value === 'object' && value !== null) {
    if ('epochMilliseconds' in value) return value.epochMilliseconds
    if ('toMillis' in value && typeof value.toMillis === 'function') return value.toMillis()
    if ('getTime' in value && typeof value.getTime === 'function') return value.getTime()
  }
  throw typeError(
    'not-an-instant',
    `${describe(value)} is not an instant: give epoch milliseconds, a Date, a luxon or Temporal value, or a text with an offset such as "2024-03-28T15:00:00Z"`,
  )
}

/** The 24-character form without a regular expression: logs hold hundreds of thousands of them. */
function parseUtc(text: string): Instant | undefined {
  if (text.length !== 24 || !hasSigns(text)) return undefined
  const [year, month, day] = [numberAt(text, 0, 4), numberAt(text, 5, 7), numberAt(text, 8, 10)]
  const [hour, minute] = [numberAt(text, 11, 13), numberAt(text, 14, 16)]
  const [second, milli] = [numberAt(text, 17, 19), numberAt(text, 20, 23)]
  const isDate =
    year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  if (!isDate || !(hour < 24 && minute < 60 && second < 60 && milli >= 0)) return undefined
  return (
    epochDayOf(year, month, day) * DAY_MILLIS + ((hour * 60 + minute) * 60 + second) * 1000 + milli
  )
}

function hasSigns(text: string): boolean {
  return (
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[19] === '.' &&
    text[23] === 'Z'
  )
}

/** The number that digits write, or NaN where one of them is no digit. */
function numberAt(text: string, from: number, to: number): number {
  let number = 0
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    number = number * 10 + digit
  }
  return number
}

function describe(value: unknown): string {
  return value instanceof Date ? `Date ${value.getTime()}` : quote(value)
}
