import {
  clip,
  contains,
  difference,
  edgesUpTo,
  type Instant,
  type Interval,
  type IntervalSet,
  intervalSet,
  intervalsOf,
  localDayAt,
  startOfDay,
  toMillis,
  weekdayIndex,
  type Zone,
} from '@holdfast/kernel'
import type { RuleOf } from './document.ts'
import type { Breach, Judged } from './judged.ts'

/** Where a person has too little rest: the windows without it, and the longest rest that there is. */
export function restBreaches(rule: RuleOf<'rest'>, { home, busy, span }: Judged): Breach[] {
  const least = toMillis(rule.least)
  if (rule.within !== 'P1W') return dutyBreaches(busy, least, toMillis(rule.within), span)
  return weeksIn((home as NonNullable<typeof home>).zone, span)
    .map((week): Breach => ({ ...week, found: longestRest(busy, week), allowed: least }))
    .filter(({ found }) => found < least)
}

/**
 * Time is counted from the beginning of a duty after enough rest. Where that rest does not come within the window, the
 * next one begins with the first duty at or after its end.
 */
function dutyBreaches(busy: IntervalSet, least: number, within: number, span: Interval): Breach[] {
  const breaches: Breach[] = []
  for (let from = busy.edges[0]; from !== undefined && from < span.to; ) {
    const window = { from, to: from + within }
    const rest = restsIn(busy, window).find((one) => one.to - one.from >= least)
    if (rest === undefined && from >= span.from) {
      breaches.push({ ...window, found: longestRest(busy, window), allowed: least })
    }
    from = firstBusy(busy, rest?.to ?? window.to)
  }
  return breaches
}

function firstBusy(busy: IntervalSet, at: Instant): Instant | undefined {
  return contains(busy, at) ? at : busy.edges[edgesUpTo(busy.edges, at)]
}

function restsIn(busy: IntervalSet, window: Interval): readonly Interval[] {
  return intervalsOf(difference(intervalSet([window]), clip(busy, window.from, window.to)))
}

function longestRest(busy: IntervalSet, window: Interval): number {
  return restsIn(busy, window).reduce((longest, { from, to }) => Math.max(longest, to - from), 0)
}

/** The local weeks, Monday to Monday, that a span touches. */
function weeksIn(zone: Zone, { from, to }: Interval): readonly Interval[] {
  const weeks: Interval[] = []
  const first = localDayAt(zone, from)
  for (let day = first - weekdayIndex(first); startOfDay(zone, day) < to; day += 7) {
    weeks.push({ from: startOfDay(zone, day), to: startOfDay(zone, day + 7) })
  }
  return weeks
}
