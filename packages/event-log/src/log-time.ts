import {
  DAY_MILLIS,
  type Instant,
  parseLocalDate,
  parseLocalTime,
  resolveLocal,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import { DateTime } from 'luxon'
import { copied } from './interning.ts'
import { timeFormatOf } from './time-format.ts'

/** Why a text gives no instant. */
export type TimeFault = 'time-unreadable' | 'time-zone-missing' | 'time-out-of-range'

/** The instant of a text as a log writes it, or why there is none. */
export type TimeReader = (text: string) => Instant | TimeFault

/** 2100-01-01T00:00Z: what is promised in a log's last year still falls into the library's range. */
const END = 4_102_444_800_000

/** Texts kept with their instants; logs repeat them from row to row. */
const KEPT = 50_000

/**
 * Reads times of one format, or of several: the first that a text fits. A local time becomes an instant by `resolveLocal`: a repeated one is its first occurrence,
 * a skipped one the end of the gap. Fractions of a millisecond are cut off; the years are 1970 to 2099.
 * Throws `RangeError` `zone-unknown`.
 */
export function timeReader(
  format: string | readonly string[],
  timeZone: string | undefined,
): TimeReader {
  const zone = timeZone === undefined ? undefined : zoneOf(timeZone)
  const formats = typeof format === 'string' ? [format] : format
  const read = firstOf(formats.map((one) => readerOf(one, zone)))
  const kept = new Map<string, Instant | TimeFault>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const found = read(text)
    const checked = typeof found === 'number' && !(found >= 0 && found < END)
    const answer = checked ? 'time-out-of-range' : found
    if (kept.size >= KEPT) kept.clear()
    kept.set(copied(text), answer)
    return answer
  }
}

/** The instant by the first that reads it; else the first fault but being unreadable. */
function firstOf(readers: readonly TimeReader[]): TimeReader {
  return (text) => {
    let fault: TimeFault = 'time-unreadable'
    for (const read of readers) {
      const found = read(text)
      if (typeof found === 'number') return found
      if (fault === 'time-unreadable') fault = found
    }
    return fault
  }
}

function readerOf(format: string, zone: Zone | undefined): TimeReader {
  if (format === 'iso') return (text) => readIso(text, zone)
  if (format === 'epochSeconds') return (text) => readEpoch(text, 1000)
  if (format === 'epochMillis') return (text) => readEpoch(text, 1)
  const { hasOffset } = timeFormatOf(format)
  const locale = 'en-US'
  const parser = DateTime.buildFormatParser(format, { locale })
  return (text) => {
    const time = DateTime.fromFormatParser(text, parser, { zone: 'utc', locale })
    if (!time.isValid) return 'time-unreadable'
    return hasOffset ? time.toMillis() : resolved(zone, time.toMillis())
  }
}

const EPOCH = /^(\d+)(?:\.(\d+))?$/

/** By digits, because a fraction of seconds times a thousand is not whole as a float. */
function readEpoch(text: string, unit: 1 | 1000): Instant | TimeFault {
  const match = EPOCH.exec(text)
  if (match === null) return 'time-unreadable'
  const rest = unit === 1 ? 0 : Number((match[2] ?? '').slice(0, 3).padEnd(3, '0'))
  return Number(match[1]) * unit + rest
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,](\d+))?)?(?: ?(?:([Zz])|([+-])(\d{2})(?::?(\d{2}))?))?)?$/

/** A date with or without a time; without one its first moment. */
function readIso(text: string, zone: Zone | undefined): Instant | TimeFault {
  const match = ISO.exec(text)
  if (match === null) return 'time-unreadable'
  const [, year, month, date, hour = '00', minute = '00', second = '00', fraction = ''] = match
  const [, , , , , , , , zulu, sign, offsetHours = '00', offsetMinutes = '00'] = match
  const day = parseLocalDate(`${year}-${month}-${date}`)
  const millis = fraction.slice(0, 3).padEnd(3, '0')
  const time = parseLocalTime(`${hour}:${minute}:${second}.${millis}`)
  if (day === undefined || time === undefined) return 'time-unreadable'
  const wall = day * DAY_MILLIS + time
  if (zulu !== undefined) return wall
  if (sign === undefined) return resolved(zone, wall)
  const offset = parseLocalTime(`${offsetHours}:${offsetMinutes}`)
  if (offset === undefined) return 'time-unreadable'
  return wall - (sign === '-' ? -offset : offset)
}

function resolved(zone: Zone | undefined, wall: number): Instant | TimeFault {
  if (zone === undefined) return 'time-zone-missing'
  // Beyond this a zone knows no offsets.
  if (wall < -DAY_MILLIS || wall > END + DAY_MILLIS) return 'time-out-of-range'
  return resolveLocal(zone, wall)
}
