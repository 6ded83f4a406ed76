import type { Params, Refusal } from '@holdfast/kernel'
import type { HitPolicy } from './model.ts'

/** What a rule asks for. */
export interface RuleEvent {
  /** The id of the rule. */
  readonly rule: string
  /** The action. */
  readonly type: string
  readonly params: Params
}

/** Rules of one action that contradict each other for a request: nothing is decided for that action. */
export interface Conflict {
  readonly action: string
  readonly hitPolicy: HitPolicy
  /** Ids, in order. */
  readonly rules: readonly string[]
}

/** What a rule set says of a request. */
export interface Decided {
  readonly ok: true
  /** Ids of every rule whose condition holds, by priority, then in the order they are written. */
  readonly matched: readonly string[]
  /** What the hit policies let through, in the same order. */
  readonly events: readonly RuleEvent[]
  readonly conflicts: readonly Conflict[]
}

/** Why nothing is said. */
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
}

/** What a rule set says of a request, or why it says nothing: the facts do not fit its vocabulary. */
export type Evaluation = Decided | Refused
