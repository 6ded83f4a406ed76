import { createCalendar } from '@holdfast/calendar'
import type { Random } from '@holdfast/example-report/random'
import { DAY_MILLIS, epochDayOf, type Instant } from '@holdfast/kernel'

const HOUR = 3_600_000

/** A Monday; the thirteen weeks from it hold Easter (29 March to 1 April) and the start of summer time. */
const FIRST_DAY = epochDayOf(2024, 2, 19)
const DAYS = 13 * 7

export const LOG_END: Instant = (FIRST_DAY + DAYS) * DAY_MILLIS - 2 * HOUR

/** From here on the desk asks the customer for everything at once: Monday, 8 April 2024, in Zurich. */
export const ASKS_ONCE_FROM: Instant = epochDayOf(2024, 4, 8) * DAY_MILLIS - 2 * HOUR

const hours = [['08:00', '18:00']]

/** When the people of the sample work. Its own, so that an edit of the calendar that time is counted by moves no row. */
const office = createCalendar({
  id: 'people',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
  holidays: [
    { easter: -2, name: 'Good Friday' },
    { easter: 1, name: 'Easter Monday' },
    { month: 5, day: 1, name: 'Labor Day' },
    { easter: 39, name: 'Ascension Day' },
  ],
})

/** When so many minutes of office hours have passed. */
export function afterWork(from: Instant, minutes: number): Instant {
  return office.add(from, minutes * 60_000)
}

/** Most incidents begin in office hours, the others at any time of the week. */
export function openingAt(random: Random): Instant {
  const at = (FIRST_DAY + random.int(DAYS)) * DAY_MILLIS + random.int(24 * 60) * 60_000
  const opened = random.happens(85) ? afterWork(at, random.int(9 * 60)) : at
  return opened < LOG_END - HOUR ? opened : openingAt(random)
}
