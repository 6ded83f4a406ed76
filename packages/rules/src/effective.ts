import type { Rule } from './model.ts'
import { allRules, clearBit, type RuleBits } from './rule-index.ts'

/** The rules in effect at an instant; those out of effect have no bit. */
export type InEffect = (at: number) => RuleBits

/** Looked up, because rules come into effect and go out of it at a few known instants only. */
export function inEffect(rules: readonly Rule[]): InEffect {
  const edges = [...new Set(rules.flatMap(({ from, to }) => [from, to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const spans = spansOf(rules, edges)
  const [always] = spans
  if (spans.length === 1 && always !== undefined) return () => always.bits

  return (at) => {
    let low = 0
    let high = spans.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((spans[middle] as { from: number }).from <= at) low = middle
      else high = middle - 1
    }
    return (spans[low] as { bits: RuleBits }).bits
  }
}

interface Span {
  readonly from: number
  readonly bits: RuleBits
}

/** From each edge on, the rules in effect; each span differs from the one before it by the rules with that edge. */
function spansOf(rules: readonly Rule[], edges: readonly number[]): Span[] {
  const changing = new Map<number, number[]>()
  for (const [index, { from, to }] of rules.entries()) {
    for (const edge of new Set([from, to])) {
      const known = changing.get(edge)
      if (known === undefined) changing.set(edge, [index])
      else known.push(index)
    }
  }
  let bits = allRules(rules.length)
  const update = (at: number, places: Iterable<number>): Span => {
    bits = bits.slice()
    for (const place of places) {
      const { from, to } = rules[place] as Rule
      if (at >= from && at < to) setBit(bits, place)
      else clearBit(bits, place)
    }
    return { from: at, bits }
  }
  return [
    update(Number.NEGATIVE_INFINITY, rules.keys()),
    ...edges.map((edge) => update(edge, changing.get(edge) ?? [])),
  ]
}

function setBit(bits: RuleBits, rule: number): void {
  bits[rule >> 5] = (bits[rule >> 5] as number) | (1 << (rule & 31))
}
