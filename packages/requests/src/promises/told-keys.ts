import type { RequestState, Wait } from '../state.ts'
import type { Running } from './running.ts'

/**
 * The key of what a promise that is owed now brings about, unique over the life of the request: the mark that its cycle
 * began with tells it from others. `nth` is from 0. Another target for the same cycle has the same keys, so a change of
 * priority tells nothing twice.
 */
export function keyOf(
  running: Running,
  request: string,
  purpose: 'warn' | 'breach',
  nth: number,
): string {
  return `${prefixOf(running, request)}${running.obligation.id}|${running.first.about}|1|${purpose}|${nth + 1}`
}

/** What the keys of a promise begin with, before those that its obligation gives. */
export function prefixOf({ first: { seq = 0 } }: Running, request: string): string {
  return `${request}|${seq}|`
}

/** The key of the end of a wait that has a date. */
export function keyOfWait({ number }: Wait, { request }: Pick<RequestState, 'request'>): string {
  return `${request}|wait|${number}|until`
}

/**
 * What was told that could come due again once the request enters another state. What was told of a wait and of a
 * resolution is over with them. Offers, and what the customer has to be told, go on; and what is owed again and again
 * may count from the same mark once more, where a state is dated back before it.
 */
export function stillTold(told: readonly string[]): readonly string[] {
  return told.filter((key) => /\|(?:acceptance|tell|attention|news)\|/.test(key))
}
