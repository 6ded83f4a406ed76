import { createRuleSet, type Facts } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { AT, compared, request, rule, triage, vocabulary } from './desk.ts'
import { codeOf } from './expectations.ts'

const ruleSet = createRuleSet(
  triage({
    actions: { assign: { hitPolicy: 'first' }, page: { hitPolicy: 'unique' } },
    rules: [
      rule('crisis', {
        all: [compared('severity', 'equal', 'P1'), compared('users', 'greaterThan', 100)],
      }),
      rule('gold', { all: [compared('tier', 'equal', 'gold')] }),
      rule('past', undefined, { effective: { to: '2020-01-01' } }),
      rule('never', {
        all: [compared('users', 'lessThan', 3), compared('users', 'greaterThan', 3)],
      }),
      rule('rest'),
      ...['night', 'weekend'].map((id) =>
        rule(id, { all: [compared(id, 'equal', true)] }, { event: { type: 'page' } }),
      ),
    ],
  }),
)

const ask = (id: string, facts: Facts) => ruleSet.whyNot(id, facts, { at: AT })

describe('a rule that does not decide', () => {
  it('fails, and the fewest facts that would have to change are named and tried', () => {
    const facts = { severity: 'P1', users: 7, tier: 'basic' }
    const answer = ask('crisis', facts)
    expect(answer).toMatchObject({
      status: 'fails',
      by: [],
      change: { kind: 'change', isProved: true, changes: [{ label: 'users', from: 7 }] },
    })
    if (!('change' in answer) || answer.change.kind !== 'change') throw new Error('no change')
    expect(ruleSet.evaluate(answer.change.facts, { at: AT })).toMatchObject({
      events: [{ rule: 'crisis' }],
    })
    expect(facts).toEqual({ severity: 'P1', users: 7, tier: 'basic' })
  })

  it('is outranked by rules that go before it', () => {
    expect(ask('rest', { severity: 'P1', users: 500, tier: 'gold' })).toMatchObject({
      status: 'outranked',
      by: ['crisis', 'gold'],
      change: { kind: 'change', changes: [{}, {}] },
    })
  })

  it('is contradicted by others', () => {
    expect(ask('night', { night: true, weekend: true })).toMatchObject({
      status: 'conflicts',
      by: ['weekend'],
      change: { changes: [{ label: 'weekend', from: true }] },
    })
  })

  it('is not in effect, or can never decide', () => {
    expect(ask('past', {})).toEqual({ status: 'notInEffect' })
    expect(ask('never', {})).toMatchObject({ status: 'fails', change: { kind: 'impossible' } })
  })

  it('may decide after all', () => {
    expect(ask('rest', {})).toEqual({ status: 'decides' })
  })

  it('was never asked where the facts are refused', () => {
    const typed = createRuleSet(triage({ rules: [rule('r')] }), { vocabulary })
    const facts = { ...request, severity: 'P9' } as never
    expect(typed.whyNot('r', facts, { at: AT })).toMatchObject({
      status: 'refused',
      refusal: { code: 'facts-invalid' },
    })
  })
})

it('a rule that does not exist is a mistake of the caller', () => {
  expect(codeOf(() => ask('gol', {}))).toBe('rule-unknown')
  expect(() => ask('gol', {})).toThrow(RangeError)
})
