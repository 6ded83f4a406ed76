import { expect, it } from 'vitest'
import { lifeOf } from './desk.ts'

it('of each fact the value told last is known', () => {
  const life = lifeOf(
    [0, 'submitted', { facts: { priority: 'P3', product: 'mail' } }],
    [2, 'priorityChanged', { facts: { priority: 'P1', vip: true, reassignments: 2 } }],
    [9, 'resolved'],
  )
  expect(life.facts).toEqual({ priority: 'P1', product: 'mail', vip: true, reassignments: 2 })
})

it('what is told about the history is no fact of the case', () => {
  const facts = {
    assignedTo: 'team:first',
    driver: 'recurrence',
    element: 'fix',
    offeredTo: 'team:second',
    party: 'customer',
    recorded: true,
    until: 5,
  }
  expect(lifeOf([0, 'submitted', { facts }]).facts).toEqual({})
})

it('what is no text, number or truth value is not known any more', () => {
  const life = lifeOf(
    [0, 'submitted', { facts: { a: 1, b: 2, c: 'x', d: 4 } }],
    [2, 'message', { facts: { a: null, b: { x: 1 }, c: ['x'], d: Number.NaN } }],
  )
  expect(life.facts).toEqual({})
})

it('persons never come out, neither as a value nor as a name', () => {
  const life = lifeOf(
    [0, 'submitted', { facts: { contact: 'team:sales', 'person:ada': 3 } }],
    [2, 'message', { facts: { contact: 'person:ada' } }],
  )
  expect(life.facts).toEqual({})
})
