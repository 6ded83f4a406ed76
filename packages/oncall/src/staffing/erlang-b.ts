import { amountFault, assertFit, countFault, MOST_AGENTS } from './inputs.ts'

/**
 * Erlang B: the share of arrivals that find all servers busy, where none waits. `load` is in erlangs, from 0 to
 * 1,000,000; `servers` is a whole number from 0 to 1,000,000.
 *
 * Counted up one server at a time, in numbers from 0 to 1, so that nothing overflows; what is less than 1e-308 is 0.
 * Source: A. K. Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone
 * exchanges", 1917.
 *
 * Throws `RangeError` or `TypeError` `load-invalid` and `servers-invalid`; the message names every wrong value.
 */
export function blocking(load: number, servers: number): number {
  assertFit([amountFault('load', load, 0, MOST_AGENTS), countFault('servers', servers, 0)])
  let blocked = 1
  for (let count = 1; count <= servers; count++) {
    blocked = (load * blocked) / (count + load * blocked)
  }
  return blocked
}
