import { expect, it } from 'vitest'
import { doing, given, lifeOf, minute, stretchesIn } from './desk.ts'

const handed = (from: string, to: string, isReturn = false) => ({ from, to, isReturn })
const of = (life: ReturnType<typeof lifeOf>) => life.handOvers.map(({ at: _, ...rest }) => rest)

it('being given to somebody for the first time is no hand-over', () => {
  const life = lifeOf([0, 'submitted'], [3, 'assigned', given('team:first')], [9, 'resolved'])
  expect(life.handOvers).toEqual([])
  expect(life.holder).toBe('team:first')
})

it('another holder is one, at the instant of the mark; the same again is none', () => {
  const life = lifeOf(
    [0, 'submitted', given('team:first')],
    [3, 'assigned', given('team:second')],
    [5, 'message', given('team:second')],
    [9, 'resolved'],
  )
  expect(life.handOvers).toEqual([{ at: minute(3), ...handed('team:first', 'team:second') }])
})

it('an offer moves nothing until it is accepted', () => {
  const life = lifeOf(
    [0, 'submitted', given('team:first')],
    [3, 'offered', { facts: { offeredTo: 'team:second', assignedTo: 'team:third' } }],
    [5, 'declined'],
    [6, 'offered', { facts: { offeredTo: 'team:fourth' } }],
    [7, 'accepted'],
    [9, 'resolved'],
  )
  expect(of(life)).toEqual([handed('team:first', 'team:fourth')])
  expect(life.stretches.map(({ from, holder }) => [from, holder])).toEqual([
    [minute(0), 'team:first'],
    [minute(7), 'team:fourth'],
  ])
})

it('an acceptance that names a holder is believed, and one of nothing moves nothing', () => {
  const life = lifeOf(
    [0, 'submitted', given('team:first')],
    [1, 'accepted'],
    [3, 'offered', { facts: { offeredTo: 'team:second' } }],
    [7, 'accepted', given('team:third')],
    [8, 'offered'],
    [9, 'accepted'],
    [10, 'resolved'],
  )
  expect(of(life)).toEqual([handed('team:first', 'team:third')])
})

it('what nobody offered is not assigned by a mark of another type', () => {
  const life = lifeOf(
    [0, 'submitted', given('team:first')],
    [3, 'offered', { facts: { offeredTo: 'team:second' } }],
    [4, 'message'],
    [9, 'assigned', { facts: { assignedTo: null } }],
  )
  expect(life.handOvers).toEqual([])
  expect(life.holder).toBe('team:first')
})

it('coming back to somebody who had it before is ping-pong', () => {
  const life = lifeOf(
    [0, 'submitted', given('team:first')],
    [1, 'assigned', given('team:second')],
    [2, 'assigned', given('team:first')],
    [3, 'assigned', given('team:third')],
    [4, 'assigned', given('team:second')],
    [9, 'resolved'],
  )
  expect(of(life)).toEqual([
    handed('team:first', 'team:second'),
    handed('team:second', 'team:first', true),
    handed('team:first', 'team:third'),
    handed('team:third', 'team:second', true),
  ])
})

it('between two people is one, and says no names', () => {
  const life = lifeOf(
    [0, 'submitted', given('person:ada')],
    [1, 'assigned', given('person:bob')],
    [2, 'assigned', given('person:ada')],
    [9, 'resolved'],
  )
  expect(of(life)).toEqual([handed('person', 'person'), handed('person', 'person', true)])
  expect(life.holder).toBe('person')
  expect(life.stretches.map(({ holder }) => holder)).toEqual(['person', 'person', 'person'])
})

it('moves a case that is taken for resolved as well', () => {
  const life = lifeOf(
    [0, 'submitted', { facts: { element: 'fix', assignedTo: 'team:first' } }],
    [2, 'resolved'],
    [3, 'assigned', given('team:second')],
    [5, 'reopened', doing('fix')],
    [9, 'resolved'],
  )
  expect(stretchesIn(life)).toEqual(['0-2 fix', '2-3 resolved', '3-5 resolved', '5-9 fix'])
  expect(of(life)).toEqual([handed('team:first', 'team:second')])
})

it('nobody has a case that nobody was given', () => {
  const life = lifeOf([0, 'submitted'], [9, 'resolved'])
  expect(life.holder).toBeNull()
  expect(life.stretches[0]?.holder).toBeNull()
})
