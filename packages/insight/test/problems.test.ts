import type { Mark } from '@holdfast/kernel'
import { expect, it } from 'vitest'
import { decomposeCaseLife } from '../src/index.ts'
import { groupOf, groupsOf } from './counted-lives.ts'
import { clock, doing, lifeOf, marksOf, stretchesIn } from './desk.ts'

it('a history that begins with its submission has no problems', () => {
  expect(lifeOf([0, 'submitted'], [0, 'message'], [9, 'resolved']).problems).toEqual([])
})

it('marks from before the submission count for what goes on, not for the time', () => {
  const life = lifeOf(
    [-5, 'message', doing('fix')],
    [-4, 'message'],
    [0, 'submitted'],
    [9, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-9 fix'])
  expect(life.stretches[0]?.mark).toBe('m2')
  expect(life.problems).toEqual([{ code: 'before-submission', marks: ['m0', 'm1'] }])
})

it('a life without a submission begins with its first mark', () => {
  const life = lifeOf([3, 'message', doing('fix')], [9, 'resolved'])
  expect(clock(life.openedAt)).toBe(3)
  expect(life.problems).toEqual([{ code: 'no-submission', marks: ['m0'] }])
})

it('a task that begins earlier says nothing about the submission of its request', () => {
  const life = lifeOf([0, 'message', { about: 'task:7/1' }], [3, 'message'], [9, 'resolved'])
  expect(life.problems).toEqual([{ code: 'no-submission', marks: ['m1'] }])
})

it('a reopening before which nothing says that it was over is counted, and named', () => {
  const life = lifeOf([0, 'submitted'], [5, 'reopened'], [6, 'reopened'], [9, 'resolved'])
  expect(life.problems).toEqual([{ code: 'reopened-before-end', marks: ['m1'] }])
  const { reopenings, prematurelyResolved } = groupOf([life])
  expect(reopenings).toEqual({ cases: 1, total: 1, most: 1 })
  expect(prematurelyResolved).toEqual({ cases: 0, of: 1 })
  expect(groupsOf([life], { by: 'reopened' })[0]?.key).toEqual({ reopened: 'yes' })
})

it('a life that ends before it begins has no length', () => {
  const life = lifeOf([-5, 'resolved'], [0, 'submitted'], [9, 'message'])
  expect(life.elapsed).toBe(0)
  expect(life.problems).toEqual([
    { code: 'before-submission', marks: ['m0'] },
    { code: 'ended-before-submission', marks: ['m1'] },
  ])
})

it('a life that ends with its submission has none either, and no problem', () => {
  const life = lifeOf([0, 'submitted'], [0, 'resolved'])
  expect([life.elapsed, life.problems]).toEqual([0, []])
})

it('marks about another request are left out and named', () => {
  const life = lifeOf(
    [0, 'submitted'],
    [1, 'message', { about: 'request:8', ...doing('fix') }],
    [2, 'message', { about: 'task:7/1' }],
    [9, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-9 unknown'])
  expect(life.problems).toEqual([{ code: 'other-request', marks: ['m1'] }])
})

it('what happens before the submission of another request is no problem of this one', () => {
  const life = lifeOf([0, 'submitted'], [-5, 'message', { about: 'task:7/1' }])
  expect(life.problems).toEqual([])
})

it('marks that nobody can place in time are left out and named', () => {
  const odd = [{ id: 'late', at: Number.NaN }, { id: 5 }, null] as unknown as readonly Mark[]
  const life = decomposeCaseLife([...odd, ...marksOf([0, 'submitted'], [9, 'resolved'])])
  expect(life.problems).toEqual([{ code: 'unusable-marks', marks: ['?', '?', 'late'] }])
  expect(() => decomposeCaseLife(odd)).toThrow(expect.objectContaining({ code: 'history-empty' }))
})

it('a state that is no text says nothing', () => {
  const odd = {
    state: 5,
    facts: { until: 'soon', driver: 1, assignedTo: 2 },
  } as unknown as Partial<Mark>
  const life = lifeOf([0, 'submitted', odd], [3, 'waiting', odd], [9, 'resolved'])
  expect(life.stretches.map(({ state, holder }) => [state, holder])).toEqual([
    [null, null],
    [null, null],
  ])
})
