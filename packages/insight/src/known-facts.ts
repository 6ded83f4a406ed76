import type { Mark } from '@holdfast/kernel'
import { isPerson } from './holder.ts'

/** What is told about the history and not about the case. */
const OF_THE_MARK: ReadonlySet<string> = new Set([
  'assignedTo',
  'driver',
  'element',
  'offeredTo',
  'party',
  'recorded',
  'until',
])

/** A fact that a case can be grouped by. */
export type CaseFact = string | number | boolean

/**
 * What is known of a case in the end: of each fact the value told last. Facts that name a person, or are named after one,
 * are left out, so that nothing can be grouped by people. Source: R104.
 */
export function knownFacts(marks: readonly Mark[]): Readonly<Record<string, CaseFact>> {
  const known = new Map<string, CaseFact>()
  for (const { facts } of marks) {
    if (facts === undefined) continue
    for (const name in facts) {
      if (OF_THE_MARK.has(name) || isPerson(name)) continue
      const value = facts[name]
      if (isCaseFact(value)) known.set(name, value)
      else known.delete(name)
    }
  }
  return Object.fromEntries(known)
}

function isCaseFact(value: unknown): value is CaseFact {
  if (typeof value === 'string') return !isPerson(value)
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}
