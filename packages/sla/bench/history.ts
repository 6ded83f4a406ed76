import type { Mark } from '@holdfast/kernel'

const MINUTE = 60_000

type Happening = Pick<Mark, 'type'> & Partial<Mark> & { readonly after: number }

const customer = { by: 'customer:acme' } as const
const agent = { by: 'person:ada' } as const

const STORY: readonly Happening[] = [
  { type: 'submitted', after: 0, ...customer, facts: { level: 'gold', customer: 'customer:acme' } },
  { type: 'message', after: 1, by: 'system:desk', automatic: true },
  { type: 'triaged', after: 12, ...agent, facts: { priority: 'P3' } },
  { type: 'assigned', after: 3, ...agent, facts: { assignedTo: 'team:platform' } },
  { type: 'message', after: 20, ...agent, audience: 'internal' },
  { type: 'message', after: 35, ...agent },
  { type: 'waiting', after: 1, ...agent, reason: 'customer' },
  { type: 'message', after: 340, ...customer },
  { type: 'resumed', after: 1, by: 'system:desk' },
  { type: 'message', after: 55, ...customer },
  { type: 'priorityChanged', after: 30, ...agent, facts: { priority: 'P1' } },
  { type: 'message', after: 90, ...agent },
  { type: 'assigned', after: 240, ...agent, facts: { assignedTo: 'team:database' } },
  { type: 'message', after: 600, ...agent },
  { type: 'priorityChanged', after: 30, ...agent, facts: { priority: 'P2' } },
  { type: 'waiting', after: 2, ...agent, reason: 'vendor' },
  { type: 'resumed', after: 900, by: 'system:desk' },
  { type: 'message', after: 510, ...agent },
  { type: 'resolved', after: 120, ...agent },
  { type: 'reopened', after: 1500, ...customer },
]

/** The history of one request with twenty marks; the seed shifts its beginning and stretches it. */
export function history(seed: number): readonly Mark[] {
  let at = Date.parse('2026-11-02T07:00:00Z') + (seed % 97) * 113 * MINUTE
  return STORY.map(({ after, ...mark }, nth) => {
    at += Math.round(after * (0.5 + (seed % 13) / 8)) * MINUTE
    return { id: `m${nth}`, at, seq: nth + 1, about: 'request:7', ...mark }
  })
}
