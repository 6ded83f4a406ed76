import { type Duration, rangeError, toMillis } from '@holdfast/kernel'
import { amountFault, assertFit, type Fault, lengthFault, MOST_AGENTS } from './inputs.ts'

/** Work that comes in at random, as calls, chats and tickets do. */
export interface Workload {
  /** How many come in an interval, on average; 0 or more, not necessarily whole. */
  readonly arrivals: number
  /** The interval: `PT30M`. Longer than nothing, and of fixed length. */
  readonly interval: Duration
  /** The working time one of them takes, on average. Longer than nothing, and of fixed length. */
  readonly handleTime: Duration
}

/**
 * The load that comes in, in erlangs: how many agents it would keep busy if none ever waited for work.
 *
 * Throws `RangeError` `arrivals-invalid`, `interval-invalid`, `handle-time-invalid`, `duration-invalid`,
 * `load-invalid` (more than 1,000,000 erlangs), and `TypeError` `duration-not-fixed`; the message names every wrong
 * value.
 */
export function offeredLoad(workload: Workload): number {
  assertFit(workloadFaults(workload))
  const { arrivals, interval, handleTime } = workload
  // In this order a load that is whole comes out whole.
  const load = (arrivals * toMillis(handleTime)) / toMillis(interval)
  if (load <= MOST_AGENTS) return load
  throw rangeError('load-invalid', `${load} erlangs are more than ${MOST_AGENTS}`)
}

/** What is wrong with a workload. */
export function workloadFaults({
  arrivals,
  interval,
  handleTime,
}: Workload): (Fault | undefined)[] {
  return [
    amountFault('arrivals', arrivals),
    lengthFault('interval', interval),
    lengthFault('handleTime', handleTime),
  ]
}
