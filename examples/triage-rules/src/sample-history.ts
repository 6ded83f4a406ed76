import { type Random, randomFrom } from '@holdfast/example-report/random'
import { formatInstant, toInstant } from '@holdfast/kernel'
import type { Request } from './vocabulary.ts'

const FIRST = toInstant('2027-01-04T06:00:00Z')
const MINUTE = 60_000
const DAY = 1_440 * MINUTE

const SUBJECTS = {
  incident: [
    ['sync', 'Sync is down'],
    ['sync', 'Files do not arrive'],
    ['search', 'Search is slow'],
    ['search', 'Search unreachable since this morning'],
    ['reports', 'Report shows last month'],
    ['mobile', 'App crashes at start'],
    ['billing', 'Card is refused'],
    [undefined, 'Cannot log in'],
    [undefined, 'Phishing mail in your name'],
  ],
  question: [
    ['reports', 'How do I export a report?'],
    ['mobile', 'How do I add a second phone?'],
    ['billing', 'Invoice 2027-0117 is not ours'],
    ['search', 'Which languages does search know?'],
    ['sync', 'When will Sync 4 be ready?'],
    [undefined, 'I forgot my password'],
    [undefined, 'What becomes of our contract?'],
  ],
  change: [
    ['sync', 'Move our folder to another region'],
    ['billing', 'New address for invoices'],
    [undefined, 'Add a domain'],
  ],
  'new-business': [[undefined, 'Price for more seats']],
} as const

/** Made-up requests of eight weeks, the same every time: mostly small things, now and then a large one. */
export function sampleHistory(count = 1_000): string {
  const random = randomFrom(4)
  const lines: string[] = []
  let at = FIRST
  for (let number = 1; number <= count; number++) {
    at = toInstant(at + MINUTE * (5 + random.int(145)))
    const id = `R-${10_000 + number}`
    lines.push(JSON.stringify({ id, at: formatInstant(at), facts: requestAt(at, random) }))
  }
  return `${lines.join('\n')}\n`
}

function requestAt(at: number, random: Random): Request {
  const { happens, pick, int, skewed } = random
  const kind = pick([
    'incident',
    'incident',
    'question',
    'question',
    'change',
    'new-business',
  ] as const)
  const [product, subject] = pick<readonly [Request['product'], string]>(SUBJECTS[kind])
  const isLarge = kind === 'incident' && happens(15)
  const impact = isLarge ? 'high' : pick(['medium', 'low', 'low'] as const)
  const urgency = pick(['high', 'medium', 'medium', 'low'] as const)
  // Every tenth is looked at again some days later.
  const age = happens(10) ? DAY * int(6) : 0
  const tag = /phishing/i.test(subject) ? 'security' : pick(['login', 'slow', 'gdpr'] as const)
  return {
    kind,
    subject,
    impact,
    urgency,
    tier: pick(['free', 'free', 'standard', 'standard', 'premium', 'enterprise'] as const),
    ...(happens(90) && { channel: pick(['email', 'chat', 'phone', 'portal', 'api'] as const) }),
    ...(product !== undefined && { product }),
    language: pick(['en', 'en', 'en', 'de', 'fr', 'ja'] as const),
    ...(kind === 'incident' && happens(70) && { usersAffected: isLarge ? int(900) : skewed(120) }),
    ...((tag === 'security' || happens(8)) && { tags: [tag] }),
    ...(happens(40) && {
      contract: {
        level: pick(['bronze', 'silver', 'gold', 'platinum'] as const),
        endsAt: formatInstant(toInstant(at - (at % DAY) + DAY * int(400))),
      },
    }),
    ...(age > 0 && { openedAt: formatInstant(toInstant(at - age)) }),
  }
}
