import type { DocumentReading, Finding } from '@holdfast/kernel'
import { type Condition, compileCondition, conditionFindings } from '@holdfast/rules'
import type { ReadinessCriterion } from '../lifecycle/lifecycle.ts'
import type { Criterion, ReadLifecycle } from '../lifecycle/lifecycle-document.ts'
import type { Task } from '../state.ts'
import { taskFacts, taskVocabulary } from './task-facts.ts'

/** Whether a task can go to its team, and what is missing before it can. */
export interface Readiness {
  readonly ready: boolean
  readonly missing: readonly { readonly id: string; readonly title: string | null }[]
}

/** What a team needs to know where a lifecycle does not say: the definition of ready. Source: R5, R15. */
export const STANDARD_READINESS: readonly Criterion[] = Object.freeze([
  { id: 'title', title: 'What is to be done', condition: isSaid('title') },
  { id: 'team', title: 'The team that is to do it', condition: isSaid('team') },
  { id: 'context', title: 'What the team has to know', condition: isSaid('context') },
  {
    id: 'acceptanceCriteria',
    title: 'How one sees that it is done',
    condition: { all: [{ fact: 'acceptanceCriteriaCount', operator: 'greaterThan', value: 0 }] },
  },
  {
    id: 'customerImpact',
    title: 'What it means for the customer',
    condition: isSaid('customerImpact'),
  },
])

function isSaid(fact: string): Condition {
  return { all: [{ fact, operator: 'notEqual', value: null }] }
}

/**
 * What a task still lacks before it can be dispatched, in the order of the criteria. Criteria for certain teams hold
 * for tasks of these teams only. There is no dispatching to nobody: a task without a team lacks `team`, whatever the
 * criteria are.
 */
export function taskReadiness(task: Task, criteria: readonly ReadinessCriterion[]): Readiness {
  const unmet = criteria.filter((criterion) => appliesTo(criterion, task) && !criterion.test(task))
  const missing = unmet.map(({ id, title }) => ({ id, title }))
  if (task.team === null && !missing.some(({ id }) => id === 'team')) {
    missing.push({ id: 'team', title: null })
  }
  return { ready: missing.length === 0, missing }
}

function appliesTo({ teams }: ReadinessCriterion, { team }: Task): boolean {
  return teams === null || (team !== null && teams.includes(team))
}

/**
 * The criteria of a lifecycle in which nothing is wrong; the standard ones where it names none. Throws a
 * `DocumentError` for a condition in which `readinessFindings` finds an error.
 */
export function compileReadiness({
  readiness = STANDARD_READINESS as Criterion[],
}: Pick<ReadLifecycle, 'readiness'>): readonly ReadinessCriterion[] {
  return readiness.map(({ id, title, teams, condition }) => {
    const compiled = compileCondition(condition, { vocabulary: taskVocabulary })
    return Object.freeze<ReadinessCriterion>({
      id,
      title: title ?? null,
      teams: teams ?? null,
      test: (task) => compiled.test(taskFacts(task), { at: 0, missing: 'allow' }),
    })
  })
}

/**
 * What is wrong with the readiness criteria of a lifecycle that was read, for `checkLifecycle`: conditions over
 * anything but tasks, and ids that come twice (`criterion-repeated`). Conditions by name are those of guards and speak
 * of requests, so none is known here.
 */
export function readinessFindings({
  sound,
  finding,
}: Pick<DocumentReading<ReadLifecycle>, 'sound' | 'finding'>): readonly Finding[] {
  const seen = new Set<string>()
  return (sound.readiness ?? []).flatMap((criterion, nth) => {
    if (criterion === undefined) return []
    const { id, condition } = criterion
    const found: Finding[] = []
    if (id !== undefined && seen.has(id)) {
      const message = `there are two criteria "${id}"`
      const path = ['readiness', nth, 'id']
      found.push(finding({ code: 'criterion-repeated', message, path, found: id }))
    }
    if (id !== undefined) seen.add(id)
    if (condition === undefined) return found
    const path = ['readiness', nth, 'condition']
    return [
      ...found,
      ...conditionFindings(condition, { vocabulary: taskVocabulary }, path, finding),
    ]
  })
}
