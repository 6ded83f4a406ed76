import { isMet, isOpen, type ObligationState } from './state.ts'

/** What a promise counts as: `met` in time; `breached` also where it was cancelled, or is still owed, after its time. */
export type Outcome = 'met' | 'breached' | 'open' | 'cancelled'

/** What a promise that began counts as. */
export function outcomeOf(state: ObligationState): Outcome {
  if (isMet(state)) return 'met'
  if (state.breachedAt !== null) return 'breached'
  return isOpen(state) ? 'open' : 'cancelled'
}

/** How many promises were kept. */
export interface OutcomeTotals {
  /** Fulfilled in time. */
  readonly met: number
  /** Fulfilled late, still owed after its time, or cancelled after it. */
  readonly breached: number
  /** Still owed, and not late yet. */
  readonly open: number
  /** Cancelled before it was late; in no rate. */
  readonly cancelled: number
  /** Further periods of cadences that went by unmet. */
  readonly missed: number
  /** `met / (met + breached)`; `null` while nothing is decided. */
  readonly rate: number | null
}

/** Counts promises that began. */
export interface OutcomeCount {
  add(state: ObligationState): Outcome
  total(): OutcomeTotals
}

export function outcomeCount(): OutcomeCount {
  const tally = { met: 0, breached: 0, open: 0, cancelled: 0, missed: 0 }
  return {
    add(state) {
      const outcome = outcomeOf(state)
      tally[outcome]++
      tally.missed += state.missed
      return outcome
    },
    total: () => ({ ...tally, rate: rateOf(tally) }),
  }
}

/** The share met of what is decided; `null` while nothing is. */
export function rateOf({ met, breached }: Pick<OutcomeTotals, 'met' | 'breached'>): number | null {
  return met + breached === 0 ? null : met / (met + breached)
}
