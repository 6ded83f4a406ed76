import type { Instant, Mark, Wakeup } from '@holdfast/kernel'
import { type Cycle, endOfPeriods, latestWithin, periodsBreached } from './cycle.ts'
import type { History } from './history.ts'
import { hasBegun } from './life.ts'
import { untilOf } from './wait-end.ts'
import { warningInstants } from './warnings.ts'

/** What an obligation can be woken for. */
export type WakeupPurpose = 'warn' | 'breach' | 'recur' | 'resume' | 'end' | 'change'

/**
 * When an open cycle next changes by itself: the next warning, the next breach, the beginning of the next period, the end
 * of a wait with a date, and the end of the whole.
 */
export function wakeupsOf(cycle: Cycle, history: History, at: Instant): readonly Wakeup[] {
  const { terms, about, number, periodsBefore } = cycle
  const { id } = terms.document
  const found: Wakeup[] = []
  const add = (purpose: WakeupPurpose, detail: string, when: Instant | null) => {
    if (when === null || when <= at) return
    const key = [id, about, number, purpose, ...(detail === '' ? [] : [detail])].join('|')
    found.push({ key, at: when, source: id, purpose })
  }
  const begun = hasBegun(cycle, at)
  if (!begun) add('recur', '', endOfPeriods(cycle, periodsBefore))
  for (const [nth, warning] of warningInstants(cycle).entries()) {
    if (warning !== null && warning > at) {
      add('warn', String(cycle.earlierWarned.length + nth + 1), warning)
      break
    }
  }
  const breached = begun ? periodsBreached(cycle, at) : 0
  const { earlierBreached } = cycle
  if (earlierBreached + breached === 0 || terms.cadence !== undefined) {
    const latest = latestWithin(cycle, periodsBefore + breached + 1)
    add('breach', String(earlierBreached + breached + 1), latest === null ? null : latest + 1)
  }
  for (const { about: over, mark: began, to } of cycle.pauses) {
    if (to !== null) continue
    // The last one, should two marks have the same id: the wait of the earlier one is over.
    const isOfWait = (mark: Mark) => mark.id === began && mark.about === over && mark.at <= at
    const mark = history.marks.findLast(isOfWait)
    add('resume', over, (mark && untilOf(mark)) ?? null)
  }
  add('end', '', terms.until ?? null)
  return found
}
