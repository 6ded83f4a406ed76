import {
  EMPTY_SET,
  type Explained,
  type Interval,
  type IntervalSet,
  intersection,
  measure,
  type PartyRef,
} from '@holdfast/kernel'
import { timeOf } from '../span.ts'
import { countedSpans, type DutyQuestion, type DutySpan, dutyWithin } from './duty-span.ts'
import {
  type DutyAmounts,
  type DutyWithoutHome,
  FAIRNESS_MEASURES,
  type Fairness,
  type FairnessMeasure,
  type MeasureSpread,
  type PersonFairness,
} from './fairness-report.ts'
import { fairnessStory } from './fairness-story.ts'
import { type Home, type HomesQuestion, homesOf } from './homes.ts'
import { type SharesQuestion, weightsOf } from './shares.ts'
import {
  assertTimeKindRules,
  type TimeByKind,
  type TimeKindRules,
  timeByKind,
} from './time-kinds.ts'

export interface FairnessQuestion
  extends DutyQuestion,
    HomesQuestion,
    TimeKindRules,
    SharesQuestion {}

/**
 * Who was on duty for how long in days, nights, weekends and holidays of their own zone, against their share of what all
 * had together. Holiday counts before weekend, weekend before night, night before day, so the kinds add up. Who holds two
 * seats at once is on duty once. Everybody with duty in the span or a share of their own takes part; whose zone is unknown
 * is listed, not guessed.
 *
 * Throws `RangeError` `span-reversed`, `time-invalid`, `weekday-unknown`, `share-invalid`, and what `toInstant` throws.
 */
export function fairness(shifts: readonly DutySpan[], question: FairnessQuestion): Fairness {
  const span = timeOf(question)
  assertTimeKindRules(question)
  const duty = dutyWithin(countedSpans(shifts, question.shadows), span)
  const named = Object.keys(question.shares ?? {}) as PartyRef[]
  const everybody = [...new Set([...duty.keys(), ...named])].sort()
  const { homes, withoutHome } = homesOf(everybody, question)
  const weights = weightsOf(homes.keys(), question, span)
  const had = amountsByPerson(homes, duty, question, span)
  const dividers = FAIRNESS_MEASURES.map((one) => dividerOf(one, had, weights))
  const people = [...homes].map(([person, { zone }]): PersonFairness => {
    const shares = dividers.map((divider) => [divider.measure, divider.shareOf(person)])
    const share = Object.fromEntries(shares) as DutyAmounts
    return { person, zone: zone.id, had: had.get(person) as DutyAmounts, share }
  })
  return {
    ...span,
    people,
    spreads: dividers.map((divider) => spreadOf(divider, people)),
    withoutHome: withoutHome.map(
      (one): DutyWithoutHome => ({ ...one, onDuty: measure(duty.get(one.person) ?? EMPTY_SET) }),
    ),
  }
}

/** `fairness`, and why: for each measure how far apart people are, for each person their parts. */
export function explainedFairness(
  shifts: readonly DutySpan[],
  question: FairnessQuestion,
): Explained<Fairness> {
  const value = fairness(shifts, question)
  return { value, reason: fairnessStory(value) }
}

function amountsByPerson(
  homes: ReadonlyMap<PartyRef, Home>,
  duty: ReadonlyMap<PartyRef, IntervalSet>,
  rules: TimeKindRules,
  span: Interval,
): ReadonlyMap<PartyRef, DutyAmounts> {
  const known: { readonly home: Home; readonly kinds: TimeByKind }[] = []
  // People of one zone with the same holidays share the work.
  const kindsOf = (home: Home): TimeByKind => {
    const same = ({ home: { zone, calendar } }: { readonly home: Home }) =>
      zone === home.zone && calendar === home.calendar
    const kinds = known.find(same)?.kinds ?? timeByKind(home, rules, span)
    known.push({ home, kinds })
    return kinds
  }
  return new Map(
    [...homes].map(([person, home]) => {
      const set = duty.get(person) ?? EMPTY_SET
      const kinds = kindsOf(home)
      const timeIn = (kind: IntervalSet) => measure(intersection(set, kind))
      const amounts: DutyAmounts = {
        holiday: timeIn(kinds.holiday),
        weekend: timeIn(kinds.weekend),
        night: timeIn(kinds.night),
        day: timeIn(kinds.day),
        total: measure(set),
        shifts: set.edges.length / 2,
      }
      return [person, amounts]
    }),
  )
}

/** What all had of one measure, divided by weights. */
interface Divider {
  readonly measure: FairnessMeasure
  shareOf(person: PartyRef): number
  /** How far somebody is from their share, in units that compare exactly between people. */
  distanceOf(person: PartyRef): bigint
}

function dividerOf(
  one: FairnessMeasure,
  had: ReadonlyMap<PartyRef, DutyAmounts>,
  weights: ReadonlyMap<PartyRef, bigint>,
): Divider {
  const amountOf = (person: PartyRef) => (had.get(person) as DutyAmounts)[one]
  const total = BigInt([...had.values()].reduce((sum, amounts) => sum + amounts[one], 0))
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0n)
  const weightOf = (person: PartyRef) => weights.get(person) as bigint
  return {
    measure: one,
    shareOf(person) {
      if (whole === 0n) return 0
      const parts = total * weightOf(person)
      if (one === 'shifts') return Number(parts) / Number(whole)
      return Number((2n * parts + whole) / (2n * whole))
    },
    distanceOf(person) {
      const off = BigInt(amountOf(person)) * (whole === 0n ? 1n : whole) - total * weightOf(person)
      return off < 0n ? -off : off
    },
  }
}

function spreadOf(divider: Divider, people: readonly PersonFairness[]): MeasureSpread {
  const { measure: one } = divider
  const amounts = people.map(({ had }) => had[one])
  const [least, most] = amounts.length === 0 ? [0, 0] : [Math.min(...amounts), Math.max(...amounts)]
  const none = { distance: 0n, person: undefined as PersonFairness | undefined }
  const { person } = people.reduce((far, each) => {
    const distance = divider.distanceOf(each.person)
    return distance > far.distance ? { distance, person: each } : far
  }, none)
  const off = person === undefined ? 0 : person.had[one] - person.share[one]
  return { measure: one, least, most, spread: most - least, furthest: person?.person ?? null, off }
}
