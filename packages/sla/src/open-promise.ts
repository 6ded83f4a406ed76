import type { Instant, PartyRef } from '@holdfast/kernel'
import type { SlaState } from './policy.ts'

/**
 * What comes of an open promise when nobody acts. `breached`: it is late already. `willBreach`: it will be by the end.
 * `paused`: its clock stands still. `inTime`: it is due later.
 */
export type ForecastStatus = 'breached' | 'willBreach' | 'paused' | 'inTime'

/** A promise that is still owed. */
export interface OpenPromise {
  /** The id of the request. */
  readonly id: string
  readonly agreement: string
  readonly agreementKind: SlaState['agreementKind']
  readonly metric: string
  readonly priority: string | null
  readonly about: string
  readonly cycle: number
  readonly debtor: PartyRef | null
  readonly creditor: PartyRef | null
  readonly status: ForecastStatus
  readonly isPaused: boolean
  /** What is waited for, where it is paused and the history says so. */
  readonly waitingFor: readonly string[]
  /** The last instant that keeps it; `null` while a pause leaves it open. */
  readonly latestToMeet: Instant | null
  /** When it was breached, or will be when nobody acts. */
  readonly breachedAt: Instant | null
  readonly nextWarning: Instant | null
  /** What is left of the target, in milliseconds of its own clock; negative when it is late. */
  readonly remaining: number
}
