import type { Mark } from '@holdfast/kernel'

const HOUR = 3_600_000

/** What happened to a request, in hours after its submission; some of it in no known order. */
const HAPPENED: readonly [number, Omit<Mark, 'id' | 'at' | 'about'>][] = [
  [0, { type: 'submitted', by: 'customer:acme', facts: { priority: 'P3', level: 'gold' } }],
  [2, { type: 'message', by: 'system:desk', automatic: true }],
  [5, { type: 'message', by: 'person:ada' }],
  [9, { type: 'waiting', reason: 'customer' }],
  [40, { type: 'resumed' }],
  [40, { type: 'message', by: 'customer:acme' }],
  [51, { type: 'priorityChanged', facts: { priority: 'P1' } }],
  [60, { type: 'assigned', facts: { assignedTo: 'team:platform' } }],
  [75, { type: 'waiting', reason: 'vendor', facts: { until: '2012-01-02T00:00:00Z' } }],
  [140, { type: 'resumed' }],
  [170, { type: 'message', by: 'person:ada' }],
  [171, { type: 'resolved' }],
  [400, { type: 'reopened' }],
]

/** The history of a request that was submitted at an instant, latest first. */
export function historyFrom(at: number): readonly Mark[] {
  return HAPPENED.map(
    ([hours, parts], nth): Mark => ({
      id: `m${nth}`,
      at: at + hours * HOUR,
      about: 'request:7',
      ...parts,
    }),
  ).reverse()
}

/** Instants at which such a request stands differently. */
export function askedAt(at: number): readonly number[] {
  return [8, 39, 100, 171, 500, 2000].map((hours) => at + hours * HOUR)
}
