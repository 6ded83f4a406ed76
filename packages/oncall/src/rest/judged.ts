import type { Instant, Interval, IntervalSet, PartyRef } from '@holdfast/kernel'
import type { Home } from '../fairness/homes.ts'

/** One person's time, ready for one rule. */
export interface Judged {
  readonly person: PartyRef
  readonly home: Home | undefined
  /** The duty or the work, whichever the rule counts. */
  readonly busy: IntervalSet
  readonly absent: IntervalSet
  /** When incidents came in that are theirs if they are busy then; in order. */
  readonly incidents: readonly Instant[]
  /** What is asked about. */
  readonly span: Interval
}

/** Where a rule is not kept. */
export interface Breach extends Interval {
  readonly found: number
  readonly allowed: number
}
