import { type Facts, readRef } from './facts.ts'
import { type Leaf, type Node, refsOf } from './node.ts'

/** What is known of a condition when facts may be missing: Kleene's three values. */
export interface Known {
  readonly value: true | false | 'unknown'
  /** What would have to be known to tell, each once, in the order it is asked; empty when the value is known. */
  readonly missing: readonly string[]
}

const TRUE: Known = { value: true, missing: [] }
const FALSE: Known = { value: false, missing: [] }

/**
 * Whether a condition holds whatever the missing facts may be. A comparison of something missing is unknown, `all`
 * is false as soon as one is, `any` true as soon as one is (Kleene's strong logic).
 */
export function know(node: Node, facts: Facts, at: number): Known {
  switch (node.kind) {
    case 'leaf': {
      const missing = missingOf(node, facts)
      return missing.length > 0 ? { value: 'unknown', missing } : known(holds(node, facts, at))
    }
    case 'undefined':
      return FALSE
    case 'named':
      return know(node.child, facts, at)
    case 'not': {
      const child = know(node.child, facts, at)
      return child.value === 'unknown' ? child : known(!child.value)
    }
    case 'all':
      return combine(node.children, facts, at, false)
    case 'any':
      return combine(node.children, facts, at, true)
  }
}

function combine(children: readonly Node[], facts: Facts, at: number, decisive: boolean): Known {
  const parts = children.map((child) => know(child, facts, at))
  if (parts.some(({ value }) => value === decisive)) return known(decisive)
  const unknown = parts.filter(({ value }) => value === 'unknown')
  if (unknown.length === 0) return known(!decisive)
  return { value: 'unknown', missing: [...new Set(unknown.flatMap(({ missing }) => missing))] }
}

/** The labels of what a comparison reads and does not find. */
export function missingOf(leaf: Leaf, facts: Facts): string[] {
  return refsOf(leaf)
    .filter((ref) => readRef(facts, ref) === undefined)
    .map(({ label }) => label)
}

/** Whether one comparison holds, as the executors see it. */
export function holds(leaf: Leaf, facts: Facts, at: number): boolean {
  const value = leaf.valueRef === undefined ? leaf.value : readRef(facts, leaf.valueRef)
  return leaf.operation.compare(readRef(facts, leaf.ref), value, at)
}

function known(value: boolean): Known {
  return value ? TRUE : FALSE
}
