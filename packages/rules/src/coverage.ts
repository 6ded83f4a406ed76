import { toPointer } from '@holdfast/kernel'
import type { Place } from './complaints.ts'
import type { Evaluation } from './evaluation.ts'
import type { Facts } from './facts.ts'
import type { RuleSetModel } from './model.ts'
import { type Leaf, leavesOf } from './node.ts'
import { holds } from './three-valued.ts'

/** How often tests reach a rule. */
export interface RuleCoverage {
  readonly rule: string
  readonly at: Place
  /** Tests in which its condition holds. */
  readonly matched: number
  /** Tests in which it decides something. */
  readonly decided: number
}

/** How often tests reach each outcome of a comparison. */
export interface ConditionCoverage {
  /** JSON Pointer to the comparison. */
  readonly pointer: string
  readonly fact: string
  readonly operator: string
  readonly held: number
  readonly failed: number
}

export interface Coverage {
  readonly rules: readonly RuleCoverage[]
  readonly conditions: readonly ConditionCoverage[]
  /** Share of rules that some test matches, from 0 to 1. */
  readonly ruleShare: number
  /** Share of outcomes, two for each comparison, that some test reaches, from 0 to 1. */
  readonly outcomeShare: number
}

/** A request that was tested. */
interface Tested {
  readonly facts: Facts
  readonly at: number
  readonly evaluation: Evaluation
}

/** What tests reach of a rule set. A rule out of effect at a test's instant is not reached by it. */
export function coverageOf({ rules }: RuleSetModel, tests: readonly Tested[]): Coverage {
  const asked = tests.filter(({ evaluation }) => evaluation.ok)
  const ruleCoverage = rules.map(({ id, at }): RuleCoverage => {
    const reached = asked.map(({ evaluation }) => reachOf(id, evaluation))
    return {
      rule: id,
      at,
      matched: reached.filter(({ matched }) => matched).length,
      decided: reached.filter(({ decided }) => decided).length,
    }
  })
  const counts = new Map<string, { leaf: Leaf; held: number; failed: number }>()
  for (const { node, from, to } of rules) {
    const inEffect = asked.filter(({ at }) => at >= from && at < to)
    for (const leaf of leavesOf(node)) {
      const pointer = toPointer(leaf.at)
      const count = counts.get(pointer) ?? { leaf, held: 0, failed: 0 }
      for (const { facts, at } of inEffect) {
        if (holdsQuietly(leaf, facts, at)) count.held++
        else count.failed++
      }
      counts.set(pointer, count)
    }
  }
  const conditions = [...counts].map(([pointer, { leaf, held, failed }]) => {
    return { pointer, fact: leaf.ref.label, operator: leaf.operation.name, held, failed }
  })
  const reached = conditions.flatMap(({ held, failed }) => [held, failed])
  return {
    rules: ruleCoverage,
    conditions,
    ruleShare: share(ruleCoverage.map(({ matched }) => matched)),
    outcomeShare: share(reached),
  }
}

function reachOf(rule: string, evaluation: Evaluation) {
  if (!evaluation.ok) return { matched: false, decided: false }
  return {
    matched: evaluation.matched.includes(rule),
    decided: evaluation.events.some((event) => event.rule === rule),
  }
}

function share(counts: readonly number[]): number {
  return counts.length === 0 ? 1 : counts.filter((count) => count > 0).length / counts.length
}

function holdsQuietly(leaf: Leaf, facts: Facts, at: number): boolean {
  try {
    return holds(leaf, facts, at)
  } catch {
    return false
  }
}
