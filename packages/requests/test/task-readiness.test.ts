import { readDocument } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  type LifecycleDocument,
  lifecycleReadingSchema,
} from '../src/lifecycle/lifecycle-document.ts'
import type { Task } from '../src/state.ts'
import {
  compileReadiness,
  readinessFindings,
  STANDARD_READINESS,
  taskReadiness,
} from '../src/tasks/readiness.ts'
import { taskFacts, taskVocabulary } from '../src/tasks/task-facts.ts'
import { refined } from './task-story.ts'

const task: Task = {
  id: 't1',
  status: 'draft',
  ...refined,
  required: true,
  links: [{ relation: 'reportedBy', to: 'customer:acme' }],
  partOf: null,
  result: null,
}

const standard = compileReadiness({})

function missing(changed: Partial<Task>, criteria = standard) {
  return taskReadiness({ ...task, ...changed }, criteria).missing.map(({ id }) => id)
}

function criteriaOf(readiness: NonNullable<LifecycleDocument['readiness']>) {
  return compileReadiness({ readiness: readiness as never })
}

describe('whether a task can go to its team', () => {
  it('it can when it says the usual five things', () => {
    expect(taskReadiness(task, standard)).toEqual({ ready: true, missing: [] })
  })

  it.each([
    ['title', { title: ' ' }],
    ['team', { team: null }],
    ['context', { context: null }],
    ['context', { context: ' \n' }],
    ['acceptanceCriteria', { acceptanceCriteria: [] }],
    ['acceptanceCriteria', { acceptanceCriteria: [' '] }],
    ['customerImpact', { customerImpact: null }],
  ] as const)('it cannot without %s: %j', (id, changed) => {
    expect(missing(changed)).toEqual([id])
  })

  it('everything that it lacks is named at once, in the order of the criteria', () => {
    const empty = { team: null, context: null, acceptanceCriteria: [], customerImpact: null }
    const { ready, missing: all } = taskReadiness({ ...task, ...empty }, standard)
    expect(ready).toBe(false)
    expect(all).toEqual(STANDARD_READINESS.slice(1).map(({ id, title }) => ({ id, title })))
  })

  it('a team asks for what it needs, of its own tasks only', () => {
    const criteria = criteriaOf([
      {
        id: 'two-criteria',
        teams: ['team:platform'],
        condition: {
          all: [{ fact: 'acceptanceCriteriaCount', operator: 'greaterThan', value: 1 }],
        },
      },
      {
        id: 'customer',
        condition: { all: [{ fact: 'links', operator: 'contains', value: 'customer:acme' }] },
      },
    ])
    expect(missing({}, criteria)).toEqual(['two-criteria'])
    expect(missing({ team: 'team:sales' }, criteria)).toEqual([])
    expect(missing({ team: 'team:sales', links: [] }, criteria)).toEqual(['customer'])
  })

  it('a task for nobody goes nowhere, whatever the criteria are', () => {
    expect(missing({ team: null }, [])).toEqual(['team'])
    expect(missing({ team: null })).toEqual(['team'])
    expect(missing({}, [])).toEqual([])
  })
})

it('criteria are asked in the words that the vocabulary has', () => {
  for (const changed of [{}, { team: null, context: null, customerImpact: null, partOf: 't0' }]) {
    const facts = taskFacts({ ...task, ...changed })
    expect(taskVocabulary.strict().safeParse(facts).error).toBeUndefined()
  }
  expect(taskFacts(task)).toMatchObject({
    teamKind: 'team',
    isPart: false,
    relations: ['reportedBy'],
  })
})

describe('what is wrong with the criteria of a lifecycle', () => {
  function found(readiness: unknown) {
    const reading = readDocument(lifecycleReadingSchema, { readiness })
    return readinessFindings(reading).map(({ code, pointer }) => [code, pointer])
  }

  it('nothing is, of the standard ones', () => {
    expect(found(STANDARD_READINESS)).toEqual([])
    expect(found(undefined)).toEqual([])
  })

  it('a condition about something that tasks do not have', () => {
    const condition = { all: [{ fact: 'severity', operator: 'equal', value: 1 }] }
    expect(found([{ id: 'a', condition }])).toEqual([
      ['fact-unknown', '/readiness/0/condition/all/0/fact'],
    ])
  })

  it('a condition of guards, which speaks of requests', () => {
    expect(found([{ id: 'a', condition: { condition: 'approved' } }])).toEqual([
      ['condition-unknown', '/readiness/0/condition/condition'],
    ])
  })

  it('two criteria with one id', () => {
    const [one] = STANDARD_READINESS
    expect(found([one, one])).toEqual([['criterion-repeated', '/readiness/1/id']])
  })

  it('criteria that are no criteria are left to the schema', () => {
    expect(found([null, { id: 'a' }, { condition: 7 }])).toEqual([
      ['condition-invalid', '/readiness/2/condition'],
    ])
  })
})
