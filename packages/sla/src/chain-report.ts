import type { Instant, Reason } from '@holdfast/kernel'
import type { UnsupportedTarget } from './chain-links.ts'

/** A part of a chain as it runs from one start. */
export interface ChainStep {
  /** `<agreement>/<metric>`. */
  readonly target: string
  readonly from: Instant
  /** The last instant that keeps it; `null` when it never ends. */
  readonly to: Instant | null
}

/** How a chain runs from one start. */
export interface ChainRun {
  readonly start: Instant
  /** The last instant that keeps the target which the chain supports. */
  readonly latestToMeet: Instant
  readonly steps: readonly ChainStep[]
}

/** Whether a target holds when the targets that it is made of are just kept. */
export interface ChainLink {
  /** The version of the policy, of those in succession. */
  readonly version: string | number
  readonly agreement: string
  readonly metric: string
  /** `null` where the target and its steps are the same at every priority. */
  readonly priority: string | null
  /** The targets of each step, one step after the other. */
  readonly steps: readonly (readonly string[])[]
  /** Targets its chain names that promise nothing at this priority: then it does not fit. */
  readonly missing: readonly string[]
  readonly fits: boolean
  /** The least time left, in elapsed milliseconds; negative where it does not fit. `null` where a step never ends. */
  readonly slack: number | null
  /** The first start with the least time left: the proof, where it does not fit. */
  readonly tightest: ChainRun | null
}

export interface ChainReport {
  /** Whether every chain fits, and none lacks a step. */
  readonly fits: boolean
  readonly from: Instant
  readonly to: Instant
  readonly links: readonly ChainLink[]
  /** What supporting agreements say nothing about; no chain names it, so it is told and nothing more. */
  readonly unsupported: readonly UnsupportedTarget[]
  /** The same in words, once rendered. */
  readonly reason: Reason
}
