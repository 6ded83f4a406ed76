import {
  DAY_MILLIS,
  type Finding,
  formatLocalTime,
  parseLocalDate,
  toLocalDate,
  WEEKDAYS,
} from '@holdfast/kernel'
import { rangeFindings } from './check-dates.ts'
import type { CalendarReading } from './document.ts'
import { type Window, windowOf } from './windows.ts'

type WindowList = NonNullable<CalendarReading['sound']['hours']>['mon']

/** A window with its place, and where its date stands in a longer stretch of wall clock: a week, or all dates. */
interface Placed extends Window {
  readonly path: readonly PropertyKey[]
  readonly offset: number
  readonly isEmpty: boolean
}

/** What is odd about the weekly hours: each interval by itself, and those that overlap; Sunday's end meets Monday. */
export function weeklyFindings(reading: CalendarReading): Finding[] {
  const { hours = {} } = reading.sound
  const week = WEEKDAYS.flatMap((weekday, index) =>
    placed(hours[weekday], ['hours', weekday], index * DAY_MILLIS),
  )
  return [...week.flatMap((window) => oddWindow(reading, window)), ...overlaps(reading, week, true)]
}

/** What is odd about dated hours: the dates, each interval, and overrides that overlap. Breaks may meet: they cut out. */
export function datedFindings(reading: CalendarReading, key: 'overrides' | 'breaks'): Finding[] {
  const dates = Object.entries(reading.sound[key] ?? {}).flatMap(([date, list]) => {
    const day = parseLocalDate(date)
    return day === undefined ? [] : [{ day, windows: placed(list, [key, date], day * DAY_MILLIS) }]
  })
  const windows = dates.flatMap((date) => date.windows)
  return [
    ...dates.flatMap(({ day }) => rangeFindings(reading, day, [key, toLocalDate(day)], 'key')),
    ...windows.flatMap((window) => oddWindow(reading, window)),
    ...(key === 'overrides' ? overlaps(reading, windows, false) : []),
  ]
}

function placed(list: WindowList, path: readonly PropertyKey[], offset: number): Placed[] {
  return [...(list ?? []).entries()].flatMap(([index, entry]) => {
    const window = entry && windowOf(entry, '')
    if (window === undefined) return []
    // Read as hours, an end on the start is a day later: 24 hours that nobody means by it.
    const isEmpty =
      window.start === DAY_MILLIS ||
      entry?.[0] === entry?.[1] ||
      (window.start > 0 && window.end - window.start === DAY_MILLIS)
    return [{ ...window, path: [...path, index], offset, isEmpty }]
  })
}

const LONGEST_NIGHT = 16 * 3_600_000

/** What is odd about one interval by itself. */
function oddWindow({ finding }: CalendarReading, { start, end, path, isEmpty }: Placed): Finding[] {
  const [from, to] = [formatLocalTime(start), formatLocalTime(end % DAY_MILLIS || DAY_MILLIS)]
  if (start === DAY_MILLIS) {
    const message = 'nothing can open at 24:00, the end of the day'
    const values = { found: '24:00', didYouMean: '00:00' }
    return [finding({ code: 'interval-empty', message, path: [...path, 0], ...values })]
  }
  if (isEmpty) {
    const message = `the interval from ${from} to ${from} is empty`
    const expected = 'an end other than the start; a whole day is ["00:00", "24:00"]'
    return [finding({ code: 'interval-empty', message, path, found: [from, from], expected })]
  }
  const warning = { severity: 'warning', path: [...path, 1], found: to } as const
  if (end === DAY_MILLIS - 60_000 || end === DAY_MILLIS - 1000) {
    const message = `closes at ${to}, a moment before midnight`
    return [finding({ ...warning, code: 'minute-lost', message, didYouMean: '24:00' })]
  }
  if (end > DAY_MILLIS && end - start > LONGEST_NIGHT) {
    const message = `runs from ${from} past midnight to ${to}, more than 16 hours`
    const afternoon = end - DAY_MILLIS / 2
    const hint = afternoon < DAY_MILLIS ? { didYouMean: formatLocalTime(afternoon) } : {}
    return [finding({ ...warning, code: 'night-long', message, ...hint })]
  }
  return []
}

/** Each interval that begins before an earlier one has ended. In a cycle the last comes before the first, too. */
function overlaps(
  { finding }: CalendarReading,
  windows: readonly Placed[],
  weekly: boolean,
): Finding[] {
  // How far an empty interval was meant to reach, nobody knows.
  const sorted = windows
    .filter(({ isEmpty }) => !isEmpty)
    .sort((a, b) => a.offset + a.start - (b.offset + b.start))
  const last = sorted[sorted.length - 1]
  const findings: Finding[] = []
  let latest =
    weekly && last !== undefined && sorted.length > 1
      ? { ...last, offset: last.offset - 7 * DAY_MILLIS }
      : undefined
  for (const window of sorted) {
    if (latest !== undefined && window.offset + window.start < latest.offset + latest.end) {
      const message = `begins before /${latest.path.join('/')} has ended`
      findings.push(finding({ code: 'interval-overlap', message, path: window.path }))
    }
    if (latest === undefined || window.offset + window.end > latest.offset + latest.end) {
      latest = window
    }
  }
  return findings
}
