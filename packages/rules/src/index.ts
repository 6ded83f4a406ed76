export {
  type CompiledCondition,
  type ConditionOptions,
  checkCondition,
  compileCondition,
  type TestOptions,
} from './compile-condition.ts'
export type { Comparison, Condition } from './condition-document.ts'
export type { Facts } from './facts.ts'
export type { Known } from './three-valued.ts'
export type { VocabularySchema } from './vocabulary.ts'
