import type { Interval } from '@holdfast/kernel'
import { eventBlocks } from './blocks.ts'
import { type CalendarEvent, type ReadEvent, readEvent } from './calendar-event.ts'
import { inZone, type ZoneRules } from './event-time.ts'
import { type Occurrence, occurrencesOf } from './occurrences.ts'
import { reasonOf, type Unread } from './unread.ts'

/** Something that takes place. */
export interface Happening extends Occurrence {
  readonly line: number
  readonly event: CalendarEvent
  readonly isDate: boolean
}

interface Placed extends ReadEvent {
  readonly line: number
}

/**
 * What takes place in a span, and what could not be read. Of events with one id, the one with the highest sequence
 * counts, then the later in the text. Cancelled ones do not take place.
 */
export function readCalendar(
  text: string,
  zones: ZoneRules,
  span: Interval,
): { readonly happenings: Happening[]; readonly unread: Unread[] } {
  const unread: Unread[] = []
  const events: Placed[] = []
  for (const { text: block, line, isClosed } of eventBlocks(text)) {
    const known = { line, uid: lineOf(block, 'UID'), summary: lineOf(block, 'SUMMARY') }
    try {
      if (isClosed) events.push({ ...readEvent(block, zones), line })
      else unread.push({ code: 'event-unclosed', message: 'the event has no END:VEVENT', ...known })
    } catch (error) {
      unread.push({ ...reasonOf(error), ...known })
    }
  }
  const happenings: Happening[] = []
  for (const read of withExceptions(newest(events))) {
    try {
      const { event, start, isCancelled } = read
      const found = isCancelled ? [] : occurrencesOf(read, span)
      for (const occurrence of found)
        happenings.push({ ...occurrence, event, isDate: start.isDate, line: read.line })
    } catch (error) {
      const { uid, summary } = read.event
      unread.push({ ...reasonOf(error), line: read.line, uid, summary })
    }
  }
  happenings.sort((a, b) => a.from - b.from || a.to - b.to || order(a.event.uid, b.event.uid))
  return { happenings, unread: unread.sort((a, b) => a.line - b.line) }
}

function newest(events: readonly Placed[]): Placed[] {
  const byKey = new Map<string, Placed>()
  for (const event of events) {
    const { inPlaceOf, sequence } = event
    const key = JSON.stringify([
      event.event.uid || event.line,
      inPlaceOf === null ? null : inZone(inPlaceOf, 'UTC'),
    ])
    const known = byKey.get(key)
    if (known === undefined || known.sequence <= sequence) byKey.set(key, event)
  }
  return [...byKey.values()]
}

/** What stands in place of an occurrence takes it out of the event that recurs. */
function withExceptions(events: readonly Placed[]): Placed[] {
  return events.map((event) => {
    if (event.inPlaceOf !== null) return { ...event, rule: null, also: [], except: [] }
    const moved = events.flatMap((other) =>
      other.inPlaceOf !== null && other.event.uid === event.event.uid ? [other.inPlaceOf] : [],
    )
    return { ...event, except: [...event.except, ...moved] }
  })
}

/** For reports of events that cannot be read: a property as it stands, with its folded lines. */
function lineOf(block: string, name: string): string | null {
  const unfolded = block.replace(/\r\n[ \t]/g, '')
  const match = new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(.*)$`, 'im').exec(unfolded)
  return match?.[1]?.trim() ?? null
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
