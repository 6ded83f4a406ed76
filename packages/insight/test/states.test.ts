import { expect, it } from 'vitest'
import type { StateElements } from '../src/index.ts'
import { doing, lifeWith, stretchesIn } from './desk.ts'

const states: StateElements = {
  New: { element: 'wait', party: 'queue' },
  Active: { element: 'investigation', party: 'nobody' },
  Awaiting: { element: 'wait', party: 'customer' },
}

it('states tell what goes on where marks name no elements', () => {
  const life = lifeWith(
    { states },
    [0, 'submitted', { state: 'New' }],
    [2, 'assigned', { state: 'Active' }],
    [5, 'message', { state: 'Awaiting' }],
    [7, 'resumed', { state: 'Active' }],
    [9, 'resolved', { state: 'Resolved' }],
    [12, 'reopened', { state: 'New' }],
    [15, 'resolved', { state: 'Resolved' }],
  )
  expect(stretchesIn(life)).toEqual([
    '0-2 wait queue',
    '2-5 investigation',
    '5-7 wait customer',
    '7-9 investigation',
    '9-12 resolved',
    '12-15 wait queue',
  ])
  expect(life.stretches.map(({ state }) => state)).toEqual([
    'New',
    'Active',
    'Awaiting',
    'Active',
    'Resolved',
    'New',
  ])
})

it('the element of a mark comes before its state', () => {
  const life = lifeWith(
    { states },
    [0, 'submitted', { state: 'New', ...doing('fix') }],
    [2, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-2 fix'])
})

it('a state that is not among them tells nothing, whatever its name', () => {
  const life = lifeWith(
    { states },
    [0, 'submitted', { state: 'Active' }],
    [2, 'message', { state: 'toString' }],
    [4, 'message', { state: '__proto__' }],
    [6, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-2 investigation', '2-4 investigation', '4-6 investigation'])
})

it('of the states at one instant the last is the state', () => {
  const life = lifeWith(
    { states },
    [0, 'submitted', { state: 'New' }],
    [0, 'assigned', { state: 'Active' }],
    [3, 'message'],
    [6, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-6 investigation'])
  expect(life.stretches[0]).toMatchObject({ state: 'Active', mark: 'm1' })
})

it('a wait whose mark does not say whom for is for whom its state waits', () => {
  const life = lifeWith(
    { states: { ...states, Asked: { element: 'wait', party: 'customer' } } },
    [0, 'submitted', { state: 'Active' }],
    [2, 'waiting', { state: 'Asked' }],
    [4, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-2 investigation', '2-4 wait customer'])
})
