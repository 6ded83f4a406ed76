import { didYouMean, type Instant, type PartyRef, reason, refusal } from '@holdfast/kernel'
import { isCustomer, isOneOf, isOurs } from '../parties.ts'
import type { Offer } from '../state.ts'
import type { CommandOf } from './command.ts'
import { goingOn } from './messages.ts'
import { notAllowed } from './not-allowed.ts'
import { endOfOffer } from './resolution.ts'
import {
  type Draft,
  type Handler,
  happens,
  type Outcome,
  type Refused,
  type Scene,
} from './scene.ts'
import { step } from './step.ts'
import { isActor } from './who-may.ts'

/**
 * The request is offered to somebody else, with what the customer needs, what is known, and what is not. It stays with
 * who owns it until the offer is accepted. Source: R14; for an offer to Sales R12.
 */
export const offer: Handler<'offer'> = (scene, command) => {
  const refused = offerRefused(scene, command)
  if (refused !== undefined) return refused
  const { state } = scene
  const { to, context, openQuestions } = command
  const need = command.need ?? state.need
  return happens({
    type: 'offered',
    offer: `${state.request}/o${state.offers + 1}`,
    to,
    ...(need !== null && { need }),
    ...(context !== undefined && { context }),
    ...(openQuestions !== undefined && { openQuestions }),
  })
}

/** Who was asked takes it over: from here on they are accountable. */
export const accept: Handler<'accept'> = (scene) =>
  answered(scene, 'accept', (open, at): Outcome => {
    const { by } = scene
    const isPerson = by.startsWith('person:')
    const accepted: Draft = { type: 'offerAccepted', offer: open.id, at }
    const passed: Draft = {
      type: 'ownerChanged',
      owner: open.to,
      ...(isPerson && { assignee: by }),
      at,
    }
    const made = { owner: open.to, assignee: isPerson ? by : null }
    const taken = step(scene, 'accepted', { isAutomatic: true, made })
    if (taken.way !== 'found') return happens(accepted, passed)
    return happens(accepted, passed, { ...goingOn(scene.state.category, taken.entered), at })
  })

/** Who was asked does not take it; it stays where it is, and the offerer knows why. */
export const decline: Handler<'decline'> = (scene, { reason: why, openQuestions }) =>
  answered(scene, 'decline', (open, at) =>
    happens({
      type: 'offerDeclined',
      offer: open.id,
      at,
      reason: why,
      ...(openQuestions !== undefined && { openQuestions }),
    }),
  )

/** The offer is taken back before it is answered. */
export const recall: Handler<'recall'> = (scene, command) => {
  const { state } = scene
  if (state.offer === null) return noOffer(scene)
  if (!mayOffer(scene)) return notTheirs(scene, 'recall')
  const { reason: why } = command
  return happens({
    type: 'offerRecalled',
    offer: state.offer.id,
    at: endOfOffer(state.offer, scene.at),
    ...(why !== undefined && { reason: why }),
  })
}

/** The answer of somebody to whom it is offered, and when it was given. */
function answered(
  scene: Scene,
  on: 'accept' | 'decline',
  answer: (open: Offer, at: Instant) => Outcome,
): Outcome {
  const { state, by, context } = scene
  const open = state.offer
  if (open === null) return noOffer(scene)
  if (!isOneOf(by, open.to, context.directory)) {
    return notAllowed(by, on, [open.to])
  }
  return answer(open, endOfOffer(open, scene.at))
}

function offerRefused(scene: Scene, { to, need }: CommandOf<'offer'>): Refused | undefined {
  const { state, lifecycle } = scene
  const { routes = [], needFor = [], bounces } = lifecycle.document.handover
  if (!mayOffer(scene)) return notTheirs(scene, 'offer')
  if (state.category !== 'open' && state.category !== 'waiting') {
    return refusal('not-possible', {
      params: { on: 'offer', detail: null, state: state.state },
      nextSteps: [reason('requests.next.step', { event: 'reopen', to: null })],
    })
  }
  if (state.offer !== null) {
    const { id, to: asked } = state.offer
    return refusal('offer-open', {
      params: { offer: id, to: asked },
      whoMay: [asked],
      nextSteps: [reason('requests.next.recall', { offer: id })],
    })
  }
  if (!isOurs(to)) return unaccountable(scene, to)
  if (to === state.owner) return refusal('offer-to-owner', { params: { to } })
  // Whoever decides where it belongs has to be able to send it there.
  const isDecided = bounces !== undefined && state.owner === bounces.to
  const isLast = bounces !== undefined && state.bounces >= bounces.limit && !isDecided
  if (isLast && to !== bounces.to) {
    return refusal('bounced-too-often', {
      params: { bounces: state.bounces, limit: bounces.limit, to },
      nextSteps: [offerTo(bounces.to)],
    })
  }
  if (!isLast && isNobody(to, scene)) return unknownReceiver(to, scene)
  const receivers = routes.find(({ from }) => from === state.owner)?.to
  const mayReceive = receivers === undefined || [...receivers, ...state.formerOwners].includes(to)
  if (!isLast && !mayReceive) {
    return refusal('receiver-not-allowed', {
      params: { to, from: state.owner, receivers },
      nextSteps: receivers.map(offerTo),
    })
  }
  if (needFor.includes(to) && need === undefined && state.need === null) {
    const nextSteps = [reason('requests.next.sayNeed', { to })]
    return refusal('need-missing', { params: { to }, nextSteps })
  }
  return undefined
}

/** Nobody could accept: an offer would only pass the time. */
function isNobody(to: PartyRef, { context: { directory } }: Scene): boolean {
  return directory !== undefined && directory.members(to).length === 0
}

function unknownReceiver(to: PartyRef, { context: { directory } }: Scene) {
  const teams = Object.keys(directory?.teams ?? {}).map((id): PartyRef => `team:${id}`)
  const people = Object.keys(directory?.people ?? {}).map((id): PartyRef => `person:${id}`)
  const near = didYouMean(to, [...teams, ...people]) as PartyRef | undefined
  return refusal('receiver-unknown', {
    params: { to, didYouMean: near ?? null },
    nextSteps: near === undefined ? [] : [offerTo(near)],
  })
}

/** Customers and machines answer for nothing here; what they are to do is waited for. */
function unaccountable({ state: { owner } }: Scene, to: PartyRef) {
  return refusal('receiver-not-allowed', {
    params: { to, from: owner, receivers: [] },
    nextSteps: isCustomer(to) ? [reason('requests.next.waitFor', { blocker: 'customer' })] : [],
  })
}

function offerTo(to: PartyRef) {
  return reason('requests.next.offer', { to })
}

function mayOffer(scene: Scene): boolean {
  const { by, state, context } = scene
  const { directory } = context
  return (
    isActor(by, 'owner', state, directory) ||
    isActor(by, 'assignee', state, directory) ||
    (isForsaken(scene) && isOneOf(by, scene.lifecycle.document.intake, directory))
  )
}

/** Nobody is left who owns it. It does not lie there for ever: the intake may offer it to somebody else. */
function isForsaken({ state: { owner }, context: { directory } }: Scene): boolean {
  return directory !== undefined && directory.members(owner).length === 0
}

function notTheirs(scene: Scene, on: 'offer' | 'recall') {
  const { state, by, lifecycle } = scene
  const whoMay = isForsaken(scene) ? [lifecycle.document.intake] : [state.owner]
  return notAllowed(by, on, whoMay)
}

/** There is none; where time has taken it back since, that is why. */
function noOffer({ state }: Scene) {
  const expired = state.marks.findLast(({ about }) => about.startsWith('offer:'))
  const code = expired?.type === 'expired' ? 'offer-expired' : 'offer-none'
  return refusal(code, {
    params: { owner: state.owner },
    whoMay: [state.owner],
    nextSteps: [reason('requests.next.offerAgain', {})],
  })
}
