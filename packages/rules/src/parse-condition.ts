import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import { complaintBook, HOSTILE_NAMES, isRecord, type Place, type Raw } from './complaints.ts'
import type { FactRef, Node } from './node.ts'
import { CONDITION_SHAPE, leafParser } from './parse-leaf.ts'
import type { Vocabulary } from './vocabulary.ts'

/** How deep conditions may lie in each other, with named ones in place of their names. */
export const MAX_CONDITION_DEPTH = 64

/** How many comparisons a condition may have, with those of the named conditions it refers to, each time they are. */
export const MAX_LEAVES = 10_000

/** What conditions are parsed with. */
export interface ParseContext {
  /** Named conditions as they are written. */
  readonly named?: Readonly<Record<string, unknown>> | undefined
  /** Where in the document they are written. */
  readonly namedAt?: readonly PropertyKey[]
  readonly vocabulary?: Vocabulary | undefined
  /** Whether a reference to a condition that nobody defined never holds, as the stock engine can be told, instead of being refused. */
  readonly allowUndefinedConditions?: boolean | undefined
}

export interface ConditionParser {
  /**
   * The condition at a place, or `undefined` where an error was found in it. The parts of an `all` that no document
   * spells out, such as a table's row, have `places` of their own.
   */
  parse(raw: unknown, at: Place, places?: readonly Place[]): Node | undefined
  /** What `{ fact, path }` reads; its fact must be known to the vocabulary. */
  ref(raw: Raw, at: Place): FactRef | undefined
  /** A named condition, parsed once. */
  named(name: string): Node | undefined
  /** Whether any condition so far referred to a name. */
  isUsed(name: string): boolean
  /** Everything found so far. */
  readonly findings: readonly FindingParts[]
}

const GROUPS = ['any', 'all', 'not'] as const
const ROOT = '`all`, `any`, `not` or a `condition` by name; put a single comparison into `all`'

/** Parses conditions in json-rules-engine's format; what that engine would notice late or never is found here. */
export function conditionParser(context: ParseContext): ConditionParser {
  const { vocabulary, namedAt = ['conditions'] } = context
  const complaints = complaintBook()
  const { wrong, unknownKeys, priorityOf } = complaints
  const { leafOf, knownRefOf } = leafParser(complaints, vocabulary)
  const names = new Map(Object.entries(isRecord(context.named) ? context.named : {}))
  const parsed = new Map<string, Node | undefined>()
  const open = new Set<string>()
  const used = new Set<string>()

  function root(raw: unknown, at: Place, places?: readonly Place[]): Node | undefined {
    if (isRecord(raw) && groupKeys(raw).length === 0 && !Object.hasOwn(raw, 'condition')) {
      const found = 'fact' in raw ? 'a comparison cannot stand alone' : 'this is no condition'
      const near = Object.keys(raw)
        .map((key) => didYouMean(key, [...GROUPS, 'condition']))
        .find((one) => one !== undefined)
      const hint = near === undefined ? {} : { didYouMean: near }
      return wrong('condition-root', found, at, { found: raw, expected: ROOT, ...hint })
    }
    const node = nodeOf(raw, at, 0, places)
    if (node === undefined) return undefined
    const { leaves, depth } = sizeOf(node)
    if (leaves <= MAX_LEAVES && depth <= MAX_CONDITION_DEPTH) return node
    const message = 'with the named conditions in place of their names, this one is too large'
    const expected = `at most ${MAX_LEAVES} comparisons, ${MAX_CONDITION_DEPTH} levels deep`
    return wrong('condition-too-large', message, at, { expected })
  }

  function nodeOf(
    raw: unknown,
    at: Place,
    depth: number,
    places?: readonly Place[],
  ): Node | undefined {
    if (!isRecord(raw)) {
      return wrong('condition-invalid', `${quote(raw)} is no condition`, at, {
        found: raw,
        expected: CONDITION_SHAPE,
      })
    }
    if (depth > MAX_CONDITION_DEPTH) {
      const expected = `at most ${MAX_CONDITION_DEPTH} levels`
      return wrong('condition-too-deep', 'conditions lie in each other too deep', at, { expected })
    }
    const groups = groupKeys(raw)
    const isReference = Object.hasOwn(raw, 'condition')
    if (groups.length + (isReference ? 1 : 0) > 1) {
      const keys = [...groups, ...(isReference ? ['condition'] : [])].map((key) => `\`${key}\``)
      const message = `${keys.join(' and ')} in one condition: only one of them would be asked`
      return wrong('condition-ambiguous', message, at, { expected: 'one of them' })
    }
    const priority = priorityOf(raw, at)
    if (isReference) return reference(raw, at, priority)
    const [group] = groups
    if (group === undefined) return leafOf(raw, at, priority)
    unknownKeys(raw, at, [group, 'priority', 'name'])
    if (group === 'not') {
      const child = nodeOf(raw['not'], [...at, 'not'], depth + 1)
      return child && { kind: 'not', child, priority, at }
    }
    return groupOf(group, raw[group], { priority, at }, depth, places)
  }

  function groupOf(
    kind: 'all' | 'any',
    raw: unknown,
    { priority, at }: { priority: number; at: Place },
    depth: number,
    places?: readonly Place[],
  ): Node | undefined {
    const place = [...at, kind]
    if (!Array.isArray(raw)) {
      return wrong('condition-invalid', `\`${kind}\` takes a list of conditions`, place, {
        found: raw,
        expected: 'a list',
      })
    }
    if (kind === 'any' && raw.length === 0) {
      const message = 'an empty `any` would hold for every request'
      const expected = 'at least one condition; `all: []` if every request is meant'
      return wrong('any-empty', message, place, { expected })
    }
    // A list with holes has conditions that are nothing; `map` would pass over them without a finding.
    const children = Array.from(raw, (child: unknown, index) =>
      nodeOf(child, places?.[index] ?? [...place, index], depth + 1),
    )
    if (children.includes(undefined)) return undefined
    return { kind, children: children as Node[], priority, at }
  }

  function reference(raw: Raw, at: Place, priority: number): Node | undefined {
    unknownKeys(raw, at, ['condition', 'priority', 'name'])
    const name = raw['condition']
    const path = [...at, 'condition']
    if (typeof name !== 'string' || name === '') {
      return wrong('condition-invalid', `${quote(name)} is no name of a condition`, path, {
        found: name,
        expected: 'the name of a condition',
      })
    }
    used.add(name)
    if (!names.has(name)) {
      if (context.allowUndefinedConditions === true)
        return { kind: 'undefined', name, priority, at }
      const near = didYouMean(name, names.keys())
      return wrong('condition-unknown', `no condition is called ${quote(name)}`, path, {
        found: name,
        ...(names.size > 0 && { expected: [...names.keys()].join(', ') }),
        ...(near !== undefined && { didYouMean: near }),
      })
    }
    if (open.has(name)) {
      const message = `the condition ${quote(name)} refers to itself`
      return wrong('condition-recursive', message, path, { found: name })
    }
    const child = named(name)
    return child && { kind: 'named', name, child, priority, at }
  }

  function named(name: string): Node | undefined {
    if (parsed.has(name)) return parsed.get(name)
    const at = [...namedAt, name]
    if (HOSTILE_NAMES.has(name)) {
      wrong('key-hostile', `a condition cannot be called ${quote(name)}`, at, { part: 'key' })
    }
    open.add(name)
    const node = root(names.get(name), at)
    open.delete(name)
    parsed.set(name, node)
    return node
  }

  return {
    parse: root,
    ref: knownRefOf,
    named,
    isUsed: (name) => used.has(name),
    findings: complaints.findings,
  }
}

function groupKeys(raw: Raw): ('any' | 'all' | 'not')[] {
  return GROUPS.filter((key) => Object.hasOwn(raw, key))
}

/** How large a condition is when every named condition stands in the place of its name. */
interface Size {
  readonly leaves: number
  readonly depth: number
}

/** A named condition is measured once and remembered, so that measuring takes no longer than reading. */
function sizeOf(node: Node, known: Map<Node, Size> = new Map()): Size {
  switch (node.kind) {
    case 'leaf':
      return { leaves: 1, depth: 1 }
    case 'undefined':
      return { leaves: 0, depth: 1 }
    case 'not':
      return deeper([sizeOf(node.child, known)])
    case 'named': {
      const size = known.get(node.child) ?? deeper([sizeOf(node.child, known)])
      known.set(node.child, size)
      return size
    }
    default:
      return deeper(node.children.map((child) => sizeOf(child, known)))
  }
}

function deeper(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (sum, { leaves, depth }) => ({
      leaves: sum.leaves + leaves,
      depth: Math.max(sum.depth, depth + 1),
    }),
    { leaves: 0, depth: 1 },
  )
}
