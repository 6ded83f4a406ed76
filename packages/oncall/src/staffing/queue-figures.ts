/** What comes of a queue in the long run. Shares are numbers from 0 to 1. */
export interface QueueFigures {
  /** The share of arrivals that have to wait. */
  readonly waitProbability: number
  /** The share of arrivals that are answered within the target wait; who gave up before is not. */
  readonly serviceLevel: number
  /** How long arrivals wait, until they are answered or give up: milliseconds, a mean of all and therefore not whole. */
  readonly averageWait: number
  /** The share of their time that agents are busy. */
  readonly occupancy: number
  /** The share of arrivals that give up; 0 where patience has no end. */
  readonly abandonment: number
}
