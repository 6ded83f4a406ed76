import {
  type Interval,
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

/**
 * What somebody's shifts pay that begin in the span. Of shifts that overlap, the one with the highest rate is paid, and
 * none that overlaps it. **Ties**: the one that begins first, then the longer, then as given.
 *
 * @param rates that hold for the person, the highest first
 * @param kinds by kind, all the time that the shifts reach over
 */
export function paidShifts(
  person: PartyRef,
  rates: readonly PayRate[],
  spans: readonly TimedSpan<PaidSpan>[],
  kinds: TimeByKind,
  span: Interval,
): PayLine | undefined {
  const byShift = rates.filter(({ per }) => per === 'shift')
  const found = shiftsOf(spans).flatMap((pieces) => {
    const time = intervalSet(pieces)
    const rate = byShift.find((one) => isPaid(one, pieces, kinds))
    const from = time.edges[0]
    return rate === undefined || from === undefined ? [] : [{ time, from, rate }]
  })
  const best = found.sort(
    (a, b) => b.rate.amount - a.rate.amount || a.from - b.from || measure(b.time) - measure(a.time),
  )
  const paid: { readonly time: IntervalSet; readonly from: number; readonly rate: PayRate }[] = []
  for (const one of best) {
    const isTwice = paid.some(({ time }) => measure(intersection(time, one.time)) > 0)
    if (!isTwice) paid.push(one)
  }
  const counts = new Map<PayRate, number>()
  for (const { rate, from } of paid) {
    if (from >= span.from && from < span.to) counts.set(rate, (counts.get(rate) ?? 0) + 1)
  }
  const by = [...counts].map(([{ id, amount }, count]) => ({ rate: id, amount, count }))
  if (by.length === 0) return undefined
  const amount = by.reduce((sum, one) => sum + one.amount * one.count, 0)
  return { person, part: 'shifts', amount, by }
}

/** The pieces of each shift: those of one turn belong together, anything else is a shift of its own. */
function shiftsOf(
  spans: readonly TimedSpan<PaidSpan>[],
): readonly (readonly TimedSpan<PaidSpan>[])[] {
  const turns = new Map<string, TimedSpan<PaidSpan>[]>()
  for (const [nth, span] of spans.entries()) {
    const { schedule, layer, turn } = span
    const isTurn = schedule !== undefined && typeof layer === 'string' && typeof turn === 'number'
    const key = isTurn ? JSON.stringify([schedule, layer, turn]) : String(nth)
    const pieces = turns.get(key)
    if (pieces === undefined) turns.set(key, [span])
    else pieces.push(span)
  }
  return [...turns.values()]
}

function isPaid(rate: PayRate, pieces: readonly TimedSpan<PaidSpan>[], kinds: TimeByKind): boolean {
  const held = intervalSet(pieces.filter((piece) => holdsOn(rate, piece)))
  return TIME_KINDS.some(
    (kind) => rate.kinds?.includes(kind) !== false && measure(intersection(held, kinds[kind])) > 0,
  )
}
