import { type Refusal, reason, refusal } from '@holdfast/kernel'
import { openChildren } from './children.ts'
import { type ChildHappening, evolveChildren } from './evolve-children.ts'
import { evolveTasks, type TaskHappening } from './evolve-tasks.ts'
import { goingOn } from './messages.ts'
import { happens, type Outcome, type Scene } from './scene.ts'
import type { RequestState } from './state.ts'
import { step } from './step.ts'

/**
 * What happens to tasks, and what follows for the request. Refused with `request-resolved` where something required would
 * be open under a resolution. When nothing required is open any more, the request goes on where its lifecycle says so
 * (`tasksDone`).
 */
export function tasksOutcome(scene: Scene, ...drafts: readonly TaskHappening[]): Outcome {
  const after = drafts.reduce((state, draft) => evolveTasks(state, draft), scene.state)
  return followed(scene, after, drafts)
}

/** As `tasksOutcome`, for what happens to child requests. */
export function childrenOutcome(scene: Scene, draft: ChildHappening): Outcome {
  return followed(scene, evolveChildren(scene.state, draft), [draft])
}

function followed(
  scene: Scene,
  after: RequestState,
  drafts: readonly (TaskHappening | ChildHappening)[],
): Outcome {
  const { state } = scene
  const [before, open] = [openChildren(state).length, openChildren(after).length]
  const { category } = state
  if (category === 'resolved' && open > before)
    return { ok: false, refusal: requestResolved(scene) }
  const isWorkedOn = category === 'open' || category === 'waiting'
  if (!isWorkedOn || before === 0 || open > 0) return happens(...drafts)
  const taken = step({ ...scene, state: after }, 'tasksDone', { isAutomatic: true })
  // No way, and none that is open now, change nothing: what is done is done.
  if (taken.way !== 'found') return happens(...drafts)
  return happens(...drafts, goingOn(category, taken.entered))
}

function requestResolved({ state: { state } }: Scene): Refusal {
  const nextSteps = [reason('requests.next.step', { event: 'reopen', to: null })]
  return refusal('request-resolved', { params: { state }, nextSteps }).refusal
}
