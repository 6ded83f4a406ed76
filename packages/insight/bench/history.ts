import type { Mark } from '@holdfast/kernel'

const MINUTE = 60_000

type Happening = Pick<Mark, 'type'> & Partial<Mark> & { readonly after: number }

const agent = { by: 'person:ada' } as const
const doing = (element: string, facts: Mark['facts'] = {}) => ({ facts: { element, ...facts } })

const BEGINNING: readonly Happening[] = [
  { type: 'submitted', after: 0, by: 'customer:acme', ...doing('wait', { party: 'queue' }) },
  {
    type: 'assigned',
    after: 35,
    ...agent,
    ...doing('investigation', { assignedTo: 'team:first' }),
  },
]

/** What happens again and again in a long life. */
const ROUND: readonly Happening[] = [
  { type: 'message', after: 20, ...agent },
  { type: 'waiting', after: 1, ...agent, reason: 'customer' },
  { type: 'message', after: 340, by: 'customer:acme' },
  { type: 'resumed', after: 2, by: 'system:desk' },
  {
    type: 'assigned',
    after: 240,
    ...agent,
    ...doing('investigation', { assignedTo: 'team:second' }),
  },
  { type: 'message', after: 90, ...agent, ...doing('fix') },
  { type: 'message', after: 510, ...agent, ...doing('verification') },
  {
    type: 'assigned',
    after: 55,
    ...agent,
    ...doing('investigation', { assignedTo: 'team:first' }),
  },
]

const END: Happening = { type: 'resolved', after: 120, ...agent }

/** The history of a request with so many marks; the seed shifts its beginning and stretches it. */
export function history(length: number, seed: number): readonly Mark[] {
  let at = Date.parse('2026-11-02T07:00:00Z') + (seed % 97) * 113 * MINUTE
  return Array.from({ length }, (_, nth) => {
    const { after, ...mark } = happeningAt(nth, length)
    at += Math.round(after * (0.5 + (seed % 13) / 8)) * MINUTE
    return { id: `m${nth}`, at, seq: nth, about: 'request:7', ...mark }
  })
}

function happeningAt(nth: number, length: number): Happening {
  if (nth === length - 1) return END
  return (BEGINNING[nth] ?? ROUND[(nth - BEGINNING.length) % ROUND.length]) as Happening
}
