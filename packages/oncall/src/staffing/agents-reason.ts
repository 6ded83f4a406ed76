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
    reason('oncall.offeredLoad', {
      arrivals,
      interval: toMillis(interval),
      handleTime: toMillis(handleTime),
      load,
    }),
    reason('oncall.queueServed', {
      agents,
      targetWait: toMillis(targetWait),
      patience: patience === null ? null : toMillis(patience),
      serviceLevel: answer.serviceLevel,
      atLeast: question.serviceLevel,
      waitProbability,
      averageWait,
    }),
    reason('oncall.queueBusy', { occupancy, atMost: question.maxOccupancy ?? 1 }),
    ...(patience === null
      ? []
      : [reason('oncall.queueAbandoned', { abandonment, atMost: question.maxAbandonment ?? 1 })]),
    ...(fewer.length === 0
      ? []
      : [reason('oncall.queueOneFewer', { agents: agents - 1, missed: [...fewer] })]),
    ...(shrinkage === 0
      ? []
      : [reason('oncall.queueShrinkage', { shrinkage, agents, agentsWithShrinkage })]),
  ]
  return reason('oncall.agentsNeeded', { agents, agentsWithShrinkage }, { children })
}
