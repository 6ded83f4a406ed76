import type { Instant, PartyRef } from '@holdfast/kernel'
import type { ObligationState } from '@holdfast/obligations'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { RequestState } from '../state.ts'
import type { PromiseName } from './promise-terms.ts'
import { type Running, readRunning, runningPromises, waitEndsAt } from './running.ts'
import { keyOf, keyOfWait } from './told-keys.ts'

/** Something that time brings about, at the instant at which it does. */
export interface Due {
  /** Unique over the life of the request; what was told of it is known by it. */
  readonly key: string
  readonly at: Instant
  readonly promise: PromiseName | 'wait'
  readonly purpose: 'warn' | 'breach' | 'resume'
  /** Which target or step of the document; 0 where there is but one. */
  readonly index: number
  /** Who is told: whoever owes it, and of a breach whom the target names beside. */
  readonly to: readonly PartyRef[]
  /** What is owed, as it stands then; `null` for the end of a wait. */
  readonly state: ObligationState | null
}

/** What has come due, before everything that is known of it is put together. */
type Found = Pick<Due, 'key' | 'at' | 'purpose'> & { readonly running: Running | null }

/**
 * The first thing that time brings about after an instant and up to another (included), of what was not told yet; by
 * `at`, then `key`; `null` for nothing. A cycle warns as often as its target says, and breaches once, in the first
 * millisecond that is too late; further periods that go by unmet are counted in its state, and told no more.
 */
export function nextDue(
  state: RequestState,
  lifecycle: Lifecycle,
  after: Instant,
  upTo: Instant,
): Due | null {
  const wait = endOfWait(state, upTo)
  let first = wait !== null && wait.at > after ? wait : null
  for (const running of runningPromises(state, lifecycle)) {
    for (const found of passedIn(running, state, upTo)) {
      if (found.at > after && (first === null || isBefore(found, first))) first = found
    }
  }
  return first === null ? null : dueOf(first, state, lifecycle)
}

/** Everything that time has brought about by an instant and that was not told yet, by `at`, then `key`. */
export function untoldDues(
  state: RequestState,
  lifecycle: Lifecycle,
  upTo: Instant,
): readonly Due[] {
  const wait = endOfWait(state, upTo)
  return runningPromises(state, lifecycle)
    .flatMap((running) => passedIn(running, state, upTo))
    .concat(wait ?? [])
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .map((found) => dueOf(found, state, lifecycle))
}

function endOfWait(state: RequestState, upTo: Instant): Found | null {
  const at = waitEndsAt(state)
  if (state.wait === null || at === null || at > upTo) return null
  const key = keyOfWait(state.wait, state)
  return state.told.includes(key) ? null : { key, at, purpose: 'resume', running: null }
}

const NOTHING: readonly Found[] = Object.freeze([])

function passedIn(running: Running, state: RequestState, upTo: Instant): readonly Found[] {
  const { request, told } = state
  if (running.first.at > upTo) return NOTHING
  const read = readRunning(running, upTo)
  if (read === null || (read.breachedAt === null && read.warnedAt.length === 0)) return NOTHING
  const found: Found[] = []
  const add = (purpose: 'warn' | 'breach', nth: number, at: Instant) => {
    const key = keyOf(running, request, purpose, nth)
    if (!told.includes(key)) found.push({ key, at, purpose, running })
  }
  for (const [nth, at] of read.warnedAt.entries()) add('warn', nth, at)
  if (read.breachedAt !== null) add('breach', 0, read.breachedAt)
  return found
}

function isBefore(a: Found, b: Found): boolean {
  return a.at < b.at || (a.at === b.at && a.key < b.key)
}

function dueOf({ running, ...found }: Found, state: RequestState, lifecycle: Lifecycle): Due {
  const { owner } = state
  if (running === null) return { ...found, promise: 'wait', index: 0, to: [owner], state: null }
  const { promise, index } = running
  const read = readRunning(running, found.at)
  const debtor = read?.debtor ?? owner
  const above = found.purpose === 'breach' ? escalation(running, lifecycle) : undefined
  const to = above === undefined || above === debtor ? [debtor] : [debtor, above]
  return { ...found, promise, index, to, state: read }
}

function escalation({ promise, index }: Running, { document }: Lifecycle): PartyRef | undefined {
  switch (promise) {
    case 'attention':
    case 'news':
      return document[promise].targets[index]?.escalateTo
    case 'acceptance':
      return document.handover.acceptance[index]?.escalateTo
    default:
      return undefined
  }
}
