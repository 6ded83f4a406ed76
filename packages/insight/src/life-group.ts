import type { GroupKey } from '@holdfast/obligations'
import type { Ending } from './course.ts'
import type { Distribution } from './distribution.ts'
import type { ElementTime } from './element-time.ts'

/** How many cases, of how many of which it can be said. */
export interface CaseCount {
  readonly cases: number
  readonly of: number
}

/** How often something happened. */
export interface Occurrence {
  /** Cases in which it happened at least once. */
  readonly cases: number
  /** How often it happened in all. */
  readonly total: number
  /** How often at most in one case. */
  readonly most: number
}

/** What an element came to over the ended cases of a group. */
export interface GroupElement extends ElementTime {
  /** Cases that had it. */
  readonly cases: number
  /** Of the elapsed time of all lives, 0 to 1. */
  readonly share: number
  /** Of their business time; `null` without a calendar, or where there is none. */
  readonly businessShare: number | null
}

/** How long cases were in a state, as the history calls it, before they were resolved. */
export interface StateTime {
  readonly state: string
  /** Milliseconds. */
  readonly elapsed: number
  /** Of the time in all such states, 0 to 1. */
  readonly share: number
}

/**
 * The lives of a group of cases. Times are in milliseconds; what is said of lives, elements and states is said of those
 * that are over.
 */
export interface CaseLifeGroup {
  /** What it was grouped by, and its value; empty for all together. */
  readonly key: Readonly<Record<string, GroupKey>>
  readonly cases: number
  /** Cases whose life is over. */
  readonly ended: number
  readonly endings: Readonly<Record<Ending, number>>
  readonly life: Distribution | null
  readonly lifeBusiness: Distribution | null
  /** From the opening until it was resolved for the first time, whether that held or not. */
  readonly toFirstResolution: Distribution | null
  /** From the opening until a person answered in public. */
  readonly toFirstAnswer: Distribution | null
  /** From the end of a life until it was closed. */
  readonly closeLag: Distribution | null
  /** Of the time from opening until closing, over the closed cases, 0 to 1. */
  readonly closeLagShare: number | null
  readonly openToClose: Distribution | null
  /** Their elapsed times add up to the sum of `life`, their business times to that of `lifeBusiness`. */
  readonly elements: readonly GroupElement[]
  /** The longest first. */
  readonly states: readonly StateTime[]
  /** Changes of holder. */
  readonly handOvers: Occurrence
  /** Hand-overs to somebody who had the case before (ping-pong). */
  readonly returns: Occurrence
  readonly reopenings: Occurrence
  /** Cases that the log itself counts as reassigned at least once (`facts.reassignments`). */
  readonly reassigned: CaseCount
  /** Cases resolved, and reopened within `undoneWithin`: closed too early. */
  readonly prematurelyResolved: CaseCount
  /** Cases with a public silence longer than `silentAfter`, of those with two answers or more. */
  readonly silent: CaseCount
  /** Cases that met their target, of those that say so (`facts.targetMet`). */
  readonly targetMet: CaseCount
  /** How many cases have a problem, by its code. */
  readonly problems: Readonly<Record<string, number>>
}
