import {
  type Duration,
  type Reason,
  type Refusal,
  rangeError,
  reason,
  refusal,
  toMillis,
} from '@holdfast/kernel'
import { isAtMost, wholeUp } from './bounds.ts'
import {
  amountFault,
  assertFit,
  countFault,
  lengthFault,
  MOST_AGENTS,
  partFault,
} from './inputs.ts'
import { offeredLoad, type Workload, workloadFaults } from './workload.ts'

/** Work that waits until somebody gets to it, as tickets do. All times are working time of the desk. */
export interface BacklogTerms extends Workload {
  /** How many wait already; 0 or more. */
  readonly backlog: number
  /**
   * How many one person works on at a time, 1 or more; 1 when left out. `handleTime` is then how long each of them takes
   * beside the others.
   */
  readonly concurrency?: number | undefined
  /** The share of paid time in which nobody can work, less than 1; 0 when left out. */
  readonly shrinkage?: number | undefined
}

/** How many people clear a backlog. */
export interface BacklogPeople {
  /** How many clear it in time, while more comes in. */
  readonly people: number
  /** How many keep up with what comes in, once it is cleared. */
  readonly peopleToKeepUp: number
  /** How much there is to do until then, in milliseconds of handling; a mean and therefore not whole. */
  readonly work: number
  readonly reason: Reason
}

/** How long a backlog lasts. */
export type BacklogAnswer =
  | {
      readonly ok: true
      /** Milliseconds of working time, rounded up. A calendar's `add` makes the instant of it. */
      readonly lasts: number
      readonly reason: Reason
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * The least number of people who work off a backlog within a working time, and what comes in meanwhile. Mean flows, no
 * chance: whoever must answer within minutes asks `agentsNeeded`. 0 where there is nothing to do. What only rounding (a
 * part in 10^12) keeps from being enough is enough.
 *
 * Throws what `offeredLoad` throws, and `RangeError` or `TypeError` `backlog-invalid`, `concurrency-invalid`,
 * `shrinkage-invalid` and `within-invalid`; the message names every wrong value. `RangeError` `people-out-of-range` for
 * more than 1,000,000.
 */
export function peopleForBacklog(
  terms: BacklogTerms & { readonly within: Duration },
): BacklogPeople {
  assertFit([...backlogFaults(terms), lengthFault('within', terms.within)])
  const load = offeredLoad(terms)
  const within = toMillis(terms.within)
  const waiting = terms.backlog * toMillis(terms.handleTime)
  const pace = paceOf(terms)
  const people = wholeUp((load + waiting / within) / pace)
  if (people > MOST_AGENTS) {
    throw rangeError(
      'people-out-of-range',
      `${terms.backlog} within ${terms.within} need more than ${MOST_AGENTS} people`,
    )
  }
  const peopleToKeepUp = wholeUp(load / pace)
  const work = load * within + waiting
  const children = [loadReason(terms, load), waitingReason(terms), paceReason(terms, pace)]
  const params = { people, peopleToKeepUp, within, work }
  const why = reason('oncall.backlogPeople', params, { children })
  return { people, peopleToKeepUp, work, reason: why }
}

/**
 * How long a backlog lasts with so many people, while more comes in. Mean flows, no chance.
 *
 * Refused with `backlog-grows` when they do not get ahead of what comes in. Throws what `peopleForBacklog` throws, with
 * `people-invalid` in place of `within-invalid`.
 */
export function timeToClear(terms: BacklogTerms & { readonly people: number }): BacklogAnswer {
  assertFit([...backlogFaults(terms), countFault('people', terms.people, 0)])
  const { backlog, people } = terms
  const load = offeredLoad(terms)
  const pace = paceOf(terms)
  const children = [loadReason(terms, load), waitingReason(terms), paceReason(terms, pace)]
  const isAhead = !isAtMost(people * pace, load)
  if (backlog > 0 && !isAhead) {
    const enough = Math.floor(load / pace) + 1
    return refusal('backlog-grows', {
      params: { people, load },
      reasons: [reason('oncall.backlogGrows', { people, load, pace }, { children })],
      nextSteps: [reason('oncall.backlogMorePeople', { people: enough })],
    })
  }
  const lasts =
    backlog === 0 ? 0 : wholeUp((backlog * toMillis(terms.handleTime)) / (people * pace - load))
  return { ok: true, lasts, reason: reason('oncall.backlogLasts', { people, lasts }, { children }) }
}

function backlogFaults(terms: BacklogTerms) {
  const { backlog, concurrency = 1, shrinkage = 0 } = terms
  return [
    ...workloadFaults(terms),
    amountFault('backlog', backlog),
    countFault('concurrency', concurrency, 1),
    partFault('shrinkage', shrinkage),
  ]
}

/** How much handling one person gets done in a time, as a multiple of it. */
function paceOf({ concurrency = 1, shrinkage = 0 }: BacklogTerms): number {
  return concurrency * (1 - shrinkage)
}

function loadReason({ arrivals, interval, handleTime }: BacklogTerms, load: number): Reason {
  const times = { interval: toMillis(interval), handleTime: toMillis(handleTime) }
  return reason('oncall.offeredLoad', { arrivals, ...times, load })
}

function waitingReason({ backlog, handleTime }: BacklogTerms): Reason {
  return reason('oncall.backlogWaiting', { backlog, handleTime: toMillis(handleTime) })
}

function paceReason({ concurrency = 1, shrinkage = 0 }: BacklogTerms, pace: number): Reason {
  return reason('oncall.backlogPace', { concurrency, shrinkage, pace })
}
