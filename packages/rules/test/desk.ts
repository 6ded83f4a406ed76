import type { Condition, RuleDocument, RuleSetDocument } from '@holdfast/rules'
import * as z from 'zod'

/** The facts that a support desk decides by. */
export const vocabulary = z.object({
  severity: z.enum(['P1', 'P2', 'P3']),
  tier: z.enum(['platinum', 'gold', 'basic']).optional(),
  users: z.int().min(0),
  vip: z.boolean(),
  subject: z.string(),
  tags: z.array(z.enum(['outage', 'slow', 'billing'])),
  openedAt: z.iso.datetime({ offset: true }),
  waited: z.iso.duration().optional(),
  contract: z.object({ level: z.string(), days: z.number() }).optional(),
  note: z.string().nullable(),
})

/** A request that fits the vocabulary. */
export const request = {
  severity: 'P2',
  users: 3,
  vip: false,
  subject: 'Cannot print',
  tags: [],
  openedAt: '2027-03-01T08:00:00Z',
  note: null,
} as const

export const AT = '2027-03-01T09:00:00Z'

export function compared(fact: string, operator: string, value: unknown, path?: string): Condition {
  return { fact, operator, value, ...(path !== undefined && { path }) }
}

/** A rule that assigns to a team called like itself. */
export function rule(
  id: string,
  conditions: Condition = { all: [] },
  rest: Partial<RuleDocument> = {},
): RuleDocument {
  return { id, conditions, event: { type: 'assign', params: { team: id } }, ...rest }
}

/** A sound rule set with some of its parts replaced. */
export function triage(parts: Partial<RuleSetDocument> = {}): RuleSetDocument {
  return { id: 'triage', version: 1, actions: { assign: { hitPolicy: 'first' } }, ...parts }
}
