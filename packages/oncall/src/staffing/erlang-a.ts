import { blocking } from './erlang-b.ts'
import type { QueueFigures } from './queue-figures.ts'

/**
 * What comes of a queue that people leave when their patience ends: Erlang A (M/M/n+M). Patience is exponential with a
 * mean; there may be fewer agents than load. Times in milliseconds.
 *
 * Everything is a sum over the states of the stationary chain. Those in which nobody waits come from Erlang B; `k` waiting
 * is `load / (agents + k * handleTime / patience)` times as likely as one less. Whoever is answered late came upon a queue
 * that is still there after the target wait: what is beyond it is a chain as well, of the arrivals whose patience lasts as
 * long.
 *
 * Sources: C. Palm, "Research on telephone traffic carried by full availability groups", 1957; F. Baccelli and G.
 * Hebuterne, "On queues with impatient customers", 1981 (the density of the wait); O. Garnett, A. Mandelbaum and M.
 * Reiman, "Designing a call center with impatient customers", 2002.
 */
export function impatientQueue(load: number, agents: number, times: Times): QueueFigures {
  const { handleTime, targetWait, patience } = times
  const leaving = handleTime / patience
  const blocked = blocking(load, agents)
  if (load < LEAST_LOAD) return { ...IDLE, waitProbability: blocked, occupancy: load / agents }
  const queue = queueChain(load, agents, leaving)
  const idle = Math.exp(-queue.exponent)
  const share = blocked / (idle + blocked * queue.weight)
  const abandonment = (share * queue.length * leaving) / load
  const late = share * lateWeight(load, agents, leaving, targetWait / handleTime, queue.exponent)
  return {
    waitProbability: Math.min(1, share * (idle + queue.weight)),
    serviceLevel: Math.min(1, Math.max(0, 1 - abandonment - late)),
    averageWait: abandonment * patience,
    occupancy: Math.min(1, (load * (1 - abandonment)) / agents),
    abandonment,
  }
}

/** Two who come at once are less likely than any number says, with less load. */
const LEAST_LOAD = 1e-150
const IDLE = { serviceLevel: 1, averageWait: 0, abandonment: 0 }

interface Times {
  readonly handleTime: number
  readonly targetWait: number
  readonly patience: number
}

/**
 * How likely it is that somebody waits, and how long the queue is, in units of the state in which all agents are busy and
 * nobody waits. Both are still to be multiplied by `exp(exponent)`, which may be more than a number holds.
 */
interface QueueChain {
  readonly weight: number
  readonly length: number
  readonly exponent: number
}

const HUGE = 1e250
/** What is left out, as a share of what is counted. */
const NEGLIGIBLE = 1e-17

function queueChain(load: number, agents: number, leaving: number): QueueChain {
  let state = 1
  let weight = 0
  let length = 0
  let exponent = 0
  for (let waiting = 1; ; waiting++) {
    const odds = load / (agents + waiting * leaving)
    state *= odds
    weight += state
    length += waiting * state
    // The odds only fall from here on, so that a geometric series bounds what is left.
    const left =
      odds < 1 ? (state * odds * (waiting + 1 / (1 - odds))) / (1 - odds) : Number.POSITIVE_INFINITY
    if (left <= NEGLIGIBLE * length) return { weight, length, exponent }
    if (weight > HUGE) {
      state /= HUGE
      weight /= HUGE
      length /= HUGE
      exponent += Math.log(HUGE)
    }
  }
}

/** How likely it is to be answered late, in the same units; `wait` is the target in handling times. */
function lateWeight(
  load: number,
  agents: number,
  leaving: number,
  wait: number,
  exponent: number,
): number {
  const beyond = queueChain(load * Math.exp(-leaving * wait), agents, leaving)
  if (beyond.weight === 0) return 0
  const come = (-load * Math.expm1(-leaving * wait)) / leaving
  const growth = come - agents * wait + beyond.exponent - exponent
  return (agents / load) * Math.exp(growth) * beyond.weight
}
