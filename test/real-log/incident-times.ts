import type { Instant, Interval } from '@holdfast/kernel'
import { isState } from './incident-marks.ts'
import type { IncidentRow } from './incident-rows.ts'

export interface Stretch extends Interval {
  readonly state: string
}

/**
 * How long an incident was in which state, from its opening until its last update: read off its rows without any clock,
 * to hold the clocks to. What was updated before the incident was opened counts from its opening.
 */
export function stretchesOf(rows: readonly IncidentRow[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from: Instant = rows[0]?.opened ?? 0
  let state = 'New'
  for (const row of rows.toSorted((a, b) => a.updated - b.updated)) {
    const to = Math.max(from, row.updated)
    if (from < to) stretches.push({ from, to, state })
    from = to
    if (isState(row.state)) state = row.state
  }
  return stretches
}

/** What a measure of time comes to over the stretches in certain states. */
export function timeIn(
  stretches: readonly Stretch[],
  isMeant: (state: string) => boolean,
  between: (from: Instant, to: Instant) => number = (from, to) => to - from,
): number {
  return stretches
    .filter(({ state }) => isMeant(state))
    .reduce((sum, { from, to }) => sum + between(from, to), 0)
}
