/** Seven promises about incidents: in open and in elapsed time, with waits as pauses and without. */
import type { Terms } from '@holdfast/obligations'

const common = {
  version: 1,
  debtor: 'team:support',
  creditor: 'role:callers',
  start: { any: [{ condition: 'submitted' }, { condition: 'reopened' }] },
  stop: { any: [{ condition: 'resolved' }, { condition: 'closed' }] },
} as const
const open = { counts: 'businessTime', calendar: 'office' } as const
const elapsed = { counts: 'elapsedTime' } as const

export const logTerms: readonly Terms[] = [
  {
    ...common,
    id: 'acknowledgement',
    kind: 'sla.acknowledgement',
    start: { condition: 'submitted' },
    stop: { any: [{ condition: 'assigned' }, { condition: 'resolved' }] },
    within: 'PT1H',
    clock: open,
  },
  { ...common, id: 'resolution', kind: 'sla.resolution', within: 'PT40H', clock: open },
  {
    ...common,
    id: 'requesterWait',
    kind: 'sla.requesterWait',
    pauseReasons: ['customer'],
    within: 'PT40H',
    clock: open,
  },
  {
    ...common,
    id: 'agentWork',
    kind: 'sla.agentWork',
    pause: { condition: 'waiting' },
    within: 'PT40H',
    clock: open,
  },
  { ...common, id: 'age', kind: 'sla.age', within: 'PT120H', clock: elapsed },
  {
    ...common,
    id: 'work',
    kind: 'sla.work',
    pause: { condition: 'waiting' },
    within: 'PT120H',
    clock: elapsed,
  },
  {
    ...common,
    id: 'ownership',
    kind: 'ola.ownership',
    debtor: { fact: 'assignedTo' },
    start: { condition: 'assigned' },
    stop: { any: [{ condition: 'assigned' }, { condition: 'resolved' }, { condition: 'closed' }] },
    within: 'PT24H',
    clock: elapsed,
  },
]
