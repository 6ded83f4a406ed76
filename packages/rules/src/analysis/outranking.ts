import { canonicalJson } from '@holdfast/kernel'
import type { HitPolicy, Rule, RuleSetModel } from '../model.ts'

const paramsKeys = new WeakMap<Rule, string>()

/** Equal for rules that ask for the same. */
export function paramsKeyOf(rule: Rule): string {
  const known = paramsKeys.get(rule) ?? canonicalJson(rule.params)
  paramsKeys.set(rule, known)
  return known
}

/** The rules of an action, in order. */
export function rulesOf({ rules }: RuleSetModel, action: string): readonly Rule[] {
  return rules.filter((rule) => rule.action === action)
}

/** The rules that are in effect at an instant. */
export function inEffect(rules: readonly Rule[], at: number): readonly Rule[] {
  return rules.filter(({ from, to }) => from <= at && at < to)
}

/** Of some rules of one action, in order, those that decide in place of a rule when they match with it. */
export function outranking(rule: Rule, rules: readonly Rule[], policy: HitPolicy): readonly Rule[] {
  switch (policy) {
    case 'first':
      return rules.slice(0, Math.max(0, rules.indexOf(rule)))
    case 'priority':
      return rules.filter(({ priority }) => priority > rule.priority)
    default:
      return []
  }
}

/** Of some rules of one action those that contradict a rule when they match with it and nothing outranks them. */
export function contradicting(
  rule: Rule,
  rules: readonly Rule[],
  policy: HitPolicy,
): readonly Rule[] {
  const others = rules.filter((other) => other !== rule)
  switch (policy) {
    case 'unique':
      return others
    case 'any':
      return others.filter((other) => paramsKeyOf(other) !== paramsKeyOf(rule))
    case 'priority':
      return others.filter(
        (other) => other.priority === rule.priority && paramsKeyOf(other) !== paramsKeyOf(rule),
      )
    default:
      return []
  }
}
