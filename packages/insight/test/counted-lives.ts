import { expect } from 'vitest'
import {
  type CaseLife,
  type CaseLifeGroup,
  type CaseLifeQuestion,
  caseLifeTally,
} from '../src/index.ts'
import { doing, given, lifeOf } from './desk.ts'

export function groupsOf(
  lives: readonly CaseLife[],
  question: CaseLifeQuestion = {},
): readonly CaseLifeGroup[] {
  const tally = caseLifeTally(question)
  for (const life of lives) tally.add(life)
  const report = tally.report()
  return report.ok ? report.groups : expect.fail('refused')
}

export function groupOf(
  lives: readonly CaseLife[],
  question: CaseLifeQuestion = {},
): CaseLifeGroup {
  return groupsOf(lives, question)[0] ?? expect.fail('no group')
}

export const answer = { by: 'person:ada' } as const

/** Resolved after 60 minutes, reopened after 30 more, over after 100, closed after 120; handed over and back. */
export const hard = lifeOf(
  [
    0,
    'submitted',
    {
      state: 'New',
      facts: {
        element: 'wait',
        party: 'queue',
        assignedTo: 'team:first',
        priority: 'P1',
        reassignments: 2,
        targetMet: false,
      },
    },
  ],
  [10, 'assigned', { state: 'Active', ...doing('fix', { assignedTo: 'team:second' }) }],
  [20, 'message', answer],
  [30, 'assigned', given('team:first')],
  [60, 'resolved', { state: 'Resolved' }],
  [90, 'reopened', { state: 'Active' }],
  [95, 'message', answer],
  [100, 'resolved', { state: 'Resolved' }],
  [120, 'closed'],
)

/** Fixed in 20 minutes, without a word. */
export const easy = lifeOf(
  [
    0,
    'submitted',
    { state: 'Active', ...doing('fix', { priority: 'P2', reassignments: 0, targetMet: true }) },
  ],
  [20, 'resolved', { facts: { recorded: true } }],
  [60, 'closed'],
)

/** Not over, and without a submission. */
export const open = lifeOf(
  [0, 'message', { ...answer, facts: { element: 'fix' } }],
  [500, 'message', answer],
)
