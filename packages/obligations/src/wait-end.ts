import { type Instant, MAX_INSTANT, type Mark, parseInstant } from '@holdfast/kernel'

/** The date that a wait names as its end: `facts.until`, an instant after its beginning. */
export function untilOf({ at, facts }: Mark): Instant | undefined {
  const named = facts?.['until']
  const until = typeof named === 'string' ? parseInstant(named) : named
  const isInstant = typeof until === 'number' && Number.isSafeInteger(until) && until <= MAX_INSTANT
  return isInstant && until > at ? until : undefined
}
