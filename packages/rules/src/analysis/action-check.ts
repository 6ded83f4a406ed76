import type { Action, Rule } from '../model.ts'
import type { Analysis } from './analysis.ts'
import type { Period } from './period.ts'
import type { Report } from './report.ts'

/** What the checks of one action look at. */
export interface ActionCheck {
  readonly analysis: Analysis
  readonly report: Report
  readonly action: Action
  /** Its rules that can match at all, in order. */
  readonly rules: readonly Rule[]
  readonly periods: readonly Period[]
  /** Its rules in effect in a period. */
  active(period: Period): readonly Rule[]
  /** The periods in which a rule is in effect. */
  periodsWith(rule: Rule): readonly Period[]
}
