import type { Interval, PartyRef } from '@holdfast/kernel'
import type { NoHome } from './homes.ts'
import type { TimeKind } from './time-kinds.ts'

/** What is shared: time of each kind, all time, and how many shifts. */
export const FAIRNESS_MEASURES = ['holiday', 'weekend', 'night', 'day', 'total', 'shifts'] as const

export type FairnessMeasure = TimeKind | 'total' | 'shifts'

/** Milliseconds of each kind and in total; the number of shifts. */
export type DutyAmounts = { readonly [measure in FairnessMeasure]: number }

/** What somebody had, and what would have been their share. */
export interface PersonFairness {
  readonly person: PartyRef
  /** Whose clock tells their nights and weekends. */
  readonly zone: string
  /** The four kinds add up to `total`. Shifts that touch or overlap are one. */
  readonly had: DutyAmounts
  /** What all had, divided by shares; milliseconds are rounded to the nearest, shifts are not whole. */
  readonly share: DutyAmounts
}

/** How far apart people are in one measure. */
export interface MeasureSpread {
  readonly measure: FairnessMeasure
  readonly least: number
  readonly most: number
  /** `most - least`. */
  readonly spread: number
  /** Who is furthest from their share, up or down; the first by name of equals. `null` when all have just their share. */
  readonly furthest: PartyRef | null
  /** How much more than their share `furthest` had; negative for less. */
  readonly off: number
}

/** Whose zone is unknown, and how long they were on duty; they take no part in what is shared. */
export interface DutyWithoutHome extends NoHome {
  readonly onDuty: number
}

/** Who had how much of what. */
export interface Fairness extends Interval {
  /** By name. */
  readonly people: readonly PersonFairness[]
  /** One for each measure. */
  readonly spreads: readonly MeasureSpread[]
  /** By name. */
  readonly withoutHome: readonly DutyWithoutHome[]
}
