import { refusal } from '@holdfast/kernel'
import type { Entered } from '../event.ts'
import { isCustomer } from '../parties.ts'
import { type Draft, type Handler, happens } from './scene.ts'
import { step } from './step.ts'

/** Somebody writes. What the customer writes goes on with what waits for them, where the lifecycle says so. */
export const message: Handler<'message'> = (scene, command) => {
  const { by, state } = scene
  const { audience = 'public', automatic = false, text, channel } = command
  if (isCustomer(by) && audience === 'internal') {
    return refusal('customer-internal', { params: { by }, whoMay: [state.owner] })
  }
  const draft: Draft = {
    type: 'messaged',
    audience,
    ...(automatic && { automatic: true }),
    ...(text !== undefined && { text }),
    ...(channel !== undefined && { channel }),
  }
  if (!isCustomer(by) || automatic) return happens(draft)
  const taken = step(scene, 'customerMessage', { isAutomatic: true })
  // No way, and none that is open now, change nothing: the message stands by itself.
  if (taken.way !== 'found') return happens(draft)
  // A message that comes late cannot end what began after it was written.
  const at = Math.max(scene.at, state.chapter.at)
  return happens(draft, { ...goingOn(state.category, taken.entered), at })
}

/** The event that enters a state by itself, called by what it ends. */
export function goingOn(from: Entered['category'], entered: Entered): Draft {
  if (from === 'waiting') return { type: 'resumed', ...entered, automatic: true }
  if (from === 'resolved') return { type: 'reopened', ...entered, automatic: true }
  return { type: 'moved', ...entered }
}
