import { DAY_MILLIS, dayOfLocal, type EpochDay } from '@holdfast/kernel'
import ICAL from 'ical.js'
import { type EventTime, inZone, timeOf } from './event-time.ts'
import type { Recurrence } from './recurrence.ts'
import { unreadable } from './unread.ts'

/** The `RRULE` of an event; `null` when it has none. */
export function recurrenceOf(parts: ICAL.Component, start: EventTime): Recurrence | null {
  const properties = parts.getAllProperties('rrule')
  if (parts.hasProperty('exrule') || properties.length > 1) {
    throw unreadable('rule-unsupported', 'more than one recurrence rule is not read')
  }
  const rule = properties[0]?.getFirstValue()
  if (!(rule instanceof ICAL.Recur)) return null
  const { freq, interval, count, until, wkst } = rule
  if (!(interval >= 1)) throw unreadable('rule-unreadable', 'a recurrence needs an interval')
  return {
    freq,
    interval,
    count: count ?? null,
    until: until === null || until === undefined ? null : lastDay(until, start),
    // The library counts from Sunday, 1; without a word, weeks begin on Monday.
    weekStart: (wkst + 5) % 7,
    by: rule.parts as Recurrence['by'],
  }
}

/**
 * The last day on which an occurrence is not after the end of the recurrence, which is mostly in UTC. A date lets the
 * occurrence of that date take place, at whatever time.
 */
function lastDay(until: ICAL.Time, start: EventTime): EpochDay {
  const end = timeOf(until, start.zone)
  if (end.isDate) return dayOfLocal(end.local)
  const timeOfDay = start.local - dayOfLocal(start.local) * DAY_MILLIS
  return Math.floor((inZone(end, start.zone) - timeOfDay) / DAY_MILLIS)
}
