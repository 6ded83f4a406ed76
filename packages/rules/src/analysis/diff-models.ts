import { canonicalJson, MAX_INSTANT } from '@holdfast/kernel'
import type { RuleEvent } from '../evaluation.ts'
import type { Facts } from '../facts.ts'
import type { RuleSetModel } from '../model.ts'
import {
  type Analysis,
  analysisOf,
  type Decide,
  type WitnessRequest,
  witnessOf,
} from './analysis.ts'
import { askDifference, type Side, sideOf } from './difference.ts'
import { factsThatMatter } from './facts-that-matter.ts'
import { periodsOf } from './period.ts'
import type { Answer } from './question.ts'

/** A request that two rule sets decide differently, and the rule that shows it. */
export interface RuleDifference {
  readonly action: string
  /** The id of the rule that decides in one of the sets, where the other decides nothing alike. */
  readonly rule: string
  readonly in: 'a' | 'b'
  readonly witness: WitnessRequest
  /** What the first set decides for the action. */
  readonly before: readonly RuleEvent[]
  readonly after: readonly RuleEvent[]
}

/** A rule of which it is not settled whether it makes a difference. */
export interface OpenDifference {
  readonly action: string
  readonly rule: string
  readonly in: 'a' | 'b'
  /** What is compared in ways that are not analyzed; empty where the steps ran out. */
  readonly labels: readonly string[]
}

/** Two rule sets compared by what they decide. */
export interface RuleSetDiff {
  /** Whether it is proved that no request is decided differently. */
  readonly equivalent: boolean
  /** One for each rule and each period in which other rules are in effect. */
  readonly differences: readonly RuleDifference[]
  readonly undecided: readonly OpenDifference[]
  readonly unknown: readonly OpenDifference[]
}

export interface DiffOptions {
  /** The time that is compared, in epoch milliseconds, `to` excluded. Left out, all of it. */
  readonly from?: number | undefined
  readonly to?: number | undefined
  /** Compares at one instant instead. */
  readonly at?: number | undefined
  readonly budget?: number | undefined
}

const DEFAULT_BUDGET = 60_000_000

/**
 * What two rule sets decide differently, with requests that prove it, tried on both; or the proof that they decide
 * alike. They do when each event that comes through in one comes through in the other, whatever the rule is called
 * that asks for it; how often several rules ask for the same is no difference, and neither is whether nothing is
 * decided for want of a rule or because of a conflict. Where both have vocabularies, only requests that fit both count.
 */
export function diffModels(
  a: RuleSetModel,
  b: RuleSetModel,
  decideA: Decide,
  decideB: Decide,
  { from = 0, to = MAX_INSTANT, at, budget = DEFAULT_BUDGET }: DiffOptions = {},
): RuleSetDiff {
  const steps = { left: budget }
  const model = { ...a, vocabulary: a.vocabulary ?? b.vocabulary }
  const nodes = b.rules.map(({ node }) => node)
  const analysis = analysisOf(model, decideA, steps, nodes)
  const other = analysisOf({ ...b, rules: [], named: [] }, decideB, steps)
  const stretch = at === undefined ? { from, to } : { from: at, to: at + 1 }
  const differences = new Map<string, RuleDifference>()
  const open = {
    undecided: new Map<string, OpenDifference>(),
    unknown: new Map<string, OpenDifference>(),
  }

  for (const action of new Set([...a.actions.keys(), ...b.actions.keys()])) {
    const ofAction = [...a.rules, ...b.rules].filter((rule) => rule.action === action)
    for (const { from: when } of periodsOf(ofAction, stretch)) {
      const left = sideOf(a, action, when)
      const right = sideOf(b, action, when)
      compare('a', left, right, action, when)
      compare('b', right, left, action, when)
    }
  }

  function compare(name: 'a' | 'b', own: Side, its: Side, action: string, when: number) {
    for (const rule of own.rules) {
      const key = JSON.stringify([action, rule.id, name])
      const asked = askDifference({
        analysis,
        own,
        its,
        rule,
        at: when,
        shows: (facts) => shows(action, facts, when),
      })
      record(key, { action, rule: rule.id, in: name }, asked, when)
    }
  }

  function record(key: string, place: Place, asked: Answer, when: number) {
    if (asked.kind === 'never' || differences.has(key)) return
    if (asked.kind !== 'witness') {
      const labels = asked.kind === 'unknown' ? asked.labels : []
      open[asked.kind].set(key, { ...place, labels })
      return
    }
    const facts = factsThatMatter(asked.facts, (some) => shows(place.action, some, when))
    const before = eventsOf(analysis, place.action, facts, when) ?? []
    const after = eventsOf(other, place.action, facts, when) ?? []
    differences.set(key, { ...place, witness: witnessOf(facts, when), before, after })
  }

  function shows(action: string, facts: Facts, when: number): boolean {
    const before = eventsOf(analysis, action, facts, when)
    const after = eventsOf(other, action, facts, when)
    if (before === undefined || after === undefined) return false
    return outcome(before) !== outcome(after)
  }

  const undecided = [...open.undecided.values()]
  const unknown = [...open.unknown.values()]
  const equivalent = differences.size + undecided.length + unknown.length === 0
  return { equivalent, differences: [...differences.values()], undecided, unknown }
}

type Place = Pick<RuleDifference, 'action' | 'rule' | 'in'>

function eventsOf(
  analysis: Analysis,
  action: string,
  facts: Facts,
  at: number,
): readonly RuleEvent[] | undefined {
  return analysis.decided(facts, at)?.events.filter(({ type }) => type === action)
}

/** What is decided, whoever decides it. */
function outcome(events: readonly RuleEvent[]): string {
  return JSON.stringify([...new Set(events.map(({ params }) => canonicalJson(params)))].sort())
}
