import type { PastRequest } from '@holdfast/rules'
import * as z from 'zod'

/** What the desk knows of a request when it decides who takes it. */
export const deskFacts = z.object({
  kind: z.enum(['incident', 'question', 'change']),
  level: z.enum(['bronze', 'silver', 'gold', 'platinum']),
  seats: z.int().min(1).max(100_000),
  tags: z.array(z.enum(['security', 'invoice', 'outage'])),
})

export type DeskFacts = z.input<typeof deskFacts>

const KINDS = ['incident', 'question', 'question', 'change', 'incident', 'question'] as const
const LEVELS = ['bronze', 'silver', 'bronze', 'gold', 'silver', 'platinum', 'bronze'] as const
const TAGS = [[], ['invoice'], [], ['outage'], ['security'], [], ['invoice'], []] as const

/** Made-up requests of February 2027, the same every time. */
export function lastMonth(): PastRequest<DeskFacts>[] {
  const start = Date.UTC(2027, 1, 1)
  return Array.from({ length: 620 }, (_, index) => ({
    id: `R-${2_001 + index}`,
    at: start + index * 65 * 60_000,
    facts: {
      kind: KINDS[(index * 5) % 6] ?? 'question',
      level: LEVELS[(index * 3) % 7] ?? 'bronze',
      seats: 1 + ((index * 37) % 600),
      tags: [...(TAGS[(index * 11) % 8] ?? [])],
    },
  }))
}
