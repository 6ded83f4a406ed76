import { canonicalJson } from '@holdfast/kernel'
import type { FactRef, Leaf } from '../node.ts'
import { type Decorator, type Operation, operationNamed } from '../operation.ts'
import type { Comparison } from '../operator.ts'

/** How a comparison is translated. */
export type AtomKind =
  /** Decided by the one value that stands there. */
  | 'scalar'
  /** Decided by what a text holds. */
  | 'text'
  /** Decided by what a list holds. */
  | 'list'
  /** Translated into nothing but "it holds or it does not": a fact against a fact, and whatever is rarer still. */
  | 'opaque'

/** A comparison without decorators that only combine others. */
export interface Atom {
  readonly kind: AtomKind
  /** Equal for atoms that mean the same. */
  readonly key: string
  readonly ref: FactRef
  readonly operation: Operation
  readonly value: unknown
  /** For a list: how each element is compared, and whether some or every one must. */
  readonly each?: { readonly compare: Comparison; readonly quantifier: 'some' | 'every' }
  /** Where it was written. */
  readonly leaf: Leaf
}

/** A comparison as atoms. */
export type Expansion =
  | { readonly kind: 'atom'; readonly atom: Atom }
  | { readonly kind: 'not'; readonly of: Expansion }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Expansion[] }

/** The key of what a reference reads, however its path is written. */
export function refKey({ fact, path }: FactRef): string {
  const steps = (path?.steps ?? []).map((step) => (typeof step === 'symbol' ? null : step))
  return JSON.stringify([fact, ...steps])
}

/** Takes a comparison apart: `not:someValue:contains` is the negation of any of several `contains`. */
export function expand(leaf: Leaf): Expansion {
  const { operation, value, valueRef } = leaf
  if (valueRef !== undefined) return { kind: 'atom', atom: opaque(leaf, operation, value) }
  return expandOperation(leaf, operation, value)
}

function expandOperation(leaf: Leaf, operation: Operation, value: unknown): Expansion {
  const [decorator, ...rest] = operation.decorators
  const { operator } = operation
  switch (decorator) {
    case undefined:
      return { kind: 'atom', atom: plain(leaf, operation, value) }
    case 'not':
      return { kind: 'not', of: expandOperation(leaf, named(rest, operator.name), value) }
    case 'someValue':
    case 'everyValue':
      if (!Array.isArray(value)) break
      return {
        kind: decorator === 'someValue' ? 'any' : 'all',
        of: value.map((one) => expandOperation(leaf, named(rest, operator.name), one)),
      }
    case 'someFact':
    case 'everyFact': {
      const isPlain = rest.every((one) => one !== 'swap' && !one.endsWith('Fact'))
      if (!isPlain || operator.fact === 'list') break
      const { compare } = named(rest, operator.name)
      const quantifier = decorator === 'someFact' ? 'some' : 'every'
      const atom = atomOf(leaf, 'list', operation, value)
      return { kind: 'atom', atom: { ...atom, each: { compare, quantifier } } }
    }
  }
  return { kind: 'atom', atom: opaque(leaf, operation, value) }
}

function named(decorators: readonly Decorator[], name: string): Operation {
  return operationNamed([...decorators, name].join(':')) as Operation
}

const equals: Comparison = (fact, value) => fact === value

function plain(leaf: Leaf, operation: Operation, value: unknown): Atom {
  const { fact } = operation.operator
  if (fact === 'list') {
    return {
      ...atomOf(leaf, 'list', operation, value),
      each: { compare: equals, quantifier: 'some' },
    }
  }
  if (fact === 'text') return atomOf(leaf, 'text', operation, value)
  // Texts compared by order, and null that counts as nothing, follow no order of their own.
  if (fact === 'number' && typeof value !== 'number') return opaque(leaf, operation, value)
  return atomOf(leaf, 'scalar', operation, value)
}

function opaque(leaf: Leaf, operation: Operation, value: unknown): Atom {
  return atomOf(leaf, 'opaque', operation, value)
}

/** A comparison that nothing is known of but that it holds or does not. */
export function asOpaque(atom: Atom): Atom {
  return opaque(atom.leaf, atom.operation, atom.value)
}

function atomOf(leaf: Leaf, kind: AtomKind, operation: Operation, value: unknown): Atom {
  const { ref, valueRef } = leaf
  const other = valueRef === undefined ? '' : refKey(valueRef)
  const key = `${kind} ${refKey(ref)} ${operation.name} ${other} ${canonicalJson(value)}`
  return { kind, key, ref, operation, value, leaf }
}
