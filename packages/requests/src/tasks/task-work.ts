import { type PartyRef, reason, refusal } from '@holdfast/kernel'
import { refusedToCustomer } from '../commands/not-allowed.ts'
import type { Handler, Scene } from '../commands/scene.ts'
import type { Task } from '../state.ts'
import { taskReadiness } from './readiness.ts'
import { changedTask, given, taskData } from './task-data.ts'
import { tasksOutcome } from './task-outcome.ts'
import { taskExists, taskFor, taskStatus } from './task-refusals.ts'

/** A task is written down. It goes to nobody yet, so it may say little. */
export const addTask: Handler<'addTask'> = (scene, command) => {
  const refused = refusedToCustomer(scene, command.type)
  if (refused !== undefined) return refused
  const { task, title, team, context, acceptanceCriteria, customerImpact, links } = command
  if (scene.state.tasks.some(({ id }) => id === task)) {
    return taskExists(task)
  }
  const { required = true } = command
  const said = taskData({ team, context, acceptanceCriteria, customerImpact, required, links })
  return tasksOutcome(scene, { type: 'taskAdded', task, title, ...said })
}

/**
 * More is known of a task, or something else. What a team has keeps what the team needs to know, and stays with that
 * team: to give it to another one it has to come back first.
 */
export const changeTask: Handler<'changeTask'> = (scene, command) => {
  const { task: id, title, team, context, acceptanceCriteria, customerImpact } = command
  const found = taskFor(scene, id, command.type)
  if (!found.ok) return found
  const { required, links } = command
  const said = taskData({
    title,
    team,
    context,
    acceptanceCriteria,
    customerImpact,
    required,
    links,
  })
  if (Object.keys(said).length === 0) return tasksOutcome(scene)
  const { task } = found
  if (task.status !== 'draft') {
    if (team !== undefined && team !== task.team) {
      const wayBack = ['declineTask', 'cancelTask'] as const
      return taskStatus(id, task.status, command.type, wayBack)
    }
    const refused = notReady(scene, changedTask(task, said), task)
    if (refused !== undefined) return refused
  }
  return tasksOutcome(scene, { type: 'taskChanged', task: id, ...said })
}

/** A task goes to its team, once it says what the team needs to know. Source: R5. */
export const dispatchTask: Handler<'dispatchTask'> = (scene, command) => {
  const found = taskFor(scene, command.task, command.type)
  if (!found.ok) return found
  const { id, team } = found.task
  const refused = notReady(scene, found.task)
  if (refused !== undefined) return refused
  // A task without a team is never ready.
  return tasksOutcome(scene, { type: 'taskDispatched', task: id, team: team as PartyRef })
}

export const acceptTask: Handler<'acceptTask'> = (scene, { type, task }) => {
  const found = taskFor(scene, task, type)
  return found.ok ? tasksOutcome(scene, { type: 'taskAccepted', task }) : found
}

/** The team gives it back, also after it had accepted it; it is a draft again. */
export const declineTask: Handler<'declineTask'> = (scene, { type, task, reason: why }) => {
  const found = taskFor(scene, task, type)
  return found.ok ? tasksOutcome(scene, { type: 'taskDeclined', task, reason: why }) : found
}

export const finishTask: Handler<'finishTask'> = (scene, { type, task, result }) => {
  const found = taskFor(scene, task, type)
  return found.ok ? tasksOutcome(scene, { type: 'taskDone', task, ...given({ result }) }) : found
}

export const cancelTask: Handler<'cancelTask'> = (scene, { type, task, reason: why }) => {
  const found = taskFor(scene, task, type)
  return found.ok ? tasksOutcome(scene, { type: 'taskCancelled', task, reason: why }) : found
}

/**
 * What the team would have to ask for; each is a next step. Of a task that a team has, only what the team had `before`
 * can go missing: criteria that came later do not stand against making it better.
 */
function notReady({ lifecycle: { readiness } }: Scene, task: Task, before?: Task) {
  const known = before === undefined ? [] : taskReadiness(before, readiness).missing
  const missing = taskReadiness(task, readiness).missing.filter(
    ({ id }) => !known.some((one) => one.id === id),
  )
  if (missing.length === 0) return undefined
  return refusal('task-not-ready', {
    params: { task: task.id, team: task.team, missing: missing.map(({ id }) => id) },
    reasons: missing.map(({ id, title }) =>
      reason('requests.missing', { task: task.id, criterion: id, title }),
    ),
    nextSteps: missing.map(({ id, title }) =>
      reason('requests.next.refineTask', { task: task.id, criterion: id, title }),
    ),
  })
}
