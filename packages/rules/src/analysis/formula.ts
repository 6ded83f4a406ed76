import { complement, intersection, isEmpty, isFull, union, type ValueSet } from './value-set.ts'

/** A variable lies in a set of its regions. */
export interface Literal {
  readonly kind: 'in'
  readonly variable: number
  readonly set: ValueSet
  /** How many regions the variable has. */
  readonly size: number
}

/** All or any of some formulas; negations stand nowhere, because sets have complements. */
export interface Junction {
  readonly kind: 'all' | 'any'
  readonly parts: readonly Formula[]
}

/** A statement about finitely many variables with finitely many regions, in negation normal form. */
export type Formula = Literal | Junction

export const TRUE: Formula = { kind: 'all', parts: [] }
export const FALSE: Formula = { kind: 'any', parts: [] }

export function isTrue(formula: Formula): boolean {
  return formula.kind === 'all' && formula.parts.length === 0
}

export function isFalse(formula: Formula): boolean {
  return formula.kind === 'any' && formula.parts.length === 0
}

export function literal(variable: number, size: number, set: ValueSet): Formula {
  if (isEmpty(set)) return FALSE
  return isFull(set, size) ? TRUE : { kind: 'in', variable, set, size }
}

export function allOf(formulas: readonly Formula[]): Formula {
  return junction('all', formulas)
}

export function anyOf(formulas: readonly Formula[]): Formula {
  return junction('any', formulas)
}

const negations = new WeakMap<Formula, Formula>()

export function negate(formula: Formula): Formula {
  const known = negations.get(formula)
  if (known !== undefined) return known
  const negation = negationOf(formula)
  negations.set(formula, negation)
  negations.set(negation, formula)
  return negation
}

function negationOf(formula: Formula): Formula {
  if (formula.kind === 'in') {
    return { ...formula, set: complement(formula.set, formula.size) }
  }
  return { kind: formula.kind === 'all' ? 'any' : 'all', parts: formula.parts.map(negate) }
}

/** Literals of one variable become one, and junctions of the same kind are taken apart. */
function junction(kind: 'all' | 'any', formulas: readonly Formula[]): Formula {
  const literals = new Map<number, Literal>()
  const others: Formula[] = []
  const merge = kind === 'all' ? intersection : union
  for (const formula of formulas) {
    for (const part of formula.kind === kind ? formula.parts : [formula]) {
      if (part.kind !== 'in') {
        if (part.parts.length === 0 && part.kind !== kind) return part
        others.push(part)
        continue
      }
      const known = literals.get(part.variable)
      literals.set(
        part.variable,
        known === undefined ? part : { ...part, set: merge(known.set, part.set) },
      )
    }
  }
  const parts: Formula[] = []
  for (const { variable, size, set } of literals.values()) {
    const merged = literal(variable, size, set)
    if (isTrue(merged) || isFalse(merged)) {
      if (merged.kind !== kind) return merged
      continue
    }
    parts.push(merged)
  }
  parts.push(...others)
  return parts.length === 1 ? (parts[0] as Formula) : { kind, parts }
}
