import * as z from 'zod'
import { rangeError } from './errors.ts'
import {
  formatInstant,
  type Instant,
  type InstantLike,
  MAX_INSTANT,
  MIN_INSTANT,
  toInstant,
} from './instant.ts'

/** A span of time `[from, to)`: `from` belongs to it, `to` does not. */
export interface Interval {
  readonly from: Instant
  readonly to: Instant
}

export const instantSchema = z
  .int()
  .min(MIN_INSTANT)
  .max(MAX_INSTANT)
  .describe('Milliseconds since 1970-01-01T00:00:00Z, to the end of 2100')

export const intervalSchema = z
  .strictObject({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => from < to, { message: 'ends before it begins', path: ['to'] })

/** The interval between two instants. Throws `RangeError` `interval-empty` unless `from` is before `to`. */
export function interval(from: InstantLike, to: InstantLike): Interval {
  const [start, end] = [toInstant(from), toInstant(to)]
  if (start < end) return { from: start, to: end }
  throw rangeError(
    'interval-empty',
    `the interval from ${formatInstant(start)} to ${formatInstant(end)} holds no time`,
  )
}
