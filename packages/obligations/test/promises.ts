import { type Calendar, createCalendar } from '@holdfast/calendar'
import { type InstantLike, type Mark, type PartyRef, toInstant } from '@holdfast/kernel'
import {
  createObligation,
  type Obligation,
  type ObligationState,
  type Terms,
} from '../src/index.ts'

/** Mondays to Fridays, 8 to 17 in Zurich. */
export const office: Calendar = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '17:00']]]),
  ),
  holidays: [{ date: '2027-03-26', name: 'Good Friday' }],
})

export const calendars = { office }

/** A first answer within four hours of business time, while nobody waits for the customer. */
export const firstAnswer = {
  id: 'first-answer',
  version: 3,
  kind: 'sla.firstResponse',
  debtor: 'team:support',
  creditor: 'customer:acme',
  start: { condition: 'submitted' },
  stop: { condition: 'publicAnswer' },
  cancel: { condition: 'cancelled' },
  pauseReasons: ['customer'],
  within: 'PT4H',
  clock: { counts: 'businessTime', calendar: 'office' },
} satisfies Terms

/** The obligation of these terms with some of them replaced. */
export function promise(parts: Partial<Terms> = {}): Obligation {
  return createObligation({ ...firstAnswer, ...parts }, { calendars })
}

/** A mark of request 7 in March 2027, at a local time of Zurich (an hour ahead of UTC until the 28th). */
export function mark(
  day: number,
  time: string,
  type: Mark['type'],
  parts: Partial<Mark> = {},
): Mark {
  const at = march(day, time)
  return { id: `${type}-${day}-${time}`, at, type, about: 'request:7', ...parts }
}

/** A local time of Zurich on a day of March 2027, before clocks go forward; the 1st is a Monday. */
export function march(day: number, time: string): number {
  return toInstant(`2027-03-${String(day).padStart(2, '0')}T${time}:00+01:00`)
}

export function written(day: number, time: string, by: PartyRef, parts: Partial<Mark> = {}): Mark {
  return mark(day, time, 'message', { by, ...parts })
}

/** A state as a ledger sees it: owed by support to Acme and running, unless the parts say otherwise. */
export function owed(
  parts: Partial<ObligationState> & { due?: InstantLike } = {},
): ObligationState {
  const { due, ...rest } = parts
  const latestToMeet = due === undefined ? null : toInstant(due)
  return {
    obligation: 'first-answer',
    kind: 'sla.firstResponse',
    about: 'request:7',
    cycle: 1,
    debtor: 'team:support',
    creditor: 'customer:acme',
    life: latestToMeet === null ? 'paused' : 'running',
    startedAt: 0,
    target: 1,
    used: 0,
    remaining: 1,
    share: 0,
    dueAt: latestToMeet,
    latestToMeet,
    fulfilledAt: null,
    cancelledAt: null,
    breachedAt: null,
    missed: 0,
    warnedAt: [],
    pauses: [],
    segments: [],
    consequences: [],
    problems: [],
    ...rest,
  }
}
