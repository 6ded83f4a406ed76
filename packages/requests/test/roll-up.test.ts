import { describe, expect, it } from 'vitest'
import { openChildren } from '../src/tasks/children.ts'
import { rollUp } from '../src/tasks/roll-up.ts'
import { family } from './family.ts'
import { refined } from './task-story.ts'

const byTeam = { by: 'team:platform' } as const
const resolution = { cause: 'A release', effect: 'No exports', summary: 'Exports work again' }

function workFamily() {
  const told = family()
  told.tell({ type: 'addTask', task: 'a', ...refined })
  told.tell({ type: 'addTask', task: 'b', ...refined, required: false })
  told.tell({ type: 'split', into: [{ request: '8', title: 'Also imports' }] })
  return told
}

describe('how the work of a request stands', () => {
  it('there is none where nothing was refined or split off', () => {
    expect(rollUp(family().of('7'))).toEqual({
      status: 'none',
      tasks: { open: 0, done: 0, cancelled: 0 },
      children: { open: 0, done: 0, cancelled: 0 },
      requiredOpen: 0,
    })
  })

  it('it is open while the desk has a draft, and then waits for teams and child requests', () => {
    const told = workFamily()
    expect(rollUp(told.of('7'))).toMatchObject({ status: 'open', requiredOpen: 2 })
    told.tell({ type: 'dispatchTask', task: 'a' })
    told.tell({ type: 'cancelTask', task: 'b', reason: 'Not needed' })
    expect(rollUp(told.of('7'))).toEqual({
      status: 'waiting',
      tasks: { open: 1, done: 0, cancelled: 1 },
      children: { open: 1, done: 0, cancelled: 0 },
      requiredOpen: 2,
    })
    told.tell({ type: 'finishTask', ...byTeam, task: 'a' })
    expect(rollUp(told.of('7'))).toMatchObject({ status: 'waiting', requiredOpen: 1 })
    told.tell({ type: 'resolve', request: '8', ...resolution })
    expect(rollUp(told.of('7'))).toEqual({
      status: 'done',
      tasks: { open: 0, done: 1, cancelled: 1 },
      children: { open: 0, done: 1, cancelled: 0 },
      requiredOpen: 0,
    })
  })

  it('nothing was done where everything was cancelled or came back', () => {
    const told = workFamily()
    for (const task of ['a', 'b']) told.tell({ type: 'cancelTask', task, reason: 'Not needed' })
    told.tell({ type: 'rejoin', child: '8' })
    expect(rollUp(told.of('7'))).toMatchObject({
      status: 'none',
      tasks: { cancelled: 2 },
      children: { open: 0, done: 0, cancelled: 0 },
    })
  })

  it('a task that was split counts by its parts', () => {
    const told = workFamily()
    const into = ['a1', 'a2'].map((task) => ({ ...refined, task }))
    told.tell({ type: 'splitTask', task: 'a', into })
    expect(rollUp(told.of('7')).tasks).toEqual({ open: 3, done: 0, cancelled: 0 })
    for (const task of ['a1', 'a2']) {
      told.tell({ type: 'dispatchTask', task })
      told.tell({ type: 'finishTask', ...byTeam, task })
    }
    expect(rollUp(told.of('7')).tasks).toEqual({ open: 1, done: 2, cancelled: 0 })
  })
})

describe('what a resolution waits for', () => {
  it('is required and open, tasks before child requests, in the words of marks', () => {
    const told = workFamily()
    expect(openChildren(told.of('7'))).toEqual(['task:7/a', 'request:8'])
    const into = [
      { ...refined, task: 'a1' },
      { ...refined, task: 'a2', required: false },
    ]
    told.tell({ type: 'splitTask', task: 'a', into })
    expect(openChildren(told.of('7'))).toEqual(['task:7/a1', 'request:8'])
  })

  it('is told one by one when somebody tries', () => {
    const refused = workFamily().tell({ type: 'resolve', ...resolution })
    expect(refused?.nextSteps.map(({ code, params }) => [code, params['child']])).toEqual([
      ['requests.next.finishChild', 'task:7/a'],
      ['requests.next.finishChild', 'request:8'],
    ])
  })
})
