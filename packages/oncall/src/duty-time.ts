import type { Calendar } from '@holdfast/calendar'
import {
  DAY_MILLIS,
  EMPTY_SET,
  type Instant,
  type IntervalSet,
  intersection,
  intervalSet,
  localDayAt,
  parseLocalTime,
  resolveLocal,
  union,
  WEEKDAYS,
  weekdayIndex,
  type Zone,
} from '@holdfast/kernel'
import type { ReadLayer } from './document.ts'

/** When a layer has duty at all. */
export interface DutyTime {
  /** The time in `[from, to)`. */
  within(from: Instant, to: Instant): IntervalSet
  /** Whether there is always duty. */
  readonly isAlways: boolean
}

/**
 * The duty time of a layer: its windows, in the open time of its calendar. A window belongs to the day on which it begins
 * and may run past midnight; `from` and `to` alike mean 24 hours. Windows that touch on the wall clock touch in time.
 */
export function dutyTimeOf(
  { restrictions, calendar: id }: Pick<ReadLayer, 'restrictions' | 'calendar'>,
  zone: Zone,
  calendars: Readonly<Record<string, Calendar>>,
): DutyTime {
  const windows = restrictions?.map(windowsOf)
  const calendar = id === undefined ? undefined : calendars[id]
  const whole = (from: Instant, to: Instant) => intervalSet(from < to ? [{ from, to }] : [])
  return {
    isAlways: windows === undefined && calendar === undefined,
    within(from, to) {
      if (from >= to) return EMPTY_SET
      const open =
        calendar === undefined ? whole(from, to) : intervalSet(calendar.intervals(from, to))
      if (windows === undefined) return open
      const days = { first: localDayAt(zone, from) - LONGEST, last: localDayAt(zone, to) }
      const sets = windows.map((window) => window(zone, days.first, days.last))
      return intersection(open, sets.reduce(union))
    },
  }
}

/** The most days that a window runs over. */
const LONGEST = 7

type Restriction = NonNullable<ReadLayer['restrictions']>[number]

function windowsOf({ days, from, to, toDay }: Restriction) {
  const [start, end] = [parseLocalTime(from) as number, parseLocalTime(to) as number]
  const begins = WEEKDAYS.map((day) => days === undefined || days.includes(day))
  const lastDay = toDay === undefined ? undefined : WEEKDAYS.indexOf(toDay as 'mon')
  const length = (weekday: number) => {
    if (lastDay === undefined) return end <= start ? 1 : 0
    const across = (lastDay - weekday + 7) % 7
    return across === 0 && end <= start ? 7 : across
  }
  return (zone: Zone, first: number, last: number): IntervalSet => {
    const windows: { from: Instant; to: Instant }[] = []
    for (let day = first; day <= last; day++) {
      const weekday = weekdayIndex(day)
      if (!begins[weekday]) continue
      windows.push({
        from: resolveLocal(zone, day * DAY_MILLIS + start),
        to: resolveLocal(zone, (day + length(weekday)) * DAY_MILLIS + end),
      })
    }
    return intervalSet(windows)
  }
}
