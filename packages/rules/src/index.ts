export {
  type CompiledCondition,
  type ConditionOptions,
  checkCondition,
  compileCondition,
  type TestOptions,
} from './compile-condition.ts'
export type { Comparison, Condition } from './condition-document.ts'
export { checkRuleSet, createRuleSet } from './create-rule-set.ts'
export {
  HIT_POLICIES,
  RULES_FORMAT,
  type RuleDocument,
  type RuleSetDocument,
  ruleSetSchema,
  type TableDocument,
} from './document.ts'
export type { Conflict, Decided, Evaluation, RuleEvent } from './evaluation.ts'
export type { Missing } from './executor.ts'
export type { Facts } from './facts.ts'
export type { Action, HitPolicy, NamedCondition, Rule, RuleSetModel } from './model.ts'
export type { RuleSetOptions } from './read-rule-set.ts'
export type { EvaluateOptions, RuleSet } from './rule-set.ts'
export type { Known } from './three-valued.ts'
export type { VocabularySchema } from './vocabulary.ts'
