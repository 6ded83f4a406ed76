import type { Reason } from '@holdfast/kernel'
import type { StockTree } from './rules.ts'

/** A comparison with its results. Those that the stock engine skipped have none. */
interface Compared {
  readonly fact: unknown
  readonly operator: unknown
  readonly value: unknown
  readonly factResult: unknown
  readonly result: unknown
}

/** The comparisons of a result tree, in the order they are written. */
export function comparisonsOf(tree: StockTree): readonly Compared[] {
  return leavesOf(tree).map(({ fact, operator, value, valueResult, factResult, result }) => {
    const isReference = typeof value === 'object' && value !== null && 'fact' in value
    return { fact, operator, value: isReference ? valueResult : value, factResult, result }
  })
}

/** Those of a reason, without what the tree skipped. */
export function explainedComparisons(reason: Reason, tree: StockTree): readonly Compared[] {
  const stock = leavesOf(tree)
  return compared(reason).map(({ code, params }, index) => {
    const { fact, expected, operator, actual, holds } = params
    const isSkipped = stock[index]?.['result'] === undefined
    return {
      fact: String(fact).split(/[.[]/)[0],
      operator,
      value: expected,
      factResult: isSkipped || code === 'rules.missing' ? undefined : actual,
      result: isSkipped ? undefined : holds,
    }
  })
}

function leavesOf(tree: StockTree): readonly StockTree[] {
  for (const key of ['any', 'all', 'not']) {
    const children = tree[key]
    if (children !== undefined)
      return [children].flat().flatMap((child) => leavesOf(child as StockTree))
  }
  return 'operator' in tree ? [tree] : []
}

function compared(reason: Reason): readonly Reason[] {
  return 'operator' in reason.params ? [reason] : reason.children.flatMap(compared)
}
