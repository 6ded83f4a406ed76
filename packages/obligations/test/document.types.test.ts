import { expect, expectTypeOf, it } from 'vitest'
import {
  createObligation,
  type ExplainedObligation,
  explained,
  type Obligation,
  obligationJsonSchema,
  type Terms,
} from '../src/index.ts'
import answer from './answer.json' with { type: 'json' }
import { at, deps, promise, submitted } from './desk.ts'

it('takes an imported JSON module as it is', () => {
  const obligation = createObligation(answer, deps)
  expect(obligation.read([submitted('Mon 10:00')], at('Mon 11:00'))[0]?.dueAt).toBe(at('Mon 14:00'))
})

it('does not take what are no terms', () => {
  const { clock: _, ...timeless } = promise()
  // @ts-expect-error it does not say how time counts
  expect(() => createObligation(timeless, deps)).toThrow()
  // @ts-expect-error nobody is asked to start it
  expect(() => createObligation({ ...promise(), start: 5 }, deps)).toThrow()
  // @ts-expect-error calendars must be given, even when there are none
  expect(() => createObligation(promise(), {})).toThrow()
  expectTypeOf<{ id: string }>().not.toExtend<Terms>()
})

it('takes every InstantLike for an instant', () => {
  const obligation = createObligation(answer, deps)
  for (const when of [0, '1970-01-01T00:00:00Z', new Date(0), { epochMilliseconds: 0 }]) {
    expect(obligation.read([], when)).toEqual([])
  }
  // @ts-expect-error no obligation reads the clock
  expect(() => obligation.read([])).toThrow(TypeError)
})

it('explains each of its answers', () => {
  expectTypeOf<keyof ExplainedObligation>().toEqualTypeOf<'read' | 'wakeups'>()
  expectTypeOf<ReturnType<ExplainedObligation['read']>['value']>().toEqualTypeOf<
    ReturnType<Obligation['read']>
  >()
  expect(Object.keys(explained(createObligation(answer, deps)))).toEqual(['read', 'wakeups'])
})

it('has a JSON Schema for editors', () => {
  expect(obligationJsonSchema()).toMatchObject({
    type: 'object',
    required: ['id', 'version', 'kind', 'debtor', 'creditor', 'start', 'stop', 'clock'],
    additionalProperties: false,
  })
})
