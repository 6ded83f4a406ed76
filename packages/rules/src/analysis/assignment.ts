import type { Formula } from './formula.ts'
import type { Domains } from './region-search.ts'
import { firstOf, has, isFull, type ValueSet } from './value-set.ts'

/** One region for each variable. */
export type Assignment = (variable: number) => number

/** Whether a variable was left open, so that any of its regions would do. */
export type IsOpen = (variable: number) => boolean

/** The region that is preferred where several would do, or `undefined` for the first. */
export type Preference = (variable: number) => number | undefined

/** Chooses a region of every domain. */
export function choose(domains: Domains, prefer: Preference): Assignment {
  return (variable) => {
    const domain: ValueSet = domains(variable)
    const preferred = prefer(variable)
    return preferred !== undefined && has(domain, preferred) ? preferred : firstOf(domain)
  }
}

export function openIn(domains: Domains, sizes: readonly number[]): IsOpen {
  return (variable) => isFull(domains(variable), sizes[variable] as number)
}

/** Whether a formula is true of an assignment. */
export function isTrueOf(formula: Formula, assignment: Assignment): boolean {
  if (formula.kind === 'in') return has(formula.set, assignment(formula.variable))
  return formula.kind === 'all'
    ? formula.parts.every((part) => isTrueOf(part, assignment))
    : formula.parts.some((part) => isTrueOf(part, assignment))
}

/** The variables of a formula. */
export function variablesOf(formula: Formula, into: Set<number> = new Set()): Set<number> {
  if (formula.kind === 'in') into.add(formula.variable)
  else for (const part of formula.parts) variablesOf(part, into)
  return into
}
