import type { TaskData } from '../event.ts'
import type { Link, Task } from '../state.ts'
import { unionOfLinks } from './links.ts'

/** What commands say of a task; what they leave out may also be `undefined`. */
export type SaidOfTask = { readonly [K in keyof Omit<TaskData, 'task'>]?: TaskData[K] | undefined }

/** What a command says of a task, as events say it: nothing is `undefined`, and no link comes twice. */
export function taskData({ title, links, ...rest }: SaidOfTask): Partial<Omit<TaskData, 'task'>> {
  return {
    ...(title !== undefined && { title }),
    ...given(rest),
    ...(links !== undefined && { links: unionOfLinks(links) }),
  }
}

/** The parts that are there. */
export function given<T extends object>(
  parts: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  const there = Object.entries(parts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(there) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

/** A task as it is written down: a draft, and required unless it says otherwise. */
export function draftOf(data: TaskData, partOf: string | null): Task {
  const none: Task = {
    id: data.task,
    status: 'draft',
    title: data.title,
    team: null,
    context: null,
    acceptanceCriteria: [],
    customerImpact: null,
    required: true,
    links: NO_LINKS,
    partOf,
    result: null,
  }
  return changedTask(none, data)
}

const NO_LINKS: readonly Link[] = Object.freeze([])

/** A task after something about it was said. */
export function changedTask(task: Task, to: SaidOfTask): Task {
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
