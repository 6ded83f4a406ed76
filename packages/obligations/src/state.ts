import type { Instant, Params, PartyRef } from '@holdfast/kernel'

/**
 * Where a cycle is in its life. `inactive`: nothing is owed yet. `running` and `paused`: it is owed, and its clock counts
 * or does not. `fulfilled`: done, in time or late. `cancelled`: not owed any more.
 */
export type Life = 'inactive' | 'running' | 'paused' | 'fulfilled' | 'cancelled'

export type Party = PartyRef | null

/** Who owes whom; `null` where a mark did not name them. */
export interface Parties {
  readonly debtor: Party
  readonly creditor: Party
}

/** A stretch during which the clock stood still. */
export interface Pause {
  readonly from: Instant
  /** `null` while it lasts. */
  readonly to: Instant | null
  /** What the wait is about: `wait:w2`, or the request. */
  readonly about: string
  /** The id of the mark that began it. */
  readonly mark: string
  /** What is waited for. */
  readonly reason: string | null
  readonly by: PartyRef | null
}

/** A stretch during which the clock ran; on a business clock only its open time counts. */
export interface Segment {
  readonly from: Instant
  /** `null` while it lasts. */
  readonly to: Instant | null
}

/** What has followed from being late, or nearly so. */
export interface Consequence {
  readonly on: 'warning' | 'breach'
  readonly at: Instant
  readonly kind: string
  readonly to: PartyRef | null
  readonly params: Params
}

/** What cannot be right in a history, or could not be settled. Nothing of it stops the rest from being computed. */
export interface Problem {
  /** `inconsistent-history`, `party-missing` or `never-due`. */
  readonly code: 'inconsistent-history' | 'party-missing' | 'never-due'
  /** The ids of the marks it is about. */
  readonly marks: readonly string[]
  readonly message: string
}

/**
 * One cycle of an obligation as it stands at an instant. All lengths are milliseconds of its own clock, and all
 * instants epoch milliseconds.
 */
export interface ObligationState {
  /** The id of the terms. */
  readonly obligation: string
  /** The kind of promise, such as `sla.firstResponse`. */
  readonly kind: string
  /** What it concerns: `request:7`, `offer:o1`. */
  readonly about: string
  /** Counted from 1 in each `about`; 0 while nothing began. */
  readonly cycle: number
  readonly debtor: PartyRef | null
  readonly creditor: PartyRef | null
  readonly life: Life
  /** When it began to be owed. */
  readonly startedAt: Instant | null
  /** What the debtor has. Of date clocks, the counted time between start and deadline. */
  readonly target: number
  /** What of it is used up, pauses taken out. */
  readonly used: number
  /** `target - used`; negative when it is late. */
  readonly remaining: number
  /** `used / target`; 0 where nothing counts between start and deadline, as in a night between two business days. */
  readonly share: number
  /** The earliest instant with the target used up; `null` while a pause leaves it open, and before the start. */
  readonly dueAt: Instant | null
  /** The last instant at which fulfillment still keeps the promise. */
  readonly latestToMeet: Instant | null
  readonly fulfilledAt: Instant | null
  readonly cancelledAt: Instant | null
  /** One millisecond after `latestToMeet`, once that has passed unfulfilled. */
  readonly breachedAt: Instant | null
  /** How many further periods of a cadence went by unmet. */
  readonly missed: number
  /** The warnings that have passed, in order of time. */
  readonly warnedAt: readonly Instant[]
  readonly pauses: readonly Pause[]
  readonly segments: readonly Segment[]
  readonly consequences: readonly Consequence[]
  readonly problems: readonly Problem[]
}

/** Whether something is still owed. */
export function isOpen({ life }: Pick<ObligationState, 'life'>): boolean {
  return life === 'running' || life === 'paused'
}

/** Whether it was kept: fulfilled, and in time. */
export function isMet({ life, breachedAt }: Pick<ObligationState, 'life' | 'breachedAt'>): boolean {
  return life === 'fulfilled' && breachedAt === null
}
