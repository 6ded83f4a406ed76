import type { InstantLike } from '@holdfast/kernel'
import type { ReadRuleSet } from './document.ts'
import type { Evaluation } from './evaluation.ts'
import type { Missing } from './executor.ts'
import type { Facts } from './facts.ts'
import type { RuleSetModel } from './model.ts'

export interface EvaluateOptions {
  /** The instant asked at: rules have times, and the operators on dates count from it. */
  readonly at: InstantLike
  /** What becomes of a request that lacks a fact some rule reads; `allow` when left out. */
  readonly missing?: Missing
}

/** Rules that decide what happens to a request. Immutable. */
export interface RuleSet<F extends Facts = Facts> {
  readonly id: string
  readonly version: string | number
  /** The names of the facts it reads, each once. */
  readonly facts: readonly string[]
  /**
   * What it decides: ids and events, in order, by the hit policy of each action. Facts that do not fit the vocabulary
   * give a refusal `facts-invalid`; nothing is thrown for facts, and they are not changed.
   */
  evaluate(facts: F, options: EvaluateOptions): Evaluation
  /** The document as it was read. */
  readonly document: ReadRuleSet
  /** The document taken apart, for analysis. */
  readonly model: RuleSetModel
}
