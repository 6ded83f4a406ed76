import {
  clip,
  type Instant,
  type InstantLike,
  type IntervalSet,
  intervalSet,
  type PartyRef,
} from '@holdfast/kernel'
import { timeOf } from '../span.ts'

/** Time that somebody is on duty: a shift of a schedule, or of a plan. */
export interface DutySpan {
  readonly person: PartyRef
  readonly from: InstantLike
  readonly to: InstantLike
  /** Who comes along and answers for nothing counts only where that is asked for. */
  readonly isShadow?: boolean | undefined
  readonly role?: string | null | undefined
  readonly site?: string | null | undefined
}

/** The part of time that is asked about, and whether shadows count. */
export interface DutyQuestion {
  readonly from: InstantLike
  /** Excluded. */
  readonly to: InstantLike
  /** Whether those count who come along and answer for nothing; they do not when left out. */
  readonly shadows?: boolean | undefined
}

/** A duty whose ends are instants. */
export type TimedSpan<S> = Omit<S, 'from' | 'to'> & { readonly from: Instant; readonly to: Instant }

/** The duty that counts. Throws `RangeError` `span-reversed`, and what `toInstant` throws. */
export function countedSpans<S extends DutySpan>(
  spans: readonly S[],
  shadows = false,
): readonly TimedSpan<S>[] {
  return spans
    .filter(({ isShadow }) => shadows || isShadow !== true)
    .map((span) => ({ ...span, ...timeOf(span) }))
}

/** When each person is on duty, in order of their names: who holds two seats at once is on duty once. */
export function dutyByPerson(
  spans: readonly TimedSpan<DutySpan>[],
): ReadonlyMap<PartyRef, IntervalSet> {
  const lists = new Map<PartyRef, TimedSpan<DutySpan>[]>()
  for (const span of spans) {
    const list = lists.get(span.person)
    if (list === undefined) lists.set(span.person, [span])
    else list.push(span)
  }
  return new Map(
    [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([person, list]) => [person, intervalSet(list)]),
  )
}

/** The same, cut off at both ends of a span; who is not on duty in it is left out. */
export function dutyWithin(
  spans: readonly TimedSpan<DutySpan>[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): ReadonlyMap<PartyRef, IntervalSet> {
  return new Map(
    [...dutyByPerson(spans)]
      .map(([person, duty]) => [person, clip(duty, from, to)] as const)
      .filter(([, duty]) => duty.edges.length > 0),
  )
}
