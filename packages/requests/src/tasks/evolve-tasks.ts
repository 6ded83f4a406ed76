import type { EventPayloads } from '../event.ts'
import type { Task, TaskStatus } from '../state.ts'
import { isOpenTask } from './children.ts'
import { changedTask, draftOf } from './task-data.ts'
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

/** What happens to a task, whether it has happened already or is to happen. */
export type TaskHappening = {
  readonly [T in TaskEventType]: { readonly type: T } & EventPayloads[T]
}[TaskEventType]

/**
 * The tasks of a request after an event about one of them. Total and pure: an event about a task that is not there
 * changes nothing.
 */
export function tasksAfter(tasks: readonly Task[], event: TaskHappening): readonly Task[] {
  switch (event.type) {
    case 'taskAdded':
      return [...tasks, draftOf(event, null)]
    case 'taskChanged':
      return withTask(tasks, event.task, (task) => changedTask(task, event))
    case 'taskDispatched': {
      const { team } = event
      return withTask(tasks, event.task, (task) => ({ ...task, status: 'dispatched', team }))
    }
    case 'taskAccepted':
      return withStatus(tasks, event.task, 'accepted')
    case 'taskDeclined':
      return withStatus(tasks, event.task, 'draft')
    case 'taskDone': {
      const { task: id, result = null } = event
      return settled(
        withTask(tasks, id, (task) => ({ ...task, status: 'done', result })),
        id,
      )
    }
    case 'taskCancelled':
      return settled(withStatus(tasks, event.task, 'cancelled'), event.task)
    case 'taskSplit': {
      const parts = event.into.map((part) => draftOf(part, event.task))
      return afterSplit(tasks, event.task, parts)
    }
    case 'taskRejoined':
      return afterRejoin(tasks, event.task)
    default:
      return event satisfies never
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
