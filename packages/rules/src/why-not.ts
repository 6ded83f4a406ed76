import { didYouMean, quote, type Refusal, rangeError } from '@holdfast/kernel'
import type { Decide } from './analysis/analysis.ts'
import { outranking, rulesOf } from './analysis/outranking.ts'
import { type SmallestChange, smallestChange } from './analysis/smallest-change.ts'
import type { Decided } from './evaluation.ts'
import type { Facts } from './facts.ts'
import type { Action, Rule, RuleSetModel } from './model.ts'

/** Why a rule does not decide, and what would have to be different. */
export type WhyNot =
  /** It does. */
  | { readonly status: 'decides' }
  /** It is not in effect at that instant. */
  | { readonly status: 'notInEffect' }
  /** The facts do not fit the vocabulary, so no rule is asked. */
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | {
      /** Its condition does not hold; others go before it; or others contradict it. */
      readonly status: 'fails' | 'outranked' | 'conflicts'
      /** The rules that match and go before it, or contradict it. */
      readonly by: readonly string[]
      readonly change: SmallestChange
    }

/** The rule of an id. Throws `RangeError` `rule-unknown`. */
export function ruleNamed({ rules }: RuleSetModel, id: string): Rule {
  const rule = rules.find((one) => one.id === id)
  if (rule !== undefined) return rule
  const near = didYouMean(
    id,
    rules.map((one) => one.id),
  )
  const hint = near === undefined ? '' : `; did you mean ${quote(near)}?`
  throw rangeError('rule-unknown', `no rule is called ${quote(id)}${hint}`)
}

export function whyNot(
  model: RuleSetModel,
  decide: Decide,
  rule: Rule,
  facts: Facts,
  at: number,
  budget?: number,
): WhyNot {
  const evaluation = decide(facts, at)
  if (!evaluation.ok) return { status: 'refused', refusal: evaluation.refusal }
  if (at < rule.from || at >= rule.to) return { status: 'notInEffect' }
  if (evaluation.events.some((event) => event.rule === rule.id)) return { status: 'decides' }
  const change = smallestChange(model, decide, rule, facts, at, budget)
  return { ...obstacle(model, rule, evaluation), change }
}

function obstacle(model: RuleSetModel, rule: Rule, { matched, conflicts }: Decided) {
  const { hitPolicy } = model.actions.get(rule.action) as Action
  const rivals = outranking(rule, rulesOf(model, rule.action), hitPolicy)
  const by = rivals.map(({ id }) => id).filter((id) => matched.includes(id))
  if (!matched.includes(rule.id)) return { status: 'fails' as const, by }
  const conflict = conflicts.find(({ rules }) => rules.includes(rule.id))
  if (conflict === undefined) return { status: 'outranked' as const, by }
  return { status: 'conflicts' as const, by: conflict.rules.filter((id) => id !== rule.id) }
}
