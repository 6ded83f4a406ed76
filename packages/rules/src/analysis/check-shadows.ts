import { quote } from '@holdfast/kernel'
import type { Facts } from '../facts.ts'
import type { Rule } from '../model.ts'
import type { ActionCheck } from './action-check.ts'
import { type Analysis, witnessOf } from './analysis.ts'
import { factsThatMatter } from './facts-that-matter.ts'
import { outranking } from './outranking.ts'
import type { Period } from './period.ts'
import { subjectOf } from './report.ts'

/** Rules that never decide, because rules that outrank them match whenever they do. */
export function shadowFindings(check: ActionCheck): void {
  const { analysis, action, periods } = check
  const known = new Map<Rule, Known>()
  for (const period of periods) {
    const active = check.active(period)
    for (const rule of active) {
      const above = outranking(rule, active, action.hitPolicy)
      if (above.length === 0) continue
      const past = known.get(rule) ?? { cores: [], free: [] }
      known.set(rule, past)
      const core = coreOf(check, rule, above, period, analysis.isRelative ? undefined : past)
      if (core !== undefined) tell(check, rule, core, period)
    }
  }
}

/** What earlier periods showed. */
interface Known {
  readonly cores: (readonly Rule[])[]
  /** Requests that a rule matches. */
  readonly free: Facts[]
}

/** A minimal set of rules that shadow a rule, if there is one. */
function coreOf(
  { analysis, report }: ActionCheck,
  rule: Rule,
  above: readonly Rule[],
  { from: at }: Period,
  known: Known | undefined,
): readonly Rule[] | undefined {
  const past = known?.cores.find((core) => core.every((one) => above.includes(one)))
  if (past !== undefined) return past
  const isFree = (facts: Facts) => !above.some((one) => analysis.matches(one, facts, at))
  if (known?.free.some(isFree) === true) return undefined
  const answer = analysis.ask(at, [rule.node], nodesOf(above))
  if (!report.settles(answer, subjectOf(rule), 'shadowed')) return undefined
  if (answer.kind === 'witness') {
    known?.free.push(answer.facts)
    return undefined
  }
  const core = minimalCore(analysis, rule, above, at)
  known?.cores.push(core)
  return core
}

/** Of rules that match whenever a rule does, some of which none can be left out; the first in order are kept. */
export function minimalCore(
  analysis: Analysis,
  rule: Rule,
  above: readonly Rule[],
  at: number,
): readonly Rule[] {
  const isCovered = (by: readonly Rule[]) =>
    analysis.ask(at, [rule.node], nodesOf(by)).kind === 'never'
  const touching = above.filter((one) => analysis.ask(at, [rule.node, one.node]).kind !== 'never')
  const alone = touching.find((one) => isCovered([one]))
  if (alone !== undefined) return [alone]
  let core = touching
  for (const one of [...touching].reverse()) {
    const rest = core.filter((other) => other !== one)
    if (isCovered(rest)) core = rest
  }
  return core
}

function nodesOf(rules: readonly Rule[]) {
  return rules.map(({ node }) => node)
}

function tell(check: ActionCheck, rule: Rule, core: readonly Rule[], period: Period) {
  const { analysis, report, action } = check
  const answer = analysis.ask(period.from, [rule.node])
  if (answer.kind === 'never') return
  const isShown = (facts: Facts) => isShadowedAt(check, rule, facts, period)
  const facts = answer.kind === 'witness' ? answer.facts : undefined
  // That others match whenever it does is proved, also where no request was found that it matches.
  if (facts !== undefined && !isShown(facts)) {
    report.settles({ kind: 'unknown', labels: [] }, subjectOf(rule), 'shadowed')
    return
  }
  const names = core.map(({ id }) => quote(id)).join(' or ')
  const outranks = action.hitPolicy === 'first' ? 'comes first' : 'has a higher priority'
  report.add(
    {
      code: 'rule-shadowed',
      message: `it never decides: whenever it matches, ${names} matches too and ${outranks}`,
      path: rule.at,
      found: core.map(({ id }) => id),
      ...(facts !== undefined && {
        witness: witnessOf(factsThatMatter(facts, isShown), period.from),
      }),
    },
    { period, among: check.periodsWith(rule) },
  )
}

function isShadowedAt(
  { analysis, action }: ActionCheck,
  rule: Rule,
  facts: Facts,
  { from: at }: Period,
): boolean {
  const decided = analysis.decided(facts, at)
  const decides = decided?.events.some(
    (event) => event.rule === rule.id && event.type === action.name,
  )
  return decided?.matched.includes(rule.id) === true && decides === false
}
