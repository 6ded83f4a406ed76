import {
  type Explaining,
  explainWith,
  type Param,
  type Reason,
  type ReasonSource,
  reason,
  toInstant,
  toPointer,
} from '@holdfast/kernel'
import type { SmallestChange } from './analysis/smallest-change.ts'
import type { Decided, Evaluation } from './evaluation.ts'
import { explainNode, toParam } from './explain-condition.ts'
import type { Facts } from './facts.ts'
import type { Action, Rule, RuleSetModel } from './model.ts'
import type { EvaluateOptions, RuleSet, WhyNotOptions } from './rule-set.ts'
import { ruleNamed, type WhyNot } from './why-not.ts'

/** The questions of a rule set, each with its reason: every rule, every comparison, what was expected and what was there. */
export type ExplainedRuleSet<F extends Facts = Facts> = Explaining<
  Pick<RuleSet<F>, 'evaluate' | 'whyNot'>
>

/** The explaining form of a rule set. Its answers are those of the rule set itself. */
export function explained<F extends Facts>(ruleSet: RuleSet<F>): ExplainedRuleSet<F> {
  const { model } = ruleSet
  const { evaluate, whyNot } = ruleSet
  return explainWith<Pick<RuleSet<F>, 'evaluate' | 'whyNot'>>(
    { evaluate, whyNot },
    {
      evaluate: (evaluation: Evaluation, facts: F, { at }: EvaluateOptions) =>
        evaluation.ok
          ? explainDecided(model, evaluation, facts, toInstant(at))
          : reason(
              'rules.refused',
              { ruleSet: model.id, code: evaluation.refusal.code },
              { children: [...evaluation.refusal.reasons] },
            ),
      whyNot: (answer: WhyNot, rule: string, facts: F, { at }: WhyNotOptions) =>
        explainWhyNot(model, answer, rule, facts, toInstant(at)),
    },
  )
}

function explainWhyNot(
  model: RuleSetModel,
  answer: WhyNot,
  id: string,
  facts: Facts,
  at: number,
): Reason {
  const { status } = answer
  const by = 'by' in answer ? answer.by : []
  if (status === 'refused') {
    const { code, reasons } = answer.refusal
    return reason('rules.refused', { ruleSet: model.id, code }, { children: [...reasons] })
  }
  const children = [explainRule(ruleNamed(model, id), status, model, facts, at)]
  if ('change' in answer) children.push(explainChange(answer.change))
  return reason('rules.whyNot', { rule: id, status, by: [...by] }, { children })
}

function explainChange(change: SmallestChange): Reason {
  if (change.kind !== 'change') return reason('rules.noChange', { kind: change.kind })
  const changes = change.changes.map(({ label, from, to }) =>
    reason('rules.factChange', {
      fact: label,
      ...(from !== undefined && { from: toParam(from) }),
      ...(to !== undefined && { to: toParam(to) }),
    }),
  )
  const params = { count: changes.length, proved: change.isProved }
  return reason('rules.change', params, { children: changes })
}

function explainDecided(model: RuleSetModel, decided: Decided, facts: Facts, at: number): Reason {
  const { id: ruleSet, version, actions, rules } = model
  const children = [...actions.values()].map((action) =>
    explainAction(action, model, decided, facts, at),
  )
  const matched = decided.matched.length
  return reason(
    'rules.evaluated',
    { ruleSet, version, at, matched, of: rules.length },
    { children },
  )
}

function explainAction(
  action: Action,
  model: RuleSetModel,
  { matched, events, conflicts }: Decided,
  facts: Facts,
  at: number,
): Reason {
  const conflict = conflicts.find((one) => one.action === action.name)
  const deciding = events.filter(({ type }) => type === action.name)
  const outcomeOf = (rule: Rule): string => {
    if (at < rule.from || at >= rule.to) return 'notInEffect'
    if (!matched.includes(rule.id)) return 'fails'
    if (conflict?.rules.includes(rule.id)) return 'conflicts'
    return deciding.some((event) => event.rule === rule.id) ? 'decides' : 'outranked'
  }
  const children = model.rules
    .filter((rule) => rule.action === action.name)
    .map((rule) => explainRule(rule, outcomeOf(rule), model, facts, at))
  const rules = conflict?.rules ?? deciding.map(({ rule }) => rule)
  const code = conflict === undefined ? 'rules.action' : 'rules.conflict'
  const { name, hitPolicy } = action
  return reason(code, { action: name, hitPolicy, rules }, { children })
}

/** Why a rule matches or does not, and what became of it. */
export function explainRule(
  rule: Rule,
  outcome: string,
  { id, version }: RuleSetModel,
  facts: Facts,
  at: number,
): Reason {
  const sourceOf = (path: readonly PropertyKey[]): ReasonSource => ({
    document: id,
    version,
    pointer: toPointer(path),
  })
  const params: Record<string, Param> = {
    rule: rule.id,
    outcome,
    ...(rule.title !== undefined && { title: rule.title }),
    ...(rule.reason !== undefined && { reason: rule.reason }),
    ...(rule.reference !== undefined && { reference: rule.reference }),
  }
  const children = outcome === 'notInEffect' ? [] : [explainNode(rule.node, facts, at, sourceOf)]
  return reason('rules.rule', params, { source: sourceOf(rule.at), children })
}
