import { reason, refusal } from '@holdfast/kernel'
import { happens, type Outcome, type Scene } from '../commands/scene.ts'
import type { RequestState } from '../state.ts'
import { openChildren } from './children.ts'
import { type ChildHappening, evolveChildren } from './evolve-children.ts'
import { type TaskHappening, tasksAfter } from './evolve-tasks.ts'

/**
 * What happens to tasks. Refused with `request-resolved` where something required would be open under a resolution: it
 * has to be reopened first.
 */
export function tasksOutcome(scene: Scene, ...drafts: readonly TaskHappening[]): Outcome {
  const tasks = drafts.reduce(tasksAfter, scene.state.tasks)
  return standsOver(scene, { tasks }) ? requestResolved(scene) : happens(...drafts)
}

/** As `tasksOutcome`, for what happens to child requests. */
export function childrenOutcome(scene: Scene, draft: ChildHappening): Outcome {
  return standsOver(scene, evolveChildren(scene.state, draft))
    ? requestResolved(scene)
    : happens(draft)
}

function standsOver({ state }: Scene, after: Partial<RequestState>): boolean {
  if (state.category !== 'resolved') return false
  return openChildren({ ...state, ...after }).length > openChildren(state).length
}

function requestResolved({ state: { state } }: Scene): Outcome {
  const nextSteps = [reason('requests.next.step', { event: 'reopen', to: null })]
  return refusal('request-resolved', { params: { state }, nextSteps })
}
