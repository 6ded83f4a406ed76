import { type Instant, MIN_INSTANT } from '@holdfast/kernel'
import type { RequestEvent } from '../event.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { type Due, nextDue } from '../promises/due.ts'
import { type Running, runningPromises } from '../promises/running.ts'
import type { RequestState } from '../state.ts'
import { openChildren } from '../tasks/children.ts'
import { goingOn } from './messages.ts'
import { withoutOffer } from './resolution.ts'
import type { Draft, RequestContext, Scene } from './scene.ts'
import { step } from './step.ts'
import { append, CLOCK, type Stream } from './stream.ts'

/** What time brought about, and the event that says so: what has to be told comes from there. */
export interface Settled {
  readonly due: Due
  readonly event: RequestEvent
}

/**
 * Brings a request up to date with its clocks: offers that nobody answered expire, waits with a date end, customers who
 * do not answer are reminded, and what is late is told. Everything happens at the instant at which it was due, so it
 * makes no difference when somebody looks; what was told is never told again.
 */
export function settle(
  stream: Stream,
  lifecycle: Lifecycle,
  context: RequestContext,
): readonly Settled[] {
  const settled: Settled[] = []
  for (;;) {
    const { state, now } = stream
    if (state === null || state.category === 'closed') return settled
    const due = nextDue(state, lifecycle, BEFORE_ALL, now)
    if (due === null) return settled
    // Guards are asked as of then, too: nothing hangs on when somebody looks.
    const scene = { state, lifecycle, context, now: due.at, at: due.at, by: CLOCK }
    for (const draft of broughtAbout(due, scene)) {
      settled.push({ due, event: append(stream, { ...draft, by: CLOCK }, due.at) })
    }
  }
}

/** Also what was dated back before the submission comes due. */
const BEFORE_ALL: Instant = MIN_INSTANT - 1

/**
 * Whether something may have come due since somebody last looked. Nothing is due before what is to be done next, but
 * warnings of it are, and those lapse when it is done.
 */
export function mayBeDue(state: RequestState, lifecycle: Lifecycle, now: Instant): boolean {
  const { nextAction } = state
  if (nextAction === null) return false
  return nextAction.at <= now || runningPromises(state, lifecycle).some(canWarn)
}

function canWarn({ obligation }: Running): boolean {
  return (obligation.terms.warnAt ?? []).length > 0
}

/** Every draft either tells the key of what is due, or ends what it is due for. */
function broughtAbout(due: Due, scene: Scene): readonly Draft[] {
  const { state } = scene
  if (due.promise === 'acceptance' && due.purpose === 'breach') {
    return state.offer === null
      ? [told(due)]
      : [{ type: 'offerExpired', offer: state.offer.id }, told(due)]
  }
  if (due.promise === 'wait') return waitOver(due, scene)
  if (due.promise === 'silence' && due.purpose === 'breach') return unanswered(due, scene)
  if (due.promise === 'closure' && due.purpose === 'breach') return closing(due, scene)
  return [told(due)]
}

function told({ key, promise, purpose }: Due): Draft {
  return { type: 'told', key, what: promise, late: purpose === 'breach' }
}

function waitOver(due: Due, scene: Scene): readonly Draft[] {
  const taken = step(scene, 'resume', { isAutomatic: true })
  if (taken.way !== 'found') return [told(due)]
  return [told(due), goingOn('waiting', taken.entered)]
}

/** What the lifecycle does about a customer who does not answer; where it cannot be done, the owner is told. */
function unanswered(due: Due, scene: Scene): readonly Draft[] {
  const asked = scene.lifecycle.document.silentCustomer?.steps[due.index]
  if (asked === undefined) return [told(due)]
  const { message: text } = asked
  const said: Draft = {
    type: 'messaged',
    audience: 'public',
    automatic: true,
    ...(text !== undefined && { text }),
  }
  // A reminder without words of its own reminds all the same.
  if (asked.do === 'remind') return [told(due), said]
  if (openChildren(scene.state).length > 0) return [told(due)]
  const taken = step(scene, asked.do, { isAutomatic: true })
  if (taken.way !== 'found') return [told(due)]
  const over: Draft =
    asked.do === 'resolve'
      ? { type: 'resolved', ...taken.entered, automatic: true }
      : { type: 'closed', ...taken.entered, automatic: true }
  const end = [...withoutOffer(scene, 'unanswered'), over]
  return text === undefined ? [told(due), ...end] : [told(due), said, ...end]
}

function closing(due: Due, scene: Scene): readonly Draft[] {
  const taken = step(scene, 'close', { isAutomatic: true })
  if (taken.way !== 'found' || openChildren(scene.state).length > 0) return [told(due)]
  return [told(due), { type: 'closed', ...taken.entered, automatic: true }]
}
