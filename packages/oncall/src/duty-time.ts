import type { Calendar } from '@holdfast/calendar'
import {
  DAY_MILLIS,
  EMPTY_SET,
  edgesUpTo,
  type Instant,
  type IntervalSet,
  intersection,
  intervalSet,
  localDayAt,
  MAX_INSTANT,
  MIN_INSTANT,
  parseLocalTime,
  resolveLocal,
  setBuilder,
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
  /** Whether there is any in `[from, to)`; made to be asked of one turn after another. */
  isIn(from: Instant, to: Instant): boolean
  /** Whether there is duty at an instant, and until when at least that stays so; after the instant. */
  stretchAt(at: Instant): { readonly isDuty: boolean; readonly until: Instant }
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
  const chunks = new Map<number, Float64Array>()

  const within = (from: Instant, to: Instant): IntervalSet => {
    if (from >= to) return EMPTY_SET
    const open = calendar === undefined ? wholeOf(from, to) : openIn(calendar, from, to)
    if (windows === undefined) return open
    const days = { first: localDayAt(zone, from) - LONGEST, last: localDayAt(zone, to) }
    const sets = windows.map((window) => window(zone, days.first, days.last))
    return intersection(open, sets.reduce(union))
  }
  const chunkOf = (nth: number): Float64Array => {
    const known = chunks.get(nth)
    if (known !== undefined) return known
    const { edges } = within(nth * CHUNK, (nth + 1) * CHUNK)
    chunks.set(nth, edges)
    return edges
  }
  const stretchAt: DutyTime['stretchAt'] = (at) => {
    const nth = Math.floor(at / CHUNK)
    const edges = chunkOf(nth)
    const next = edgesUpTo(edges, at)
    return { isDuty: next % 2 === 1, until: edges[next] ?? (nth + 1) * CHUNK }
  }

  return {
    isAlways: windows === undefined && calendar === undefined,
    within,
    stretchAt,
    isIn(from, to) {
      for (let at = from; at < to; ) {
        const { isDuty, until } = stretchAt(at)
        if (isDuty) return true
        at = until
      }
      return false
    },
  }
}

/** What is kept to tell turns apart is worked out for so much time at once. */
const CHUNK = 128 * DAY_MILLIS

function wholeOf(from: Instant, to: Instant): IntervalSet {
  return intervalSet([{ from, to }])
}

/** Turns are numbered from an anchor that may lie before all time a calendar knows. */
function openIn(calendar: Calendar, from: Instant, to: Instant): IntervalSet {
  const [begin, end] = [Math.max(from, MIN_INSTANT), Math.min(to, MAX_INSTANT)]
  return begin < end ? intervalSet(calendar.intervals(begin, end)) : EMPTY_SET
}

/** The most days that a window runs over. */
const LONGEST = 7

type Restriction = NonNullable<ReadLayer['restrictions']>[number]

function windowsOf({ days, from, to, toDay }: Restriction) {
  const [start, end] = [parseLocalTime(from) as number, parseLocalTime(to) as number]
  const begins = WEEKDAYS.map((day) => days === undefined || days.includes(day))
  const lastDay = toDay === undefined ? undefined : WEEKDAYS.indexOf(toDay)
  const length = (weekday: number) => {
    if (lastDay === undefined) return end <= start ? 1 : 0
    const across = (lastDay - weekday + 7) % 7
    return across === 0 && end <= start ? 7 : across
  }
  return (zone: Zone, first: number, last: number): IntervalSet => {
    const windows = setBuilder()
    for (let day = first; day <= last; day++) {
      const weekday = weekdayIndex(day)
      if (!begins[weekday]) continue
      const begin = resolveLocal(zone, day * DAY_MILLIS + start)
      windows.add(begin, resolveLocal(zone, (day + length(weekday)) * DAY_MILLIS + end))
    }
    return windows.build()
  }
}
