import type { Finding, InstantLike } from '@holdfast/kernel'
import type { ReadRuleSet } from './document.ts'
import type { Evaluation } from './evaluation.ts'
import type { Missing } from './executor.ts'
import type { Facts } from './facts.ts'
import type { RuleSetModel } from './model.ts'
import type { WhyNot } from './why-not.ts'

export interface EvaluateOptions {
  /** The instant asked at: rules have times, and the operators on dates count from it. */
  readonly at: InstantLike
  /** What becomes of a request that lacks a fact some rule reads; `allow` when left out. */
  readonly missing?: Missing
}

export interface WhyNotOptions {
  /** The instant asked at. */
  readonly at: InstantLike
  /** The most steps the search may take, the same on every machine; about 50 million a second. */
  readonly budget?: number
}

export interface CheckOptions {
  /** The time that is looked at, `to` excluded: rules come into effect and go out of it. */
  readonly from: InstantLike
  readonly to: InstantLike
  /** The most steps all questions may take together, the same on every machine; about 50 million a second. */
  readonly budget?: number
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
  /**
   * Why a rule does not decide, with the smallest number of facts whose change would make it; the change was tried.
   * Throws `RangeError` `rule-unknown`.
   */
  whyNot(rule: string, facts: F, options: WhyNotOptions): WhyNot
  /**
   * What is wrong with the rules as a whole: rules that can never match or never decide, contradict each other or say
   * what others say, requests that no rule matches, conditions that change nothing. Each finding is proved, or shown by
   * a `witness` that was tried; what the budget did not allow to settle, or cannot be analyzed, is told as such.
   */
  check(options: CheckOptions): readonly Finding[]
  /** The document as it was read. */
  readonly document: ReadRuleSet
  /** The document taken apart, for analysis. */
  readonly model: RuleSetModel
}
