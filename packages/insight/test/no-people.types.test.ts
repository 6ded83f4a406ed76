import { expect, it } from 'vitest'
import {
  type CaseLifeGroup,
  type CaseLifeGrouping,
  type CaseLifeQuestion,
  caseLifeTally,
} from '../src/index.ts'
import { given, lifeWith } from './desk.ts'

const life = lifeWith(
  { states: { Asking: { element: 'wait', party: 'person:eve' } } },
  [0, 'submitted', given('person:ada')],
  [1, 'assigned', given('person:bob')],
  [2, 'waiting', { reason: 'person:bob' }],
  [3, 'waiting', { facts: { party: 'person:ada' } }],
  [4, 'resumed', { facts: { element: 'wait', party: 'person:dan', driver: 'person:ada' } }],
  [5, 'message', { by: 'person:ada', facts: { priority: 'person:ada', agent: 'person:ada' } }],
  [6, 'message', { by: 'person:ada', state: 'person:ada' }],
  [7, 'message', { by: 'person:ada', state: 'Asking' }],
  [8, 'resolved', { by: 'person:ada' }],
  [9, 'reopened', { facts: { element: 'fix', driver: 'person:ada' } }],
  [10, 'resolved'],
)

it('lives cannot be counted by person', () => {
  // @ts-expect-error there is no such grouping
  const one: CaseLifeQuestion = { by: 'person' }
  // @ts-expect-error nor one person
  const other: CaseLifeQuestion = { by: ['holder', 'person:ada'] }
  // @ts-expect-error nor a group that belongs to one
  const key: CaseLifeGroup['key'] = { person: 5 }
  expect([one, other, key]).toHaveLength(3)
})

it.each(['person', 'person:ada'])('who asks by %s is refused, and told what to ask', (asked) => {
  const by = ['priority', asked] as readonly CaseLifeGrouping[]
  const tally = caseLifeTally({ by })
  tally.add(life)
  const answer = tally.report()
  if (answer.ok) return expect.fail('nothing was refused')
  expect(answer.refusal.code).toBe('ranking-people')
  expect(answer.refusal.params).toEqual({ asked })
  expect(answer.refusal.reasons.map(({ code }) => code)).toEqual(['insight.rankingPeople'])
  expect(answer.refusal.nextSteps.map(({ code, params }) => [code, params])).toEqual([
    ['insight.askForElements', {}],
    ['insight.askInstead', { by: 'holder' }],
    ['insight.askInstead', { by: 'priority' }],
    ['insight.askInstead', { by: 'handOvers' }],
  ])
  expect(tally.partial().groups).toEqual([])
})

it('a life names nobody, whatever its marks name', () => {
  expect(personsIn(life)).toEqual([])
})

it('a report names nobody, and neither does what is sent to put reports together', () => {
  const tally = caseLifeTally({ by: ['holder', 'fact:agent', 'priority'] })
  tally.add(life)
  expect(tally.report()).toMatchObject({
    groups: [{ key: { holder: 'person', 'fact:agent': null, priority: null }, cases: 1 }],
  })
  expect(personsIn(tally.report())).toEqual([])
  expect(personsIn(tally.partial())).toEqual([])
})

/** Every text in a value, names of fields included, that speaks of a person. */
function personsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('person:') ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return [...Object.keys(value), ...Object.values(value)].flatMap(personsIn)
}
