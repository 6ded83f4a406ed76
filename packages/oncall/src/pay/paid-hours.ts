import {
  difference,
  EMPTY_SET,
  type IntervalSet,
  intersection,
  intervalSet,
  measure,
  type PartyRef,
} from '@holdfast/kernel'
import type { TimedSpan } from '../fairness/duty-span.ts'
import { TIME_KINDS, type TimeByKind } from '../fairness/time-kinds.ts'
import type { PayRate } from './document.ts'
import type { PaidSpan, PayLine } from './pay-report.ts'
import { holdsOn } from './rates-for.ts'

const HOUR = 3_600_000n

/**
 * What somebody's hours pay, by kind of time. The highest rate that holds takes the time first, so that two seats at once
 * are paid once. A line is exact until it is rounded, once, half up.
 *
 * @param rates that hold for the person, the highest first
 */
export function paidHours(
  person: PartyRef,
  rates: readonly PayRate[],
  spans: readonly TimedSpan<PaidSpan>[],
  kinds: TimeByKind,
): { readonly lines: readonly PayLine[]; readonly withoutRate: number } {
  let withoutRate = 0
  const lines = TIME_KINDS.flatMap((part): PayLine[] => {
    let left = intersection(intervalSet(spans), kinds[part])
    const by: { rate: string; amount: number; count: number }[] = []
    for (const rate of rates) {
      if (rate.per !== 'hour' || rate.kinds?.includes(part) === false) continue
      const taken = intersection(left, dutyOn(rate, spans))
      if (taken.edges.length === 0) continue
      by.push({ rate: rate.id, amount: rate.amount, count: measure(taken) })
      left = difference(left, taken)
    }
    withoutRate += measure(left)
    return by.length === 0 ? [] : [{ person, part, amount: roundedSum(by), by }]
  })
  return { lines, withoutRate }
}

function dutyOn(rate: PayRate, spans: readonly TimedSpan<PaidSpan>[]): IntervalSet {
  const held = spans.filter((span) => holdsOn(rate, span))
  return held.length === 0 ? EMPTY_SET : intervalSet(held)
}

function roundedSum(by: PayLine['by']): number {
  const sum = by.reduce((total, { amount, count }) => total + BigInt(amount) * BigInt(count), 0n)
  return Number((2n * sum + HOUR) / (2n * HOUR))
}
