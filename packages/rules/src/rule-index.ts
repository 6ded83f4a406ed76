/**
 * Which rules can match a request, found without asking each of them. Where rules compare one fact with constants, the
 * values of that fact fall into a few classes, and for each class the rules that survive it are a row of bits. A
 * request picks a row for every such fact; the rules left in all rows are those worth asking. What the rows decide is
 * not asked again.
 */
import { canThrow, compile, compileStrict, every, type Test } from './compile.ts'
import type { Frame, Slots } from './facts.ts'
import { type Leaf, leavesOf, type Node } from './node.ts'
import { beginsLikeNumber } from './operators-stock.ts'

/** Rules as bits, 32 to a word, in the order of the list they come from. */
export type RuleBits = Int32Array

/** The row of rules that survive what a frame holds. */
export type Row = (frame: Frame) => RuleBits

/** The most words of bits that the rows of one fact may take, so that large tables leave room for others. */
const MOST_WORDS = 8_000_000

/** What looking up a row costs, in comparisons. */
const ROW_COST = 1.5

export interface RuleIndex {
  /** Leaves in `rules` those that are worth asking. */
  narrow(frame: Frame, rules: RuleBits): void
  /** What is left to ask of each rule; `undefined` when the rows decide it. */
  readonly rest: readonly (Test | undefined)[]
}

/** A part of a rule's conjunction. */
interface Conjunct {
  readonly rule: number
  readonly node: Node
  readonly test: Test
  /** The one fact it reads and how, when its values fall into classes. */
  readonly reads: Reading | undefined
}

interface Reading {
  readonly slot: number
  readonly kind: 'equality' | 'order'
}

/** The index over conditions. One that may throw is asked as a whole, every time. */
export function indexRules(nodes: readonly Node[], slots: Slots): RuleIndex {
  const conjuncts = nodes.map((node, rule) => {
    if (!canThrow(node)) return conjunctsOf(node).map((part) => conjunctOf(part, rule, slots))
    const strict = compileStrict(node, slots)
    return [{ rule, node, test: (frame: Frame) => strict(frame, undefined), reads: undefined }]
  })
  const groups = worthwhile(groupsByFact(conjuncts.flat()), nodes.length)
  const decided = new Set(groups.flatMap(({ parts }) => parts))
  const rows = groups.map((group) => rowOf(group, nodes.length, slots))
  return {
    narrow: narrowBy(rows),
    rest: conjuncts.map((parts) => {
      const left = parts.filter((part) => !decided.has(part)).map(({ test }) => test)
      return left.length === 0 ? undefined : every(left)
    }),
  }
}

function narrowBy(rows: readonly Row[]): RuleIndex['narrow'] {
  return (frame, rules) => {
    for (const row of rows) {
      const bits = row(frame)
      for (let word = 0; word < rules.length; word++) {
        rules[word] = (rules[word] as number) & (bits[word] as number)
      }
    }
  }
}

/** All bits set for so many rules. */
export function allRules(count: number): RuleBits {
  const bits = new Int32Array(Math.ceil(count / 32)).fill(-1)
  for (let rule = count; rule < bits.length * 32; rule++) clearBit(bits, rule)
  return bits
}

function setBit(bits: RuleBits, rule: number): void {
  bits[rule >> 5] = (bits[rule >> 5] as number) | (1 << (rule & 31))
}

export function clearBit(bits: RuleBits, rule: number): void {
  bits[rule >> 5] = (bits[rule >> 5] as number) & ~(1 << (rule & 31))
}

/** The conditions that must all hold, named ones and nested `all` opened. */
function conjunctsOf(node: Node): readonly Node[] {
  if (node.kind === 'named') return conjunctsOf(node.child)
  return node.kind === 'all' ? node.children.flatMap(conjunctsOf) : [node]
}

function conjunctOf(node: Node, rule: number, slots: Slots): Conjunct {
  const leaves = [...leavesOf(node)]
  const kinds = new Set(leaves.map(kindOf))
  const [kind] = kinds
  const read = new Set(leaves.map(({ ref }) => slots.slotOf(ref)))
  const [slot] = read
  const isOne = kinds.size === 1 && read.size === 1 && kind !== undefined && slot !== undefined
  return { rule, node, test: compile(node, slots), reads: isOne ? { slot, kind } : undefined }
}

/** How a comparison divides the values of its fact into classes, when it does. */
function kindOf({ operation, value, valueRef }: Leaf): 'equality' | 'order' | undefined {
  if (valueRef !== undefined || operation.decorators.some((decorator) => decorator !== 'not')) {
    return undefined
  }
  if (operation.operator.fact === 'scalar') return 'equality'
  return operation.operator.fact === 'number' && typeof value === 'number' ? 'order' : undefined
}

/** The conjuncts that read one fact in one way. */
interface Group {
  readonly reads: Reading
  readonly parts: Conjunct[]
}

function groupsByFact(conjuncts: readonly Conjunct[]): Group[] {
  const groups = new Map<string, Group>()
  for (const conjunct of conjuncts) {
    const { reads } = conjunct
    if (reads === undefined) continue
    const key = `${reads.kind} ${reads.slot}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { reads, parts: [conjunct] })
    else group.parts.push(conjunct)
  }
  return [...groups.values()]
}

/**
 * The groups whose row spares more comparisons than it costs, the best first, given what those before it spare. A rule
 * is taken to survive a row as often as its constants are among those of the fact.
 */
function worthwhile(groups: readonly Group[], count: number): Group[] {
  const alive = new Float64Array(count).fill(1)
  const words = Math.ceil(count / 32)
  const left = groups
    .filter(({ parts }) => 2 * words * partsByConstant(parts).size <= MOST_WORDS)
    .map((group) => ({ group, survival: survivalOf(group) }))
  const chosen: Group[] = []
  for (;;) {
    let best: { at: number; spared: number } | undefined
    for (const [at, { group, survival }] of left.entries()) {
      let spared = 0
      for (const { rule } of group.parts) spared += (alive[rule] as number) * (1 - survival)
      // What a row decides is not asked again, whether or not the rule survives.
      spared +=
        group.parts.reduce((sum, { rule }) => sum + (alive[rule] as number) * survival, 0) / 2
      if (best === undefined || spared > best.spared) best = { at, spared }
    }
    if (best === undefined || best.spared < ROW_COST) return chosen
    const [{ group, survival }] = left.splice(best.at, 1) as [(typeof left)[number]]
    for (const { rule } of group.parts) alive[rule] = (alive[rule] as number) * survival
    chosen.push(group)
  }
}

/** The share of a fact's classes in which a rule on it survives; half for numbers. */
function survivalOf({ reads, parts }: Group): number {
  if (reads.kind === 'order') return 0.5
  const constants = new Set(
    parts.flatMap(({ node }) => [...leavesOf(node)].flatMap(({ value }) => value)),
  )
  return 1 / Math.max(2, constants.size)
}

function rowOf({ reads: { slot, kind }, parts }: Group, count: number, slots: Slots): Row {
  const naming = partsByConstant(parts)
  const bitsAt = (value: unknown): RuleBits => {
    const bits = allRules(count)
    for (const { rule, node } of parts) if (!holdsFor(node, value)) clearBit(bits, rule)
    return bits
  }
  // Where a value differs from another only for the parts that name a constant, no others are asked.
  const bitsLike = (bits: RuleBits, constant: unknown, value: unknown): RuleBits => {
    const changed = bits.slice()
    const named = naming.get(constant) ?? []
    for (const { rule } of named) setBit(changed, rule)
    for (const { rule } of named) {
      const own = partsByRule.get(rule) as Conjunct[]
      if (!own.every(({ node }) => holdsFor(node, value))) clearBit(changed, rule)
    }
    return changed
  }
  const partsByRule = grouped(parts, ({ rule }) => rule)
  return kind === 'equality'
    ? equalityRow(slots, slot, [...naming.keys()], bitsAt, bitsLike)
    : orderRow(slots, slot, [...naming.keys()] as number[], bitsAt, bitsLike)
}

function partsByConstant(parts: readonly Conjunct[]): Map<unknown, Conjunct[]> {
  const named = new Map<unknown, Conjunct[]>()
  for (const part of parts) {
    const constants = [...leavesOf(part.node)].flatMap(({ value }) => value)
    for (const constant of new Set(constants)) {
      const known = named.get(constant)
      if (known === undefined) named.set(constant, [part])
      else known.push(part)
    }
  }
  return named
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [one])
    else known.push(one)
  }
  return groups
}

/** The rows for a value that differs from one whose row is known only for the parts that name a constant. */
type BitsLike = (bits: RuleBits, constant: unknown, value: unknown) => RuleBits

/** Whether a condition on one fact holds when the fact has a value; `null` is one too. */
function holdsFor(node: Node, value: unknown): boolean {
  switch (node.kind) {
    case 'leaf':
      return node.operation.compare(value, node.value, 0)
    case 'undefined':
      return false
    case 'not':
      return !holdsFor(node.child, value)
    case 'named':
      return holdsFor(node.child, value)
    case 'all':
      return node.children.every((child) => holdsFor(child, value))
    case 'any':
      return node.children.some((child) => holdsFor(child, value))
  }
}

/** A class for each constant, and one for every other value there is. */
function equalityRow(
  slots: Slots,
  slot: number,
  constants: readonly unknown[],
  bitsAt: (value: unknown) => RuleBits,
  bitsLike: BitsLike,
): Row {
  const other = bitsAt(Symbol('any other value'))
  const rows = new Map(constants.map((value) => [value, bitsLike(other, value, value)]))
  return (frame) => rows.get(frame[slot] ?? slots.load(frame, slot)) ?? other
}

/** A class for each constant, one for each gap between them, and one for what is no number. */
function orderRow(
  slots: Slots,
  slot: number,
  constants: readonly number[],
  bitsAt: (value: unknown) => RuleBits,
  bitsLike: BitsLike,
): Row {
  // Nothing is ordered against NaN, and it would put the points out of order.
  const points = [...new Set(constants)].filter((one) => !Number.isNaN(one)).sort((a, b) => a - b)
  // Class 2i+1 is the point i, class 2i the gap before it; gaps are asked about by a number inside them.
  const classes = [bitsAt(Number.NEGATIVE_INFINITY)]
  for (const [index, point] of points.entries()) {
    const at = bitsLike(classes[classes.length - 1] as RuleBits, point, point)
    const above = points[index + 1] ?? Number.POSITIVE_INFINITY
    classes.push(at, bitsLike(at, point, between(point, above)))
  }
  const none = bitsAt(undefined)
  return (frame) => {
    const fact = frame[slot] ?? slots.load(frame, slot)
    if (typeof fact === 'number') {
      if (Number.isNaN(fact)) return none
      let low = 0
      let high = points.length
      while (low < high) {
        const middle = (low + high) >> 1
        if ((points[middle] as number) < fact) low = middle + 1
        else high = middle
      }
      return classes[points[low] === fact ? 2 * low + 1 : 2 * low] as RuleBits
    }
    // Texts and lists that look like numbers are compared by the stock engine's own coercions.
    if (fact === null || (typeof fact !== 'object' && !beginsLikeNumber(fact))) return none
    return bitsAt(fact)
  }
}

function between(below: number, above: number): number {
  if (below === Number.NEGATIVE_INFINITY) return -Number.MAX_VALUE
  if (above < Number.POSITIVE_INFINITY) return below / 2 + above / 2
  return below < Number.MAX_VALUE ? Number.MAX_VALUE : above
}
