import {
  DAY_MILLIS,
  difference,
  type Interval,
  type IntervalSet,
  intersection,
  intervalSet,
  type LocalTime,
  localDayAt,
  parseLocalTime,
  quote,
  rangeError,
  resolveLocal,
  setBuilder,
  startOfDay,
  WEEKDAYS,
  type Weekday,
} from '@holdfast/kernel'
import { dutyTimeOf } from '../duty-time.ts'
import type { Home } from './homes.ts'

/** The kinds of time, in the order in which they count: a holiday night is holiday, a weekend night weekend. */
export const TIME_KINDS = ['holiday', 'weekend', 'night', 'day'] as const

export type TimeKind = (typeof TIME_KINDS)[number]

/** Which time is night, and which days are weekend, by the clock of whoever is on duty. */
export interface TimeKindRules {
  /** 22:00 to 06:00 when left out. `to` at or before `from` is on the next day. */
  readonly night?: { readonly from: LocalTime; readonly to: LocalTime } | undefined
  /** Local dates, from midnight to midnight; Saturday and Sunday when left out. */
  readonly weekend?: readonly Weekday[] | undefined
}

/** Time by its kind: the sets do not overlap, and together are all of it. */
export type TimeByKind = { readonly [kind in TimeKind]: IntervalSet }

/** Throws `RangeError` `time-invalid` and `weekday-unknown`. */
export function assertTimeKindRules({ night, weekend = [] }: TimeKindRules): void {
  for (const time of night === undefined ? [] : [night.from, night.to]) {
    if (parseLocalTime(time) === undefined) {
      throw rangeError('time-invalid', `${quote(time)} is not a time of day such as "22:00"`)
    }
  }
  for (const day of weekend) {
    if (!WEEKDAYS.includes(day)) {
      throw rangeError('weekday-unknown', `${quote(day)} is none of ${WEEKDAYS.join(', ')}`)
    }
  }
}

/**
 * A span taken apart by the clock and the calendar of a home: holiday before weekend before night before day. A date is a
 * holiday when the calendar says so of that date, whatever the calendar's own zone, and lasts as the home's clock says.
 */
export function timeByKind(home: Home, rules: TimeKindRules, span: Interval): TimeByKind {
  const all = intervalSet([span])
  const holiday = intersection(all, holidaysIn(home, span))
  const workdays = difference(all, holiday)
  const weekend = intersection(workdays, weekendIn(home, rules, span))
  const rest = difference(workdays, weekend)
  const night = intersection(rest, nightIn(home, rules, span))
  return { holiday, weekend, night, day: difference(rest, night) }
}

/** The nights of a span, holidays and weekends or not. */
export function nightIn(
  { zone }: Home,
  { night: { from, to } = { from: '22:00', to: '06:00' } }: TimeKindRules,
  span: Interval,
): IntervalSet {
  const time = dutyTimeOf({ restrictions: [{ from, to }], calendar: undefined }, zone, {})
  return time.within(span.from, span.to)
}

function weekendIn({ zone }: Home, { weekend = ['sat', 'sun'] }: TimeKindRules, span: Interval) {
  const days = [...weekend]
  const restrictions = [{ days, from: '00:00', to: '24:00' }]
  return dutyTimeOf({ restrictions, calendar: undefined }, zone, {}).within(span.from, span.to)
}

function holidaysIn({ zone, calendar }: Home, { from, to }: Interval): IntervalSet {
  const days = setBuilder()
  if (calendar === undefined) return days.build()
  for (let day = localDayAt(zone, from); day <= localDayAt(zone, to); day++) {
    const noon = resolveLocal(calendar.timeZone, day * DAY_MILLIS + DAY_MILLIS / 2)
    if (calendar.isHoliday(noon)) days.add(startOfDay(zone, day), startOfDay(zone, day + 1))
  }
  return days.build()
}
