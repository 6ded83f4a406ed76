import { goingOn } from '../commands/messages.ts'
import type { Draft, Scene } from '../commands/scene.ts'
import { step } from '../commands/step.ts'
import type { RequestState } from '../state.ts'
import { openChildren } from './children.ts'

/** What goes on by itself once nothing that the request needs is open any more. */
export function tasksDone(before: RequestState, scene: Scene): readonly Draft[] {
  const { state } = scene
  if (state.tasks === before.tasks && state.children === before.children) return []
  if (openChildren(before).length === 0 || openChildren(state).length > 0) return []
  const taken = step(scene, 'tasksDone', { isAutomatic: true })
  return taken.way === 'found' ? [goingOn(state.category, taken.entered)] : []
}
