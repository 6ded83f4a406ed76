import { checkCondition, checkRuleSet, compileCondition, createRuleSet } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'

const RULE = {
  id: 'r',
  conditions: { all: [{ fact: 'users', operator: 'greaterThan', value: 10 }] },
  event: { type: 'assign' },
}
const DOCUMENT = {
  id: 'odd',
  version: 1,
  actions: { assign: { hitPolicy: 'collect' } },
  rules: [RULE],
}

const unreadable = Object.defineProperty({ ...DOCUMENT }, 'title', {
  enumerable: true,
  get() {
    throw new Error('no access')
  },
})

function codes(document: unknown) {
  return checkRuleSet(document as never).map(({ code }) => code)
}

describe('a document that no file could hold', () => {
  it('is unreadable where looking at it throws', () => {
    expect(codes(unreadable)).toEqual(['unreadable'])
    expect(checkCondition(unreadable).map(({ code }) => code)).toEqual(['unreadable'])
  })

  it('has parameters that no event can carry', () => {
    for (const part of [10n, Symbol('x'), () => 1, Number.NaN]) {
      const event = { type: 'assign', params: { deep: [part] } }
      expect(codes({ ...DOCUMENT, rules: [{ ...RULE, event }] })).toEqual(['params-not-json'])
    }
  })

  it('is told of a row without cells and one without parameters, and nothing is thrown', () => {
    const columns = [{ fact: 'tier' }]
    const rows = [{ params: {} }, { when: ['gold'] }]
    const tables = [{ id: 't', action: 'assign', columns, rows }]
    expect(codes({ ...DOCUMENT, tables })).toEqual(['missing', 'missing'])
  })
})

describe('a fact that cannot be turned into text', () => {
  const odd = [Symbol('x'), Object.create(null), { toString: () => ({}), valueOf: () => ({}) }]

  it.each(odd)('is no number and part of no text', (users) => {
    const set = createRuleSet(DOCUMENT)
    expect(set.evaluate({ users }, { at: 0 })).toMatchObject({ matched: [] })
    const inText = { all: [{ fact: 'users', operator: 'in', value: { fact: 'note' } }] }
    const condition = compileCondition(inText)
    expect(condition.test({ users, note: 'abc' }, { at: 0, missing: 'allow' })).toBe(false)
  })
})

describe('a priority is read as the stock engine reads it', () => {
  it.each([
    [0, 1],
    [1.9, 1],
    [7, 7],
  ])('%d is %d', (priority, read) => {
    const { model } = createRuleSet({ ...DOCUMENT, rules: [{ ...RULE, priority }] })
    expect(model.rules[0]?.priority).toBe(read)
  })

  it.each([-1, 0.5, 1e21])('%d is none', (priority) => {
    expect(codes({ ...DOCUMENT, rules: [{ ...RULE, priority }] })).toEqual(['priority-invalid'])
  })
})

it('what a wildcard finds is a new list each time, so that it is not equal to itself', () => {
  const lines = { fact: 'order', path: '$.lines[*].sku' }
  const equal = compileCondition({ all: [{ ...lines, operator: 'equal', value: lines }] })
  const facts = { order: { lines: [{ sku: 1 }, { sku: 2 }] } }
  expect(equal.test(facts, { at: 0, missing: 'allow' })).toBe(false)
  const first = { fact: 'order', path: '$.lines' }
  const same = compileCondition({ all: [{ ...first, operator: 'equal', value: first }] })
  expect(same.test(facts, { at: 0, missing: 'allow' })).toBe(true)
})

it('nothing is ordered against NaN, and everything against infinity, however many rules try', () => {
  const { NaN: none, POSITIVE_INFINITY: top, NEGATIVE_INFINITY: bottom } = Number
  const limits = [5, none, 3, top, 8, none, 1, bottom, 9, 2, none, 7]
  const rules = limits.map((value, nth) => ({
    id: `r${nth}`,
    conditions: { all: [{ fact: 'users', operator: 'lessThan', value }] },
    event: { type: 'assign' },
  }))
  const ruleSet = createRuleSet({ ...DOCUMENT, rules })
  for (const users of [bottom, 0, 2.5, 4, 5, 6, 8.5, 10, top]) {
    const expected = limits.flatMap((limit, nth) => (users < limit ? [`r${nth}`] : []))
    expect(ruleSet.evaluate({ users }, { at: 0 })).toMatchObject({ matched: expected })
  }
})

it('facts that a refinement throws at, or has to wait for, are refused', () => {
  const refusal = { ok: false, refusal: { code: 'facts-invalid' } }
  const throwing = z.number().refine((): boolean => {
    throw new Error('no connection')
  })
  for (const users of [throwing, z.number().refine(async () => true)]) {
    const ruleSet = createRuleSet(DOCUMENT as never, { vocabulary: z.object({ users }) })
    const refused = ruleSet.evaluate({ users: 11 }, { at: 0 })
    expect(refused).toMatchObject(refusal)
    expect(refused.ok ? [] : refused.refusal.reasons).toHaveLength(1)
  }
})
