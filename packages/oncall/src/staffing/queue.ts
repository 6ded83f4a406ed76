import {
  type Duration,
  type Refusal,
  rangeError,
  reason,
  refusal,
  toMillis,
} from '@holdfast/kernel'
import { impatientQueue } from './erlang-a.ts'
import { patientQueue } from './erlang-c.ts'
import { assertFit, countFault, type Fault, lengthFault } from './inputs.ts'
import type { QueueFigures } from './queue-figures.ts'
import { offeredLoad, type Workload, workloadFaults } from './workload.ts'

/** What people wait for, and for how long. */
export interface QueueTerms extends Workload {
  /** Within which arrivals should be answered; 0 or longer, of fixed length: `PT20S`. */
  readonly targetWait: Duration
  /** After which those who wait give up, on average. Nobody gives up when it is left out. */
  readonly patience?: Duration | undefined
}

export type QueueAnswer =
  | ({ readonly ok: true; readonly load: number } & QueueFigures)
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * What comes of a queue with so many agents: by Erlang C, or by Erlang A where `patience` is given. `agents` is a whole
 * number from 1 to 1,000,000.
 *
 * Without `patience` and with no more agents than load the queue grows for ever; that is refused with `queue-grows`. Throws
 * what `offeredLoad` throws, `RangeError` or `TypeError` `agents-invalid` and `target-wait-invalid`, and `RangeError`
 * `patience-invalid`, also where 1,000,000 or more would wait if nobody worked.
 */
export function queueOf(terms: QueueTerms & { readonly agents: number }): QueueAnswer {
  assertFit([...queueFaults(terms), countFault('agents', terms.agents, 1)])
  const { agents, patience } = terms
  const load = offeredLoad(terms)
  if (patience === undefined && agents <= load) {
    const enough = Math.floor(load) + 1
    return refusal('queue-grows', {
      params: { load, agents },
      reasons: [reason('oncall.queueGrows', { load, agents })],
      nextSteps: [reason('oncall.queueMoreAgents', { agents: enough })],
    })
  }
  return { ok: true, load, ...queueFigures(terms, load)(agents) }
}

/** What is wrong with the terms of a queue. */
export function queueFaults(terms: QueueTerms): (Fault | undefined)[] {
  const { targetWait, patience } = terms
  return [
    ...workloadFaults(terms),
    lengthFault('targetWait', targetWait, true),
    patience === undefined ? undefined : lengthFault('patience', patience),
  ]
}

/** Counting a chain takes about as many steps. */
const LONGEST_QUEUE = 1_000_000

/** The figures of a queue by the number of agents, which is more than the load where nobody gives up. */
export function queueFigures(terms: QueueTerms, load: number): (agents: number) => QueueFigures {
  const times = { handleTime: toMillis(terms.handleTime), targetWait: toMillis(terms.targetWait) }
  if (terms.patience === undefined) return (agents) => patientQueue(load, agents, times)
  const patience = toMillis(terms.patience)
  const unattended = (load * patience) / times.handleTime
  if (unattended < LONGEST_QUEUE) {
    return (agents) => impatientQueue(load, agents, { ...times, patience })
  }
  throw rangeError(
    'patience-invalid',
    `patience ${terms.patience} lets ${unattended} wait if nobody worked, ${LONGEST_QUEUE} or more: leave it out`,
  )
}
