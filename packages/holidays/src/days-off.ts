import {
  DAY_MILLIS,
  type EpochDay,
  formatLocalTime,
  type LocalTime,
  parseLocalDateTime,
} from '@holdfast/kernel'
import type { HolidaysTypes } from 'date-holidays'

/** What a holiday takes of a local date: all of it, or a part. */
export interface DayOff {
  readonly day: EpochDay
  readonly name: string
  /** Left out where it is the whole date. */
  readonly part?: readonly [LocalTime, LocalTime]
}

/**
 * The dates of a holiday that was asked for in UTC, so that its instants are wall-clock milliseconds and no clock change
 * makes a day shorter. One of an Islamic or Hebrew calendar begins with the sunset before its date; its whole days count.
 */
export function daysOff({ date, start, end, name }: HolidaysTypes.Holiday): DayOff[] {
  // `2027-03-09 00:00:00 -0600`: the text is the date, the instants begin six hours before it.
  const from = parseLocalDateTime(date.slice(0, 19).replace(' ', 'T')) as number
  const length = end.getTime() - start.getTime()
  const isFromSunset = start.getTime() < from
  const to = from + (isFromSunset ? length - (length % DAY_MILLIS) : length)
  const days: DayOff[] = []
  for (let day = Math.floor(from / DAY_MILLIS); day * DAY_MILLIS < to; day++) {
    const begins = Math.max(from - day * DAY_MILLIS, 0)
    const ends = Math.min(to - day * DAY_MILLIS, DAY_MILLIS)
    const isWhole = ends - begins === DAY_MILLIS
    days.push({
      day,
      name,
      ...(!isWhole && { part: [formatLocalTime(begins), formatLocalTime(ends)] as const }),
    })
  }
  return days
}
