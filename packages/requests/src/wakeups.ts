import { compareWakeups, type Instant, type Wakeup } from '@holdfast/kernel'
import { untoldDues, waitEndsAt } from './due.ts'
import type { Lifecycle } from './lifecycle.ts'
import { runningPromises } from './running.ts'
import type { RequestState } from './state.ts'
import { keyOfWait, prefixOf } from './told-keys.ts'

/**
 * When the request wants to be looked at again: the next warning and the breach of everything that is owed, the end of
 * a wait with a date, and whatever has come due by then and was not told, with the instant at which it did. By `at`, then
 * `key`; `source` is the promise. Between two of them nothing comes due.
 */
export function wakeups(state: RequestState, lifecycle: Lifecycle, at: Instant): readonly Wakeup[] {
  const found: Wakeup[] = untoldDues(state, lifecycle, at).map((due) => {
    const { key, promise: source, purpose } = due
    return { key, at: due.at, source, purpose }
  })
  for (const running of runningPromises(state, lifecycle)) {
    const { promise: source, obligation, first } = running
    const prefix = prefixOf(running, state.request)
    // A cycle that begins later is known from its first mark on.
    for (const wakeup of obligation.wakeups([first], Math.max(at, first.at))) {
      if (isFurtherBreach(wakeup)) continue
      found.push({ ...wakeup, key: `${prefix}${wakeup.key}`, source })
    }
  }
  const until = waitEndsAt(state)
  if (state.wait !== null && until !== null && until > at) {
    found.push({ key: keyOfWait(state.wait, state), at: until, source: 'wait', purpose: 'resume' })
  }
  return found.sort(compareWakeups)
}

/** A cycle is late once, however many of its periods go by. */
function isFurtherBreach({ key, purpose }: Wakeup): boolean {
  return purpose === 'breach' && !key.endsWith('|1')
}
