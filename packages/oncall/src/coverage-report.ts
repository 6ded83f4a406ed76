import type { Interval } from '@holdfast/kernel'
import type { ClockPhase } from './clock-phases.ts'

/** Several on duty at once, over all schedules. */
export interface DoubleCover extends Interval {
  readonly schedules: readonly string[]
}

/** Whether somebody answers at every instant. */
export interface Coverage extends Interval {
  readonly role: string | null
  /** The schedules asked, by id. */
  readonly schedules: readonly string[]
  /** Whether there is no hole: the proof, or with `holes` its refutation. */
  readonly isCovered: boolean
  /** Milliseconds with somebody on duty: the measure of the union, so overlaps count once. */
  readonly covered: number
  readonly holes: readonly Interval[]
  /** Where several schedules have somebody on duty. */
  readonly doubled: readonly DoubleCover[]
  /** Between the clock changes of all zones, in order; they tile the span. */
  readonly phases: readonly ClockPhase[]
}
