import { type Reason, reason, toMillis } from '@holdfast/kernel'
import type { AgentsNeeded, AgentsQuestion, Missed } from './agents-question.ts'

/** How many agents are needed and why: the load, what they achieve, what one less would miss, and who is away. */
export function agentsReason(
  question: AgentsQuestion,
  answer: Omit<AgentsNeeded, 'reason'>,
  fewer: readonly Missed[],
): Reason {
  const { arrivals, interval, handleTime, targetWait, patience = null, shrinkage = 0 } = question
  const { load, agents, agentsWithShrinkage } = answer
  const { waitProbability, averageWait, occupancy, abandonment } = answer
  const children = [
    reason('oncall.load', {
      arrivals,
      interval: toMillis(interval),
      handleTime: toMillis(handleTime),
      load,
    }),
    reason('oncall.served', {
      agents,
      targetWait: toMillis(targetWait),
      patience: patience === null ? null : toMillis(patience),
      serviceLevel: answer.serviceLevel,
      atLeast: question.serviceLevel,
      waitProbability,
      averageWait,
    }),
    reason('oncall.busy', { occupancy, atMost: question.maxOccupancy ?? 1 }),
    ...(patience === null
      ? []
      : [reason('oncall.givingUp', { abandonment, atMost: question.maxAbandonment ?? 1 })]),
    ...(fewer.length === 0
      ? []
      : [reason('oncall.oneFewer', { agents: agents - 1, missed: [...fewer] })]),
    ...(shrinkage === 0 ? [] : [reason('oncall.away', { shrinkage, agents, agentsWithShrinkage })]),
  ]
  return reason('oncall.agentsNeeded', { agents, agentsWithShrinkage }, { children })
}
