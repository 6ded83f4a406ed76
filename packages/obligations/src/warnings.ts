import type { Instant } from '@holdfast/kernel'
import { type Cycle, countedBefore, reach } from './cycle.ts'

/** The instants of the warnings of a cycle, in order; `null` where a pause leaves one open. */
export function warningInstants(cycle: Cycle): readonly (Instant | null)[] {
  const { terms, countsFrom, periodsBefore } = cycle
  const before = countedBefore(cycle)
  const target = terms.clock.budget(countsFrom, periodsBefore + 1) - before
  return terms.warningsOf(target).map((counted) => reach(cycle, before + counted))
}

/** The warnings that have passed at an instant or at the end of a cycle, also those under earlier terms. */
export function warnedBy(cycle: Cycle, at: Instant): readonly Instant[] {
  const { terms, end, earlierWarned } = cycle
  if (!terms.warns) return earlierWarned
  const last = end === null ? at : Math.min(at, end.at)
  const passed = warningInstants(cycle).filter(
    (warning): warning is Instant => warning !== null && warning <= last,
  )
  return [...earlierWarned, ...passed]
}
