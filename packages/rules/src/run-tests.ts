import {
  canonicalJson,
  type Finding,
  type InstantLike,
  quote,
  type Reason,
  toInstant,
} from '@holdfast/kernel'
import type { Place } from './complaints.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import type { Evaluation, RuleEvent } from './evaluation.ts'
import { explained } from './explained.ts'
import type { Facts } from './facts.ts'
import type { Rule } from './model.ts'
import type { RuleSet } from './rule-set.ts'
import { ruleNamed } from './why-not.ts'

export interface RunTestsOptions {
  /** The instant that tests without an `at` of their own are asked at; when the rule set takes effect if left out. */
  readonly at?: InstantLike
}

/** What became of one test. */
export interface TestResult {
  readonly title: string
  /** The rule it belongs to, when it is a rule's own. */
  readonly rule?: string
  readonly passed: boolean
  /** What should have been, and what was: `params` by action, or whether the rule matched. */
  readonly expected: unknown
  readonly actual: unknown
  readonly evaluation: Evaluation
  /** Why it was decided so. */
  readonly reason: Reason
}

export interface TestReport {
  readonly passed: number
  readonly failed: number
  readonly results: readonly TestResult[]
  readonly coverage: Coverage
  /** Failed tests as errors and rules that no test matches as infos, each with its place in the document. */
  readonly findings: readonly Finding[]
}

/** A test as it is written in a document, with what it asks. */
interface WrittenTest {
  readonly title: string
  readonly rule?: string
  readonly facts: Facts
  readonly at: number
  readonly place: Place
  readonly expected: unknown
  actualOf(evaluation: Evaluation): unknown
}

/**
 * Runs the tests that are written in a rule set, those of its rules and its own, and says which rules and which
 * outcomes of which comparisons they reach. A rule's own tests are asked while it is in effect: where the instant given
 * lies outside, when it takes effect.
 */
export function runTests(ruleSet: RuleSet, { at }: RunTestsOptions = {}): TestReport {
  const { model } = ruleSet
  const tests = testsOf(ruleSet, at === undefined ? undefined : toInstant(at))
  const explains = explained(ruleSet)
  const outcomes = tests.map((test) => {
    const { value: evaluation, reason } = explains.evaluate(test.facts, { at: test.at })
    const actual = test.actualOf(evaluation)
    const passed = evaluation.ok && canonicalJson(actual) === canonicalJson(test.expected)
    const { title, rule, expected } = test
    const about = { title, ...(rule !== undefined && { rule }) }
    return { test, result: { ...about, passed, expected, actual, evaluation, reason } }
  })
  const results = outcomes.map(({ result }) => result)
  const coverage = coverageOf(
    model,
    outcomes.map(({ test, result }) => ({ ...test, evaluation: result.evaluation })),
  )
  const failures = outcomes.filter(({ result }) => !result.passed)
  const findings = [
    ...failures.map(({ test, result }) => model.finding(failureOf(test, result))),
    ...coverage.rules
      .filter(({ matched }) => matched === 0)
      .map(({ rule, at: path }) =>
        model.finding({
          severity: 'info',
          code: 'rule-untested',
          message: `no test matches the rule ${quote(rule)}`,
          path,
        }),
      ),
  ]
  const failed = failures.length
  return { passed: results.length - failed, failed, results, coverage, findings }
}

function failureOf(test: WrittenTest, result: TestResult) {
  const message = `${quote(test.title)} ${complaintOf(test, result)}`
  const witness = { facts: test.facts, at: test.at }
  return { code: 'test-failed', message, path: test.place, found: result.actual, witness }
}

/** Only what came out otherwise: a test may name many actions. */
function complaintOf({ rule }: WrittenTest, { evaluation, actual, expected }: TestResult): string {
  if (!evaluation.ok) {
    const { facts } = evaluation.refusal.params
    const names = Array.isArray(facts) ? facts.map(String).join(', ') : 'facts'
    return `cannot be asked: the vocabulary refuses its ${names}`
  }
  if (rule !== undefined) {
    return expected === true
      ? 'expects that the rule matches, and it does not'
      : 'expects that the rule does not match, and it does'
  }
  const wanted = expected as Readonly<Record<string, unknown>>
  const given = actual as Readonly<Record<string, unknown>>
  return Object.keys(wanted)
    .filter((action) => canonicalJson(wanted[action]) !== canonicalJson(given[action]))
    .map((action) => `expects ${action} ${shown(wanted[action])} and gets ${shown(given[action])}`)
    .join('; ')
}

function shown(params: unknown): string {
  return params === null ? 'nothing' : JSON.stringify(params)
}

function testsOf({ document, model }: RuleSet, at: number | undefined): WrittenTest[] {
  const ofRules = (document.rules ?? []).flatMap((rule, index) =>
    (rule.tests ?? []).map((test, nth): WrittenTest => {
      const expected = test.matches ?? true
      return {
        title: test.title ?? `${rule.id} ${expected ? 'matches' : 'does not match'} (${nth + 1})`,
        rule: rule.id,
        facts: test.facts,
        at: test.at === undefined ? inEffectAt(ruleNamed(model, rule.id), at) : toInstant(test.at),
        place: ['rules', index, 'tests', nth],
        expected,
        actualOf: (evaluation) => evaluation.ok && evaluation.matched.includes(rule.id),
      }
    }),
  )
  const start = Number.isFinite(model.from) ? model.from : 0
  const ofDecisions = (document.tests ?? []).map((test, index): WrittenTest => {
    const actions = Object.keys(test.decides)
    return {
      title: test.title,
      facts: test.facts,
      at: test.at === undefined ? (at ?? start) : toInstant(test.at),
      place: ['tests', index],
      expected: byAction(actions, (action) => test.decides[action] ?? null),
      actualOf: (evaluation) =>
        byAction(actions, (action) => {
          const written = test.decides[action] ?? null
          if (!evaluation.ok) return inTheShapeOf(written, [])
          // Rules that contradict each other decide nothing, but not because nothing was to be decided.
          const conflict = evaluation.conflicts.find((one) => one.action === action)
          if (conflict !== undefined) return { conflict: conflict.rules }
          return inTheShapeOf(
            written,
            evaluation.events.filter(({ type }) => type === action),
          )
        }),
    }
  })
  return [...ofRules, ...ofDecisions]
}

/** The instant given, when the rule is in effect then; otherwise when it takes effect. */
function inEffectAt({ from, to }: Rule, at: number | undefined): number {
  if (at !== undefined && at >= from && at < to) return at
  return Number.isFinite(from) ? from : 0
}

/** Nothing is `null`, one thing is its `params`, unless a list was written. */
function inTheShapeOf(written: unknown, events: readonly RuleEvent[]): unknown {
  const params = events.map((event) => event.params)
  if (Array.isArray(written)) return params
  return params.length > 1 ? params : (params[0] ?? null)
}

function byAction(actions: readonly string[], paramsOf: (action: string) => unknown) {
  return Object.fromEntries(actions.map((action) => [action, paramsOf(action)]))
}
