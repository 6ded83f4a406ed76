import { reason, refusal } from '@holdfast/kernel'
import { refusedToCustomer } from '../commands/not-allowed.ts'
import { type Handler, happens } from '../commands/scene.ts'
import { isOneOf } from '../parties.ts'
import { given } from './task-data.ts'

/** The most minutes of a quick task where a lifecycle does not say. Source: R133. */
const QUICK_TASK_MINUTES = 10

/**
 * Something small that whoever sees it does at once. The event names those whose area it touches and who do not know of
 * it yet: every party once, and not the actor's own. Without a directory only the actor themselves are their own, so
 * that nobody is left out for not being known. Source: R133.
 */
export const quickTask: Handler<'quickTask'> = (scene, { type, what, minutes, affects = [] }) => {
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  const { by, context, lifecycle } = scene
  const limit = lifecycle.document.quickTaskMinutes ?? QUICK_TASK_MINUTES
  if (minutes > limit) {
    return refusal('quick-task-too-long', {
      params: { what, minutes, limit },
      nextSteps: [reason('requests.next.addTask', { title: what })],
    })
  }
  const { directory } = context
  const others = [...new Set(affects)].filter(
    (party) => party !== by && (directory === undefined || !isOneOf(by, party, directory)),
  )
  const told = others.length === 0 ? undefined : others
  return happens({ type: 'quickTaskDone', what, minutes, ...given({ affects: told }) })
}
