import { type InstantLike, toInstant } from '@holdfast/kernel'
import type { ObligationState } from '../src/index.ts'

/** A state as a ledger sees it: owed by support to Acme and running, unless the parts say otherwise. */
export function owed(
  parts: Partial<ObligationState> & { due?: InstantLike } = {},
): ObligationState {
  const { due, ...rest } = parts
  const latestToMeet = due === undefined ? null : toInstant(due)
  return {
    obligation: 'first-answer',
    kind: 'sla.firstResponse',
    about: 'request:7',
    cycle: 1,
    debtor: 'team:support',
    creditor: 'customer:acme',
    life: latestToMeet === null ? 'paused' : 'running',
    startedAt: 0,
    target: 1,
    used: 0,
    remaining: 1,
    share: 0,
    dueAt: latestToMeet,
    latestToMeet,
    fulfilledAt: null,
    cancelledAt: null,
    breachedAt: null,
    missed: 0,
    warnedAt: [],
    pauses: [],
    segments: [],
    consequences: [],
    problems: [],
    ...rest,
  }
}
