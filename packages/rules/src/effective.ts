import type { Rule } from './model.ts'
import { allRules, clearBit, type RuleBits } from './rule-index.ts'

/** The rules in effect at an instant; those out of effect have no bit. */
export type InEffect = (at: number) => RuleBits

/** Looked up, because rules come into effect and go out of it at a few known instants only. */
export function inEffect(rules: readonly Rule[]): InEffect {
  const edges = [...new Set(rules.flatMap(({ from, to }) => [from, to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b)
  const spans = [Number.NEGATIVE_INFINITY, ...edges].map((from) => ({ from, bits: bitsAt(from) }))
  const [always] = spans
  if (spans.length === 1 && always !== undefined) return () => always.bits

  function bitsAt(at: number): RuleBits {
    const bits = allRules(rules.length)
    for (const [index, { from, to }] of rules.entries()) {
      if (at < from || at >= to) clearBit(bits, index)
    }
    return bits
  }

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
