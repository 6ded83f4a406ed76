import type { Interval, PartyRef } from '@holdfast/kernel'
import type { DutyQuestion, DutySpan } from '../fairness/duty-span.ts'
import type { DutyWithoutHome } from '../fairness/fairness-report.ts'
import type { HomesQuestion } from '../fairness/homes.ts'
import type { TimeKind } from '../fairness/time-kinds.ts'

/** A duty that may be paid. What a schedule says of the turn keeps the pieces of a shift together. */
export interface PaidSpan extends DutySpan {
  readonly schedule?: string | undefined
  readonly layer?: string | null | undefined
  readonly turn?: number | null | undefined
}

export type PayQuestion = DutyQuestion & HomesQuestion

/** What somebody is paid for one kind of time, or for shifts. */
export interface PayLine {
  readonly person: PartyRef
  readonly part: TimeKind | 'shifts'
  /** In whole minor units: rounded once, half up. */
  readonly amount: number
  /** By which rates, the highest first: milliseconds, or for `shifts` how many. */
  readonly by: readonly { readonly rate: string; readonly amount: number; readonly count: number }[]
}

/** What somebody is paid in all. */
export interface PersonPay {
  readonly person: PartyRef
  /** The sum of their lines. */
  readonly amount: number
  /** Milliseconds on duty, two seats at once counted once. */
  readonly onDuty: number
  /** Those for which no rate by the hour holds. */
  readonly withoutRate: number
  /** Holiday, weekend, night, day, shifts; those without any rate are left out. */
  readonly lines: readonly PayLine[]
}

/** What duty in a period pays. */
export interface PayReport extends Interval {
  /** The rates, by their document's id. */
  readonly rates: string
  readonly currency: string
  /** The sum of all people. */
  readonly amount: number
  /** By name. */
  readonly people: readonly PersonPay[]
  /** Whose clock nobody knows; they are not paid here. */
  readonly withoutHome: readonly DutyWithoutHome[]
}
