import {
  compareWakeups,
  type Instant,
  type InstantLike,
  toInstant,
  type Wakeup,
} from '@holdfast/kernel'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { RequestState } from '../state.ts'
import { untoldDues } from './due.ts'
import { type Running, runningPromises, waitEndsAt } from './running.ts'
import { keyOfWait, prefixOf } from './told-keys.ts'

/**
 * When the request wants to be looked at again: the next warning and the breach of everything that is owed, the end of
 * a wait with a date, and whatever has come due by then and was not told, with the instant at which it did. By `at`,
 * then `key`; `source` is the promise. Between two of them nothing comes due. Throws what `toInstant` throws.
 */
export function wakeups(
  state: RequestState,
  lifecycle: Lifecycle,
  at: InstantLike,
): readonly Wakeup[] {
  const now = toInstant(at)
  const found: Wakeup[] = untoldDues(state, lifecycle, now).map((due) => {
    const { key, promise: source, purpose } = due
    return { key, at: due.at, source, purpose }
  })
  for (const running of runningPromises(state, lifecycle)) {
    const { promise: source, first } = running
    // A cycle that begins later is known from its first mark on.
    found.push(
      ...untoldOf(running, state, Math.max(now, first.at)).map((one) => ({ ...one, source })),
    )
  }
  const until = waitEndsAt(state)
  if (state.wait !== null && until !== null && until > now) {
    found.push({ key: keyOfWait(state.wait, state), at: until, source: 'wait', purpose: 'resume' })
  }
  return found.sort(compareWakeups)
}

/**
 * What a promise brings about next. What was told under another target of the same cycle is not told again, so the next
 * warning is the one after it.
 */
function untoldOf(running: Running, state: RequestState, after: Instant): readonly Wakeup[] {
  const prefix = prefixOf(running, state.request)
  const next = running.obligation
    .wakeups([running.first], after)
    .filter((wakeup) => !isFurtherBreach(wakeup))
    .map((wakeup) => ({ ...wakeup, key: `${prefix}${wakeup.key}` }))
  const isTold = ({ key }: Wakeup) => state.told.includes(key)
  const told = next.find((wakeup) => wakeup.purpose === 'warn' && isTold(wakeup))
  if (told !== undefined) return untoldOf(running, state, told.at)
  return next.filter((wakeup) => !isTold(wakeup))
}

/** A cycle is late once, however many of its periods go by. */
function isFurtherBreach({ key, purpose }: Wakeup): boolean {
  return purpose === 'breach' && !key.endsWith('|1')
}
