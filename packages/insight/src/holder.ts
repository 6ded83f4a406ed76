import type { Instant, Mark } from '@holdfast/kernel'
import type { Holder } from './stretch.ts'

/** A change of whom a case belongs to. Being given to somebody for the first time is none. */
export interface HandOver {
  readonly at: Instant
  readonly from: Holder
  readonly to: Holder
  /** Whether it came back to somebody who had it before: ping-pong. */
  readonly isReturn: boolean
}

/** Whom a case belongs to, as its marks go by. */
export interface HolderLine {
  /** Takes a mark and says whom the case belongs to then, as the history calls them. */
  take(mark: Mark): string | null
  readonly handOvers: readonly HandOver[]
}

/**
 * Follows `facts.assignedTo` from mark to mark; for an `accepted` mark without it, what was offered last. An offer by
 * itself moves nothing.
 */
export function holderLine(): HolderLine {
  const handOvers: HandOver[] = []
  const before = new Set<string>()
  let present: string | null = null
  let offered: unknown
  return {
    handOvers,
    take({ type, at, facts }) {
      if (type === 'offered') {
        offered = facts?.['offeredTo']
        return present
      }
      const to = facts?.['assignedTo'] ?? (type === 'accepted' ? offered : undefined)
      if (typeof to !== 'string' || to === present) return present
      if (present !== null) {
        handOvers.push({ at, from: shown(present), to: shown(to), isReturn: before.has(to) })
      }
      before.add(to)
      present = to
      return to
    },
  }
}

/** A party, or any other text of a history, as it may be shown: no single person. Source: R104. */
export function shown(party: string): Holder {
  return isPerson(party) ? 'person' : (party as Holder)
}

export function isPerson(text: string): boolean {
  return text.startsWith('person:')
}
