import type { CaseElement, Interval } from '@holdfast/kernel'
import type { SharedParty } from '@holdfast/obligations'

/**
 * What a case was at: an element of its life; `resolved` while it was taken for resolved before its life was over;
 * `unknown` where nothing says.
 */
export type LifeElement = CaseElement | 'resolved' | 'unknown'

/** Whom it belonged to; people are only `person`, because this is about cases. Source: R104. */
export type Holder = SharedParty | 'person'

/** A stretch of a case's life in which one thing went on. */
export interface Stretch extends Interval {
  readonly element: LifeElement
  /** Whom it waited for: `customer`, `vendor`, … or `queue`, to be taken up; `null` for what is no wait. */
  readonly party: string | null
  /** The state as the history calls it, `null` where it does not. */
  readonly state: string | null
  readonly holder: Holder | null
  /** The how-manieth time this element went on (for a wait: this element for this party), from 1. */
  readonly iteration: number
  /** Why it went on again; `null` for the first time, `unknown` where nothing says. */
  readonly driver: string | null
  /** Milliseconds of business time; `null` without a calendar. */
  readonly business: number | null
  /** The id of the mark that it begins with. */
  readonly mark: string
}

/** The milliseconds that pass in a stretch. */
export function elapsedIn({ from, to }: Interval): number {
  return to - from
}
