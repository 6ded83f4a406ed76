import * as z from 'zod'

/**
 * What is known of a request when it is triaged: the one place where facts, their types and their values are named.
 * What not every channel asks for is optional, and then the checks think of requests without it, too.
 */
export const vocabulary = z.object({
  kind: z.enum(['incident', 'question', 'change', 'new-business']),
  subject: z.string(),
  /** How many are stopped in their work, and how long they can do without. */
  impact: z.enum(['high', 'medium', 'low']),
  urgency: z.enum(['high', 'medium', 'low']),
  tier: z.enum(['free', 'standard', 'premium', 'enterprise']),
  channel: z.enum(['email', 'chat', 'phone', 'portal', 'api']).optional(),
  product: z.enum(['billing', 'search', 'sync', 'reports', 'mobile']).optional(),
  language: z.enum(['en', 'de', 'fr', 'ja']).optional(),
  usersAffected: z.int().min(0).max(1_000_000).optional(),
  tags: z.array(z.enum(['security', 'gdpr', 'data-loss', 'slow', 'invoice', 'login'])).optional(),
  contract: z
    .object({
      level: z.enum(['bronze', 'silver', 'gold', 'platinum']),
      endsAt: z.iso.datetime(),
    })
    .optional(),
  /** When the customer wrote; triage may come back to a request days later. */
  openedAt: z.iso.datetime().optional(),
})

export type Request = z.input<typeof vocabulary>
