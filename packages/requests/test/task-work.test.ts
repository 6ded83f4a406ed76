import { describe, expect, it } from 'vitest'
import { decide, type RequestCommand } from '../src/index.ts'
import { compileReadiness, STANDARD_READINESS } from '../src/tasks/readiness.ts'
import {
  at,
  dispatchedStory,
  nextStepsOf,
  refined,
  refusalOf,
  taskOf,
  taskStory,
} from './task-story.ts'
import { context, incidentStory } from './told-story.ts'

const byAda = { by: 'person:ada' } as const
const byEve = { by: 'person:eve' } as const

describe('the life of a task', () => {
  it('begins as a draft that the request waits for, unless it says otherwise', () => {
    const told = taskStory()
    told.tell(at, { type: 'addTask', ...byAda, task: 't2', title: 'Write it up', required: false })
    expect(told.state.tasks).toMatchObject([
      { id: 't1', status: 'draft', required: true, partOf: null, result: null },
      { id: 't2', status: 'draft', required: false, team: null, acceptanceCriteria: [] },
    ])
  })

  it('can be done after the request is closed that does not need it', () => {
    const told = incidentStory()
    const optional = { task: 't1', ...refined, required: false } as const
    told.tell(at, { type: 'addTask', ...byAda, ...optional })
    told.tell(at, { type: 'dispatchTask', ...byAda, task: 't1' })
    const said = { cause: 'A full disk', effect: 'No exports', summary: 'There is room again.' }
    told.tell(at, { type: 'resolve', ...byAda, ...said })
    told.tell(at, { type: 'close', by: 'customer:acme' })
    told.tell(at, { type: 'finishTask', ...byEve, task: 't1' })
    expect(taskOf(told.state, 't1').status).toBe('done')
    expect(told.state.category).toBe('closed')
  })

  it('goes to its team, is accepted there and done, and leaves the owner as it was', () => {
    const told = dispatchedStory()
    expect(taskOf(told.state, 't1').status).toBe('dispatched')
    told.tell(at, { type: 'acceptTask', ...byEve, task: 't1' })
    expect(taskOf(told.state, 't1').status).toBe('accepted')
    told.tell(at, { type: 'finishTask', ...byEve, task: 't1', result: 'Mended in release 42' })
    expect(taskOf(told.state, 't1')).toMatchObject({
      status: 'done',
      result: 'Mended in release 42',
    })
    expect(told.state.owner).toBe('team:support')
    const about = told.state.marks.filter(({ about }) => about === 'task:7/t1')
    expect(about.map(({ type }) => type)).toEqual(['offered', 'accepted', 'message'])
  })

  it('may be done without a word of acceptance', () => {
    const told = dispatchedStory()
    told.tell(at, { type: 'finishTask', by: 'team:platform', task: 't1' })
    expect(taskOf(told.state, 't1')).toMatchObject({ status: 'done', result: null })
  })

  it.each(['dispatched', 'accepted'])('is a draft again when the team declines it %s', (status) => {
    const told = dispatchedStory()
    if (status === 'accepted') told.tell(at, { type: 'acceptTask', ...byEve, task: 't1' })
    told.tell(at, {
      type: 'declineTask',
      ...byEve,
      task: 't1',
      reason: 'It is the exporter of sales',
    })
    expect(taskOf(told.state, 't1')).toMatchObject({ status: 'draft', team: 'team:platform' })
    expect(told.events.at(-1)).toMatchObject({
      type: 'taskDeclined',
      reason: 'It is the exporter of sales',
    })
    told.tell(at, { type: 'changeTask', ...byAda, task: 't1', team: 'team:sales' })
    told.tell(at, { type: 'dispatchTask', ...byAda, task: 't1' })
    expect(taskOf(told.state, 't1')).toMatchObject({ status: 'dispatched', team: 'team:sales' })
  })

  it.each(['draft', 'dispatched', 'accepted'])('can be cancelled while it is %s', (status) => {
    const told = status === 'draft' ? taskStory() : dispatchedStory()
    if (status === 'accepted') told.tell(at, { type: 'acceptTask', ...byEve, task: 't1' })
    told.tell(at, { type: 'cancelTask', ...byAda, task: 't1', reason: 'Nobody needs it' })
    expect(taskOf(told.state, 't1').status).toBe('cancelled')
  })

  it('takes what more is known of it while the team has it', () => {
    const told = dispatchedStory()
    const links = [{ relation: 'reportedBy', to: 'customer:acme' }]
    told.tell(at, {
      type: 'changeTask',
      ...byAda,
      task: 't1',
      context: 'Only in euros',
      required: false,
      links: [...links, ...links],
    })
    expect(taskOf(told.state, 't1')).toEqual({
      id: 't1',
      status: 'dispatched',
      ...refined,
      context: 'Only in euros',
      required: false,
      links,
      partOf: null,
      result: null,
    })
  })

  it('is not changed by a change that says nothing', () => {
    expect(taskStory().tell(at, { type: 'changeTask', ...byAda, task: 't1' })).toEqual([])
  })
})

describe('what is refused of tasks', () => {
  it('a task with an id that is taken, also by one that is over', () => {
    const told = taskStory()
    told.tell(at, { type: 'cancelTask', ...byAda, task: 't1', reason: 'Not now' })
    const refused = refusalOf(told, { type: 'addTask', ...byAda, task: 't1', title: 'Again' })
    expect(refused).toMatchObject({ code: 'task-exists', params: { task: 't1' } })
  })

  it('work on a task that is not there', () => {
    const refused = refusalOf(taskStory(), { type: 'acceptTask', ...byEve, task: 't9' })
    expect(refused).toMatchObject({ code: 'task-unknown', params: { task: 't9', known: ['t1'] } })
    expect(nextStepsOf(refused)).toEqual(['requests.next.addTask'])
  })

  it('a task that does not say what the team needs to know, with everything that it lacks', () => {
    const told = incidentStory()
    told.tell(at, { type: 'addTask', ...byAda, task: 't2', title: 'Look into it', context: '  ' })
    const refused = refusalOf(told, { type: 'dispatchTask', ...byAda, task: 't2' })
    const missing = ['team', 'context', 'acceptanceCriteria', 'customerImpact']
    expect(refused).toMatchObject({ code: 'task-not-ready', params: { task: 't2', missing } })
    expect(refused.nextSteps.map(({ code, params }) => [code, params['criterion']])).toEqual(
      missing.map((criterion) => ['requests.next.refineTask', criterion]),
    )
  })

  it('taking from a team what it needs to know', () => {
    const refused = refusalOf(dispatchedStory(), {
      type: 'changeTask',
      ...byAda,
      task: 't1',
      acceptanceCriteria: [],
    })
    expect(refused).toMatchObject({
      code: 'task-not-ready',
      params: { missing: ['acceptanceCriteria'] },
    })
  })

  it('nothing for what later criteria ask of a task that its team has already', () => {
    const told = dispatchedStory()
    const incident = context.lifecycles['incident']
    if (incident === undefined) return expect.fail('incidents are shipped')
    const condition = { all: [{ fact: 'links', operator: 'contains', value: 'customer:acme' }] }
    const readiness = compileReadiness({
      readiness: [...STANDARD_READINESS, { id: 'customer', condition }],
    })
    const later = { ...context, lifecycles: { incident: { ...incident, readiness } } }
    const change = (said: object) => {
      const command = { id: 'later', request: '7', type: 'changeTask', ...byAda, task: 't1' }
      const decision = decide(told.state, { ...command, ...said } as RequestCommand, later, at)
      return decision.ok ? 'changed' : decision.refusal.params['missing']
    }
    expect(change({ context: 'Only in euros' })).toBe('changed')
    expect(change({ context: ' ' })).toEqual(['context'])
  })

  it('giving a task to another team before it has come back from this one', () => {
    const told = dispatchedStory()
    const change = { type: 'changeTask', ...byAda, task: 't1' } as const
    const refused = refusalOf(told, { ...change, team: 'team:sales' })
    expect(refused).toMatchObject({ code: 'task-status', params: { status: 'dispatched' } })
    expect(nextStepsOf(refused)).toEqual(['requests.next.declineTask', 'requests.next.cancelTask'])
    expect(told.ask(at, { ...change, team: 'team:platform' }).ok).toBe(true)
  })

  it.each([
    ['accepting a draft', 'acceptTask', 'draft'],
    ['declining a draft', 'declineTask', 'draft'],
    ['finishing a draft', 'finishTask', 'draft'],
    ['re-joining what was never split', 'rejoinTask', 'draft'],
    ['dispatching twice', 'dispatchTask', 'dispatched'],
    ['splitting what a team has', 'splitTask', 'dispatched'],
    ['accepting twice', 'acceptTask', 'accepted'],
    ['dispatching what a team is at', 'dispatchTask', 'accepted'],
    ['finishing twice', 'finishTask', 'done'],
    ['changing what is done', 'changeTask', 'done'],
    ['cancelling what is done', 'cancelTask', 'done'],
    ['dispatching what was cancelled', 'dispatchTask', 'cancelled'],
  ] as const)('%s', (_, type, status) => {
    const told = status === 'draft' ? taskStory() : dispatchedStory()
    if (status === 'accepted') told.tell(at, { type: 'acceptTask', ...byEve, task: 't1' })
    if (status === 'done') told.tell(at, { type: 'finishTask', ...byEve, task: 't1' })
    if (status === 'cancelled') {
      told.tell(at, { type: 'cancelTask', ...byAda, task: 't1', reason: 'Not now' })
    }
    const isOfTeam = type === 'acceptTask' || type === 'declineTask' || type === 'finishTask'
    const by = isOfTeam ? byEve : byAda
    const refused = refusalOf(told, { type, ...by, task: 't1', ...said[type] } as never)
    expect(refused).toMatchObject({ code: 'task-status', params: { task: 't1', status, on: type } })
    expect(refused.nextSteps).not.toEqual([])
  })

  it('work on a task by somebody who is not of its team', () => {
    const refused = refusalOf(dispatchedStory(), { type: 'acceptTask', ...byAda, task: 't1' })
    expect(refused).toMatchObject({ code: 'not-allowed', whoMay: ['team:platform'] })
  })

  it('no work of a person for a team, where no directory says who is in it', () => {
    const { lifecycles } = context
    const told = incidentStory({ lifecycles })
    told.tell(at, { type: 'addTask', ...byAda, task: 't1', ...refined })
    told.tell(at, { type: 'dispatchTask', ...byAda, task: 't1' })
    told.tell(at, { type: 'acceptTask', by: 'person:nobody-knows', task: 't1' })
    expect(taskOf(told.state, 't1').status).toBe('accepted')
  })

  it.each(['addTask', 'changeTask', 'dispatchTask', 'cancelTask', 'acceptTask'] as const)(
    '%s by the customer',
    (type) => {
      const told = type === 'acceptTask' ? dispatchedStory() : taskStory()
      const task = type === 'addTask' ? 't2' : 't1'
      const refused = refusalOf(told, {
        type,
        by: 'customer:acme',
        task,
        ...said[type],
      } as never)
      expect(refused.code).toBe('not-allowed')
      expect(refused.whoMay?.length).toBeGreaterThan(0)
    },
  )
})

describe('a resolved request', () => {
  function resolvedStory() {
    const told = taskStory()
    told.tell(at, { type: 'changeTask', ...byAda, task: 't1', required: false })
    const summary = 'Exports work again'
    told.tell(at, { type: 'resolve', ...byAda, cause: 'A release', effect: 'No exports', summary })
    expect(told.state.category).toBe('resolved')
    return told
  }

  it('gets nothing required under its resolution', () => {
    const told = resolvedStory()
    const added = { type: 'addTask', ...byAda, task: 't2', title: 'One more thing' } as const
    expect(refusalOf(told, added)).toMatchObject({ code: 'request-resolved' })
    expect(refusalOf(told, { type: 'changeTask', ...byAda, task: 't1', required: true }).code).toBe(
      'request-resolved',
    )
    const into = [{ request: '8', title: 'More' }]
    expect(refusalOf(told, { type: 'split', ...byAda, into }).code).toBe('request-resolved')
  })

  it('may have something left to do that it does not need', () => {
    const told = resolvedStory()
    const added = { type: 'addTask', ...byAda, task: 't2', title: 'Write it up' } as const
    told.tell(at, { ...added, required: false })
    told.tell(at, { type: 'cancelTask', ...byAda, task: 't1', reason: 'Done elsewhere' })
    expect(told.state.tasks.map(({ status }) => status)).toEqual(['cancelled', 'draft'])
  })
})

const said: Readonly<Record<string, object>> = {
  addTask: { title: 'Something' },
  changeTask: { title: 'Something else' },
  declineTask: { reason: 'Not ours' },
  cancelTask: { reason: 'Not needed' },
  splitTask: { into: ['a', 'b'].map((task) => ({ task, title: task })) },
}

describe('a request that waits for a team', () => {
  const wait = { type: 'wait', ...byAda, for: 'team' } as const

  it('goes on where it stopped when the last task that it needs is done', () => {
    const told = dispatchedStory()
    const before = told.state.state
    told.tell(at, wait)
    expect(told.state.category).toBe('waiting')
    told.tell(at, { type: 'finishTask', ...byEve, task: 't1' })
    expect(told.state.state).toBe(before)
    expect(told.state.wait).toBeNull()
  })

  it('does not when it waits for somebody else by then', () => {
    const told = dispatchedStory()
    told.tell(at, wait)
    told.tell(at, { ...wait, for: 'vendor' })
    told.tell(at, { type: 'finishTask', ...byEve, task: 't1' })
    expect(told.state.wait?.blocker).toBe('vendor')
  })
})
