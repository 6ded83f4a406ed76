import * as z from 'zod'
import { quote, rangeError, typeError } from './errors.ts'
import { type Instant, type InstantLike, toInstant } from './instant.ts'
import { addMonths, DAY_MILLIS } from './local-date.ts'
import { dayOfLocal } from './local-time.ts'
import { localTimeAt, resolveLocal } from './resolve-local.ts'
import { type Zone, zoneOf } from './zone.ts'

/** A length of time: whole milliseconds, or ISO 8601 text such as `PT4H`, `-PT30M`, `P2M`. */
export type Duration = number | string

/** A duration taken apart; every part has the same sign. Months and days have no fixed length, so they stay apart. */
export interface DurationParts {
  readonly months: number
  readonly days: number
  readonly millis: number
}

const ISO =
  /^([+-])?P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,](\d{1,3}))?S)?)?$/

export const durationSchema = z
  .union([
    z.int(),
    z
      .string()
      .refine((text) => parseDuration(text) !== undefined, {
        params: { code: 'duration-invalid', expected: 'an ISO 8601 duration such as PT4H or P2M' },
      })
      .meta({ format: 'duration' }),
  ])
  .describe('ISO 8601 duration (`PT4H`), or milliseconds')

/** The parts of an ISO 8601 duration, or `undefined` when the text is not one. Only seconds take a fraction. */
export function parseDuration(text: string): DurationParts | undefined {
  const match = ISO.exec(text)
  if (match === null) return undefined
  const part = (group: number) => Number(match[group] ?? 0)
  const sign = match[1] === '-' ? -1 : 1
  const seconds = (part(6) * 60 + part(7)) * 60 + part(8)
  const parts = {
    months: signed(sign, part(2) * 12 + part(3)),
    days: signed(sign, part(4) * 7 + part(5)),
    millis: signed(sign, seconds * 1000 + Number((match[9] ?? '').padEnd(3, '0'))),
  }
  return Object.values(parts).every(Number.isSafeInteger) ? parts : undefined
}

/** Without the -0 that a sign times nothing would give. */
function signed(sign: number, count: number): number {
  return count === 0 ? 0 : sign * count
}

/** The parts of a duration. Throws `RangeError` `duration-invalid`, naming the value. */
export function toParts(duration: Duration): DurationParts {
  if (typeof duration === 'number' && Number.isSafeInteger(duration)) {
    return { months: 0, days: 0, millis: duration }
  }
  const parts = typeof duration === 'string' ? parseDuration(duration) : undefined
  if (parts !== undefined) return parts
  throw rangeError(
    'duration-invalid',
    `${quote(duration)} is not a duration: give whole milliseconds or ISO 8601 text such as "PT4H"`,
  )
}

/**
 * The milliseconds of a duration of fixed length.
 *
 * Throws `RangeError` `duration-invalid`, and `TypeError` `duration-not-fixed` for years, months, weeks and days:
 * a day may have 23, 24 or 25 hours, and a business day is a unit of its own.
 */
export function toMillis(duration: Duration): number {
  if (typeof duration === 'number' && Number.isSafeInteger(duration)) return duration
  const { months, days, millis } = toParts(duration)
  if (months === 0 && days === 0) return millis
  throw typeError(
    'duration-not-fixed',
    `${quote(duration)} has no fixed length: write days as hours (PT24H), or count dates (addDuration; for business days, a calendar's addDays)`,
  )
}

/**
 * The instant a duration later (earlier when negative). Months and days move the local date in the stated zone and
 * keep its time of day; a day that the month lacks becomes its last. Milliseconds are then added as elapsed time.
 */
export function addDuration(at: InstantLike, duration: Duration, timeZone: string | Zone): Instant {
  const from = toInstant(at)
  const { months, days, millis } = toParts(duration)
  const zone = typeof timeZone === 'string' ? zoneOf(timeZone) : timeZone
  if (months === 0 && days === 0) return toInstant(from + millis)
  const local = localTimeAt(zone, from)
  const day = dayOfLocal(local)
  const moved = addMonths(day, months) + days
  return toInstant(resolveLocal(zone, moved * DAY_MILLIS + (local - day * DAY_MILLIS)) + millis)
}

/** The ISO 8601 text of milliseconds in hours, minutes and seconds: `PT4H30M`. */
export function formatDuration(millis: number): string {
  if (millis === 0) return 'PT0S'
  const total = Math.abs(millis)
  const hours = Math.floor(total / 3_600_000)
  const minutes = Math.floor(total / 60_000) % 60
  const seconds = (total % 60_000) / 1000
  const time = [
    [hours, 'H'],
    [minutes, 'M'],
    [seconds, 'S'],
  ].map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`))
  return `${millis < 0 ? '-' : ''}PT${time.join('')}`
}
