import { type Instant, parseInstant } from '@holdfast/kernel'
import {
  EVENT_SCHEMA,
  type Entered,
  type EventOf,
  type RequestEvent,
  type StoredEvent,
} from './event.ts'
import { evolveChildren } from './evolve-children.ts'
import { evolveTasks } from './evolve-tasks.ts'
import { markOf } from './mark-of.ts'
import type { RequestState } from './state.ts'
import { submittedState } from './submitted-state.ts'

/**
 * The request after an event. Total and pure: an event whose place in the stream is taken changes nothing, so an event
 * that is delivered twice does no harm; one of an unknown type or a newer schema takes its place and is named in
 * `unread`. Nothing has happened before `submitted`, so anything else leaves `null` as it is.
 */
export function evolve(state: RequestState | null, event: StoredEvent): RequestState | null {
  if (state === null) return isKnown(event) && event.type === 'submitted' ? begin(event) : null
  if (event.seq <= state.seq) return state
  if (!isKnown(event)) {
    const { id, seq, type, schema } = event
    return { ...state, seq, unread: [...state.unread, { event: id, type, schema }] }
  }
  const at = instantOf(event)
  return noted(apply(state, event, at), state, event, at)
}

/** Whether an event is one of this version. */
export function isKnown(event: StoredEvent): event is RequestEvent {
  return event.schema <= EVENT_SCHEMA && Object.hasOwn(TYPES, event.type)
}

/** Its time; the beginning of time for one that nobody can read, so that it is kept and found. */
function instantOf({ at }: { readonly at: string }): Instant {
  return parseInstant(at) ?? 0
}

function begin(event: EventOf<'submitted'>): RequestState {
  const at = instantOf(event)
  const state = submittedState(event, at)
  return noted(state, state, event, at)
}

/** What every event does beside what it is about: its place, its mark, and what is to be done next. */
function noted(
  next: RequestState,
  { marks, chapter, told, quiet, flags }: RequestState,
  event: RequestEvent,
  at: Instant,
): RequestState {
  const mark = markOf(event, at)
  const isChapter = mark?.state !== undefined
  return {
    ...next,
    seq: event.seq,
    marks: mark === undefined ? marks : [...marks, mark],
    quiet: mark === undefined && event.type !== 'told' ? [...quiet, event.id] : quiet,
    chapter: isChapter ? { place: marks.length, at } : chapter,
    told: event.type === 'told' ? [...told, event.key] : isChapter ? stillTold(told) : told,
    flags: event.flag === undefined ? flags : [...flags, { event: event.id, code: event.flag }],
    nextAction:
      event.next === undefined
        ? next.nextAction
        : event.next === null
          ? null
          : { ...event.next, at: instantOf(event.next) },
  }
}

/** What was told of a state is over with it; offers, and what the customer has to be told, go on. */
function stillTold(told: readonly string[]): readonly string[] {
  return told.length === 0 ? told : told.filter((key) => /\|(?:acceptance|tell)\|/.test(key))
}

function apply(state: RequestState, event: RequestEvent, at: Instant): RequestState {
  switch (event.type) {
    case 'submitted':
      return state
    case 'assessed':
      return {
        ...state,
        priority: event.priority ?? state.priority,
        need: event.need ?? state.need,
        facts: event.facts === undefined ? state.facts : { ...state.facts, ...event.facts },
      }
    case 'assigned':
      return { ...state, assignee: event.assignee }
    case 'ownerChanged':
      return changeOwner(state, event)
    case 'offered':
      return offer(state, event, at)
    case 'offerAccepted':
      return withoutOffer(state, event.offer)
    case 'offerDeclined':
    case 'offerExpired':
      return bounced(state, event.offer)
    case 'offerRecalled':
      return withoutOffer(state, event.offer)
    case 'moved':
      return enter(state, event)
    case 'waited':
      return wait(state, event, at)
    case 'resumed':
      return leaveWait(enter(state, event))
    case 'resolved':
      return resolve(state, event, at)
    case 'reopened':
      return {
        ...leaveWait(enter(state, event)),
        reopenings: state.reopenings + 1,
        resolution: null,
      }
    case 'closed':
    case 'cancelled':
      return { ...leaveWait(enter(state, event)), offer: null }
    case 'followedUp':
      return { ...state, followUps: [...state.followUps, event.as] }
    case 'timeAttached':
      return { ...state, timeSpent: state.timeSpent + event.millis }
    case 'approved':
    case 'approvalRejected':
      return decideApproval(state, event)
    case 'taskAdded':
    case 'taskChanged':
    case 'taskDispatched':
    case 'taskAccepted':
    case 'taskDeclined':
    case 'taskDone':
    case 'taskCancelled':
    case 'taskSplit':
    case 'taskRejoined':
      return evolveTasks(state, event)
    case 'linked':
    case 'unlinked':
    case 'split':
    case 'rejoined':
    case 'childChanged':
      return evolveChildren(state, event)
    case 'messaged':
    case 'quickTaskDone':
    case 'told':
      return state
    default:
      return event satisfies never
  }
}

function enter(state: RequestState, { state: entered, category }: Entered): RequestState {
  return { ...state, state: entered, category }
}

/** Leaving a wait clears what was waited for; nothing else does. */
function leaveWait(state: RequestState): RequestState {
  return state.wait === null ? state : { ...state, wait: null, previous: null }
}

function wait(state: RequestState, event: EventOf<'waited'>, at: Instant): RequestState {
  const { blocker, until, detail } = event
  const number = state.waits + 1
  const ends = until === undefined ? null : (parseInstant(until) ?? null)
  return {
    ...enter(state, event),
    // From one wait to another the way back stays.
    previous: state.wait === null ? state.state : state.previous,
    wait: { number, blocker, since: at, until: ends, detail: detail ?? null },
    waits: number,
  }
}

function resolve(state: RequestState, event: EventOf<'resolved'>, at: Instant): RequestState {
  const { cause = null, effect = null, summary = null, automatic = false } = event
  return {
    ...leaveWait(enter(state, event)),
    offer: null,
    resolution: { at, cause, effect, summary, automatic },
  }
}

function offer(state: RequestState, event: EventOf<'offered'>, at: Instant): RequestState {
  const { offer: id, to, need = null, context = null, openQuestions = [] } = event
  return {
    ...state,
    offer: { id, from: state.owner, to, at, need, context, openQuestions },
    offers: state.offers + 1,
    need: need ?? state.need,
  }
}

function withoutOffer(state: RequestState, id: string): RequestState {
  return state.offer?.id === id ? { ...state, offer: null } : state
}

function bounced(state: RequestState, id: string): RequestState {
  return { ...withoutOffer(state, id), bounces: state.bounces + 1 }
}

function changeOwner(state: RequestState, event: EventOf<'ownerChanged'>): RequestState {
  const { owner, assignee = null } = event
  if (owner === state.owner) return { ...state, assignee }
  const { formerOwners, bounces } = state
  const isKnownBefore = formerOwners.includes(state.owner)
  return {
    ...state,
    owner,
    assignee,
    formerOwners: isKnownBefore ? formerOwners : [...formerOwners, state.owner],
    bounces: formerOwners.includes(owner) ? bounces + 1 : bounces,
  }
}

function decideApproval(
  state: RequestState,
  event: EventOf<'approved'> | EventOf<'approvalRejected'>,
): RequestState {
  const status = event.type === 'approved' ? 'approved' : 'rejected'
  return {
    ...state,
    approvals: state.approvals.map((approval) =>
      approval.id === event.approval ? { ...approval, status, decidedBy: event.by } : approval,
    ),
  }
}

/** The types of event that there are; the type of the record holds it complete. */
const TYPES: Readonly<Record<RequestEvent['type'], true>> = {
  submitted: true,
  assessed: true,
  assigned: true,
  offered: true,
  offerAccepted: true,
  offerDeclined: true,
  offerRecalled: true,
  offerExpired: true,
  ownerChanged: true,
  messaged: true,
  moved: true,
  waited: true,
  resumed: true,
  resolved: true,
  reopened: true,
  closed: true,
  cancelled: true,
  followedUp: true,
  linked: true,
  unlinked: true,
  timeAttached: true,
  approved: true,
  approvalRejected: true,
  taskAdded: true,
  taskChanged: true,
  taskDispatched: true,
  taskAccepted: true,
  taskDeclined: true,
  taskDone: true,
  taskCancelled: true,
  taskSplit: true,
  taskRejoined: true,
  quickTaskDone: true,
  split: true,
  rejoined: true,
  childChanged: true,
  told: true,
}
