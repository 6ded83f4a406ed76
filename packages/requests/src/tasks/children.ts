import type { Child, RequestState, Task } from '../state.ts'

/** Whether somebody still has to do it. A task that was split is not: its parts are. */
export function isOpenTask({ status }: Pick<Task, 'status'>): boolean {
  return status === 'draft' || status === 'dispatched' || status === 'accepted'
}

/**
 * The required tasks and child requests that are still open, in the words of marks: `task:7/deploy`, `request:8`. Tasks
 * come first, each kind in the order in which they were made. A request cannot be resolved while there is one. Source:
 * R16.
 */
export function openChildren(state: Family): readonly string[] {
  return openIn(state, ({ required }) => required)
}

/** Everything that is open in a request, required or not; as `openChildren` tells it. */
export function allOpen(state: Family): readonly string[] {
  return openIn(state, () => true)
}

type Family = Pick<RequestState, 'request' | 'tasks' | 'children'>

function openIn(
  { request, tasks, children }: Family,
  counts: (one: Task | Child) => boolean,
): readonly string[] {
  if (tasks.length === 0 && children.length === 0) return NONE
  const open: string[] = []
  for (const task of tasks) {
    if (isOpenTask(task) && counts(task)) open.push(`task:${request}/${task.id}`)
  }
  for (const child of children) {
    if (child.status === 'open' && counts(child)) open.push(`request:${child.request}`)
  }
  return open
}

const NONE: readonly string[] = Object.freeze([])

export function childOf({ children }: Pick<RequestState, 'children'>, id: string): Child | null {
  return children.find(({ request }) => request === id) ?? null
}
