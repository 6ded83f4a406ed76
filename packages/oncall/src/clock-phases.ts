import {
  DAY_MILLIS,
  dayOfLocal,
  formatLocalTime,
  type Instant,
  type Interval,
  type IntervalSet,
  intervalsOf,
  localTimeAt,
  zoneOf,
} from '@holdfast/kernel'
import type { Schedule } from './schedule.ts'

/** A stretch between two changes of somebody's clocks. */
export interface ClockPhase extends Interval {
  /** The zones whose clocks change when it begins; none for the first. */
  readonly changed: readonly string[]
  /** Milliseconds in it without anybody. */
  readonly holes: number
  /** Milliseconds in it with several schedules on duty. */
  readonly doubled: number
  readonly regions: readonly RegionHours[]
}

/** When a region takes over and hands over in a phase, on its own clock. */
export interface RegionHours {
  readonly schedule: string
  readonly timeZone: string
  /** Local times, the most frequent first; being cut off at the ends of the span does not count. */
  readonly begins: readonly string[]
  readonly ends: readonly string[]
}

/** A schedule, whose clock its people live by, and when it has somebody on duty. */
export interface Region {
  readonly schedule: Schedule
  readonly timeZone: string
  readonly duty: IntervalSet
}

/** The stretches between the clock changes of the zones involved. */
export function phasesOf(
  regions: readonly Region[],
  from: Instant,
  to: Instant,
): readonly { readonly span: Interval; readonly changed: readonly string[] }[] {
  const changes = new Map<Instant, string[]>()
  const zones = regions.flatMap(({ schedule, timeZone }) => [
    timeZone,
    schedule.timeZone,
    ...schedule.model.layers.map(({ zone }) => zone.id),
  ])
  for (const id of [...new Set(zones)].sort()) {
    const zone = zoneOf(id)
    for (let at = zone.nextTransition(from); at !== null && at < to; at = zone.nextTransition(at)) {
      changes.set(at, [...(changes.get(at) ?? []), id])
    }
  }
  const begins = [from, ...[...changes.keys()].sort((a, b) => a - b)]
  return begins
    .map((begin, nth) => ({
      span: { from: begin, to: begins[nth + 1] ?? to },
      changed: changes.get(begin) ?? [],
    }))
    .filter(({ span }) => span.from < span.to)
}

/** When a region takes over and hands over in a part of the whole span. */
export function hoursOf(
  { schedule, timeZone, duty }: Region,
  span: Interval,
  whole: Interval,
): RegionHours {
  const shifts = intervalsOf(duty)
  const begins = shifts
    .map(({ from }) => from)
    .filter((at) => at >= span.from && at < span.to && at !== whole.from)
  const ends = shifts
    .map(({ to }) => to)
    .filter((at) => at > span.from && at <= span.to && at !== whole.to)
  const timesOf = (instants: readonly Instant[]) => frequent(instants, timeZone)
  return { schedule: schedule.id, timeZone, begins: timesOf(begins), ends: timesOf(ends) }
}

/** The local times of instants, the most frequent first. **Ties**: by the time of day. */
export function frequent(instants: readonly Instant[], timeZone: string): readonly string[] {
  const zone = zoneOf(timeZone)
  const counts = new Map<string, number>()
  for (const at of instants) {
    const local = localTimeAt(zone, at)
    const time = formatLocalTime(local - dayOfLocal(local) * DAY_MILLIS)
    counts.set(time, (counts.get(time) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([time]) => time)
}
