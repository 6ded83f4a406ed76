import type { Task } from '../state.ts'
import { unionOfLinks } from './links.ts'

/** The parts of a task, their parts, and so on, in the order in which they were made. */
export function partsOf(tasks: readonly Task[], whole: string): readonly Task[] {
  const family = new Set([whole])
  return tasks.filter(({ id, partOf }) => {
    if (partOf === null || !family.has(partOf)) return false
    family.add(id)
    return true
  })
}

/** A task that lives on in its parts. */
export function afterSplit(
  tasks: readonly Task[],
  whole: string,
  parts: readonly Task[],
): readonly Task[] {
  const rest = tasks.map((task) =>
    task.id === whole ? { ...task, status: 'split' as const } : task,
  )
  return [...rest, ...parts]
}

/** A task as it was before it was split, with the links that its parts gained. */
export function afterRejoin(tasks: readonly Task[], whole: string): readonly Task[] {
  const parts = partsOf(tasks, whole)
  const gone = new Set(parts.map(({ id }) => id))
  return tasks.flatMap((task) => {
    if (gone.has(task.id)) return []
    if (task.id !== whole) return [task]
    const links = unionOfLinks(task.links, ...parts.map((part) => part.links))
    return [{ ...task, status: 'draft' as const, links }]
  })
}
