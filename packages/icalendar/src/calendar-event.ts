import ICAL from 'ical.js'
import { type EventTime, timesOf, type ZoneRules } from './event-time.ts'
import type { Recurrence } from './recurrence.ts'
import { recurrenceOf } from './recurrence-rule.ts'
import { unreadable } from './unread.ts'

/** What callers are told of an event, to decide whose it is and what it means. */
export interface CalendarEvent {
  readonly uid: string
  readonly summary: string
  readonly categories: readonly string[]
  /** Mail addresses, in small letters and without `mailto:`. */
  readonly organizer: string | null
  readonly attendees: readonly string[]
  /** Whether whoever has it in their calendar is free all the same (`TRANSP:TRANSPARENT`). */
  readonly isFree: boolean
  /** Whether it is for nobody else to read (`CLASS:PRIVATE` or `CONFIDENTIAL`). */
  readonly isPrivate: boolean
}

/** An event of the text with its times. */
export interface ReadEvent {
  readonly event: CalendarEvent
  readonly isCancelled: boolean
  readonly sequence: number
  readonly start: EventTime
  readonly end: EventEnd
  readonly rule: Recurrence | null
  readonly also: readonly EventTime[]
  readonly except: readonly EventTime[]
  /** The occurrence of the event with the same id that it is in place of. */
  readonly inPlaceOf: EventTime | null
}

/** When it ends, or how long it lasts: whole days by the wall clock, the rest as time passes. */
export type EventEnd =
  | { readonly kind: 'at'; readonly time: EventTime }
  | { readonly kind: 'after'; readonly days: number; readonly millis: number }

/** Throws what `unreadable` makes, or what the library throws of a text that it cannot read. */
export function readEvent(text: string, zones: ZoneRules): ReadEvent {
  const parts = new ICAL.Component(ICAL.parse(text))
  const start = first(parts, 'dtstart', zones)
  if (start === undefined) throw unreadable('start-missing', 'the event has no DTSTART')
  const inPlace = parts.getFirstProperty('recurrence-id')
  if (inPlace?.getParameter('range') !== undefined) {
    throw unreadable('range-unsupported', 'a change of this and all later occurrences is not read')
  }
  const also = parts.getAllProperties('rdate').flatMap((each) => timesOf(each, zones))
  const except = parts.getAllProperties('exdate').flatMap((each) => timesOf(each, zones))
  return {
    event: eventOf(parts),
    isCancelled: textOf(parts, 'status').toUpperCase() === 'CANCELLED',
    sequence: Number(parts.getFirstPropertyValue('sequence') ?? 0),
    start,
    end: endOf(parts, start, zones),
    rule: recurrenceOf(parts, start),
    also,
    except,
    inPlaceOf: first(parts, 'recurrence-id', zones) ?? null,
  }
}

function first(parts: ICAL.Component, name: string, zones: ZoneRules): EventTime | undefined {
  const property = parts.getFirstProperty(name)
  return property === null ? undefined : timesOf(property, zones)[0]
}

/** Source: RFC 5545, 3.6.1: without an end, a date lasts that day and a time no time. */
function endOf(parts: ICAL.Component, start: EventTime, zones: ZoneRules): EventEnd {
  const time = first(parts, 'dtend', zones)
  if (time !== undefined) return { kind: 'at', time }
  const duration = parts.getFirstPropertyValue('duration')
  if (!(duration instanceof ICAL.Duration)) {
    return { kind: 'after', days: start.isDate ? 1 : 0, millis: 0 }
  }
  const { weeks, days, hours, minutes, seconds, isNegative } = duration
  if (isNegative) throw unreadable('end-before-start', 'the event lasts less than no time')
  return {
    kind: 'after',
    days: weeks * 7 + days,
    millis: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  }
}

function eventOf(parts: ICAL.Component): CalendarEvent {
  const categories = parts.getAllProperties('categories').flatMap((each) => each.getValues())
  const attendees = parts.getAllProperties('attendee').map((each) => address(each.getFirstValue()))
  const organizer = parts.getFirstPropertyValue('organizer')
  return {
    uid: textOf(parts, 'uid'),
    summary: textOf(parts, 'summary'),
    categories: categories.map(String),
    organizer: organizer === null ? null : address(organizer),
    attendees,
    isFree: textOf(parts, 'transp').toUpperCase() === 'TRANSPARENT',
    isPrivate: ['PRIVATE', 'CONFIDENTIAL'].includes(textOf(parts, 'class').toUpperCase()),
  }
}

function textOf(parts: ICAL.Component, name: string): string {
  return String(parts.getFirstPropertyValue(name) ?? '')
}

function address(value: unknown): string {
  return String(value)
    .replace(/^mailto:/i, '')
    .toLowerCase()
}
