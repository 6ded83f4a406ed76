import { isOpenTask } from './children.ts'
import type { EventOf, TaskData } from './event.ts'
import type { RequestState, Task, TaskStatus } from './state.ts'
import { afterRejoin, afterSplit } from './task-parts.ts'

type TaskEventType =
  | 'taskAdded'
  | 'taskChanged'
  | 'taskDispatched'
  | 'taskAccepted'
  | 'taskDeclined'
  | 'taskDone'
  | 'taskCancelled'
  | 'taskSplit'
  | 'taskRejoined'

/** The request after an event about one of its tasks. Total and pure: a task that is not there changes nothing. */
export function evolveTasks(state: RequestState, event: EventOf<TaskEventType>): RequestState {
  const tasks = tasksAfter(state.tasks, event)
  return tasks === state.tasks ? state : { ...state, tasks }
}

function tasksAfter(tasks: readonly Task[], event: EventOf<TaskEventType>): readonly Task[] {
  switch (event.type) {
    case 'taskAdded':
      return [...tasks, taskOf(event, null)]
    case 'taskChanged':
      return withTask(tasks, event.task, (task) => changed(task, event))
    case 'taskDispatched':
      return withTask(tasks, event.task, (task) => ({
        ...task,
        status: 'dispatched',
        team: event.team,
      }))
    case 'taskAccepted':
      return withStatus(tasks, event.task, 'accepted')
    case 'taskDeclined':
      return withStatus(tasks, event.task, 'draft')
    case 'taskDone':
      return settled(
        withTask(tasks, event.task, (task) => ({
          ...task,
          status: 'done',
          result: event.result ?? null,
        })),
        event.task,
      )
    case 'taskCancelled':
      return settled(withStatus(tasks, event.task, 'cancelled'), event.task)
    case 'taskSplit':
      return afterSplit(
        tasks,
        event.task,
        event.into.map((part) => taskOf(part, event.task)),
      )
    case 'taskRejoined':
      return afterRejoin(tasks, event.task)
    default:
      return event satisfies never
  }
}

/** A task as it is written down: a draft. */
function taskOf(data: TaskData, partOf: string | null): Task {
  const { task, title, team, context, acceptanceCriteria, customerImpact, required, links } = data
  return {
    id: task,
    status: 'draft',
    title,
    team: team ?? null,
    context: context ?? null,
    acceptanceCriteria: acceptanceCriteria ?? [],
    customerImpact: customerImpact ?? null,
    required: required ?? true,
    links: links ?? [],
    partOf,
    result: null,
  }
}

function changed(task: Task, to: Partial<TaskData>): Task {
  return {
    ...task,
    title: to.title ?? task.title,
    team: to.team ?? task.team,
    context: to.context ?? task.context,
    acceptanceCriteria: to.acceptanceCriteria ?? task.acceptanceCriteria,
    customerImpact: to.customerImpact ?? task.customerImpact,
    required: to.required ?? task.required,
    links: to.links ?? task.links,
  }
}

function withStatus(tasks: readonly Task[], id: string, status: TaskStatus): readonly Task[] {
  return withTask(tasks, id, (task) => ({ ...task, status }))
}

function withTask(
  tasks: readonly Task[],
  id: string,
  change: (task: Task) => Task,
): readonly Task[] {
  return tasks.map((task) => (task.id === id ? change(task) : task))
}

/** When nothing of a task that was split is open any more, it is done; cancelled where all of it was. */
function settled(tasks: readonly Task[], part: string): readonly Task[] {
  const whole = tasks.find(({ id }) => id === part)?.partOf ?? null
  if (whole === null || tasks.find(({ id }) => id === whole)?.status !== 'split') return tasks
  const parts = tasks.filter(({ partOf }) => partOf === whole)
  if (parts.some((task) => isOpenTask(task) || task.status === 'split')) return tasks
  const isDone = parts.some(({ status }) => status === 'done')
  return settled(withStatus(tasks, whole, isDone ? 'done' : 'cancelled'), whole)
}
