import type { Calendar } from '@holdfast/calendar'
import type { Instant, PartyRef, Reason } from '@holdfast/kernel'
import type { Obligation } from '@holdfast/obligations'
import type { Facts } from '@holdfast/rules'
import type { Task } from '../state.ts'
import type { ReadLifecycle, StateDefinition, TransitionDefinition } from './lifecycle-document.ts'
import type { Way } from './ways.ts'

export interface LifecycleDeps {
  /** The calendars that its clocks name, by id. */
  readonly calendars: Readonly<Record<string, Calendar>>
}

/** What must hold for a transition or a task, ready to be asked. */
export interface CompiledGuard {
  readonly id: string
  readonly title: string | null
  readonly whoMay: readonly (PartyRef | 'customer')[]
  test(facts: Facts, at: Instant): boolean
  explain(facts: Facts, at: Instant): Reason
}

/** A row of the transition table: one way out of one state. */
export interface Transition extends Way {
  readonly guards: readonly CompiledGuard[]
  readonly who: readonly string[]
  readonly definition: TransitionDefinition
}

/** The rows that lead out of each state, by event, in the order of the document. */
export type TransitionTable = ReadonlyMap<string, ReadonlyMap<string, readonly Transition[]>>

/** What a team needs to know before a task goes to it. */
export interface ReadinessCriterion {
  readonly id: string
  readonly title: string | null
  /** For tasks of these teams; `null` for all. */
  readonly teams: readonly string[] | null
  test(task: Task): boolean
}

/** The promises of a lifecycle, each by the number of its target in the document. */
export interface LifecyclePromises {
  /** Somebody of ours acts while it waits for nobody. */
  readonly attention: readonly Obligation[]
  /** A person tells the customer something while it waits. */
  readonly news: readonly Obligation[]
  /** A person tells the customer of a state; by state. */
  readonly tell: ReadonlyMap<string, Obligation>
  /** An offer is answered. */
  readonly acceptance: readonly Obligation[]
  /** The customer answers; one for each step of `silentCustomer`. */
  readonly silence: readonly Obligation[]
  /** The customer objects to the resolution, or it closes. */
  readonly closure: Obligation | null
}

/** What can happen to requests of a kind, and what is owed meanwhile. Immutable. */
export interface Lifecycle {
  readonly id: string
  readonly version: string | number
  readonly kind: string
  /** What it was made from. */
  readonly document: ReadLifecycle
  readonly states: Readonly<Record<string, StateDefinition>>
  readonly table: TransitionTable
  /** Every reason it knows to wait for. */
  readonly waitReasons: readonly string[]
  readonly readiness: readonly ReadinessCriterion[]
  readonly promises: LifecyclePromises
}
