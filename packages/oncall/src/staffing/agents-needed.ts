import { rangeError } from '@holdfast/kernel'
import type { AgentsNeeded, AgentsQuestion, Missed } from './agents-question.ts'
import { agentsReason } from './agents-reason.ts'
import { isAtMost, leastFrom, wholeUp } from './bounds.ts'
import { assertFit, limitFault, MOST_AGENTS, partFault } from './inputs.ts'
import { queueFaults, queueFigures } from './queue.ts'
import { offeredLoad } from './workload.ts'

/**
 * The least number of agents that meets every target; by Erlang C, or by Erlang A where `patience` is given. With Erlang
 * C it is more than the load. Not less than 1. A target is met when only rounding (a part in 10^12) is missing.
 *
 * Throws what `queueOf` throws, `RangeError` or `TypeError` `service-level-invalid`, `max-occupancy-invalid`,
 * `shrinkage-invalid`, `max-abandonment-invalid`, and `RangeError` `agents-out-of-range` when 1,000,000 are too few.
 */
export function agentsNeeded(question: AgentsQuestion): AgentsNeeded {
  const { serviceLevel, maxOccupancy = 1, shrinkage = 0, maxAbandonment = 1 } = question
  assertFit([
    ...queueFaults(question),
    partFault('serviceLevel', serviceLevel),
    limitFault('maxOccupancy', maxOccupancy),
    partFault('shrinkage', shrinkage),
    limitFault('maxAbandonment', maxAbandonment),
  ])
  const load = offeredLoad(question)
  const figuresOf = queueFigures(question, load)
  const isPatient = question.patience === undefined
  const missedBy = (agents: number): readonly Missed[] => {
    if (isPatient && agents <= load) return ['stability']
    const figures = figuresOf(agents)
    return [
      ...missed('serviceLevel', isAtMost(serviceLevel, figures.serviceLevel)),
      ...missed('occupancy', isAtMost(figures.occupancy, maxOccupancy)),
      ...missed('abandonment', isAtMost(figures.abandonment, maxAbandonment)),
    ]
  }
  const from = isPatient ? Math.floor(load) + 1 : 1
  // Each agent more lets fewer wait, so that targets once met stay met.
  const agents = leastFrom(from, MOST_AGENTS, (count) => missedBy(count).length === 0)
  if (agents === undefined) {
    throw rangeError(
      'agents-out-of-range',
      `${load} erlangs at service level ${serviceLevel} and occupancy ${maxOccupancy} need more than ${MOST_AGENTS} agents`,
    )
  }
  const answer = {
    load,
    agents,
    agentsWithShrinkage: wholeUp(agents / (1 - shrinkage)),
    ...figuresOf(agents),
  }
  const fewer = agents === 1 ? [] : missedBy(agents - 1)
  return { ...answer, reason: agentsReason(question, answer, fewer) }
}

function missed(target: Missed, isMet: boolean): readonly Missed[] {
  return isMet ? [] : [target]
}
