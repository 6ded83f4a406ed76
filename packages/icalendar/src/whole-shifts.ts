import { DAY_MILLIS, type Instant, type Interval, MAX_INSTANT, MIN_INSTANT } from '@holdfast/kernel'
import type { Schedule, Shift } from '@holdfast/oncall'

/** How far beyond the span the ends of its shifts are looked for, at first and at last. */
const FIRST_REACH = 35 * DAY_MILLIS
const LAST_REACH = 1120 * DAY_MILLIS

/**
 * The shifts that overlap a span in their whole length, so that an entry of a feed is the same whenever it is asked for.
 * Those that go on for more than three years beyond it are cut.
 */
export function wholeShifts(schedule: Schedule, { from, to }: Interval): readonly Shift[] {
  for (let reach = FIRST_REACH; ; reach *= 2) {
    const begin: Instant = Math.max(from - reach, MIN_INSTANT)
    const end: Instant = Math.min(to + reach, MAX_INSTANT)
    const shifts = schedule.shifts(begin, end).filter((shift) => shift.from < to && shift.to > from)
    const isCut = shifts.some((shift) => shift.from === begin || shift.to === end)
    if (!isCut || reach >= LAST_REACH) return shifts
  }
}
