import { quote } from '@holdfast/kernel'
import type { Rule } from '../model.ts'
import type { ActionCheck } from './check-rules.ts'
import { minimalCore } from './check-shadows.ts'
import { paramsKeyOf } from './outranking.ts'
import { subjectOf } from './report.ts'

/** Rules that could be left out, because others ask for the same whenever they match. Of two alike, the later one. */
export function redundancyFindings(check: ActionCheck): void {
  const { action, analysis, report, periods } = check
  if (action.hitPolicy !== 'any' && action.hitPolicy !== 'collect') return
  const keys = new Map(check.rules.map((rule) => [rule, paramsKeyOf(rule)]))
  const known = new Map<string, readonly Rule[] | undefined>()
  for (const period of periods) {
    const { from: at } = period
    let left = check.active(period)
    for (const rule of [...left].reverse()) {
      const alike = left.filter((one) => one !== rule && keys.get(one) === keys.get(rule))
      if (alike.length === 0) continue
      const core = coreOf(rule, alike, at)
      if (core === undefined) continue
      left = left.filter((one) => one !== rule)
      report.add(
        {
          severity: 'warning',
          code: 'rule-redundant',
          message: `this rule can be left out: whenever it matches, ${core.map(({ id }) => quote(id)).join(' or ')} asks for the same`,
          path: rule.at,
          found: core.map(({ id }) => id),
        },
        { period, among: check.periodsWith(rule) },
      )
    }
  }

  function coreOf(rule: Rule, alike: readonly Rule[], at: number): readonly Rule[] | undefined {
    const when = analysis.isRelative ? at : 0
    const key = JSON.stringify([rule.id, alike.map(({ id }) => id), when])
    if (known.has(key)) return known.get(key)
    const nodes = alike.map(({ node }) => node)
    const answer = analysis.ask(at, [rule.node], nodes)
    const isProved = report.settles(answer, subjectOf(rule), 'redundant') && answer.kind === 'never'
    const core = isProved ? minimalCore(analysis, rule, alike, at) : undefined
    known.set(key, core)
    return core
  }
}
