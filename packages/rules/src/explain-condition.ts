import { type Param, type Reason, type ReasonSource, reason } from '@holdfast/kernel'
import { type Facts, readRef } from './facts.ts'
import type { Leaf, Node } from './node.ts'
import { holds, missingOf } from './three-valued.ts'

/** Where the pointers of reasons lead: the document's id and version. */
export type SourceOf = (at: readonly PropertyKey[]) => ReasonSource | undefined

/**
 * Why a condition holds or does not: every part with its own result, named conditions by their names. A comparison
 * says what was expected and what was there, and tells apart a value that differs, one of a wrong type, and none.
 */
export function explainNode(
  node: Node,
  facts: Facts,
  at: number,
  sourceOf: SourceOf = () => undefined,
): Reason {
  const place = () => {
    const source = sourceOf(node.at)
    return source === undefined ? {} : { source }
  }
  const parts = (nodes: readonly Node[]) =>
    nodes.map((child) => explainNode(child, facts, at, sourceOf))

  switch (node.kind) {
    case 'leaf':
      return reason(...leafReason(node, facts, at), place())
    case 'undefined':
      return reason('rules.undefined', { name: node.name, holds: false }, place())
    case 'named': {
      const children = parts([node.child])
      const held = children[0]?.params['holds'] === true
      return reason('rules.named', { name: node.name, holds: held }, { ...place(), children })
    }
    case 'not': {
      const children = parts([node.child])
      const held = children[0]?.params['holds'] !== true
      return reason('rules.not', { holds: held }, { ...place(), children })
    }
    case 'all':
    case 'any': {
      const children = parts(node.children)
      const count = children.filter(({ params }) => params['holds'] === true).length
      const held = node.kind === 'all' ? count === children.length : count > 0
      const params = { holds: held, count, of: children.length }
      return reason(`rules.${node.kind}`, params, { ...place(), children })
    }
  }
}

function leafReason(leaf: Leaf, facts: Facts, at: number): [string, Record<string, Param>] {
  const actual = readRef(facts, leaf.ref)
  const expected = leaf.valueRef === undefined ? leaf.value : readRef(facts, leaf.valueRef)
  const held = safely(() => holds(leaf, facts, at))
  const params = {
    fact: leaf.ref.label,
    operator: leaf.operation.name,
    expected: toParam(expected),
    ...(leaf.valueRef !== undefined && { expectedFrom: leaf.valueRef.label }),
    holds: held === true,
  }
  const missing = missingOf(leaf, facts)
  if (missing.length > 0) return ['rules.missing', { ...params, missing }]
  const known = { ...params, actual: toParam(actual) }
  const isWrongType = held === undefined || !takesFact(leaf, actual)
  return [isWrongType ? 'rules.wrongType' : 'rules.compared', known]
}

/** Whether the operator says anything about what was found: `lessThan` says nothing about "high". */
function takesFact({ operation }: Leaf, actual: unknown): boolean {
  const { decorators, operator } = operation
  if (decorators.includes('swap')) return true
  let met = [actual]
  for (const decorator of decorators) {
    if (decorator !== 'someFact' && decorator !== 'everyFact') continue
    if (!met.every(Array.isArray)) return false
    met = met.flat()
  }
  return met.every(operator.takes)
}

/** `undefined` when the stock engine would throw, as `in` does where the list is a number. */
function safely(ask: () => boolean): boolean | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

const MAX_SHOWN = 20
const MAX_SHOWN_DEPTH = 3

/** A value as a reason may carry it: plain JSON, cut where it is long or deep. */
export function toParam(value: unknown, depth = 0): Param {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (value === undefined) return null
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value)
  if (typeof value !== 'object') return `a ${typeof value}`
  const written = writtenForm(value)
  if (written !== undefined) return written
  if (depth >= MAX_SHOWN_DEPTH) return '…'
  if (Array.isArray(value)) {
    const shown = value.slice(0, MAX_SHOWN).map((one) => toParam(one, depth + 1))
    return value.length > MAX_SHOWN ? [...shown, '…'] : shown
  }
  const entries = Object.entries(value).slice(0, MAX_SHOWN)
  return Object.fromEntries(entries.map(([key, one]) => [key, toParam(one, depth + 1)]))
}

/** The text or number that stands for an object in JSON, as of a `Date`. */
function writtenForm(value: object): string | number | null | undefined {
  try {
    const { toJSON } = value as { toJSON?: unknown }
    const written: unknown = typeof toJSON === 'function' ? toJSON.call(value) : undefined
    const isScalar = typeof written === 'string' || Number.isFinite(written) || written === null
    return isScalar ? (written as string | number | null) : undefined
  } catch {
    return undefined
  }
}
