/** Whether a rule of one set decides a request that the other set does not decide alike. */
import type { Facts } from '../facts.ts'
import type { Rule, RuleSetModel } from '../model.ts'
import type { Node } from '../node.ts'
import type { Analysis } from './analysis.ts'
import { conditionKey } from './condition-key.ts'
import { allOf, anyOf, type Formula, negate } from './formula.ts'
import { contradicting, inEffect, outranking, paramsKeyOf, rulesOf } from './outranking.ts'
import type { Answer } from './question.ts'

/** The rules of one action of one set that are in effect at an instant. */
export interface Side {
  readonly rules: readonly Rule[]
  /** The rules that keep a rule from deciding when they match too. */
  rivalsOf(rule: Rule): readonly Rule[]
  /** The rules that ask for the same. */
  alike(paramsKey: string): readonly Rule[]
}

export function sideOf(model: RuleSetModel, action: string, at: number): Side {
  const rules = inEffect(rulesOf(model, action), at)
  const policy = model.actions.get(action)?.hitPolicy ?? 'collect'
  const rivals = new Map<Rule, readonly Rule[]>()
  const byParams = new Map<string, Rule[]>()
  for (const rule of rules) {
    const key = paramsKeyOf(rule)
    byParams.set(key, [...(byParams.get(key) ?? []), rule])
  }
  return {
    rules,
    alike: (paramsKey) => byParams.get(paramsKey) ?? [],
    rivalsOf(rule) {
      const known = rivals.get(rule) ?? [
        ...outranking(rule, rules, policy),
        ...contradicting(rule, rules, policy),
      ]
      rivals.set(rule, known)
      return known
    },
  }
}

export interface DifferenceQuestion {
  readonly analysis: Analysis
  readonly own: Side
  readonly its: Side
  readonly rule: Rule
  readonly at: number
  /** Whether both sets decide a request differently, on their executors. */
  readonly shows: (facts: Facts) => boolean
}

/**
 * Asks for a request that the rule decides, and in the other set no rule that asks for the same does. Where the other
 * set has a rule that is written alike, only what keeps that one from deciding can make the difference, and of it only
 * what does not keep this one from deciding as well: in most sets most rules are done with at once.
 */
export function askDifference({ analysis, own, its, rule, at, shows }: DifferenceQuestion): Answer {
  const asker = analysis.asker(at)
  if (asker === undefined) return { kind: 'undecided' }
  const { ask, encoding } = asker
  const { formulaOf } = encoding
  const alike = its.alike(paramsKeyOf(rule))
  const rivals = own.rivalsOf(rule)
  const twin = alike.find((one) => conditionKey(one.node) === conditionKey(rule.node))
  const keeping: Formula[] = []
  if (twin !== undefined) {
    const shared = new Set(rivals.map(({ node }) => conditionKey(node)))
    const news = its.rivalsOf(twin).filter(({ node }) => !shared.has(conditionKey(node)))
    const touching = news.filter(({ node }) => analysis.ask(at, [rule.node, node]).kind !== 'never')
    if (touching.length === 0) return { kind: 'never' }
    keeping.push(anyOf(touching.map(({ node }) => formulaOf(node))))
  }
  const others = alike.filter((one) => one !== twin)
  const formulas = [
    formulaOf(rule.node),
    ...keeping,
    ...rivals.map(({ node }) => negate(formulaOf(node))),
    ...others.map((one) => negate(decides(one, its, formulaOf))),
  ]
  const nodes = [rule, ...rivals, ...its.rules].map(({ node }) => node)
  return ask({ formulas, nodes, isSo: shows })
}

/** That a rule matches and nothing keeps it from deciding. */
function decides(rule: Rule, side: Side, formulaOf: (node: Node) => Formula): Formula {
  const rivals = side.rivalsOf(rule).map(({ node }) => negate(formulaOf(node)))
  return allOf([formulaOf(rule.node), ...rivals])
}
