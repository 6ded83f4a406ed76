import type { Finding, FindingParts, Params } from '@holdfast/kernel'
import type { FactRef, Node } from './node.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * What becomes of an action when several of its rules match one request. Rules are always looked at by priority, the
 * highest first, then in the order they are written; a table's rows where the table stands, after the rules.
 */
export type HitPolicy =
  /** At most one rule matches; more than one is a conflict. */
  | 'unique'
  /** Several may match, but all must ask for the same; otherwise it is a conflict. */
  | 'any'
  /** The first one in order decides. */
  | 'first'
  /** The one of the highest priority decides; several of that priority that ask for different things are a conflict. */
  | 'priority'
  /** All of them. */
  | 'collect'

/** A kind of event that rules decide, such as `assign`. */
export interface Action {
  readonly name: string
  readonly hitPolicy: HitPolicy
  /** Whether some rule must match every request; left open in the document, it is a matter of the hit policy. */
  readonly complete: boolean | undefined
}

/** A rule, loaded; a row of a decision table is one too. */
export interface Rule {
  readonly id: string
  readonly title?: string | undefined
  readonly owner?: string | undefined
  readonly reason?: string | undefined
  readonly reference?: string | undefined
  readonly priority: number
  /** The type of its event. */
  readonly action: string
  readonly params: Params
  /** The parameters that facts take the place of. */
  readonly paramRefs: readonly { readonly key: string; readonly ref: FactRef }[]
  readonly node: Node
  /** Epoch milliseconds from which on it holds. */
  readonly from: number
  /** Epoch milliseconds from which on it holds no more; infinity when it has no end. */
  readonly to: number
  /** Where it stands in the document. */
  readonly at: readonly PropertyKey[]
}

/** A condition that rules refer to by name. */
export interface NamedCondition {
  readonly name: string
  readonly node: Node
  readonly isUsed: boolean
  readonly at: readonly PropertyKey[]
}

/** A rule set as it was loaded: what the executors run and what the analysis reads. */
export interface RuleSetModel {
  readonly id: string
  readonly version: string | number
  /** Epoch milliseconds from which on it holds; minus infinity when it always did. No rule of it holds before. */
  readonly from: number
  /** By priority, the highest first, then in the order they are written. */
  readonly rules: readonly Rule[]
  readonly actions: ReadonlyMap<string, Action>
  readonly named: readonly NamedCondition[]
  readonly vocabulary: Vocabulary | undefined
  /** A finding in its document, with its position. */
  finding(parts: FindingParts): Finding
}
