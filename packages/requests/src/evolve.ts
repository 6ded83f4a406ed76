import { type Instant, parseInstant } from '@holdfast/kernel'
import { copyOf, type StateDraft } from './copy-state.ts'
import type { Entered, EventOf, RequestEvent, StoredEvent } from './event.ts'
import { isKnown } from './known-event.ts'
import { markOf } from './mark-of.ts'
import { stillTold } from './promises/told-keys.ts'
import type { RequestState } from './state.ts'
import { submittedState } from './submitted-state.ts'
import { type ChildHappening, evolveChildren } from './tasks/evolve-children.ts'
import { tasksAfter } from './tasks/evolve-tasks.ts'

/**
 * The request after an event. Total and pure: an event whose place in the stream is taken changes nothing, so an event
 * that is delivered twice does no harm; one that cannot be read (of an unknown type, of a newer schema, or without what
 * its type says) takes its place and is named in `unread`. Nothing has happened before `submitted`, so anything else
 * leaves `null` as it is.
 */
export function evolve(state: RequestState | null, event: StoredEvent): RequestState | null {
  if (state === null) return isKnown(event) && event.type === 'submitted' ? begin(event) : null
  if (event.seq <= state.seq) return state
  // A request comes in once.
  if (!isKnown(event) || event.type === 'submitted') return passedOver(state, event)
  const next = copyOf(state)
  next.seq = event.seq
  try {
    const at = instantOf(event)
    apply(next, event, at)
    note(next, event, at)
  } catch {
    // It is called like one of ours, and lacks what ours say.
    return passedOver(state, event)
  }
  return next
}

/** What cannot be read takes its place in the stream, and changes nothing else. */
function passedOver(state: RequestState, { id, seq, type, schema }: StoredEvent): RequestState {
  return { ...state, seq, unread: [...state.unread, { event: id, type, schema }] }
}

/** Its time; the beginning of time for one that nobody can read, so that it is kept and found. */
function instantOf({ at }: { readonly at: string }): Instant {
  return parseInstant(at) ?? 0
}

/** The request that comes in; `null` where what came in lacks what a submission says. */
function begin(event: EventOf<'submitted'>): RequestState | null {
  try {
    const at = instantOf(event)
    const state: StateDraft = submittedState(event, at)
    state.seq = event.seq
    note(state, event, at)
    return state
  } catch {
    return null
  }
}

/** What every event does beside what it is about: its mark, what was told, and what is to be done next. */
function note(next: StateDraft, event: RequestEvent, at: Instant): void {
  const mark = markOf(event, at)
  if (mark !== undefined) {
    if (mark.state !== undefined) {
      next.chapter = { place: next.marks.length, at }
      next.told = stillTold(next.told)
    }
    next.marks = withLast(next.marks, mark)
  } else {
    if (event.type === 'told') next.told = withLast(next.told, event.key)
    // Of what a command only told, the first says that it came.
    if (event.type !== 'told' || event.id.endsWith('/1')) {
      next.quiet = withLast(next.quiet, event.id)
    }
  }
  if (event.flag !== undefined) next.flags = [...next.flags, { event: event.id, code: event.flag }]
  if (event.next === undefined) return
  next.nextAction =
    event.next === null
      ? null
      : { at: instantOf(event.next), by: event.next.by, why: event.next.why }
}

/** A list and one more; many times faster than spreading the list into another. */
function withLast<T>(list: readonly T[], one: T): readonly T[] {
  const longer = list.slice()
  longer.push(one)
  return longer
}

function apply(next: StateDraft, event: RequestEvent, at: Instant): void {
  switch (event.type) {
    case 'assessed':
      assess(next, event)
      return
    case 'assigned':
      next.assignee = event.assignee
      return
    case 'ownerChanged':
      changeOwner(next, event)
      return
    case 'offered':
      offer(next, event, at)
      return
    case 'offerAccepted':
    case 'offerRecalled':
      endOffer(next, event.offer)
      return
    case 'offerDeclined':
    case 'offerExpired':
      endOffer(next, event.offer)
      next.bounces++
      return
    case 'moved':
      enter(next, event)
      return
    case 'waited':
      wait(next, event, at)
      return
    case 'resumed':
      leaveWait(next)
      enter(next, event)
      return
    case 'resolved':
      resolve(next, event, at)
      return
    case 'reopened':
      leaveWait(next)
      enter(next, event)
      next.reopenings++
      next.resolution = null
      return
    case 'closed':
    case 'cancelled':
      leaveWait(next)
      enter(next, event)
      next.offer = null
      return
    case 'followedUp':
      next.followUps = [...next.followUps, event.as]
      return
    case 'timeAttached':
      next.timeSpent += event.millis
      return
    case 'approved':
    case 'approvalRejected':
      decideApproval(next, event)
      return
    case 'taskAdded':
    case 'taskChanged':
    case 'taskDispatched':
    case 'taskAccepted':
    case 'taskDeclined':
    case 'taskDone':
    case 'taskCancelled':
    case 'taskSplit':
    case 'taskRejoined':
      next.tasks = tasksAfter(next.tasks, event)
      return
    case 'linked':
    case 'unlinked':
    case 'split':
    case 'rejoined':
    case 'childChanged':
      changeChildren(next, event)
      return
    case 'submitted':
    case 'messaged':
    case 'quickTaskDone':
    case 'told':
      return
    default:
      event satisfies never
  }
}

function assess(next: StateDraft, { priority, need, facts }: EventOf<'assessed'>): void {
  if (priority !== undefined) next.priority = priority
  if (need !== undefined) next.need = need
  if (facts !== undefined) next.facts = { ...next.facts, ...facts }
}

function enter(next: StateDraft, { state, category, asks }: Entered): void {
  next.state = state
  next.category = category
  if (asks !== true) return
  next.approvals = next.approvals.map(({ id, by }) => ({ id, by, status: 'open', decidedBy: null }))
}

/** Leaving a wait clears what was waited for; nothing else does. */
function leaveWait(next: StateDraft): void {
  next.wait = null
  next.previous = null
}

function wait(next: StateDraft, event: EventOf<'waited'>, at: Instant): void {
  const { blocker, until, detail = null } = event
  // From one wait to another the way back stays.
  if (next.wait === null) next.previous = next.state
  next.waits++
  const ends = until === undefined ? null : (parseInstant(until) ?? null)
  next.wait = { number: next.waits, blocker, since: at, until: ends, detail }
  enter(next, event)
}

function resolve(next: StateDraft, event: EventOf<'resolved'>, at: Instant): void {
  const { cause = null, effect = null, summary = null, automatic = false } = event
  leaveWait(next)
  enter(next, event)
  next.offer = null
  next.resolution = { at, cause, effect, summary, automatic }
}

function offer(next: StateDraft, event: EventOf<'offered'>, at: Instant): void {
  const { offer: id, to, need = null, context = null, openQuestions = [] } = event
  const { owner: from, priority, wait: waited, state } = next
  const made = { priority, blocker: waited?.blocker ?? null, state }
  next.offer = { id, from, to, at, need, context, openQuestions, made }
  next.offers++
  if (need !== null) next.need = need
}

function endOffer(next: StateDraft, id: string): void {
  if (next.offer?.id === id) next.offer = null
}

function changeOwner(next: StateDraft, { owner, assignee }: EventOf<'ownerChanged'>): void {
  next.assignee = assignee ?? null
  if (owner === next.owner) return
  if (next.formerOwners.includes(owner)) next.bounces++
  if (!next.formerOwners.includes(next.owner)) {
    next.formerOwners = [...next.formerOwners, next.owner]
  }
  next.owner = owner
}

function changeChildren(next: StateDraft, event: ChildHappening): void {
  const { links, children } = evolveChildren(next, event)
  next.links = links
  next.children = children
}

function decideApproval(
  next: StateDraft,
  event: EventOf<'approved'> | EventOf<'approvalRejected'>,
): void {
  const status = event.type === 'approved' ? 'approved' : 'rejected'
  next.approvals = next.approvals.map((approval) =>
    approval.id === event.approval ? { ...approval, status, decidedBy: event.by } : approval,
  )
}
