import { expect, expectTypeOf, it } from 'vitest'
import {
  createSlaPolicy,
  type ExplainedSlaPolicy,
  explained,
  type MetricName,
  type SlaPolicy,
  type SlaPolicyDocument,
  slaPolicyJsonSchema,
} from '../src/index.ts'
import acme from './acme.json' with { type: 'json' }
import { asked, sla, stateOf } from './desk.ts'
import { calendars, GOLD_P1, november, policyDocument } from './report-desk.ts'

const deps = { calendars }

it('takes an imported JSON module as it is', () => {
  const reading = createSlaPolicy(acme, deps).read(asked(GOLD_P1), november(2, '10:00'))
  expect(stateOf(reading, 'firstResponse').dueAt).toBe(november(2, '09:30'))
})

it('does not take what is no policy', () => {
  const { agreements: _, ...empty } = policyDocument([sla()])
  // @ts-expect-error it promises nothing
  expect(() => createSlaPolicy(empty, deps)).toThrow()
  // @ts-expect-error a condition is no number
  expect(() => createSlaPolicy(policyDocument([sla({ applies: 5 })]), deps)).toThrow()
  // @ts-expect-error calendars must be given, even when there are none
  expect(() => createSlaPolicy(policyDocument([sla()]), {})).toThrow()
  expectTypeOf<{ id: string }>().not.toExtend<SlaPolicyDocument>()
})

it('takes every InstantLike for an instant, and does not read the clock', () => {
  const policy = createSlaPolicy(acme, deps)
  for (const when of [0, '1970-01-01T00:00:00Z', new Date(0), { epochMilliseconds: 0 }]) {
    expect(policy.read([], when).states).toEqual([])
  }
  // @ts-expect-error it does not know what time it is
  expect(() => policy.read([])).toThrow(TypeError)
  expect(() => policy.wakeups([], 'tomorrow')).toThrow(
    expect.objectContaining({ code: 'not-an-instant' }),
  )
})

it('explains each of its answers', () => {
  expectTypeOf<keyof ExplainedSlaPolicy>().toEqualTypeOf<'read' | 'wakeups'>()
  expectTypeOf<ReturnType<ExplainedSlaPolicy['read']>['value']>().toEqualTypeOf<
    ReturnType<SlaPolicy['read']>
  >()
  expect(Object.keys(explained(createSlaPolicy(acme, deps)))).toEqual(['read', 'wakeups'])
})

it('knows the usual metrics by name', () => {
  expectTypeOf<'firstResponse' | 'handoverAcceptance'>().toExtend<MetricName>()
  expectTypeOf<'solution'>().not.toExtend<MetricName>()
})

it('has a JSON Schema for editors', () => {
  expect(slaPolicyJsonSchema()).toMatchObject({
    type: 'object',
    required: ['id', 'version', 'agreements'],
    additionalProperties: false,
  })
})
