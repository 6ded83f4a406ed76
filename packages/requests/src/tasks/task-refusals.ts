import { reason, refusal } from '@holdfast/kernel'
import type { CommandType } from '../commands/command-document.ts'
import { notAllowed, refusedToCustomer } from '../commands/not-allowed.ts'
import type { Refused, Scene } from '../commands/scene.ts'
import { isOneOf } from '../parties.ts'
import type { Task, TaskStatus } from '../state.ts'

/** The commands about a task that is there already. */
export type TaskWork = Extract<
  CommandType,
  | 'changeTask'
  | 'dispatchTask'
  | 'acceptTask'
  | 'declineTask'
  | 'finishTask'
  | 'cancelTask'
  | 'splitTask'
  | 'rejoinTask'
>

/**
 * What can be done with a task, by its status. A task that was split is cancelled by its parts, or whole again after
 * they re-joined; what is over stays over.
 */
const POSSIBLE: Readonly<Record<TaskStatus, readonly TaskWork[]>> = {
  draft: ['changeTask', 'dispatchTask', 'splitTask', 'cancelTask'],
  dispatched: ['acceptTask', 'declineTask', 'finishTask', 'changeTask', 'cancelTask'],
  accepted: ['finishTask', 'declineTask', 'changeTask', 'cancelTask'],
  split: ['rejoinTask'],
  done: [],
  cancelled: [],
}

/** What is for the team that has the task; anything else is for the desk. */
const OF_TEAM: ReadonlySet<CommandType> = new Set<CommandType>([
  'acceptTask',
  'declineTask',
  'finishTask',
])

/** A task as a command wants it, or why not: there is none, it is for others, or not possible as it stands. */
export function taskFor(
  scene: Scene,
  id: string,
  on: TaskWork,
): { readonly ok: true; readonly task: Task } | Refused {
  const task = scene.state.tasks.find((one) => one.id === id)
  const refused =
    task === undefined ? taskUnknown(scene, id) : (isForOthers(scene, task, on) ?? unfit(task, on))
  return refused === undefined ? { ok: true, task: task as Task } : refused
}

function taskUnknown({ state }: Scene, task: string): Refused {
  const known = state.tasks.map(({ id }) => id)
  const nextSteps = [reason('requests.next.addTask', { task })]
  return refusal('task-unknown', { params: { task, known }, nextSteps })
}

function isForOthers(scene: Scene, { team }: Task, on: TaskWork): Refused | undefined {
  const { by, context } = scene
  if (team === null || !OF_TEAM.has(on)) return refusedToCustomer(scene, on)
  return isOneOf(by, team, context.directory) ? undefined : notAllowed(by, on, [team])
}

function unfit({ id, status }: Task, on: TaskWork): Refused | undefined {
  return POSSIBLE[status].includes(on) ? undefined : taskStatus(id, status, on, POSSIBLE[status])
}

/** It cannot be done with the task as it stands; what can is named. */
export function taskStatus(
  task: string,
  status: TaskStatus,
  on: TaskWork,
  possible: readonly CommandType[],
): Refused {
  const steps = possible.length === 0 ? (['addTask'] as const) : possible
  const nextSteps = steps.map((step) => reason(`requests.next.${step}`, { task }))
  return refusal('task-status', { params: { task, status, on }, nextSteps })
}

export function taskExists(task: string): Refused {
  const nextSteps = [reason('requests.next.nameAnew', { taken: task })]
  return refusal('task-exists', { params: { task }, nextSteps })
}
