import { createSchedule, type Schedule } from '../src/index.ts'
import { HOUR } from './random-sites.ts'

/** The instant so many hours after the midnight in UTC before the night in which clocks of Europe go forward. */
export const hour = (nth: number) => Date.UTC(2027, 2, 27) + nth * HOUR
export const hoursBetween = (from: number, to: number) => ({ from: hour(from), to: hour(to) })

/** A schedule of nothing but these shifts: who, from which hour, until which. */
export function fixedHours(
  id: string,
  list: readonly (readonly [who: string, from: number, to: number])[],
  timeZone = 'UTC',
): Schedule {
  const span = (from: number, to: number) => ({
    from: new Date(hour(from)).toISOString(),
    to: new Date(hour(to)).toISOString(),
  })
  const shifts = list.map(([who, from, to]) => ({ person: `person:${who}`, ...span(from, to) }))
  return createSchedule({
    id,
    version: 1,
    timeZone,
    layers: [],
    fixed: [{ id: 'hours', ...span(0, 240), shifts }],
  })
}
