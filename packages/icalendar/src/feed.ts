import {
  formatInstant,
  type Instant,
  type InstantLike,
  interval,
  type PartyRef,
  toInstant,
  zoneOf,
} from '@holdfast/kernel'
import type { Schedule, Shift } from '@holdfast/oncall'
import ICAL from 'ical.js'
import { folded } from './folding.ts'
import { wholeShifts } from './whole-shifts.ts'

/** What a feed holds, and how it is told. */
export interface FeedOptions {
  /** Shifts that overlap `[from, to)` are in it, in their whole length. */
  readonly from: InstantLike
  readonly to: InstantLike
  /** When the feed is made (`DTSTAMP`). */
  readonly at: InstantLike
  /** Only the shifts of one person; everybody's when left out. */
  readonly person?: PartyRef | undefined
  /** What calendars call it; the id of the schedule, and the person, when left out. */
  readonly name?: string | undefined
  /** The IANA zone in which calendars show it; the schedule's when left out. Times are in UTC, and so the same in all. */
  readonly timeZone?: string | undefined
  /** A host name of the organization, so that its entries are never taken for those of another. */
  readonly domain?: string | undefined
  /** Goes up when shifts move; the version of the schedule where that is a number, otherwise 0, when left out. */
  readonly sequence?: number | undefined
  /** The title of an entry; `ana · incident (zurich)` when left out. */
  readonly summaryOf?: ((shift: Shift) => string) | undefined
}

/**
 * The shifts of a schedule as an iCalendar text (RFC 5545), for calendars to subscribe to. The id of an entry is made of
 * schedule, seat and beginning: whoever takes over a whole shift takes over its entry.
 *
 * Throws `RangeError` `interval-empty` and `zone-unknown`.
 */
export function feedOf(schedule: Schedule, options: FeedOptions): string {
  const { person, timeZone = schedule.timeZone, summaryOf = summary } = options
  const name =
    options.name ?? (person === undefined ? schedule.id : `${schedule.id}: ${nameOf(person)}`)
  zoneOf(timeZone)
  const span = interval(options.from, options.to)
  const shifts = wholeShifts(schedule, span)
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Holdfast//On-call schedules//EN')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  // Not of the library's vocabulary: RFC 7986, and what calendars read since long before.
  calendar.addPropertyWithValue('name', escaped(name))
  calendar.addPropertyWithValue('x-wr-calname', escaped(name))
  calendar.addPropertyWithValue('x-wr-timezone', timeZone)
  const stamp = { at: toInstant(options.at), sequence: options.sequence ?? versionOf(schedule) }
  for (const shift of shifts) {
    if (person !== undefined && shift.person !== person) continue
    calendar.addSubcomponent(entryOf(shift, summaryOf(shift), uidOf(shift, options.domain), stamp))
  }
  return folded(calendar.toString())
}

function entryOf(
  shift: Shift,
  title: string,
  uid: string,
  { at, sequence }: { readonly at: Instant; readonly sequence: number },
): ICAL.Component {
  const entry = new ICAL.Component('vevent')
  entry.addPropertyWithValue('uid', uid)
  entry.addPropertyWithValue('dtstamp', timeOf(at))
  entry.addPropertyWithValue('dtstart', timeOf(shift.from))
  entry.addPropertyWithValue('dtend', timeOf(shift.to))
  entry.addPropertyWithValue('summary', title)
  if (shift.site !== null) entry.addPropertyWithValue('location', shift.site)
  entry.addPropertyWithValue('sequence', sequence)
  entry.addPropertyWithValue('status', 'CONFIRMED')
  // Being on call keeps nobody from being invited to something.
  entry.addPropertyWithValue('transp', 'TRANSPARENT')
  return entry
}

function uidOf({ schedule, seat, person, from, isShadow }: Shift, domain = 'holdfast'): string {
  const start = formatInstant(from).replace(/[-:]|\.\d+/g, '')
  const place = isShadow ? `${seat}/${person}` : seat
  return `${encodeURI(`${schedule}/${place}/${start}`)}@${domain}`
}

function summary({ person, role, schedule, site, isShadow }: Shift): string {
  const place = site === null ? '' : ` (${site})`
  return `${nameOf(person)}${isShadow ? ' (shadow)' : ''} · ${role ?? schedule}${place}`
}

function nameOf(person: PartyRef): string {
  return person.slice(person.indexOf(':') + 1)
}

function versionOf({ version }: Schedule): number {
  return typeof version === 'number' ? version : 0
}

/** iCalendar knows no parts of a second. */
function timeOf(at: Instant): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${formatInstant(at).slice(0, 19)}Z`)
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}
