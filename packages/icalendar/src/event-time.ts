import {
  DAY_MILLIS,
  type Instant,
  type LocalMillis,
  localTimeAt,
  MAX_INSTANT,
  MIN_INSTANT,
  parseInstant,
  parseLocalDateTime,
  resolveLocal,
} from '@holdfast/kernel'
import type ICAL from 'ical.js'
import { zoneOfTzid } from './time-zones.ts'
import { unreadable } from './unread.ts'

/** A time as an event writes it: on the wall clock of a zone. A date is its beginning. */
export interface EventTime {
  readonly local: LocalMillis
  readonly zone: string
  readonly isDate: boolean
}

/** Whose clock times without a zone are of, and what unknown zones mean. */
export interface ZoneRules {
  /** The IANA zone of dates, and of times that name none. */
  readonly timeZone: string
  /** IANA zones by the `TZID` that the calendar uses. */
  readonly zones?: Readonly<Record<string, string>> | undefined
}

/** The times of a property: one of `DTSTART`, several of `EXDATE`. */
export function timesOf(property: ICAL.Property, { timeZone, zones = {} }: ZoneRules): EventTime[] {
  const tzid: unknown = property.getParameter('tzid')
  const zone = typeof tzid === 'string' ? zoneOfTzid(tzid, zones) : timeZone
  // As they are written: the values of the library make March 3 of February 31.
  const [, , , ...values] = property.toJSON() as readonly unknown[]
  return values.map((value) => timeOf(value, zone, timeZone))
}

/** `2027-03-01`, `2027-03-01T09:00:00` or the same with `Z`. `RDATE` may hold periods, of which the beginning counts. */
export function timeOf(value: unknown, zone: string, zoneOfDates = zone): EventTime {
  const text = String(Array.isArray(value) ? value[0] : value)
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text)
  if (text.endsWith('Z')) {
    const at = parseInstant(text)
    if (at !== undefined) return { local: Number(at), zone: 'UTC', isDate }
  }
  const local = parseLocalDateTime(isDate ? `${text}T00:00` : text)
  if (local === undefined) throw unreadable('time-unreadable', `${text} is no date or time`)
  return { local, zone: isDate ? zoneOfDates : zone, isDate }
}

/** The same time by another clock. Dates and times without a zone stay what they are. */
export function inZone(time: EventTime, zone: string): LocalMillis {
  if (time.isDate || time.zone === zone) return time.local
  return localTimeAt(zone, instantOf(time.zone, time.local))
}

/** Months beyond what instants cover are no use, and no clock changes are known there. */
export function instantOf(zone: string, local: LocalMillis): Instant {
  const at =
    local < MIN_INSTANT - DAY_MILLIS || local > MAX_INSTANT + DAY_MILLIS
      ? Number.NaN
      : resolveLocal(zone, local)
  if (at >= MIN_INSTANT && at <= MAX_INSTANT) return at
  throw unreadable('time-out-of-range', 'the time is outside 1970 to 2100')
}
