import type { Instant, Interval } from '@holdfast/kernel'
import type { IncidentRow } from './incident-rows.ts'

/**
 * What an incident waits for in each of its waiting states. Evidence is asked of who reported it, so that is a wait for
 * the customer, too.
 */
export const WAITS: Readonly<Record<string, string>> = {
  'Awaiting User Info': 'customer',
  'Awaiting Evidence': 'customer',
  'Awaiting Vendor': 'vendor',
  'Awaiting Problem': 'problem',
}

/** The states that there are; anything else (`-100`) says nothing. */
const isState = (state: string): boolean =>
  ['New', 'Active', 'Resolved', 'Closed'].includes(state) || Object.hasOwn(WAITS, state)

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
