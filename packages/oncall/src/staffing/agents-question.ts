import type { Reason } from '@holdfast/kernel'
import type { QueueTerms } from './queue.ts'
import type { QueueFigures } from './queue-figures.ts'

/** How well a queue is to be served. */
export interface AgentsQuestion extends QueueTerms {
  /** The share to be answered within the target wait, from 0 to less than 1: 0.8. */
  readonly serviceLevel: number
  /** The share of their time that agents may be busy, more than 0; 1 when left out. */
  readonly maxOccupancy?: number | undefined
  /** The share of paid time in which nobody can work (absence, breaks, meetings), less than 1; 0 when left out. */
  readonly shrinkage?: number | undefined
  /** The share that may give up, more than 0; 1 when left out. Without `patience` nobody gives up. */
  readonly maxAbandonment?: number | undefined
}

/** The least number of agents, and what comes of the queue with them. */
export interface AgentsNeeded extends QueueFigures {
  /** In erlangs. */
  readonly load: number
  /** How many must be at work at a time. */
  readonly agents: number
  /** How many must be planned for, so that as many are at work. */
  readonly agentsWithShrinkage: number
  /** How it comes to that, and what one agent less would miss. */
  readonly reason: Reason
}

/** What too few agents miss, in the order in which it is told. */
export type Missed = 'stability' | 'serviceLevel' | 'occupancy' | 'abandonment'
