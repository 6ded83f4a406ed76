import { quote, rangeError } from './errors.ts'
import type { Instant } from './instant.ts'
import {
  civil,
  type EpochDay,
  epochDayOf,
  type LocalDate,
  toLocalDate,
  weekdayIndex,
} from './local-date.ts'
import { localDayAt } from './resolve-local.ts'
import { zoneOf } from './zone.ts'

/** Stretches of local dates. Weeks begin on Monday, quarters in January, April, July and October. */
export interface Period {
  readonly each: 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** The IANA zone of the dates. */
  readonly timeZone: string
}

/**
 * The first local date of the period in which an instant falls. Throws `RangeError` `period-unknown` and `zone-unknown`.
 */
export function periodStart({ each, timeZone }: Period): (at: Instant) => LocalDate {
  const zone = zoneOf(timeZone)
  const firstDay = Object.hasOwn(FIRST_DAYS, each) ? FIRST_DAYS[each] : undefined
  if (firstDay === undefined) {
    throw rangeError('period-unknown', `${quote(each)} is no day, week, month, quarter or year`)
  }
  return (at) => toLocalDate(firstDay(localDayAt(zone, at)))
}

const FIRST_DAYS: Readonly<Record<string, (day: EpochDay) => EpochDay>> = {
  day: (day) => day,
  week: (day) => day - weekdayIndex(day),
  month: (day) => firstOfMonths(day, 1),
  quarter: (day) => firstOfMonths(day, 3),
  year: (day) => firstOfMonths(day, 12),
}

/** The first day of the stretch of so many months, counted from January, that holds a day. */
function firstOfMonths(day: EpochDay, months: number): EpochDay {
  const { year, month } = civil(day)
  return epochDayOf(year, month - ((month - 1) % months), 1)
}
