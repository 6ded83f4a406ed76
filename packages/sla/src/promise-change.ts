import type { Instant, PartyRef } from '@holdfast/kernel'
import { type Outcome, outcomeOf } from '@holdfast/obligations'
import { compareText } from './first-of.ts'
import type { SlaState } from './policy.ts'

/** How the outcome of a promise differs under the other policy; the most telling first. */
export const SLA_FLIPS = [
  'metToBreached',
  'breachedToMet',
  /** Promised by the first policy only. */
  'lost',
  /** Promised by the second policy only. */
  'gained',
  /** Where one of them is open or cancelled. */
  'otherOutcome',
] as const

export type SlaFlip = (typeof SLA_FLIPS)[number]

/** A promise under one of the two policies. */
export interface PromiseUnder {
  readonly agreement: string
  readonly priority: string | null
  readonly outcome: Outcome
  /** The last instant that keeps it; `null` while a pause leaves it open. */
  readonly latestToMeet: Instant | null
}

/** A promise that the two policies do not keep alike. */
export interface PromiseChange {
  /** The id of the request. */
  readonly id: string
  readonly agreementKind: SlaState['agreementKind']
  readonly metric: string
  readonly about: string
  readonly cycle: number
  /** `null` when only its agreement or its deadline differs. */
  readonly flip: SlaFlip | null
  /** How much later it is due, in elapsed milliseconds; `null` where one of the deadlines is not known. */
  readonly moved: number | null
  /** `null` when it is promised by the other policy only. */
  readonly before: PromiseUnder | null
  readonly after: PromiseUnder | null
}

/** What is promised to a request, by what tells one promise from another. */
export type PromisesByKey = ReadonlyMap<string, SlaState>

export function promisesByKey(states: readonly SlaState[]): PromisesByKey {
  const found = new Map<string, SlaState>()
  for (const state of states) {
    let key = keyOf(state)
    // Two teams whose names come from the history may be one.
    while (found.has(key)) key += '+'
    found.set(key, state)
  }
  return found
}

/** The same for what takes each other's place: a request has one agreement with its customer, and one with each team. */
function keyOf({ agreementKind, metric, about, cycle, debtor }: SlaState): string {
  const team: PartyRef | null = agreementKind === 'sla' ? null : debtor
  return JSON.stringify([agreementKind, metric, about, cycle, team])
}

/** The promises to a request that two policies do not keep alike. */
export function changesOf(
  id: string,
  before: PromisesByKey,
  after: PromisesByKey,
): readonly PromiseChange[] {
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const { agreementKind, metric, about, cycle } = (was ?? is) as SlaState
    const change: PromiseChange = {
      id,
      agreementKind,
      metric,
      about,
      cycle,
      flip: flipOf(was, is),
      moved: movedBy(was, is),
      before: under(was),
      after: under(is),
    }
    return isChange(change) ? [change] : []
  })
}

function under(state: SlaState | undefined): PromiseUnder | null {
  if (state === undefined) return null
  const { agreement, priority, latestToMeet } = state
  return { agreement, priority, outcome: outcomeOf(state), latestToMeet }
}

function flipOf(was: SlaState | undefined, is: SlaState | undefined): SlaFlip | null {
  if (was === undefined) return 'gained'
  if (is === undefined) return 'lost'
  const [before, after] = [outcomeOf(was), outcomeOf(is)]
  if (before === after) return null
  if (before === 'met' && after === 'breached') return 'metToBreached'
  if (before === 'breached' && after === 'met') return 'breachedToMet'
  return 'otherOutcome'
}

function movedBy(was: SlaState | undefined, is: SlaState | undefined): number | null {
  const [before, after] = [was?.latestToMeet ?? null, is?.latestToMeet ?? null]
  return before === null || after === null ? null : after - before
}

function isChange(change: PromiseChange): boolean {
  const { flip, before, after } = change
  const moved = before?.latestToMeet !== after?.latestToMeet
  return flip !== null || moved || isOtherAgreement(change)
}

/** Whether it comes under an agreement of another name. */
export function isOtherAgreement({ before, after }: PromiseChange): boolean {
  return before !== null && after !== null && before.agreement !== after.agreement
}

/** By flip, then the farthest moved, then by id, kind, metric, about and cycle; ids are unique. */
export function compareChanges(a: PromiseChange, b: PromiseChange): number {
  return (
    rankOf(a) - rankOf(b) ||
    Math.abs(b.moved ?? 0) - Math.abs(a.moved ?? 0) ||
    compareText(a.id, b.id) ||
    compareText(a.agreementKind, b.agreementKind) ||
    compareText(a.metric, b.metric) ||
    compareText(a.about, b.about) ||
    a.cycle - b.cycle ||
    compareText(JSON.stringify([a.before, a.after]), JSON.stringify([b.before, b.after]))
  )
}

function rankOf({ flip }: PromiseChange): number {
  return flip === null ? SLA_FLIPS.length : SLA_FLIPS.indexOf(flip)
}
