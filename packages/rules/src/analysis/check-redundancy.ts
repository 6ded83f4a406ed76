import { quote } from '@holdfast/kernel'
import type { Facts } from '../facts.ts'
import type { Rule } from '../model.ts'
import type { ActionCheck } from './action-check.ts'
import { minimalCore } from './check-shadows.ts'
import { paramsKeyOf } from './outranking.ts'
import { subjectOf } from './report.ts'

/** Rules that could be left out, because others ask for the same whenever they match. Of two alike, the later one. */
export function redundancyFindings(check: ActionCheck): void {
  const { action, analysis, report, periods } = check
  if (action.hitPolicy !== 'any' && action.hitPolicy !== 'collect') return
  const keys = new Map(check.rules.map((rule) => [rule, paramsKeyOf(rule)]))
  const known = new Map<Rule, Known>()
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
          message: `it can be left out: whenever it matches, ${core.map(({ id }) => quote(id)).join(' or ')} asks for the same`,
          path: rule.at,
          found: core.map(({ id }) => id),
        },
        { period, among: check.periodsWith(rule) },
      )
    }
  }

  function coreOf(rule: Rule, alike: readonly Rule[], at: number): readonly Rule[] | undefined {
    const past = (analysis.isRelative ? undefined : known.get(rule)) ?? { cores: [], free: [] }
    known.set(rule, past)
    const core = past.cores.find((one) => one.every((other) => alike.includes(other)))
    if (core !== undefined) return core
    const isFree = (facts: Facts) => !alike.some((one) => analysis.matches(one, facts, at))
    if (past.free.some(isFree)) return undefined
    const nodes = alike.map(({ node }) => node)
    const answer = analysis.ask(at, [rule.node], nodes)
    if (!report.settles(answer, subjectOf(rule), 'redundant')) return undefined
    if (answer.kind === 'witness') {
      past.free.push(answer.facts)
      return undefined
    }
    const found = minimalCore(analysis, rule, alike, at)
    past.cores.push(found)
    return found
  }
}

/** What earlier periods showed. */
interface Known {
  readonly cores: (readonly Rule[])[]
  /** Requests that only the rule matches. */
  readonly free: Facts[]
}
