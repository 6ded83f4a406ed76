import { type Reason, toInstant } from '@holdfast/kernel'
import { explanationFaults } from '@holdfast/kernel/testing'
import {
  createRuleSet,
  explained,
  type Facts,
  type RuleSet,
  type RuleSetDocument,
  rulesPhrases,
} from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { AT, compared, request, rule, triage, vocabulary } from './desk.ts'

const document = triage({
  actions: { assign: { hitPolicy: 'first' }, page: { hitPolicy: 'unique' } },
  conditions: {
    important: {
      any: [compared('severity', 'equal', 'P1'), { condition: 'paying' }],
    },
    paying: { all: [compared('tier', 'in', ['gold', 'platinum'])] },
  },
  rules: [
    rule(
      'vip',
      { all: [{ condition: 'important' }, { not: compared('vip', 'equal', false) }] },
      { title: 'Important people', reason: 'They pay', reference: 'VIP-1' },
    ),
    rule('important', { condition: 'important' }, { priority: 3 }),
    rule('past', undefined, { effective: { to: '2020-01-01' } }),
    rule('rest'),
    ...['night', 'crowd'].map((id, index) =>
      rule(
        id,
        { all: [compared('users', 'greaterThan', 10 * index)] },
        { event: { type: 'page' } },
      ),
    ),
  ],
  tables: [
    {
      id: 'level',
      action: 'assign',
      columns: [{ fact: 'contract', path: '$.level' }, { fact: 'users' }],
      rows: [
        { when: ['gold', { greaterThan: 5, lessThan: 9 }], params: {} },
        { when: ['-', [1, 2]], params: {} },
      ],
    },
  ],
})
const open = createRuleSet(document)
const typed = createRuleSet(document, { vocabulary }) as RuleSet
const odd = createRuleSet(
  triage({
    rules: [
      rule('gone', { condition: 'gone' }),
      rule('in', { all: [compared('a', 'in', { fact: 'list', path: '$.of' })] }),
      rule('params', undefined, { event: { type: 'assign', params: { team: { fact: 'a' } } } }),
    ],
  }),
  { allowUndefinedConditions: true, replaceFactsInEventParams: true },
)

const requests: Facts[] = [
  {},
  request,
  { ...request, severity: 'P1', users: 7, contract: { level: 'gold', days: 3 } },
  { ...request, tier: 'gold', vip: true, users: 20 },
  { severity: 7, users: 'many', tier: ['gold'], contract: 'gold' },
  { a: 1, list: { of: [1] } },
  { a: 1, list: 7 },
  { a: Symbol('x'), list: [Number.NaN, new Date(0), { deep: { deep: { deep: [1] } } }] },
  { '': 1 },
]

it('an explanation answers what the rule set answers, and every reason has words', () => {
  for (const ruleSet of [open, typed, odd]) {
    const explaining = explained(ruleSet)
    const questions = requests.flatMap((facts) => [
      { method: 'evaluate', args: [facts, { at: AT }] },
      { method: 'evaluate', args: [facts, { at: '2019-01-01T00:00:00Z' }] },
      { method: 'evaluate', args: [facts, { at: AT, missing: 'refuse' }] },
      { method: 'evaluate', args: [facts, { at: 'noon' }] },
      ...ruleSet.model.rules.map(({ id }) => ({ method: 'whyNot', args: [id, facts, { at: AT }] })),
      { method: 'whyNot', args: ['nobody', facts, { at: AT }] },
    ])
    for (const question of questions) {
      expect(explanationFaults(ruleSet, explaining, question, rulesPhrases)).toEqual([])
    }
  }
})

/** The reason of a rule in an evaluation. */
function ruleReason(ruleSet: RuleSet, id: string, facts: Facts, at: string = AT): Reason {
  const { reason } = explained(ruleSet).evaluate(facts, { at })
  const found = reason.children
    .flatMap(({ children }) => children)
    .find(({ params }) => params['rule'] === id)
  if (found === undefined) throw new Error(`no reason for ${id}`)
  return found
}

function leaves(reason: Reason): Reason[] {
  return reason.children.length === 0 ? [reason] : reason.children.flatMap(leaves)
}

describe('a comparison', () => {
  const ask = (fact: unknown, operator: string, value: unknown, path?: string) => {
    const all = [compared('x', operator, value, path)]
    const ruleSet = createRuleSet(triage({ rules: [rule('r', { all })] }))
    const [leaf] = leaves(ruleReason(ruleSet, 'r', fact === undefined ? {} : { x: fact }))
    return leaf
  }

  it('says what was expected and what was there', () => {
    expect(ask('P2', 'equal', 'P1')).toMatchObject({
      code: 'rules.compared',
      params: { fact: 'x', operator: 'equal', expected: 'P1', actual: 'P2', holds: false },
    })
    expect(ask(7, 'lessThan', 9)).toMatchObject({ code: 'rules.compared', params: { holds: true } })
  })

  it('tells a missing fact from one of the wrong type and from one that differs', () => {
    expect(ask(undefined, 'lessThan', 9)).toMatchObject({
      code: 'rules.missing',
      params: { missing: ['x'], holds: false },
    })
    expect(ask({ b: 1 }, 'lessThan', 9, '$.a')).toMatchObject({
      code: 'rules.missing',
      params: { fact: 'x.a', missing: ['x.a'] },
    })
    expect(ask('many', 'lessThan', 9)).toMatchObject({
      code: 'rules.wrongType',
      params: { actual: 'many', holds: false },
    })
    expect(ask(7, 'textContains', 'a')).toMatchObject({ code: 'rules.wrongType' })
    expect(ask('slow', 'contains', 'slow')).toMatchObject({ code: 'rules.wrongType' })
    expect(ask('slow', 'someFact:equal', 'slow')).toMatchObject({ code: 'rules.wrongType' })
    expect(ask('yesterday', 'not:dateBefore', AT)).toMatchObject({
      code: 'rules.wrongType',
      params: { holds: true },
    })
    expect(ask(9, 'lessThan', 9)).toMatchObject({ code: 'rules.compared' })
  })

  it('of two facts names both', () => {
    const all = [compared('a', 'equal', { fact: 'b', path: '$.c' })]
    const ruleSet = createRuleSet(triage({ rules: [rule('r', { all })] }))
    expect(leaves(ruleReason(ruleSet, 'r', { a: 1, b: { c: 2 } }))).toMatchObject([
      { params: { fact: 'a', expectedFrom: 'b.c', expected: 2, actual: 1 } },
    ])
    expect(leaves(ruleReason(ruleSet, 'r', { a: 1 }))).toMatchObject([
      { code: 'rules.missing', params: { missing: ['b.c'] } },
    ])
  })

  it('shows dates as people write them, and cuts what is long or deep', () => {
    expect(ask(new Date(0), 'dateBefore', AT)?.params).toMatchObject({
      actual: '1970-01-01T00:00:00.000Z',
    })
    expect(ask(new Date(Number.NaN), 'dateBefore', AT)?.params['actual']).toBe(null)
    const long = ask(
      Array.from({ length: 30 }, (_, index) => index),
      'contains',
      3,
    )
    expect(long?.params['actual']).toHaveLength(21)
    expect(ask({ a: { b: { c: { d: 1 } } } }, 'equal', 1)?.params).toMatchObject({
      actual: { a: { b: { c: '…' } } },
    })
  })
})

describe('a named condition', () => {
  it('keeps its name, also inside of another', () => {
    const [condition] = ruleReason(open, 'important', { ...request, tier: 'gold' }).children
    expect(condition).toMatchObject({
      code: 'rules.named',
      params: { name: 'important', holds: true },
      children: [
        {
          code: 'rules.any',
          params: { holds: true, count: 1, of: 2 },
          children: [
            { code: 'rules.compared', params: { holds: false } },
            { code: 'rules.named', params: { name: 'paying', holds: true } },
          ],
        },
      ],
    })
  })

  it('that is not defined says so', () => {
    expect(leaves(ruleReason(odd, 'gone', { a: 1, list: { of: [] } }))).toMatchObject([
      { code: 'rules.undefined', params: { name: 'gone', holds: false } },
    ])
  })
})

describe('a rule', () => {
  const outcomes = (facts: Facts, at = AT) =>
    Object.fromEntries(
      open.model.rules.map(({ id }) => [id, ruleReason(open, id, facts, at).params['outcome']]),
    )

  it('decides, is outranked, is in conflict, fails or is not in effect', () => {
    expect(outcomes({ ...request, severity: 'P1', users: 12 })).toEqual({
      important: 'decides',
      vip: 'fails',
      past: 'notInEffect',
      rest: 'outranked',
      'level/1': 'fails',
      'level/2': 'fails',
      night: 'conflicts',
      crowd: 'conflicts',
    })
    expect(outcomes({}, '2019-01-01T00:00:00Z')).toMatchObject({
      past: 'decides',
      rest: 'outranked',
    })
  })

  it('says what people wrote about it', () => {
    expect(ruleReason(open, 'vip', request).params).toMatchObject({
      title: 'Important people',
      reason: 'They pay',
      reference: 'VIP-1',
    })
    expect(ruleReason(open, 'past', request).children).toEqual([])
  })
})

it('every source leads to the place in the document that the reason is about', () => {
  const sources = (reason: Reason): Reason[] => [reason, ...reason.children.flatMap(sources)]
  const { reason } = explained(open).evaluate(requests[2] as Facts, { at: AT })
  let count = 0
  for (const { code, params, source } of sources(reason)) {
    if (source?.pointer === undefined) continue
    expect(source).toMatchObject({ document: 'triage', version: 1 })
    const there = resolve(document, source.pointer)
    const isCell = source.pointer.includes('/when/')
    if (code === 'rules.rule' && !source.pointer.startsWith('/tables')) {
      expect(there).toMatchObject({ id: params['rule'] })
    } else if (code === 'rules.rule') {
      expect(there).toHaveProperty('when')
    } else if (code === 'rules.named') {
      expect(there).toMatchObject({ condition: params['name'] })
    } else if ('operator' in params && !isCell) {
      expect(there).toMatchObject({ fact: params['fact'], operator: params['operator'] })
      count++
    } else if ('operator' in params) {
      expect(there).toEqual(params['expected'])
      count++
    }
  }
  expect(count).toBeGreaterThan(10)
})

it('a refusal is explained by what is wrong with the facts', () => {
  const { reason } = explained(typed).evaluate({ ...request, severity: 'P9' }, { at: AT })
  expect(reason).toMatchObject({
    code: 'rules.refused',
    params: { ruleSet: 'triage', code: 'facts-invalid' },
    children: [{ code: 'rules.factInvalid', params: { fact: 'severity' } }],
  })
})

it('facts that do not go together are told as such', () => {
  const bounded = z
    .strictObject({ from: z.number(), to: z.number() })
    .refine(({ from, to }) => from < to, { error: 'from is before to' })
  const ruleSet = createRuleSet(triage({ rules: [rule('r')] }), { vocabulary: bounded })
  for (const facts of [{ from: 2, to: 1 }, { from: 1, to: 2, other: 3 }, { from: 'x' }]) {
    const question = { method: 'evaluate', args: [facts, { at: AT }] }
    expect(explanationFaults(ruleSet, explained(ruleSet), question, rulesPhrases)).toEqual([])
  }
})

it('the whole says when it was asked and how many rules match', () => {
  const { value, reason } = explained(open).evaluate(request, { at: AT })
  expect(reason).toMatchObject({
    code: 'rules.evaluated',
    params: { ruleSet: 'triage', version: 1, at: toInstant(AT), matched: 2, of: 8 },
    children: [
      { code: 'rules.action', params: { action: 'assign', hitPolicy: 'first', rules: ['rest'] } },
      { code: 'rules.action', params: { action: 'page', rules: ['night'] } },
    ],
  })
  expect(value).toMatchObject({ matched: ['rest', 'night'] })
})

it('why a rule does not decide is told with the facts that would have to change', () => {
  const { value, reason } = explained(typed).whyNot('important', request, { at: AT })
  expect(value).toMatchObject({ status: 'fails', change: { kind: 'change', isProved: true } })
  expect(reason).toMatchObject({
    code: 'rules.whyNot',
    params: { rule: 'important', status: 'fails' },
    children: [
      { code: 'rules.rule', params: { outcome: 'fails' } },
      { code: 'rules.change', params: { count: 1, proved: true } },
    ],
  })
})

/** What a JSON Pointer leads to. */
function resolve(from: RuleSetDocument, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], from)
}
