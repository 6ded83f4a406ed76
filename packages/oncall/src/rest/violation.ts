import type { InstantLike, Interval, PartyRef, Reason } from '@holdfast/kernel'
import type { DutyQuestion, DutySpan } from '../fairness/duty-span.ts'
import type { HomesQuestion, NoHome } from '../fairness/homes.ts'
import type { Absence } from '../fairness/shares.ts'
import type { RestRule } from './document.ts'

/** What rest is judged of, beside the shifts. Give the shifts before and after `[from, to)` as well. */
export interface RestQuestion extends DutyQuestion, Omit<HomesQuestion, 'calendars'> {
  /**
   * When people really worked. Rules that count `work` then count this in place of the shifts, so put duty at the place of
   * work here too. All duty counts as work when left out: the strict reading.
   */
  readonly worked?: readonly Pick<DutySpan, 'person' | 'from' | 'to'>[] | undefined
  /** Vacation and sickness: neutral for averages. */
  readonly absences?: readonly Absence[] | undefined
  /** When incidents came in; one without a person counts for everybody on duty. Rules on incidents need it. */
  readonly incidents?: readonly Incident[] | undefined
}

export interface Incident {
  readonly at: InstantLike
  readonly person?: PartyRef | undefined
}

/** A rule that somebody's duty does not keep, and in which time. */
export interface RestViolation extends Interval {
  readonly person: PartyRef
  readonly rule: string
  readonly kind: RestRule['kind']
  /** The longest rest, the time, or the number of incidents that there were. Times in milliseconds. */
  readonly found: number
  /** The least rest, or the most of anything else. */
  readonly allowed: number
  /** How much rest is missing, or how much more there was; more than 0. */
  readonly over: number
  readonly reason: Reason
}

/** How duty keeps the rules. */
export interface RestReport extends Interval {
  /** The rules, by their document's id. */
  readonly pack: string
  /** Whether nothing that could be judged is against a rule. */
  readonly isKept: boolean
  /** By beginning, then person, then in the order of the rules. */
  readonly violations: readonly RestViolation[]
  /** Whose weeks and nights nobody knows; rules that need them are not judged. */
  readonly withoutHome: readonly NoHome[]
  /** Rules that are not judged because no incidents are given. */
  readonly notJudged: readonly string[]
}
