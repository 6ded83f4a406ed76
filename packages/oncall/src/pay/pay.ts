import {
  clip,
  type Explained,
  type Interval,
  intervalSet,
  measure,
  type PartyRef,
  rangeError,
} from '@holdfast/kernel'
import { countedSpans, type TimedSpan } from '../fairness/duty-span.ts'
import { type Home, homesOf } from '../fairness/homes.ts'
import { timeByKind } from '../fairness/time-kinds.ts'
import { timeOf } from '../span.ts'
import type { PayRates } from './document.ts'
import { paidHours } from './paid-hours.ts'
import { paidShifts } from './paid-shifts.ts'
import type { PaidSpan, PayQuestion, PayReport, PersonPay } from './pay-report.ts'
import { payStory } from './pay-story.ts'
import { ratesFor } from './rates-for.ts'

/**
 * What duty in `[from, to)` pays, by rates that `createPayRates` makes. At each instant the highest rate by the hour counts
 * that holds for the person, a role that they have then, and the kind of time in their own zone: holiday before weekend,
 * weekend before night, night before day. So two seats at once are paid once. A shift is paid in the period in which it
 * begins; what `shifts` of a schedule cut off at an end began there, so give shifts of a longer span.
 *
 * Amounts are whole minor units. Each line (a person, a kind of time, the period) is exact until it is rounded, once, half
 * up; lines add up to people and people to the whole.
 * Throws `RangeError` `span-reversed`, `amount-out-of-range`, and what `toInstant` throws.
 */
export function pay(
  shifts: readonly PaidSpan[],
  rates: PayRates,
  question: PayQuestion,
): PayReport {
  const span = timeOf(question)
  const byPerson = new Map<PartyRef, TimedSpan<PaidSpan>[]>()
  for (const shift of countedSpans(shifts, question.shadows)) {
    if (shift.from === shift.to) continue
    const list = byPerson.get(shift.person)
    if (list === undefined) byPerson.set(shift.person, [shift])
    else list.push(shift)
  }
  const isOnDuty = (list: readonly Interval[]) =>
    list.some(({ from, to }) => from < span.to && to > span.from)
  const people = [...byPerson].filter(([, list]) => isOnDuty(list)).map(([person]) => person)
  const { homes, withoutHome } = homesOf(people.sort(), question)
  const spansOf = (person: PartyRef) => byPerson.get(person) ?? []
  const paid = [...homes].map(([person, home]) =>
    payOf(person, home, spansOf(person), rates, question, span),
  )
  const amount = paid.reduce((sum, one) => sum + one.amount, 0)
  if (!Number.isSafeInteger(amount)) {
    throw rangeError('amount-out-of-range', 'the duty comes to more than whole numbers can say')
  }
  return {
    ...span,
    rates: rates.id,
    currency: rates.currency,
    amount,
    people: paid,
    withoutHome: withoutHome.map((one) => ({
      ...one,
      onDuty: measure(clip(intervalSet(spansOf(one.person)), span.from, span.to)),
    })),
  }
}

/** `pay`, and why: for each person their lines, and which rates made them. */
export function explainedPay(
  shifts: readonly PaidSpan[],
  rates: PayRates,
  question: PayQuestion,
): Explained<PayReport> {
  const value = pay(shifts, rates, question)
  return { value, reason: payStory(value) }
}

function payOf(
  person: PartyRef,
  home: Home,
  spans: readonly TimedSpan<PaidSpan>[],
  { rates, night, weekend }: PayRates,
  { directory }: PayQuestion,
  span: Interval,
): PersonPay {
  const holding = ratesFor(person, rates, directory)
  const reach = {
    from: spans.reduce((first, { from }) => Math.min(first, from), span.from),
    to: spans.reduce((last, { to }) => Math.max(last, to), span.to),
  }
  const kinds = timeByKind(home, { night, weekend }, reach)
  const within = spans
    .map((one) => ({
      ...one,
      from: Math.max(one.from, span.from),
      to: Math.min(one.to, span.to),
    }))
    .filter(({ from, to }) => from < to)
  const hours = paidHours(person, holding, within, kinds)
  const fees = paidShifts(person, holding, spans, kinds, span)
  const lines = fees === undefined ? hours.lines : [...hours.lines, fees]
  return {
    person,
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    onDuty: measure(intervalSet(within)),
    withoutRate: hours.withoutRate,
    lines,
  }
}
