import {
  type Explained,
  type Instant,
  type InstantLike,
  type Reason,
  reason,
  toInstant,
} from '@holdfast/kernel'
import { explained, type ObligationState } from '@holdfast/obligations'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { RequestState } from '../state.ts'
import { type Cut, cutsOf } from './cuts.ts'

/**
 * Everything that was and is owed in the life of a request, as it stands at an instant: for ledgers and reports. In the
 * order in which it began, its cycles counted through for each obligation and what it is about. Within a state a change
 * of priority holds from the beginning of the open cycle, and whoever owns the request when a cycle is decided owes it.
 * Throws what `toInstant` throws.
 */
export function owed(
  state: RequestState,
  lifecycle: Lifecycle,
  at: InstantLike,
): readonly ObligationState[] {
  const now = toInstant(at)
  const number = counter()
  return cutsOf(state, lifecycle, now).flatMap(({ obligation, marks }) => {
    const read = obligation.read(marks, now)[0]
    return read === undefined ? [] : [{ ...read, cycle: number(read) }]
  })
}

/** What `owed` says, with one reason for each state, in their order. */
export function explainedOwed(
  state: RequestState,
  lifecycle: Lifecycle,
  at: InstantLike,
): Explained<readonly ObligationState[]> {
  const now = toInstant(at)
  const number = counter()
  const told = cutsOf(state, lifecycle, now).flatMap((cut) => {
    const { read, story } = explainedCut(cut, now)
    if (read === undefined || story === undefined) return []
    const cycle = number(read)
    const { params } = story
    return [{ read: { ...read, cycle }, story: { ...story, params: { ...params, cycle } } }]
  })
  const { request } = state
  return {
    value: told.map(({ read }) => read),
    reason: reason(
      'requests.owed',
      { request, at: now, count: told.length },
      { children: told.map(({ story }) => story) },
    ),
  }
}

function explainedCut(
  { obligation, marks }: Cut,
  at: Instant,
): { readonly read: ObligationState | undefined; readonly story: Reason | undefined } {
  const said = explained(obligation).read(marks, at)
  return { read: said.value[0], story: said.reason.children[0] }
}

/** Gives each cycle its number among those of its obligation that are about the same. */
function counter(): (read: ObligationState) => number {
  const numbers = new Map<string, number>()
  return ({ obligation, about }) => {
    const key = `${obligation}|${about}`
    const number = (numbers.get(key) ?? 0) + 1
    numbers.set(key, number)
    return number
  }
}
