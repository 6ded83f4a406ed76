import {
  clip,
  difference as differenceOfSets,
  type IntervalSet,
  intersection as intersectionOfSets,
  intervalSet,
  MAX_INSTANT,
  MIN_INSTANT,
  union as unionOfSets,
  zoneOf,
} from '@holdfast/kernel'
import { type Calendar, type CalendarDefinition, calendarOf } from './calendar.ts'

/** How a combined calendar is called and where its dates are. */
export interface CombineOptions {
  /** IANA zone for questions about dates; the calendars may have other ones. */
  readonly timeZone: string
  /** Made from the two ids when left out: `union(acme, desk)`. */
  readonly id?: string
}

/** Open when either is open. A date is a holiday only where both have one. Throws `RangeError` `zone-unknown`. */
export function union(a: Calendar, b: Calendar, options: CombineOptions): Calendar {
  return combine('union', a, b, options, unionOfSets, (inA, inB) => inA && inB)
}

/** Open when both are open: a customer's window and a team's hours. A holiday of either is one. */
export function intersection(a: Calendar, b: Calendar, options: CombineOptions): Calendar {
  return combine('intersection', a, b, options, intersectionOfSets, (inA, inB) => inA || inB)
}

/** Open when `a` is open and `b` is not. Holidays and breaks are those of `a`. */
export function difference(a: Calendar, b: Calendar, options: CombineOptions): Calendar {
  return combine('difference', a, b, options, differenceOfSets, (inA) => inA)
}

/** Open at every instant from 1970 to 2100. */
export function alwaysOpen(timeZone: string): Calendar {
  const always = intervalSet([{ from: MIN_INSTANT, to: MAX_INSTANT }])
  return calendarOf({
    id: 'always-open',
    timeZone: zoneOf(timeZone).id,
    definition: { kind: 'always' },
    openTime: (from, to) => clip(always, from, to),
    isHoliday: () => false,
    isBreak: () => false,
  })
}

function combine(
  kind: Exclude<CalendarDefinition['kind'], 'document' | 'always'>,
  a: Calendar,
  b: Calendar,
  { timeZone, id = `${kind}(${a.id}, ${b.id})` }: CombineOptions,
  sets: (a: IntervalSet, b: IntervalSet) => IntervalSet,
  closedFor: (inA: boolean, inB: boolean) => boolean,
): Calendar {
  return calendarOf({
    id,
    timeZone: zoneOf(timeZone).id,
    definition: { kind, of: [a, b] },
    openTime: (from, to) =>
      sets(intervalSet(a.intervals(from, to)), intervalSet(b.intervals(from, to))),
    isHoliday: (at) => closedFor(a.isHoliday(at), b.isHoliday(at)),
    isBreak: (at) => closedFor(a.isBreak(at), b.isBreak(at)),
  })
}
