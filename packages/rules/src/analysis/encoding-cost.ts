import { canonicalJson } from '@holdfast/kernel'
import { type Leaf, leavesOf, type Node } from '../node.ts'
import { refKey } from './atom.ts'

/** What it costs to ask one comparison about one value, in steps. */
const COST_PER_ASKING = 2

/**
 * What it costs to encode conditions, in steps: every comparison of a fact is asked about a value for each of them, so
 * the cost of a fact grows with the square of what it is compared with.
 */
export function costOfEncoding(nodes: readonly Node[]): number {
  const compared = new Map<string, Set<string>>()
  const seen = new Set<Leaf>()
  for (const node of nodes) {
    for (const leaf of leavesOf(node)) {
      if (seen.has(leaf)) continue
      seen.add(leaf)
      const key = refKey(leaf.ref)
      const asked = compared.get(key) ?? new Set()
      compared.set(key, asked.add(`${leaf.operation.name} ${canonicalJson(leaf.value)}`))
    }
  }
  let cost = 0
  for (const { size } of compared.values()) cost += size * size * COST_PER_ASKING
  return cost
}
