import { type Calendar, createCalendar } from '@holdfast/calendar'
import { formatInstant, type Instant, type PartyRef } from '@holdfast/kernel'
import type { EventPayloads, EventType, RequestEvent } from '../src/event.ts'
import { evolve } from '../src/evolve.ts'
import type { Lifecycle } from '../src/lifecycle/lifecycle.ts'
import type { ReadLifecycle } from '../src/lifecycle/lifecycle-document.ts'
import { compilePromises } from '../src/promises/promises.ts'
import type { RequestState } from '../src/state.ts'

const DAY: [string, string][] = [['08:00', '17:00']]

/** Open 08:00 to 17:00 in Zurich, Mondays to Fridays. */
export const desk: Calendar = createCalendar({
  id: 'desk',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY },
})

/** What the promises of a lifecycle are made from; the rest of it plays no part in them. */
export const document: ReadLifecycle = {
  id: 'bug',
  version: 1,
  kind: 'bug',
  intake: 'team:support',
  initial: 'new',
  states: {
    new: { category: 'open' },
    staging: { category: 'open', tellWithin: 'PT4H' },
    blocked: { category: 'waiting' },
    done: { category: 'resolved' },
    closed: { category: 'closed' },
  },
  transitions: [{ on: 'resolve', from: 'new', to: 'done' }],
  clock: { counts: 'businessTime', calendar: 'desk' },
  attention: {
    targets: [
      { priorities: ['P1'], every: 'PT1H', warnAt: [0.5], escalateTo: 'role:duty-manager' },
      { every: 'PT8H' },
    ],
  },
  news: {
    targets: [
      { priorities: ['P1'], every: 'PT2H' },
      { blockers: ['customer'], every: 'PT90H' },
      { every: 'PT16H', warnAt: ['PT1H'] },
    ],
  },
  handover: {
    clock: { counts: 'elapsedTime' },
    acceptance: [
      { priorities: ['P1'], within: 'PT15M', escalateTo: 'role:duty-manager' },
      { within: 'PT2H', warnAt: [0.5] },
    ],
  },
  silentCustomer: {
    clock: { counts: 'businessDays', calendar: 'desk', due: 'endOfDay' },
    steps: [
      { after: 'P2D', do: 'remind' },
      { after: 'P5D', do: 'resolve' },
    ],
  },
  closeAfter: {
    clock: { counts: 'businessDays', calendar: 'desk', due: 'endOfDay' },
    within: 'P5D',
  },
}

/** The lifecycle of a document, as far as promises go. */
export function lifecycleOf(source: ReadLifecycle = document): Lifecycle {
  const { id, version, kind, states } = source
  const promises = compilePromises(source, { desk })
  const table = new Map()
  return {
    id,
    version,
    kind,
    document: source,
    states,
    table,
    waitReasons: [],
    readiness: [],
    promises,
  }
}

export const bug = lifecycleOf()

/** A minute of Monday, 1 March 2027, in Zurich. */
export function monday(time: string): Instant {
  return on(1, time)
}

/** A minute of a day of March 2027 in Zurich; the clocks change on the 28th. */
export function on(day: number, time: string): Instant {
  return Date.parse(`2027-03-${String(day).padStart(2, '0')}T${time}:00+01:00`)
}

export type Told = {
  readonly [T in EventType]: { readonly type: T; readonly by?: PartyRef } & Omit<
    EventPayloads[T],
    never
  >
}[EventType]

/** A request to which events have happened, each at its instant, by Ada where nobody is named. */
export function requestAfter(
  ...told: readonly (readonly [at: Instant, event: Told])[]
): RequestState {
  let state: RequestState | null = null
  for (const [nth, [at, event]] of told.entries()) {
    const made = {
      by: 'person:ada',
      ...event,
      id: `c${nth + 1}/1`,
      at: formatInstant(at),
      seq: nth + 1,
      request: '7',
      schema: 1,
    } as RequestEvent
    state = evolve(state, made)
  }
  if (state === null) throw new Error('a request begins with its submission')
  return state
}

/** It comes in, for Acme, to the support team. */
export const submitted = {
  type: 'submitted',
  kind: 'bug',
  lifecycle: { id: 'bug', version: 1 },
  owner: 'team:support',
  customer: 'customer:acme',
  by: 'customer:acme',
  state: 'new',
  category: 'open',
} as const satisfies Told

export const urgent = { ...submitted, priority: 'P1' } as const satisfies Told

export const staged = {
  type: 'moved',
  state: 'staging',
  category: 'open',
  tells: true,
} as const satisfies Told

export const resumed = { type: 'resumed', state: 'new', category: 'open' } as const satisfies Told

export const resolved = {
  type: 'resolved',
  state: 'done',
  category: 'resolved',
} as const satisfies Told

export const closed = {
  type: 'closed',
  state: 'closed',
  category: 'closed',
} as const satisfies Told

export const offered = {
  type: 'offered',
  offer: '7/o1',
  to: 'team:platform',
} as const satisfies Told

export const answer = { type: 'messaged', audience: 'public' } as const satisfies Told

export const note = { type: 'messaged', audience: 'internal' } as const satisfies Told

export const customerWrites = { ...answer, by: 'customer:acme' } as const satisfies Told

export function waits(blocker: string, until?: Instant): Told {
  const date = until === undefined ? {} : { until: formatInstant(until) }
  return { type: 'waited', state: 'blocked', category: 'waiting', blocker, ...date }
}

export function owner(party: PartyRef): Told {
  return { type: 'ownerChanged', owner: party }
}

export function priority(name: string, by: PartyRef = 'person:ada'): Told {
  return { type: 'assessed', priority: name, by }
}
