export type { WitnessRequest } from './analysis/analysis.ts'
export type { OpenDifference, RuleDifference, RuleSetDiff } from './analysis/diff-models.ts'
export type { FactChange, SmallestChange } from './analysis/smallest-change.ts'
export type { AsyncFacts } from './async-facts.ts'
export {
  type BackTest,
  type BackTestOptions,
  type BackTestReport,
  backTest,
  backTestRuleSets,
  type ChangedRequest,
  type PastRequest,
  type RuleChanges,
} from './back-test.ts'
export {
  type CompiledCondition,
  type ConditionOptions,
  checkCondition,
  compileCondition,
  type TestOptions,
} from './compile-condition.ts'
export { type Comparison, type Condition, conditionSchema } from './condition-document.ts'
export { conditionFindings } from './condition-findings.ts'
export type { ConditionCoverage, Coverage, RuleCoverage } from './coverage.ts'
export { checkRuleSet, createRuleSet } from './create-rule-set.ts'
export {
  type DecisionRecord,
  decisionRecord,
  decisionRecordSchema,
} from './decision-record.ts'
export { type DiffRuleSetsOptions, diffRuleSets } from './diff-rule-sets.ts'
export {
  HIT_POLICIES,
  RULES_FORMAT,
  type RuleDocument,
  type RuleSetDocument,
  ruleSetSchema,
  type TableDocument,
} from './document.ts'
export { evaluateWithEngine } from './engine.ts'
export type { Conflict, Decided, Evaluation, Refused, RuleEvent } from './evaluation.ts'
export type { Missing } from './executor.ts'
export { type ExplainedRuleSet, explained } from './explained.ts'
export type { Facts } from './facts.ts'
export { ruleSetJsonSchema } from './json-schema.ts'
export type { Action, HitPolicy, NamedCondition, Rule, RuleSetModel } from './model.ts'
export { rulesPhrases } from './phrases.ts'
export type { RuleSetOptions } from './read-rule-set.ts'
export type { CheckOptions, EvaluateOptions, RuleSet, WhyNotOptions } from './rule-set.ts'
export { type RunTestsOptions, runTests, type TestReport, type TestResult } from './run-tests.ts'
export type { Known } from './three-valued.ts'
export type { VocabularySchema } from './vocabulary.ts'
export type { WhyNot } from './why-not.ts'
