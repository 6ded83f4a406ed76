import type { Calendar } from '@holdfast/calendar'
import type { Mark } from '@holdfast/kernel'

/**
 * What a loop by hand does: the time from each mark to the next goes to what went on. It takes the marks as they come, and
 * knows nothing of iterations and their causes, hand-overs, reopening, dates, recorded ends, silence or what cannot be.
 */
export function timeByHand(
  marks: readonly Mark[],
  calendar: Calendar | undefined,
): ReadonlyMap<string, { elapsed: number; business: number }> {
  const times = new Map<string, { elapsed: number; business: number }>()
  let [present, work, since] = ['unknown', 'unknown', 0]
  for (const { at, type, facts, reason } of marks) {
    const time = times.get(present)
    const business = calendar === undefined || since === 0 ? 0 : calendar.between(since, at)
    if (time !== undefined) {
      time.elapsed += at - since
      time.business += business
    } else if (since !== 0) times.set(present, { elapsed: at - since, business })
    since = at
    if (type === 'resolved') break
    const element = facts?.['element']
    if (type === 'waiting') present = `wait ${reason}`
    else if (type === 'resumed') present = work
    else if (typeof element === 'string') {
      const party = facts?.['party']
      work = typeof party === 'string' ? `${element} ${party}` : element
      present = work
    }
  }
  return times
}
