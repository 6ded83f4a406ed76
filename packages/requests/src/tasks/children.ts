import type { Child, RequestState, Task } from '../state.ts'

/** Whether somebody still has to do it. A task that was split is not: its parts are. */
export function isOpenTask({ status }: Pick<Task, 'status'>): boolean {
  return status === 'draft' || status === 'dispatched' || status === 'accepted'
}

/**
 * The required tasks and child requests that are still open, in the words of marks: `task:7/deploy`, `request:8`. Tasks
 * come first, each kind in the order in which they were made. A request cannot be resolved while there is one. Source: R16.
 */
export function openChildren({
  request,
  tasks,
  children,
}: Pick<RequestState, 'request' | 'tasks' | 'children'>): readonly string[] {
  if (tasks.length === 0 && children.length === 0) return NONE
  const open: string[] = []
  for (const task of tasks) {
    if (task.required && isOpenTask(task)) open.push(`task:${request}/${task.id}`)
  }
  for (const child of children) {
    if (child.required && child.status === 'open') open.push(`request:${child.request}`)
  }
  return open
}

const NONE: readonly string[] = Object.freeze([])

export function childOf({ children }: Pick<RequestState, 'children'>, id: string): Child | null {
  return children.find(({ request }) => request === id) ?? null
}
