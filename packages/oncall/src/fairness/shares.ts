import {
  clip,
  type InstantLike,
  type Interval,
  intervalSet,
  measure,
  type PartyRef,
  quote,
  rangeError,
} from '@holdfast/kernel'
import { timeOf } from '../span.ts'
import { own } from './homes.ts'

/** Who should take how much. */
export interface SharesQuestion {
  /**
   * Parts of the whole, by person: whole numbers from 0, such as percent of full time. 100 for whom it does not name.
   * Whoever it names belongs to the roster, also without any duty.
   */
  readonly shares?: Readonly<Record<string, number>> | undefined
  /** When people are away; it makes their share smaller by the part of the span that they are not there. */
  readonly absences?: readonly Absence[] | undefined
}

export interface Absence {
  readonly person: PartyRef
  readonly from: InstantLike
  readonly to: InstantLike
}

const FULL = 100
const MOST = 1_000_000

/**
 * The weight of each person: the parts of their share times the milliseconds that they are there. Exact.
 * Throws `RangeError` `share-invalid` and `span-reversed`.
 */
export function weightsOf(
  people: Iterable<PartyRef>,
  { shares = {}, absences = [] }: SharesQuestion,
  span: Interval,
): ReadonlyMap<PartyRef, bigint> {
  const away = grouped(absences)
  const weights = new Map<PartyRef, bigint>()
  for (const person of people) {
    const share = own(shares, person) ?? FULL
    if (!Number.isSafeInteger(share) || share < 0 || share > MOST) {
      const message = `the share of ${person} is ${quote(share)}, expected a whole number from 0 to ${MOST}`
      throw rangeError('share-invalid', message)
    }
    const absent = measure(clip(intervalSet(away.get(person) ?? []), span.from, span.to))
    weights.set(person, BigInt(share) * BigInt(span.to - span.from - absent))
  }
  return weights
}

function grouped(absences: readonly Absence[]): ReadonlyMap<PartyRef, Interval[]> {
  const groups = new Map<PartyRef, Interval[]>()
  for (const absence of absences) {
    groups.set(absence.person, [...(groups.get(absence.person) ?? []), timeOf(absence)])
  }
  return groups
}
