import type { Condition } from '@holdfast/rules'
import { MARK_CONDITIONS } from './mark-facts.ts'

/**
 * The conditions by name that a condition is read with: the terms' own, and those of every obligation that it refers to.
 * Reading all of these for each condition took most of the time of making an obligation. Where a name is not known all
 * are given, so that a finding can suggest one.
 */
export function namedFor(
  condition: unknown,
  own: Readonly<Record<string, Condition>> = {},
): Readonly<Record<string, Condition>> {
  const known: Readonly<Record<string, Condition>> = { ...MARK_CONDITIONS, ...own }
  const names = namesIn([condition, own])
  if (!names.every((name) => Object.hasOwn(known, name))) return known
  const needed = names.filter((name) => Object.hasOwn(MARK_CONDITIONS, name))
  return { ...Object.fromEntries(needed.map((name) => [name, known[name] as Condition])), ...own }
}

/** Every text that stands as a `condition` somewhere in plain data. */
function namesIn(data: unknown): readonly string[] {
  const names: string[] = []
  const seen = new Set<object>()
  const rest: unknown[] = [data]
  while (rest.length > 0) {
    const part = rest.pop()
    if (typeof part !== 'object' || part === null || seen.has(part)) continue
    seen.add(part)
    for (const [key, value] of Object.entries(part)) {
      if (key === 'condition' && typeof value === 'string') names.push(value)
      else rest.push(value)
    }
  }
  return names
}
