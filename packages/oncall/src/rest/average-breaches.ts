import {
  addDuration,
  clip,
  DAY_MILLIS,
  type Instant,
  type Interval,
  intersection,
  intervalSet,
  intervalsOf,
  localDayAt,
  measure,
  startOfDay,
  toMillis,
} from '@holdfast/kernel'
import { nightIn } from '../fairness/time-kinds.ts'
import type { RuleOf } from './document.ts'
import type { Breach, Judged } from './judged.ts'

const WEEK = 7 * DAY_MILLIS

/** At most `most` of each `per`; of every week `except` is left out. */
interface Limit {
  readonly most: number
  readonly per: number
  readonly except: number
}

/** Where a person has too much on average. Of windows on end that all have too much, only the worst, the first of equals. */
export function averageBreaches(
  rule: RuleOf<'average'> | RuleOf<'share'>,
  judged: Judged,
): readonly Breach[] {
  const limit =
    rule.kind === 'share'
      ? { most: rule.percent, per: 100, except: 0 }
      : {
          most: toMillis(rule.most),
          per: toMillis(rule.per),
          except: rule.except === undefined ? 0 : toMillis(rule.except),
        }
  const nights =
    rule.kind === 'share' || rule.night === undefined ? null : nightDuties(rule, judged)
  const breaches: Breach[] = []
  let goesOn = false
  for (const window of windowsIn(rule.over, judged)) {
    const breach = { ...window, ...judge(window, limit, judged) }
    const counts = nights === null || nights.some((at) => at >= window.from && at < window.to)
    const isBreach = counts && breach.found > breach.allowed
    const last = breaches.at(-1)
    if (isBreach && (!goesOn || last === undefined)) breaches.push(breach)
    else if (isBreach && last !== undefined && overOf(breach) > overOf(last)) {
      breaches[breaches.length - 1] = breach
    }
    goesOn = isBreach
  }
  return breaches
}

function overOf({ found, allowed }: Breach): number {
  return found - allowed
}

function judge({ from, to }: Interval, { most, per, except }: Limit, { busy, absent }: Judged) {
  const there = to - from - measure(clip(absent, from, to))
  const counted = there - partOf(there, except, WEEK)
  return { found: measure(clip(busy, from, to)), allowed: partOf(counted, most, per) }
}

/** `amount x part / whole`, rounded down; exact where the product is not. */
function partOf(amount: number, part: number, whole: number): number {
  return Number((BigInt(amount) * BigInt(part)) / BigInt(whole))
}

/**
 * The periods that lie in the span: from its beginning, and from each local midnight after. The span itself where it is
 * too short for any.
 */
function windowsIn(over: string | undefined, { home, span }: Judged): readonly Interval[] {
  if (over === undefined || home === undefined) return [span]
  const { zone } = home
  const windows: Interval[] = []
  for (let day = localDayAt(zone, span.from); ; day++) {
    const from = Math.max(span.from, startOfDay(zone, day))
    const to = from < span.to ? addDuration(from, over, zone) : Number.POSITIVE_INFINITY
    if (to > span.to) return windows.length === 0 ? [span] : windows
    windows.push({ from, to })
  }
}

/** When the duties begin that lie in the night for long enough. */
function nightDuties({ night }: RuleOf<'average'>, { home, busy, span }: Judged): Instant[] {
  if (night === undefined || home === undefined) return []
  const least = toMillis(night.least)
  return intervalsOf(clip(busy, span.from, span.to))
    .filter((duty) => {
      const nights = nightIn(home, { night: { from: night.from, to: night.to } }, duty)
      return measure(intersection(intervalSet([duty]), nights)) >= least
    })
    .map(({ from }) => from)
}
