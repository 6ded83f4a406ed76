import type { Refusal } from '@holdfast/kernel'
import type { RequestState, Task } from '../src/state.ts'
import { incidentStory, type Story } from './told-story.ts'

export const at = '2027-03-01T10:00:00Z'

/** What a team needs to know. */
export const refined = {
  title: 'Mend the export of invoices',
  team: 'team:platform',
  context: 'Fails since release 41 for accounts with more than one currency',
  acceptanceCriteria: ['An export of Acme opens in a spreadsheet'],
  customerImpact: 'Acme cannot close its month',
} as const

/** An incident that ada works on, with a task for the platform team. */
export function taskStory(): Story {
  const told = incidentStory()
  told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
  told.tell('2027-03-01T09:20:00Z', { type: 'addTask', by: 'person:ada', task: 't1', ...refined })
  return told
}

/** As `taskStory`, and the team has the task. */
export function dispatchedStory(): Story {
  const told = taskStory()
  told.tell('2027-03-01T09:30:00Z', { type: 'dispatchTask', by: 'person:ada', task: 't1' })
  return told
}

export function taskOf({ tasks }: RequestState, id: string): Task {
  const task = tasks.find((one) => one.id === id)
  if (task === undefined) throw new Error(`there is no task ${id}`)
  return task
}

type Asked = Parameters<Story['ask']>[1]

/** The refusal of a command; fails where it is carried out. */
export function refusalOf(told: Story, command: Asked): Refusal {
  const decision = told.ask(at, command)
  if (decision.ok) throw new Error('it was not refused')
  return decision.refusal
}

export function nextStepsOf({ nextSteps }: Refusal): readonly string[] {
  return nextSteps.map(({ code }) => code)
}
