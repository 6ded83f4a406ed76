import type { RequestState } from '../state.ts'
import { isOpenTask, openChildren } from './children.ts'

/** How many there are, by how they stand. */
export interface RollUpCounts {
  readonly open: number
  readonly done: number
  readonly cancelled: number
}

/** How the work that a request was refined into stands. */
export interface RollUp {
  readonly status: 'none' | 'open' | 'waiting' | 'done'
  /** Tasks at work: a task that was split is counted by its parts. */
  readonly tasks: RollUpCounts
  /** Child requests; those that re-joined are part of the request again and not counted. */
  readonly children: RollUpCounts
  /** How many of the open ones the resolution of the request waits for. */
  readonly requiredOpen: number
}

/**
 * The status of a request as its tasks and child requests have it. The first line that holds decides. Source: R16.
 *
 * | status | when |
 * | --- | --- |
 * | `open` | a task is still a draft: the desk has to dispatch or cancel it |
 * | `waiting` | everything that is open lies with a team or is a request of its own |
 * | `done` | nothing is open any more, and something was done |
 * | `none` | nothing was split off, or all of it was cancelled or re-joined |
 */
export function rollUp(state: RequestState): RollUp {
  const wholes = new Set(state.tasks.map(({ partOf }) => partOf))
  const tasks = state.tasks.filter(({ id, status }) => status !== 'split' && !wholes.has(id))
  const ofTasks = {
    open: count(tasks, isOpenTask),
    done: count(tasks, ({ status }) => status === 'done'),
    cancelled: count(tasks, ({ status }) => status === 'cancelled'),
  }
  const ofChildren = {
    open: count(state.children, ({ status }) => status === 'open'),
    done: count(state.children, ({ status }) => status === 'resolved' || status === 'closed'),
    cancelled: count(state.children, ({ status }) => status === 'cancelled'),
  }
  const isDraft = tasks.some(({ status }) => status === 'draft')
  return {
    status: statusOf(isDraft, ofTasks.open + ofChildren.open, ofTasks.done + ofChildren.done),
    tasks: ofTasks,
    children: ofChildren,
    requiredOpen: openChildren(state).length,
  }
}

function statusOf(isDraft: boolean, open: number, done: number): RollUp['status'] {
  if (isDraft) return 'open'
  if (open > 0) return 'waiting'
  return done > 0 ? 'done' : 'none'
}

function count<T>(list: readonly T[], holds: (one: T) => boolean): number {
  return list.filter(holds).length
}
