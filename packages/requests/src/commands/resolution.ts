import { type Instant, reason, refusal } from '@holdfast/kernel'
import { isSystem } from '../parties.ts'
import type { Offer } from '../state.ts'
import { isOpenTask, openChildren } from '../tasks/children.ts'
import type { CommandOf } from './command.ts'
import { type Draft, type Handler, happens, type Scene } from './scene.ts'
import { neededStep } from './step.ts'

/**
 * What was asked for is done. Nothing that it needs may be open any more, what its kind asks for has to be said, and
 * the customer reads the closing summary (R29).
 */
export const resolve: Handler<'resolve'> = (scene, command) => {
  const refused = childrenOpen(scene) ?? incomplete(scene, command)
  if (refused !== undefined) return refused
  const { cause, effect, summary } = command
  const said = {
    ...(cause !== undefined && { cause }),
    ...(effect !== undefined && { effect }),
    ...(summary !== undefined && { summary }),
  }
  const taken = neededStep(scene, 'resolve', { said })
  if (taken.way === 'refused') return taken.refused
  const before = withoutOffer(scene, 'resolved')
  if (summary === undefined)
    return happens(...before, { type: 'resolved', ...taken.entered, ...said })
  // The summary is the last word before the end, and tells of it; a machine's word tells of nothing.
  const { tells, ...entered } = taken.entered
  const resolved: Draft = {
    type: 'resolved',
    ...entered,
    ...(tells && isSystem(scene.by) && { tells }),
    ...said,
  }
  return happens(...before, { type: 'messaged', audience: 'public', text: summary }, resolved)
}

/** It was not done after all. */
export const reopen: Handler<'reopen'> = (scene, command) => {
  const taken = neededStep(scene, 'reopen', { said: { reason: command.reason } })
  if (taken.way === 'refused') return taken.refused
  return happens({ type: 'reopened', ...taken.entered, reason: command.reason })
}

/** The last word. */
export const close: Handler<'close'> = (scene) => {
  const refused = childrenOpen(scene)
  if (refused !== undefined) return refused
  const taken = neededStep(scene, 'close')
  if (taken.way === 'refused') return taken.refused
  return happens(...withoutOffer(scene, 'closed'), { type: 'closed', ...taken.entered })
}

/** It is wanted no more. Its tasks are called off with it. */
export const cancel: Handler<'cancel'> = (scene, { reason: why }) => {
  const taken = neededStep(scene, 'cancel', { said: { reason: why } })
  if (taken.way === 'refused') return taken.refused
  return happens(...calledOff(scene, why), { type: 'cancelled', ...taken.entered, reason: why })
}

/** What is called off with a request: its offer, and its open tasks. */
export function calledOff(scene: Scene, why: string): readonly Draft[] {
  const tasks = scene.state.tasks.filter(isOpenTask)
  return [
    ...withoutOffer(scene, why),
    ...tasks.map(({ id }): Draft => ({ type: 'taskCancelled', task: id, reason: why })),
  ]
}

/** An offer of what is over is taken back; not before it was made, though the end is dated back. */
export function withoutOffer(
  { state: { offer }, at }: Pick<Scene, 'state' | 'at'>,
  why: string,
): readonly Draft[] {
  if (offer === null) return []
  return [{ type: 'offerRecalled', offer: offer.id, reason: why, at: endOfOffer(offer, at) }]
}

/** No offer ends before it was made, whatever is told of it: its promise would never end. */
export function endOfOffer(offer: Offer, at: Instant): Instant {
  return Math.max(at, offer.at)
}

/** The required children that keep a request from being over. Source: R16. */
export function childrenOpen({ state }: Pick<Scene, 'state'>) {
  const open = openChildren(state)
  if (open.length === 0) return undefined
  return refusal('children-open', {
    params: { children: open },
    nextSteps: open.map((child) => reason('requests.next.finishChild', { child })),
  })
}

function incomplete(
  { lifecycle }: Scene,
  command: Pick<CommandOf<'resolve'>, 'cause' | 'effect' | 'summary'>,
) {
  const requires = lifecycle.document.resolution?.requires ?? []
  const missing = requires.filter((part) => command[part] === undefined)
  if (missing.length === 0) return undefined
  return refusal('resolution-incomplete', {
    params: { missing },
    nextSteps: missing.map((part) => reason('requests.next.say', { part })),
  })
}
