import {
  DAY_MILLIS,
  type Instant,
  type InstantLike,
  type Interval,
  localDayAt,
  quote,
  rangeError,
  resolveLocal,
  startOfDay,
  toInstant,
  weekdayIndex,
  zoneOf,
} from '@holdfast/kernel'

/** A shift of a week pattern, on the wall clock. */
export interface PatternShift {
  /** Minutes from the Sunday 00:00 on which a period begins; 1,440 and more is a later day, 10,080 a later week. */
  readonly startsAt: number
  readonly minutes: number
}

export interface PeriodPattern {
  /** IANA zone of its Sundays and clock times. */
  readonly timeZone: string
  readonly shifts: readonly PatternShift[]
}

/** Shifts that one person takes in a row. */
export interface DutyPeriod {
  /** The Sunday 00:00 that its shifts are counted from. */
  readonly begins: Instant
  readonly shifts: readonly Interval[]
}

/** Which periods are looked for. */
export interface PeriodWindow {
  /** The first period begins on the last Sunday at or before this. */
  readonly from: InstantLike
  /** Excluded: a period that begins then or later is left out. */
  readonly to: InstantLike
  /** The Sunday of the last period that is planned already; periods go on after it. One that is off by the offset of another zone counts for the nearest Sunday. */
  readonly after?: InstantLike | undefined
}

/**
 * The periods of a week pattern: as many weeks as it takes from its first shift to the end of its last, over and over.
 * Starts and ends are on the wall clock: a week over a clock change is an hour longer or shorter, a skipped time is the
 * end of the gap, a repeated one its first occurrence. Shifts that vanish in a gap are left out.
 *
 * Throws `RangeError` `zone-unknown` and `pattern-invalid`, and what `toInstant` throws.
 */
export function periodsOf(pattern: PeriodPattern, { from, to, after }: PeriodWindow): DutyPeriod[] {
  const zone = zoneOf(pattern.timeZone)
  const weeks = weeksOf(pattern)
  const end = toInstant(to)
  const first =
    after === undefined
      ? sundayBefore(localDayAt(zone, toInstant(from)))
      : sundayBefore(localDayAt(zone, toInstant(after) + HALF_WEEK)) + 7 * weeks
  const periods: DutyPeriod[] = []
  for (let sunday = first; ; sunday += 7 * weeks) {
    const begins = startOfDay(zone, sunday)
    if (begins >= end) return periods
    const at = (minutes: number) => resolveLocal(zone, sunday * DAY_MILLIS + minutes * MINUTE)
    const shifts = pattern.shifts
      .map(({ startsAt, minutes }) => ({ from: at(startsAt), to: at(startsAt + minutes) }))
      .filter((shift) => shift.from < shift.to)
      .sort((a, b) => a.from - b.from || a.to - b.to)
    periods.push({ begins, shifts })
  }
}

/** How many weeks a pattern takes. */
export function weeksOf({ shifts }: PeriodPattern): number {
  const isWhole = ({ startsAt, minutes }: PatternShift) =>
    Number.isSafeInteger(startsAt) && startsAt >= 0 && Number.isSafeInteger(minutes) && minutes > 0
  if (shifts.length === 0 || !shifts.every(isWhole)) {
    throw rangeError('pattern-invalid', `${quote(shifts)} are no shifts of whole minutes`)
  }
  const first = Math.min(...shifts.map(({ startsAt }) => startsAt))
  const last = Math.max(...shifts.map(({ startsAt, minutes }) => startsAt + minutes))
  return Math.ceil((last - first) / WEEK_MINUTES)
}

const MINUTE = 60_000
const WEEK_MINUTES = 10_080
const HALF_WEEK = 3.5 * DAY_MILLIS

function sundayBefore(day: number): number {
  return day - ((weekdayIndex(day) + 1) % 7)
}
