import { quote } from '@holdfast/kernel'
import type { Facts } from '../facts.ts'
import type { Rule } from '../model.ts'
import type { ActionCheck } from './action-check.ts'
import { witnessOf } from './analysis.ts'
import { factsThatMatter } from './facts-that-matter.ts'
import type { Formula, Literal } from './formula.ts'
import { contradicting, outranking } from './outranking.ts'
import type { Period } from './period.ts'
import type { Answer } from './question.ts'
import { MANY, subjectOf } from './report.ts'
import { areDisjoint } from './value-set.ts'

/** Rules that contradict each other: both match one request, and the hit policy cannot settle it. */
export function conflictFindings(check: ActionCheck): void {
  const { action, analysis, periods } = check
  if (action.hitPolicy === 'first' || action.hitPolicy === 'collect') return
  const answers = new Map<string, Answer>()
  for (const period of periods) {
    const active = check.active(period)
    const demandsOf = demandsAt(check, period.from)
    const ids = action.hitPolicy === 'priority' || analysis.isRelative ? `${period.from}` : ''
    for (const [index, rule] of active.entries()) {
      if (analysis.steps.left === 0) {
        check.report.settles({ kind: 'undecided' }, subjectOf(rule), 'in conflict')
        continue
      }
      const before = new Set(active.slice(0, index))
      const rivals = contradicting(rule, active, action.hitPolicy).filter((one) => before.has(one))
      const found: Clash[] = []
      const own = demandsOf(rule)
      for (const rival of rivals) {
        if (analysis.steps.left === 0) {
          check.report.settles({ kind: 'undecided' }, subjectOf(rule), 'in conflict')
          break
        }
        analysis.steps.left = Math.max(0, analysis.steps.left - COST_PER_PAIR)
        if (areApart(own, demandsOf(rival))) continue
        const key = JSON.stringify([rule.id, rival.id, ids])
        const answer = answers.get(key) ?? clash(check, rule, rival, active, period)
        answers.set(key, answer)
        if (!check.report.settles(answer, subjectOf(rule), 'in conflict')) continue
        if (answer.kind === 'witness') found.push({ rival, facts: answer.facts })
      }
      tell(check, rule, found, period)
    }
  }
}

/** What it costs to look at two rules, in steps. */
const COST_PER_PAIR = 20

interface Clash {
  readonly rival: Rule
  readonly facts: Facts
}

function clash(
  { analysis, action }: ActionCheck,
  rule: Rule,
  rival: Rule,
  active: readonly Rule[],
  { from: at }: Period,
): Answer {
  const above = outranking(rule, active, action.hitPolicy).map(({ node }) => node)
  return analysis.ask(at, [rival.node, rule.node], above)
}

/** What each rule demands of single facts at an instant; nothing where conditions could not be put into formulas. */
function demandsAt({ analysis }: ActionCheck, at: number): (rule: Rule) => readonly Literal[] {
  const asker = analysis.asker(at)
  return asker === undefined ? () => [] : ({ node }) => literalsOf(asker.encoding.formulaOf(node))
}

/** Whether two rules demand different values of one fact: most do, and need no search. */
function areApart(left: readonly Literal[], right: readonly Literal[]): boolean {
  for (const one of left) {
    for (const other of right) {
      if (one.variable === other.variable && areDisjoint(one.set, other.set)) return true
    }
  }
  return false
}

const literals = new WeakMap<Formula, readonly Literal[]>()

/** What must hold of single variables for a formula to hold. */
function literalsOf(formula: Formula): readonly Literal[] {
  const known = literals.get(formula)
  if (known !== undefined) return known
  const parts = formula.kind === 'all' ? formula.parts : [formula]
  const found = parts.filter((part) => part.kind === 'in')
  literals.set(formula, found)
  return found
}

function tell(check: ActionCheck, rule: Rule, found: readonly Clash[], period: Period) {
  const { analysis, report, action } = check
  const { from: at } = period
  const [first] = found
  if (first === undefined) return
  const isMany = found.length > MANY
  for (const { rival, facts } of isMany ? [first] : found) {
    const isConflict = (some: Facts) =>
      analysis
        .decided(some, at)
        ?.conflicts.some(
          (conflict) =>
            conflict.action === action.name &&
            conflict.rules.includes(rule.id) &&
            conflict.rules.includes(rival.id),
        ) === true
    if (!isConflict(facts)) {
      report.settles({ kind: 'unknown', labels: [] }, subjectOf(rule), 'in conflict')
      continue
    }
    const others = isMany ? ` and ${found.length - 1} other rules` : ''
    report.add(
      {
        code: 'rules-conflicting',
        message: `it and ${quote(rival.id)}${others} can match one request, and nothing says which of them decides ${quote(action.name)}`,
        path: rule.at,
        found: (isMany ? found : [{ rival }]).map((one) => one.rival.id),
        witness: witnessOf(factsThatMatter(facts, isConflict), at),
      },
      { period, among: sharedPeriods(check, rule, rival) },
    )
  }
}

function sharedPeriods(check: ActionCheck, rule: Rule, rival: Rule): readonly Period[] {
  const others = new Set(check.periodsWith(rival))
  return check.periodsWith(rule).filter((one) => others.has(one))
}
