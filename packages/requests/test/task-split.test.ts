import { describe, expect, it } from 'vitest'
import { at, nextStepsOf, refined, refusalOf, taskOf, taskStory } from './task-story.ts'

const byAda = { by: 'person:ada' } as const
const byEve = { by: 'person:eve' } as const
const acme = { relation: 'reportedBy', to: 'customer:acme' }
const ticket = { relation: 'blockedBy', to: 'tracker:41' }

/** Task t1, about Acme, split in two: the second has a link of its own. */
function splitStory(required = true) {
  const told = taskStory()
  told.tell(at, { type: 'changeTask', ...byAda, task: 't1', required, links: [acme] })
  told.tell(at, {
    type: 'splitTask',
    ...byAda,
    task: 't1',
    into: [
      { ...refined, task: 'a' },
      { ...refined, task: 'b', links: [ticket, acme] },
    ],
  })
  return told
}

type Told = ReturnType<typeof splitStory>

const statuses = ({ state }: Told) => state.tasks.map(({ id, status }) => `${id} ${status}`)

function dispatch(told: Told, ...tasks: readonly string[]): void {
  for (const task of tasks) told.tell(at, { type: 'dispatchTask', ...byAda, task })
}

describe('splitting a task', () => {
  it('gives drafts that keep the links of the whole, and their own beside', () => {
    const { state } = splitStory()
    expect(state.tasks).toMatchObject([
      { id: 't1', status: 'split', links: [acme] },
      { id: 'a', status: 'draft', partOf: 't1', links: [acme] },
      { id: 'b', status: 'draft', partOf: 't1', links: [acme, ticket] },
    ])
  })

  it.each([true, false])('gives parts that are required as the whole is: %s', (required) => {
    const { state } = splitStory(required)
    expect(state.tasks.map((task) => task.required)).toEqual([required, required, required])
  })

  it('lets a part say that it is not required', () => {
    const told = taskStory()
    const into = [
      { task: 'a', title: 'Mend it' },
      { task: 'b', title: 'Write it up', required: false },
    ]
    told.tell(at, { type: 'splitTask', ...byAda, task: 't1', into })
    expect(told.state.tasks.map((task) => task.required)).toEqual([true, true, false])
  })

  it('makes the whole done when all of its parts are', () => {
    const told = splitStory()
    dispatch(told, 'a', 'b')
    told.tell(at, { type: 'finishTask', ...byEve, task: 'a' })
    expect(statuses(told)).toEqual(['t1 split', 'a done', 'b dispatched'])
    told.tell(at, { type: 'finishTask', ...byEve, task: 'b' })
    expect(statuses(told)).toEqual(['t1 done', 'a done', 'b done'])
  })

  it('makes the whole done when what is left of it is cancelled, and cancelled when all of it is', () => {
    const told = splitStory()
    dispatch(told, 'a')
    told.tell(at, { type: 'finishTask', ...byEve, task: 'a' })
    told.tell(at, { type: 'cancelTask', ...byAda, task: 'b', reason: 'Not needed' })
    expect(statuses(told)).toEqual(['t1 done', 'a done', 'b cancelled'])

    const other = splitStory()
    for (const task of ['a', 'b']) {
      other.tell(at, { type: 'cancelTask', ...byAda, task, reason: 'Not needed' })
    }
    expect(statuses(other)).toEqual(['t1 cancelled', 'a cancelled', 'b cancelled'])
  })

  it('goes on: parts of parts make their whole done, and that one its own', () => {
    const told = splitStory()
    const into = ['b1', 'b2'].map((task) => ({ ...refined, task }))
    told.tell(at, { type: 'splitTask', ...byAda, task: 'b', into })
    dispatch(told, 'a', 'b1', 'b2')
    for (const task of ['a', 'b1']) told.tell(at, { type: 'finishTask', ...byEve, task })
    expect(statuses(told).slice(0, 3)).toEqual(['t1 split', 'a done', 'b split'])
    told.tell(at, { type: 'finishTask', ...byEve, task: 'b2' })
    expect(statuses(told).slice(0, 3)).toEqual(['t1 done', 'a done', 'b done'])
  })

  it('is refused where a part would have an id that is taken, by a task or by another part', () => {
    const told = taskStory()
    const split = (...ids: string[]) =>
      refusalOf(told, {
        type: 'splitTask',
        ...byAda,
        task: 't1',
        into: ids.map((task) => ({ task, title: task })),
      })
    expect(split('a', 't1')).toMatchObject({ code: 'task-exists', params: { task: 't1' } })
    expect(split('a', 'b', 'a')).toMatchObject({ code: 'task-exists', params: { task: 'a' } })
  })

  it.each(['cancelTask', 'changeTask', 'splitTask'] as const)(
    'leaves nothing to %s of the whole: that is done with its parts',
    (type) => {
      const into = ['c', 'd'].map((task) => ({ task, title: task }))
      const said = { cancelTask: { reason: 'No' }, changeTask: {}, splitTask: { into } }[type]
      const refused = refusalOf(splitStory(), { type, ...byAda, task: 't1', ...said } as never)
      expect(refused).toMatchObject({ code: 'task-status', params: { status: 'split' } })
      expect(nextStepsOf(refused)).toEqual(['requests.next.rejoinTask'])
    },
  )
})

describe('re-joining a task', () => {
  it('makes it a draft again, with the links of all of its parts', () => {
    const told = splitStory()
    const [before] = told.state.tasks
    told.tell(at, { type: 'rejoinTask', ...byAda, task: 't1' })
    expect(told.state.tasks).toEqual([{ ...before, status: 'draft', links: [acme, ticket] }])
  })

  it('calls off what teams have of it, and tells them', () => {
    const told = splitStory()
    dispatch(told, 'a', 'b')
    told.tell(at, { type: 'acceptTask', ...byEve, task: 'b' })
    const events = told.tell(at, { type: 'rejoinTask', ...byAda, task: 't1' })
    expect(events.map(({ type }) => type)).toEqual([
      'taskCancelled',
      'taskCancelled',
      'taskRejoined',
    ])
    expect(statuses(told)).toEqual(['t1 draft'])
    expect(told.state.marks.slice(-2)).toMatchObject([
      { type: 'recalled', about: 'task:7/a' },
      { type: 'recalled', about: 'task:7/b' },
    ])
  })

  it('takes parts of parts back with them', () => {
    const told = splitStory()
    const into = ['b1', 'b2'].map((task) => ({ ...refined, task }))
    told.tell(at, { type: 'splitTask', ...byAda, task: 'b', into })
    dispatch(told, 'b1')
    told.tell(at, { type: 'rejoinTask', ...byAda, task: 't1' })
    expect(statuses(told)).toEqual(['t1 draft'])
    expect(taskOf(told.state, 't1').links).toEqual([acme, ticket])
  })

  it('is refused once something of it is done, however deep', () => {
    const told = splitStory()
    const into = ['b1', 'b2'].map((task) => ({ ...refined, task }))
    told.tell(at, { type: 'splitTask', ...byAda, task: 'b', into })
    dispatch(told, 'b1')
    told.tell(at, { type: 'finishTask', ...byEve, task: 'b1' })
    const refused = refusalOf(told, { type: 'rejoinTask', ...byAda, task: 't1' })
    expect(refused).toMatchObject({ code: 'task-parts-done', params: { task: 't1', done: ['b1'] } })
  })

  it('leaves the ids of the parts free for the next time', () => {
    const told = splitStory()
    told.tell(at, { type: 'rejoinTask', ...byAda, task: 't1' })
    const into = ['a', 'b'].map((task) => ({ ...refined, task }))
    told.tell(at, { type: 'splitTask', ...byAda, task: 't1', into })
    expect(statuses(told)).toEqual(['t1 split', 'a draft', 'b draft'])
  })

  it('is for the desk', () => {
    const told = splitStory()
    const refused = refusalOf(told, { type: 'rejoinTask', by: 'customer:acme', task: 't1' })
    expect(refused.code).toBe('not-allowed')
  })
})
