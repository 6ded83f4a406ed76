import {
  type Directory,
  type Instant,
  type InstantLike,
  type PartyRef,
  toInstant,
} from '@holdfast/kernel'
import { type FulfillmentAnswer, type FulfillmentQuestion, fulfillmentOf } from './fulfillment.ts'
import { membership, type PartyFilter } from './parties.ts'
import { isOpen, type ObligationState } from './state.ts'

export interface LedgerOptions {
  /** Says which team a person belongs to; what people owe is then counted, and found, under their team. */
  readonly directory?: Directory | undefined
}

/** Which of the open promises are asked for; those that meet every part. */
export interface OpenQuestion extends PartyFilter<PartyRef> {
  /** What it concerns: `request:7`. */
  readonly about?: string | undefined
  /** Those whose `latestToMeet` is at or before it. What is paused is due by no instant. */
  readonly dueBy?: InstantLike | undefined
  /** Only those that are late already. */
  readonly breachedOnly?: boolean | undefined
}

/** All promises at an instant: those of many obligations, requests and parties. Immutable. */
export interface Ledger {
  /** What it was made from, in the order given. */
  readonly states: readonly ObligationState[]
  /**
   * What is still owed, most pressing first: by `latestToMeet` (paused last), then by `about`, obligation and cycle.
   * A team's debts are those of its people too, where there is a directory. Throws what `toInstant` throws.
   */
  open(question?: OpenQuestion): readonly ObligationState[]
  /**
   * How promises were kept: by role, team, customer or system, by kind, and by the period in which they were due. Asking
   * about single people is refused with `ranking-people`. Throws `RangeError` `group-unknown`, `period-unknown` and
   * `zone-unknown`, and `TypeError` `period-missing`.
   */
  fulfillment(question?: FulfillmentQuestion): FulfillmentAnswer
}

/** The ledger of the states that obligations gave when they were read, all at the same instant. */
export function createLedger(
  states: Iterable<ObligationState>,
  { directory }: LedgerOptions = {},
): Ledger {
  const all = Object.freeze([...states])
  const members = membership(directory)
  return Object.freeze<Ledger>({
    states: all,
    open({ about, dueBy, breachedOnly = false, ...parties } = {}) {
      const last = dueBy === undefined ? undefined : toInstant(dueBy)
      return all
        .filter(
          (state) =>
            isOpen(state) &&
            members.fits(state, parties) &&
            (about === undefined || state.about === about) &&
            (last === undefined || isDueBy(state, last)) &&
            (!breachedOnly || state.breachedAt !== null),
        )
        .sort(byUrgency)
    },
    fulfillment: (question = {}) => fulfillmentOf(all, question, members),
  })
}

function isDueBy({ latestToMeet }: ObligationState, last: Instant): boolean {
  return latestToMeet !== null && latestToMeet <= last
}

const NEVER = Number.MAX_SAFE_INTEGER

function byUrgency(a: ObligationState, b: ObligationState): number {
  return (
    (a.latestToMeet ?? NEVER) - (b.latestToMeet ?? NEVER) ||
    compareText(a.about, b.about) ||
    compareText(a.obligation, b.obligation) ||
    a.cycle - b.cycle
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
