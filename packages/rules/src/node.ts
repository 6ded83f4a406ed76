import type { Operation } from './operation.ts'
import type { Path } from './path.ts'

/** What a condition reads of the facts: a fact, or a part of one. */
export interface FactRef {
  readonly fact: string
  readonly path?: Path
  /** As explanations call it: `contract.level`. */
  readonly label: string
}

/** A part of a condition's tree, with the place in the document it was written at. */
interface Part {
  /** A set of siblings with a higher priority is asked first; it decides only whether a missing fact is noticed. */
  readonly priority: number
  readonly at: readonly PropertyKey[]
}

/** All of its children, or any of them. `all` of nothing holds; `any` of nothing is refused at load. */
export interface Group extends Part {
  readonly kind: 'all' | 'any'
  readonly children: readonly Node[]
}

export interface Negation extends Part {
  readonly kind: 'not'
  readonly child: Node
}

/** A named condition, in place. References to one name share one `child`. */
export interface Named extends Part {
  readonly kind: 'named'
  readonly name: string
  readonly child: Node
}

/** A reference to a condition that nobody defined, where that is allowed: it never holds. */
export interface Undefined extends Part {
  readonly kind: 'undefined'
  readonly name: string
}

/** One comparison: a fact, an operator, and a value or another fact. */
export interface Leaf extends Part {
  readonly kind: 'leaf'
  readonly ref: FactRef
  readonly operation: Operation
  /** The value to compare with; `undefined` when it comes from `valueRef`. */
  readonly value: unknown
  readonly valueRef?: FactRef
  /** Whether some facts make the stock engine throw here, as `in` does when the list turns out to be a number. */
  readonly mayThrow: boolean
}

/** A condition, parsed: every operator known, every name resolved, nothing recursive. */
export type Node = Group | Negation | Named | Undefined | Leaf

/** Every leaf of a condition in the order it is written, those of named conditions too. */
export function* leavesOf(node: Node): Generator<Leaf> {
  switch (node.kind) {
    case 'leaf':
      yield node
      return
    case 'all':
    case 'any':
      for (const child of node.children) yield* leavesOf(child)
      return
    case 'not':
    case 'named':
      yield* leavesOf(node.child)
      return
    case 'undefined':
  }
}

/** What a leaf reads. */
export function refsOf({ ref, valueRef }: Leaf): readonly FactRef[] {
  return valueRef === undefined ? [ref] : [ref, valueRef]
}
