import type { Instant, Interval } from '@holdfast/kernel'
import { overlaps } from './grid.ts'
import { compareText } from './order.ts'
import type { DutyPeriod } from './week-periods.ts'

/** Duty or absence of somebody, as it is known. */
export interface KnownDuty<P extends string = string> extends Interval {
  readonly person: P
}

/** Who may be asked, and what is known of them. */
export interface Candidates<P extends string = string> {
  readonly people: readonly P[]
  /** Duty in the same role, from which rest is counted. It keeps from other duty at the same time, too. */
  readonly history?: readonly KnownDuty<P>[] | undefined
  /** Absences, and other duty that leaves no time for this one. */
  readonly busy?: readonly KnownDuty<P>[] | undefined
}

/** A period and who takes it. */
export interface TakenPeriod<P extends string = string> extends DutyPeriod {
  /** `null` where everybody is busy: a hole, which is not passed over in silence. */
  readonly person: P | null
  /** When their last duty before it ended; `null` when none is known. */
  readonly restedSince: Instant | null
  /** Who was busy in it. */
  readonly busy: readonly P[]
}

/**
 * Each period, in order, to whoever rested longest among those who are free for all of it: those who have never been on
 * duty first, then by the end of their last duty before the period; ties by name. It needs no plan and looks no further
 * than the period, as LinkedIn's Oncall does it.
 */
export function longestRested<P extends string>(
  periods: readonly DutyPeriod[],
  candidates: Candidates<P>,
): TakenPeriod<P>[] {
  return assign(periods, candidates, (free, lastEnd) =>
    free.toSorted((a, b) => (lastEnd(a) ?? -1) - (lastEnd(b) ?? -1) || compareText(a, b)),
  )
}

/**
 * Each period, in order, to the next person of a fixed order who is free for all of it, going on after whoever was on
 * duty last.
 */
export function inTurn<P extends string>(
  periods: readonly DutyPeriod[],
  candidates: Candidates<P>,
): TakenPeriod<P>[] {
  const { people } = candidates
  return assign(periods, candidates, (free, lastEnd) => {
    const ends = people.map((person) => lastEnd(person) ?? -1)
    const latest = Math.max(-1, ...ends)
    const last = latest < 0 ? people.length - 1 : ends.indexOf(latest)
    const turn = (person: P) => (people.indexOf(person) - last - 1 + people.length) % people.length
    return free.toSorted((a, b) => turn(a) - turn(b))
  })
}

type Order<P> = (free: readonly P[], lastEnd: (person: P) => Instant | null) => readonly P[]

function assign<P extends string>(
  periods: readonly DutyPeriod[],
  { people, history = [], busy = [] }: Candidates<P>,
  order: Order<P>,
): TakenPeriod<P>[] {
  const duties = [...history]
  return periods.map((period) => {
    const from = period.shifts[0]?.from ?? period.begins
    const lastEnd = (person: P) =>
      duties.reduce<Instant | null>(
        (last, duty) =>
          duty.person === person && duty.to <= from && duty.to > (last ?? -1) ? duty.to : last,
        null,
      )
    const isBusy = (person: P) =>
      [...duties, ...busy].some(
        (one) => one.person === person && period.shifts.some((shift) => overlaps(one, shift)),
      )
    const kept = people.filter(isBusy)
    const free = people.filter((person) => !kept.includes(person))
    const person = order(free, lastEnd)[0] ?? null
    const restedSince = person === null ? null : lastEnd(person)
    if (person !== null) duties.push(...period.shifts.map((shift) => ({ person, ...shift })))
    return { ...period, person, restedSince, busy: kept }
  })
}
