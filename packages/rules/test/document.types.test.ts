import {
  backTestRuleSets,
  createRuleSet,
  diffRuleSets,
  type ExplainedRuleSet,
  type RuleSet,
  runTests,
} from '@holdfast/rules'
import { expect, expectTypeOf, it } from 'vitest'
import * as z from 'zod'
import { AT, request, rule, triage, vocabulary } from './desk.ts'
import document from './triage.json' with { type: 'json' }

const typed = createRuleSet(document, { vocabulary })

it('takes an imported JSON module as it is', () => {
  expect(
    typed.evaluate({ ...request, severity: 'P1', tags: ['outage'] }, { at: AT }),
  ).toMatchObject({ events: [{ rule: 'outage' }] })
})

it('takes facts of the type of the vocabulary', () => {
  // @ts-expect-error there is no severity P9
  expect(typed.evaluate({ ...request, severity: 'P9' }, { at: AT }).ok).toBe(false)
  const { users: _, ...incomplete } = request
  // @ts-expect-error the number of users is missing
  expect(typed.evaluate(incomplete, { at: AT }).ok).toBe(false)
  expectTypeOf(typed.evaluate).parameter(0).toEqualTypeOf<z.input<typeof vocabulary>>()
})

it('asks for facts as a host has them, before defaults', () => {
  const withDefault = createRuleSet(triage({ rules: [rule('r')] }), {
    vocabulary: z.object({ tier: z.string().default('basic') }),
  })
  expect(withDefault.evaluate({}, { at: AT }).ok).toBe(true)
})

it('takes any facts without a vocabulary', () => {
  const open = createRuleSet(document)
  expectTypeOf(open).toEqualTypeOf<RuleSet>()
  expect(open.evaluate({ anything: [1] }, { at: AT }).ok).toBe(true)
})

it('takes every InstantLike for an instant, and none is left out', () => {
  for (const at of [AT, 0, new Date(0), { toMillis: () => 0 }, { epochMilliseconds: 0 }]) {
    expect(typed.evaluate(request as never, { at }).ok).toBe(true)
  }
  // @ts-expect-error rules have times, so they are asked at an instant
  expect(() => typed.evaluate(request, {})).toThrow(TypeError)
})

it('runs tests of, compares and explains typed rule sets as they are', () => {
  expect(runTests(typed, { at: AT }).failed).toBe(0)
  expect(diffRuleSets(typed, typed).equivalent).toBe(true)
  expect(backTestRuleSets(typed, typed, []).total).toBe(0)
  expectTypeOf<keyof ExplainedRuleSet>().toEqualTypeOf<'evaluate' | 'whyNot'>()
})

it('does not take what is no rule set', () => {
  // @ts-expect-error actions are missing
  expect(() => createRuleSet({ id: 'x', version: 1 })).toThrow()
  // @ts-expect-error a rule has an event
  expect(() => createRuleSet(triage({ rules: [{ id: 'r', conditions: { all: [] } }] }))).toThrow()
  // @ts-expect-error `any` takes a list
  expect(() => createRuleSet(triage({ rules: [rule('r', { any: {} })] }))).toThrow()
})
