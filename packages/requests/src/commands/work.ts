import { reason, refusal } from '@holdfast/kernel'
import { isCustomer, isOneOf, isOurs } from '../parties.ts'
import { goingOn } from './messages.ts'
import { notAllowed, refusedToCustomer } from './not-allowed.ts'
import { type Draft, type Handler, happens, type Outcome, type Scene } from './scene.ts'
import { neededStep, type Step, step } from './step.ts'

/** Triage: what is known now, and how urgent it is; the customer says so in a message. */
export const assess: Handler<'assess'> = (scene, { type, priority, facts, need }) => {
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  const draft: Draft = {
    type: 'assessed',
    ...(priority !== undefined && { priority }),
    ...(facts !== undefined && { facts }),
    ...(need !== undefined && { need }),
  }
  // What triage found counts for the guards of what it leads to.
  const { state } = scene
  const made = { priority: priority ?? state.priority, facts: { ...state.facts, ...facts } }
  return withStep(scene, draft, step(scene, 'assess', { made }))
}

/** Somebody of those who own it begins to work on it. */
export const take: Handler<'take'> = (scene) => {
  const { by } = scene
  if (!isOfOwner(scene, by) || !isOurs(by)) return outside(scene, by)
  return withStep(
    scene,
    { type: 'assigned', assignee: by },
    step(scene, 'take', { made: { assignee: by } }),
  )
}

/** Somebody is put to work on it; only one of those who own it, for anybody else has to accept it first. */
export const assign: Handler<'assign'> = (scene, { to }) => {
  const { by, state } = scene
  if (isCustomer(by)) return notAllowed(by, 'assign', [state.owner])
  if (!isOfOwner(scene, to)) return outside(scene, to)
  return withStep(
    scene,
    { type: 'assigned', assignee: to },
    step(scene, 'assign', { made: { assignee: to } }),
  )
}

/** From one working state to another. What the customer is told of it, they are told at once. */
export const move: Handler<'move'> = (scene, { to, reason: why, tell }) => {
  const taken = neededStep(scene, 'move', { detail: to, said: { reason: why } })
  if (taken.way === 'refused') return taken.refused
  const moved: Draft = {
    type: 'moved',
    ...taken.entered,
    ...(why !== undefined && { reason: why }),
  }
  if (tell === undefined) return happens(moved)
  return happens(moved, { type: 'messaged', audience: 'public', text: tell })
}

/** A draft, and the change of state that it brings about where the lifecycle says so. */
export function withStep({ state }: Scene, draft: Draft, taken: Step): Outcome {
  if (taken.way === 'refused') return taken.refused
  return taken.way === 'none'
    ? happens(draft)
    : happens(draft, goingOn(state.category, taken.entered))
}

function isOfOwner({ state, context }: Scene, by: Scene['by']): boolean {
  return isOneOf(by, state.owner, context.directory)
}

function outside({ state }: Scene, party: Scene['by']) {
  return refusal('assignee-outside', {
    params: { party, owner: state.owner },
    whoMay: [state.owner],
    // Customers and machines own nothing, so there is no offering it to them either.
    nextSteps: isOurs(party) ? [reason('requests.next.offer', { to: party })] : [],
  })
}
