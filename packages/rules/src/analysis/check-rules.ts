import type { Finding } from '@holdfast/kernel'
import type { Rule, RuleSetModel } from '../model.ts'
import type { ActionCheck } from './action-check.ts'
import { type Analysis, analysisOf, type Decide } from './analysis.ts'
import { conditionFindings, namedFindings } from './check-conditions.ts'
import { conflictFindings } from './check-conflicts.ts'
import { gapFindings } from './check-gaps.ts'
import { redundancyFindings } from './check-redundancy.ts'
import { shadowFindings } from './check-shadows.ts'
import { inEffect, rulesOf } from './outranking.ts'
import { type Period, periodsOf } from './period.ts'
import { type Report, reportOf, subjectOf } from './report.ts'

export interface CheckRulesOptions {
  /** The time that is looked at, in epoch milliseconds; `to` is excluded. */
  readonly from: number
  readonly to: number
  /** The most steps that all questions may take together, the same on every machine; about 50 million a second. */
  readonly budget?: number | undefined
}

/** Enough for sets of some hundred rules; about a second where it is used up. */
export const DEFAULT_BUDGET = 60_000_000

/**
 * What is wrong with the rules of a set as a whole: rules that can never match or never decide, contradict each other,
 * or say what others say; requests that no rule matches; conditions that change nothing. Everything claimed is proved,
 * or shown by a request that was tried on the executor; what could not be settled is told as such. Never throws.
 */
export function checkRules(
  model: RuleSetModel,
  decide: Decide,
  { from, to, budget = DEFAULT_BUDGET }: CheckRulesOptions,
): Finding[] {
  const report = reportOf(model)
  const analysis = analysisOf(model, decide, { left: budget })
  const contradictory = contradictions(analysis, report, { from, to })
  for (const action of model.actions.values()) {
    const all = rulesOf(model, action.name)
    const rules = all.filter((rule) => !contradictory.has(rule))
    const periods = periodsOf(all, { from, to })
    const check: ActionCheck = {
      analysis,
      report,
      action,
      rules,
      periods,
      active: (period) => inEffect(rules, period.from),
      periodsWith: (rule) => periods.filter((one) => inEffect([rule], one.from).length > 0),
    }
    shadowFindings(check)
    conflictFindings(check)
    redundancyFindings(check)
    gapFindings(check)
  }
  const constant = namedFindings(analysis, report, from)
  conditionFindings(analysis, report, from, contradictory, constant)
  return report.findings()
}

/** The rules that can never match, each with a finding. */
function contradictions(analysis: Analysis, report: Report, { from }: Period): ReadonlySet<Rule> {
  const contradictory = new Set<Rule>()
  for (const rule of analysis.model.rules) {
    const answer = analysis.ask(Math.max(from, rule.from), [rule.node])
    if (!report.settles(answer, subjectOf(rule), 'contradictory')) continue
    if (answer.kind !== 'never') continue
    contradictory.add(rule)
    report.add({
      code: 'rule-contradictory',
      message: 'no request can match it: its condition contradicts itself',
      path: rule.at,
    })
  }
  return contradictory
}
