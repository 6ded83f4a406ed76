import {
  DAY_MILLIS,
  type Instant,
  type Interval,
  localDayAt,
  resolveLocal,
  startOfDay,
  weekdayIndex,
  type Zone,
} from '@holdfast/kernel'
import type { DailySpan, Problem, RosterPerson } from './problem.ts'

/** When the local weeks begin, Monday 00:00, that a period touches; the last is where the last week ends. */
export function weekEdges(zone: Zone, { from, to }: Interval): Instant[] {
  const first = localDayAt(zone, from)
  const edges: Instant[] = []
  for (let day = first - weekdayIndex(first); ; day += 7) {
    const edge = startOfDay(zone, day)
    edges.push(edge)
    if (edge >= to) return edges
  }
}

/** Milliseconds of a span that lie in a daily span of its zone. */
export function dailyPart(zone: Zone, daily: DailySpan, { from, to }: Interval): number {
  const length = daily.to > daily.from ? daily.to - daily.from : daily.to + DAY_MILLIS - daily.from
  let total = 0
  for (let day = localDayAt(zone, from) - 1; day <= localDayAt(zone, to); day++) {
    const begins = day * DAY_MILLIS + daily.from
    const [first, end] = [resolveLocal(zone, begins), resolveLocal(zone, begins + length)]
    total += Math.max(0, Math.min(to, end) - Math.max(from, first))
  }
  return total
}

/** Milliseconds of a span on Saturdays and Sundays of its zone. */
export function weekendPart(zone: Zone, { from, to }: Interval): number {
  let total = 0
  for (let day = localDayAt(zone, from); day <= localDayAt(zone, to); day++) {
    if (weekdayIndex(day) < 5) continue
    const [first, end] = [startOfDay(zone, day), startOfDay(zone, day + 1)]
    total += Math.max(0, Math.min(to, end) - Math.max(from, first))
  }
  return total
}

/** Whether a shift is a night for somebody: at least so much of it lies in the night of their zone. */
export function isNight({ night }: Problem, { zone }: RosterPerson, span: Interval): boolean {
  return dailyPart(zone, night, span) >= Math.max(1, night.least)
}

/** Whether at least half of a shift lies on a Saturday or Sunday of somebody's zone. */
export function isWeekend({ zone }: RosterPerson, span: Interval): boolean {
  return weekendPart(zone, span) * 2 >= span.to - span.from
}

/** Whether a shift is away from home: outside the person's home hours, or else at another site. */
export function isAway(person: RosterPerson, slot: Interval & { site: string | null }): boolean {
  const { homeHours, zone, site } = person
  if (homeHours !== null) return dailyPart(zone, homeHours, slot) < slot.to - slot.from
  return site !== null && slot.site !== null && site !== slot.site
}
