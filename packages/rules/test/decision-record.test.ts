import { createRuleSet, decisionRecord, decisionRecordSchema, type Facts } from '@holdfast/rules'
import { expect, it } from 'vitest'
import { AT, compared, request, rule, triage, vocabulary } from './desk.ts'

const rules = [
  rule('gold', {
    all: [
      compared('tier', 'equal', 'gold'),
      compared('contract', 'greaterThan', 3, '$.days'),
      compared('openedAt', 'dateBefore', '2027-03-01T09:00:00Z'),
    ],
  }),
]
const ruleSet = createRuleSet(triage({ rules }))

function recorded(facts: Facts) {
  return decisionRecord(ruleSet, facts, ruleSet.evaluate(facts, { at: AT }), { at: AT })
}

it('a record names the rules, the instant, what they read and what came of it', () => {
  const facts = { tier: 'gold', contract: { days: 7 }, openedAt: '2027-03-01T08:00:00Z' }
  expect(recorded(facts)).toEqual({
    ruleSet: { id: 'triage', version: 1 },
    at: '2027-03-01T09:00:00.000Z',
    input: facts,
    result: {
      ok: true,
      matched: ['gold'],
      events: [{ rule: 'gold', type: 'assign', params: { team: 'gold' } }],
      conflicts: [],
    },
  })
})

it('a record holds no fact that no rule reads', () => {
  expect(recorded({ tier: 'gold', email: 'ada@example.com' }).input).toEqual({ tier: 'gold' })
  expect(recorded({}).input).toEqual({})
})

it('a record is plain JSON, whatever the facts were, and its schema takes it', () => {
  const oddities: Facts[] = [
    { tier: undefined, contract: { days: Number.NaN }, openedAt: new Date(0) },
    { tier: 10n, contract: [Number.POSITIVE_INFINITY], openedAt: { toMillis: () => 0 } },
    { tier: null, contract: 'x'.repeat(100), openedAt: 0 },
    { tier: () => 1, contract: Symbol('x'), openedAt: new Date(Number.NaN) },
    { '': 1 },
  ]
  for (const facts of oddities) {
    const record = recorded(facts)
    expect(JSON.parse(JSON.stringify(record))).toEqual(record)
    expect(decisionRecordSchema.parse(record)).toEqual(record)
  }
  expect(recorded(oddities[0] as Facts).input).toEqual({
    contract: { days: 'NaN' },
    openedAt: '1970-01-01T00:00:00.000Z',
  })
})

it('the same version asked again with what was recorded decides the same', () => {
  const facts = { tier: 'gold', contract: { days: 7 }, openedAt: new Date(0), other: 1 }
  const { input, at, result } = recorded(facts)
  expect(ruleSet.evaluate(input, { at })).toEqual(result)
})

it('a refusal is recorded as well', () => {
  const typed = createRuleSet(triage({ rules }), { vocabulary })
  const facts = { ...request, tier: 'silver' } as never
  const record = decisionRecord(typed, facts, typed.evaluate(facts, { at: AT }), { at: AT })
  expect(record).toMatchObject({
    input: { tier: 'silver' },
    result: { ok: false, refusal: { code: 'facts-invalid' } },
  })
  expect(decisionRecordSchema.safeParse(record).success).toBe(true)
})
