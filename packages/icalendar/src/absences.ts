import {
  formatInstant,
  type InstantLike,
  interval,
  type PartyRef,
  rangeError,
  zoneOf,
} from '@holdfast/kernel'
import type { ScheduleDocument } from '@holdfast/oncall'
import type { CalendarEvent } from './calendar-event.ts'
import type { ZoneRules } from './event-time.ts'
import { readCalendar } from './read-calendar.ts'
import type { Unread } from './unread.ts'

/** Whose absences a calendar holds, and which of them are asked for. */
export interface AbsencesQuestion extends ZoneRules {
  /** Whose calendar it is. */
  readonly person?: PartyRef | undefined
  /** Whose absence an event is, in a calendar of several people; nobody's when it gives nothing. */
  readonly personOf?: ((event: CalendarEvent) => PartyRef | undefined) | undefined
  /** Events that overlap `[from, to)` are read, in their whole length. */
  readonly from: InstantLike
  readonly to: InstantLike
  /** `count` where events that are marked as free are absences too, as some leave calendars have them. */
  readonly free?: 'skip' | 'count' | undefined
}

/** An absence as the document of a schedule takes it. */
export type ReadAbsence = NonNullable<ScheduleDocument['absences']>[number]

export interface Absences {
  /** In order of their beginning. Times are instants; the reason is the title of the event, unless that is private. */
  readonly absences: ReadAbsence[]
  /** The events that could not be read, in the order of the text. */
  readonly unread: readonly Unread[]
}

/**
 * The absences of a calendar. Events without any length, free ones and cancelled ones are none.
 *
 * Throws `TypeError` `not-a-calendar`, and `RangeError` `person-missing`, `zone-unknown` and `interval-empty`.
 */
export function absencesFrom(text: string, question: AbsencesQuestion): Absences {
  const { person, personOf = () => person, free = 'skip' } = question
  if (person === undefined && question.personOf === undefined) {
    throw rangeError('person-missing', 'say whose absences these are: `person` or `personOf`')
  }
  zoneOf(question.timeZone)
  const span = interval(question.from, question.to)
  const { happenings, unread } = readCalendar(text, question, span)
  const absences: ReadAbsence[] = []
  for (const { event, from, to } of happenings) {
    const whose = from === to || (event.isFree && free === 'skip') ? undefined : personOf(event)
    if (whose === undefined) continue
    const reason = event.isPrivate || event.summary === '' ? {} : { reason: event.summary }
    absences.push({ person: whose, from: formatInstant(from), to: formatInstant(to), ...reason })
  }
  return { absences, unread }
}
