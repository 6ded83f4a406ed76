import { DAY_MILLIS, dayOfLocal, type Interval, type LocalMillis } from '@holdfast/kernel'
import type { ReadEvent } from './calendar-event.ts'
import { instantOf, inZone } from './event-time.ts'
import { recurringDays } from './recurrence.ts'
import { unreadable } from './unread.ts'

/** When an event takes place: on the wall clock of its zone, and as an interval. */
export interface Occurrence extends Interval {
  readonly local: LocalMillis
  /** The end by the wall clock, of events of whole days. */
  readonly localEnd: LocalMillis
}

/**
 * The occurrences of an event that overlap a span, in order, without those that it excepts.
 *
 * The end: given as a time, every occurrence lasts as long as the first; given as a duration, its days count on the wall
 * clock (RFC 5545, 3.8.5.3). Days last from midnight to midnight.
 */
export function occurrencesOf(read: ReadEvent, span: Interval): Occurrence[] {
  const { start } = read
  const end = endRule(read)
  // Two days beyond, for zones on the other side of the date line.
  const lastDay = Math.ceil(span.to / DAY_MILLIS) + 2
  const timeOfDay = start.local - dayOfLocal(start.local) * DAY_MILLIS
  const days = read.rule === null ? [] : recurringDays(read.rule, dayOfLocal(start.local), lastDay)
  const locals = new Set<LocalMillis>([
    start.local,
    ...days.map((day) => day * DAY_MILLIS + timeOfDay),
  ])
  for (const time of read.also) locals.add(inZone(time, start.zone))
  for (const time of read.except) {
    if (!time.isDate || start.isDate) locals.delete(inZone(time, start.zone))
    else
      for (const local of locals)
        if (dayOfLocal(local) === dayOfLocal(time.local)) locals.delete(local)
  }
  return [...locals]
    .filter((local) => dayOfLocal(local) < lastDay)
    .sort((a, b) => a - b)
    .map((local) => ({ local, ...end(local) }))
    .filter(
      ({ from, to }) => from < span.to && (to > span.from || (from === to && from === span.from)),
    )
}

type Ends = (local: LocalMillis) => Interval & { readonly localEnd: LocalMillis }

function endRule({ start, end }: ReadEvent): Ends {
  const first = instantOf(start.zone, start.local)
  const from = (local: LocalMillis) => instantOf(start.zone, local)
  if (end.kind === 'after' || (start.isDate && end.time.isDate)) {
    const length = end.kind === 'after' ? end.days * DAY_MILLIS : end.time.local - start.local
    const more = end.kind === 'after' ? end.millis : 0
    if (length < 0) throw unreadable('end-before-start', 'the event ends before it begins')
    return (local) => ({
      from: from(local),
      to: from(local + length) + more,
      localEnd: local + length + more,
    })
  }
  const length = instantOf(end.time.zone, end.time.local) - first
  if (length < 0) throw unreadable('end-before-start', 'the event ends before it begins')
  return (local) => ({ from: from(local), to: from(local) + length, localEnd: local + length })
}
