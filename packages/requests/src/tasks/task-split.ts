import { reason, refusal } from '@holdfast/kernel'
import type { Handler, Scene } from '../commands/scene.ts'
import type { TaskData } from '../event.ts'
import type { TaskHappening } from './evolve-tasks.ts'
import { unionOfLinks } from './links.ts'
import { taskData } from './task-data.ts'
import { tasksOutcome } from './task-outcome.ts'
import { partsOf } from './task-parts.ts'
import { taskExists, taskFor } from './task-refusals.ts'

/** Why parts that a team has are called off when they re-join. */
const REJOINED = 'rejoined'

/**
 * A task becomes several. Each part is about the same customers as the whole: it has its links, and its own beside; and
 * it is required as the whole is, unless it says otherwise. Source: R16.
 */
export const splitTask: Handler<'splitTask'> = (scene, command) => {
  const found = taskFor(scene, command.task, command.type)
  if (!found.ok) return found
  const taken = takenId(scene, command.into)
  if (taken !== undefined) return taskExists(taken)
  const whole = found.task
  const into = command.into.map((part): TaskData => {
    const { task, title, links = [], required = whole.required, ...rest } = part
    const own = taskData({ ...rest, required, links: unionOfLinks(whole.links, links) })
    return { task, title, ...own }
  })
  return tasksOutcome(scene, { type: 'taskSplit', task: whole.id, into })
}

/** The first id that a task has already, or another part. */
function takenId({ state }: Scene, into: readonly { readonly task: string }[]): string | undefined {
  const ids = new Set(state.tasks.map(({ id }) => id))
  return into.find(({ task }) => ids.size === ids.add(task).size)?.task
}

/**
 * The parts of a task are one task again, a draft as before they were split, with the links of all of them. Teams that
 * have parts are told that these are called off. Refused once something of it is done, for that cannot be taken back.
 */
export const rejoinTask: Handler<'rejoinTask'> = (scene, command) => {
  const found = taskFor(scene, command.task, command.type)
  if (!found.ok) return found
  const { id } = found.task
  const parts = partsOf(scene.state.tasks, id)
  const done = parts.filter(({ status }) => status === 'done').map((part) => part.id)
  if (done.length > 0) {
    const open = parts.filter(({ status }) => status !== 'done' && status !== 'cancelled')
    return refusal('task-parts-done', {
      params: { task: id, done },
      nextSteps: open.map((part) => reason('requests.next.cancelTask', { task: part.id })),
    })
  }
  const withTeams = parts.filter(({ status }) => status === 'dispatched' || status === 'accepted')
  return tasksOutcome(
    scene,
    ...withTeams.map(
      (part): TaskHappening => ({ type: 'taskCancelled', task: part.id, reason: REJOINED }),
    ),
    { type: 'taskRejoined', task: id },
  )
}
