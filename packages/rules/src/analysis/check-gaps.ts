import { quote } from '@holdfast/kernel'
import type { Facts } from '../facts.ts'
import type { Rule } from '../model.ts'
import type { ActionCheck } from './action-check.ts'
import { witnessOf } from './analysis.ts'
import { factsThatMatter } from './facts-that-matter.ts'

/** A request that no rule of an action matches. */
export function gapFindings(check: ActionCheck): void {
  const { action, analysis, report, periods } = check
  const isLeftOpen = action.complete === undefined && action.hitPolicy !== 'collect'
  if (action.complete !== true && !isLeftOpen) return
  const subject = { name: `the action ${quote(action.name)}`, path: ['actions', action.name] }
  const complete: (readonly Rule[])[] = []
  const gaps: Facts[] = []
  for (const period of periods) {
    const { from: at } = period
    const active = check.active(period)
    const isKnown = (known: readonly Rule[]) => known.every((rule) => active.includes(rule))
    if (!analysis.isRelative && complete.some(isKnown)) continue
    const isGap = (facts: Facts) =>
      analysis.decided(facts, at)?.matched.some((id) => active.some((one) => one.id === id)) ===
      false
    let facts = analysis.isRelative ? undefined : gaps.find(isGap)
    if (facts === undefined) {
      const answer = analysis.ask(
        at,
        [],
        active.map(({ node }) => node),
      )
      if (!report.settles(answer, subject, 'complete')) continue
      if (answer.kind !== 'witness') {
        complete.push(active)
        continue
      }
      if (!isGap(answer.facts)) {
        report.settles({ kind: 'unknown', labels: [] }, subject, 'complete')
        continue
      }
      facts = factsThatMatter(answer.facts, isGap)
      gaps.push(facts)
    }
    report.add(
      {
        severity: action.complete === true ? 'error' : 'warning',
        code: 'gap',
        message: `some requests match no rule of ${quote(action.name)}`,
        path: subject.path,
        expected: 'a rule for every request, or `complete: false`',
        witness: witnessOf(facts, at),
      },
      { period, among: periods },
    )
  }
}
