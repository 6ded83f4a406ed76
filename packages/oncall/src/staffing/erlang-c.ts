import { blocking } from './erlang-b.ts'
import { amountFault, assertFit, countFault, MOST_AGENTS } from './inputs.ts'
import type { QueueFigures } from './queue-figures.ts'

/**
 * Erlang C: the share of arrivals that have to wait, where all wait until an agent is free. `load` is in erlangs, from 0
 * to 1,000,000; `agents` is a whole number from 1 to 1,000,000. With no more agents than load the queue grows for ever,
 * and everybody waits: 1.
 *
 * Source: A. K. Erlang, 1917, by way of Erlang B. Throws `RangeError` or `TypeError` `load-invalid` and
 * `agents-invalid`; the message names every wrong value.
 */
export function waitProbability(load: number, agents: number): number {
  assertFit([amountFault('load', load, 0, MOST_AGENTS), countFault('agents', agents, 1)])
  if (agents <= load) return 1
  const blocked = blocking(load, agents)
  return (agents * blocked) / (agents - load * (1 - blocked))
}

/** What comes of a queue that nobody leaves; there are more agents than load. Times in milliseconds. */
export function patientQueue(
  load: number,
  agents: number,
  { handleTime, targetWait }: { readonly handleTime: number; readonly targetWait: number },
): QueueFigures {
  const waits = waitProbability(load, agents)
  const spare = agents - load
  return {
    waitProbability: waits,
    serviceLevel: 1 - waits * Math.exp((-spare * targetWait) / handleTime),
    averageWait: (waits * handleTime) / spare,
    occupancy: load / agents,
    abandonment: 0,
  }
}
