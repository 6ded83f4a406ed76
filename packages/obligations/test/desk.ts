import { type Calendar, createCalendar } from '@holdfast/calendar'
import {
  type Mark,
  type MarkType,
  type PartyRef,
  resolveLocal,
  toEpochDay,
  toLocalDate,
} from '@holdfast/kernel'
import {
  createObligation,
  type ObligationDeps,
  type ObligationState,
  type ReadOptions,
  type Terms,
} from '../src/index.ts'

export const minute = 60_000
export const hour = 3_600_000
export const zone = 'Europe/Zurich'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

function hours(...windows: [string, string][]): Record<string, [string, string][]> {
  return Object.fromEntries(weekdays.map((day) => [day, windows]))
}

/** Monday to Friday, 09:00 to 17:00; Friday the 13th of March 2026 is a holiday. */
export const office: Calendar = createCalendar({
  id: 'office',
  version: 1,
  timeZone: zone,
  hours: hours(['09:00', '17:00']),
  holidays: ['2026-03-13'],
})

/** The same with a lunch break. */
export const lunch: Calendar = createCalendar({
  id: 'lunch',
  version: 1,
  timeZone: zone,
  hours: hours(['09:00', '12:00'], ['13:00', '17:00']),
})

/** Opens once, on the second of January 1980, and never again. */
const past: Calendar = createCalendar({
  id: 'past',
  version: 1,
  timeZone: zone,
  hours: {},
  overrides: { '1980-01-02': [['09:00', '17:00']] },
})

export const deps: ObligationDeps = { calendars: { office, lunch, past } }

const MONDAY = toEpochDay('2026-03-02')
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** `Mon 09:00` of the first week of March 2026 in Zurich, `Mon+1 09:00` of the week after; a date and time otherwise. */
export function at(when: string): number {
  const [day = '', time = ''] = when.split(' ')
  if (!/^[A-Z]/.test(day)) return resolveLocal(zone, when.replace(' ', 'T'))
  const [name = '', weeks = '0'] = day.split('+')
  const date = toLocalDate(MONDAY + DAYS.indexOf(name) + 7 * Number(weeks))
  return resolveLocal(zone, `${date}T${time}`)
}

export type MarkParts = Partial<Omit<Mark, 'type' | 'at'>>

/** A mark; about request 7, unless it says otherwise. */
export function mark(type: MarkType, when: string | number, parts: MarkParts = {}): Mark {
  const about = parts.about ?? 'request:7'
  const instant = typeof when === 'number' ? when : at(when)
  return { id: `${type} ${about} ${when}`, at: instant, type, ...parts, about }
}

type Told = (when: string | number, parts?: MarkParts) => Mark

function told(type: MarkType, by?: PartyRef): Told {
  return (when, parts) => mark(type, when, { ...(by && { by }), ...parts })
}

export const submitted = told('submitted', 'customer:acme')
/** A person at the customer writes. */
export const asked = told('message', 'customer:acme')
/** A person at the desk writes, publicly unless it says otherwise. */
export const answered = told('message', 'person:ada')
export const resolved = told('resolved', 'person:ada')
export const reopened = told('reopened', 'customer:acme')
export const closed = told('closed')
export const cancelled = told('cancelled')
export const assigned = told('assigned')
export const offered = told('offered')
export const accepted = told('accepted')
export const priorityChanged = told('priorityChanged')

/** A wait begins: for the customer, unless it says otherwise. */
export const waits: Told = (when, parts) =>
  mark('waiting', when, { about: 'wait:w1', reason: 'customer', ...parts })
export const resumed: Told = (when, parts) => mark('resumed', when, { about: 'wait:w1', ...parts })

type Parts = Partial<Terms> & { readonly elapsed?: string }

/** A first answer within four business hours, with parts of the terms replaced. */
export function promise({ elapsed, ...parts }: Parts = {}): Terms {
  const within = parts.every === undefined ? { within: elapsed ?? 'PT4H' } : {}
  return {
    id: 'answer',
    version: 1,
    kind: 'sla.firstResponse',
    debtor: 'team:support',
    creditor: 'customer:acme',
    start: { condition: 'submitted' },
    stop: { condition: 'publicAnswer' },
    clock:
      elapsed === undefined
        ? { counts: 'businessTime', calendar: 'office' }
        : { counts: 'elapsedTime' },
    ...within,
    ...parts,
  }
}

/** A solution within eight business hours that waits for the customer pause. */
export function solution(parts: Parts = {}): Terms {
  return promise({
    id: 'solution',
    kind: 'sla.resolution',
    start: { any: [{ condition: 'submitted' }, { condition: 'reopened' }] },
    stop: { condition: 'resolved' },
    cancel: { condition: 'cancelled' },
    pauseReasons: ['customer'],
    ...(parts.elapsed === undefined && { within: 'PT8H' }),
    ...parts,
  })
}

/** News to the customer every four business hours while the request is open. */
export function news(from: 'fulfillment' | 'grid', parts: Parts = {}): Terms {
  return promise({
    id: 'news',
    kind: 'inform.customer',
    every: { period: 'PT4H', from, until: { condition: 'over' } },
    ...parts,
  })
}

export function read(
  terms: Terms,
  marks: readonly Mark[],
  when: string | number,
  options?: ReadOptions,
): readonly ObligationState[] {
  return createObligation(terms, deps).read(
    marks,
    typeof when === 'number' ? when : at(when),
    options,
  )
}

/** The one state that there is. */
export function only(states: readonly ObligationState[]): ObligationState {
  const [state, ...others] = states
  if (state === undefined || others.length > 0) {
    throw new Error(`one state expected, and there are ${states.length}`)
  }
  return state
}

export function readOnly(
  terms: Terms,
  marks: readonly Mark[],
  when: string | number,
  options?: ReadOptions,
): ObligationState {
  return only(read(terms, marks, when, options))
}

/** `purpose at instant` of each wake-up. */
export function wakeups(
  terms: Terms,
  marks: readonly Mark[],
  when: string,
  options?: ReadOptions,
): readonly (readonly [string, number])[] {
  return createObligation(terms, deps)
    .wakeups(marks, at(when), options)
    .map(({ purpose, at: instant }) => [purpose, instant] as const)
}
