import type { Finding } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkRules } from '../../src/analysis/check-rules.ts'
import { createRuleSet } from '../../src/create-rule-set.ts'
import type { RuleSetDocument } from '../../src/document.ts'

const vocabulary = z.object({
  severity: z.enum(['P1', 'P2', 'P3']),
  tier: z.enum(['gold', 'free']),
  users: z.int().min(0),
  tags: z.array(z.string()),
})

const YEAR = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) }

function check(
  rules: RuleSetDocument['rules'],
  hitPolicy: string,
  more: object = {},
  schema: typeof vocabulary | null = vocabulary,
  budget?: number,
) {
  const { conditions, ...action } = more as { conditions?: RuleSetDocument['conditions'] }
  const document = {
    id: 'triage',
    version: 1,
    actions: { assign: { hitPolicy, ...action } },
    ...(conditions && { conditions }),
    rules,
  } as unknown as RuleSetDocument
  const set = createRuleSet(document, schema === null ? {} : { vocabulary: schema })
  return checkRules(set.model, (facts, at) => set.evaluate(facts, { at }), {
    ...YEAR,
    ...(budget !== undefined && { budget }),
  })
}

const is = (fact: string, value: unknown) => ({ fact, operator: 'equal', value })
const rule = (id: string, conditions: object[], team = 'a', rest: object = {}) =>
  ({
    id,
    conditions: { all: conditions },
    event: { type: 'assign', params: { team } },
    ...rest,
  }) as never

const codes = (findings: readonly Finding[]) => findings.map(({ code, pointer }) => [code, pointer])
const contains = (value: string) => ({ fact: 'tags', operator: 'contains', value })

describe('a rule', () => {
  it('that contradicts itself is found', () => {
    const rules = [rule('a', [is('severity', 'P1'), is('severity', 'P2')]), rule('b', [])]
    expect(codes(check(rules, 'first'))).toEqual([['rule-contradictory', '/rules/0']])
  })

  it('is shadowed by several that together leave it nothing, and by no more of them than it takes', () => {
    const findings = check(
      [
        rule('few', [{ fact: 'users', operator: 'lessThan', value: 10 }]),
        rule('gold', [is('tier', 'gold')]),
        rule('many', [{ fact: 'users', operator: 'greaterThan', value: 5 }]),
        rule('mine', [is('severity', 'P1')], 'b'),
      ],
      'first',
    )
    expect(findings).toMatchObject([
      { code: 'rule-shadowed', pointer: '/rules/3', found: ['few', 'many'] },
    ])
  })

  it('is shadowed by a higher priority, not by an earlier place', () => {
    const findings = check(
      [
        rule('low', [contains('vip')], 'a', { priority: 1 }),
        rule('high', [], 'b', { priority: 2 }),
      ],
      'priority',
    )
    expect(findings).toMatchObject([
      { code: 'rule-shadowed', pointer: '/rules/0', found: ['high'] },
    ])
  })

  it('is shadowed only while the other is in effect, and the finding says when', () => {
    const effective = { from: '2026-03-01T00:00:00Z', to: '2026-05-01T00:00:00Z' }
    const findings = check(
      [
        rule('spring', [is('tier', 'gold')], 'a', { effective }),
        rule('gold', [is('tier', 'gold'), contains('vip')], 'b'),
        rule('rest', [], 'c'),
      ],
      'first',
    )
    expect(findings).toMatchObject([
      {
        code: 'rule-shadowed',
        pointer: '/rules/1',
        found: ['spring'],
        message: expect.stringContaining(
          'from 2026-03-01T00:00:00.000Z until 2026-05-01T00:00:00.000Z',
        ),
        witness: { at: '2026-03-01T00:00:00.000Z' },
      },
    ])
  })

  it('that says what others say is redundant, and of two alike the later one', () => {
    const findings = check([rule('a', [contains('vip')]), rule('b', [contains('vip')])], 'collect')
    expect(codes(findings)).toEqual([['rule-redundant', '/rules/1']])
  })
})

describe('two rules', () => {
  it('conflict where one request matches both and they ask for different things', () => {
    const findings = check(
      [
        rule('a', [contains('vip')]),
        rule('b', [contains('vat')], 'b'),
        rule('c', [contains('vat')]),
      ],
      'any',
      { complete: false },
    )
    expect(findings).toMatchObject([
      {
        code: 'rules-conflicting',
        pointer: '/rules/1',
        witness: { facts: { tags: ['vip', 'vat'] } },
      },
      { code: 'rules-conflicting', pointer: '/rules/2' },
    ])
  })

  it('of many are told in one finding', () => {
    const rules = Array.from({ length: 30 }, (_, index) =>
      rule(`r${index}`, [contains(`t${index}`)]),
    )
    const last = check(rules, 'unique', { complete: false }).filter(
      ({ pointer }) => pointer === '/rules/29',
    )
    expect(last).toHaveLength(1)
    expect(last[0]?.found).toHaveLength(29)
  })
})

describe('a gap', () => {
  const rules = [rule('gold', [is('tier', 'gold')])]

  it('is an error where the action is to be complete, a warning where that is left open', () => {
    const severity = (policy: string, more: object) =>
      check(rules, policy, more).map((one) => one.severity)
    expect(severity('first', { complete: true })).toEqual(['error'])
    expect(severity('first', {})).toEqual(['warning'])
    expect(severity('collect', {})).toEqual([])
    expect(severity('first', { complete: false })).toEqual([])
  })

  it('comes with a request that no rule matches', () => {
    expect(check(rules, 'first')).toMatchObject([
      { code: 'gap', pointer: '/actions/assign', witness: { facts: { tier: 'free' } } },
    ])
  })

  it('is missing from a table that covers everything', () => {
    const two = [...rules, rule('free', [is('tier', 'free')])]
    expect(check(two, 'unique', { complete: true })).toEqual([])
  })

  it('is there without a vocabulary, because a fact may be missing', () => {
    const two = [rule('yes', [is('vip', true)]), rule('no', [is('vip', false)])]
    expect(codes(check(two, 'unique', {}, null))).toEqual([['gap', '/actions/assign']])
  })
})

describe('a condition', () => {
  it('has a part that changes nothing', () => {
    const findings = check(
      [rule('a', [is('severity', 'P1'), { any: [is('severity', 'P1'), contains('vip')] }])],
      'collect',
    )
    expect(codes(findings)).toEqual([['condition-redundant', '/rules/0/conditions/all/1']])
  })

  it('with a name is unused, or always the same', () => {
    const conditions = {
      odd: { all: [is('severity', 'P1'), is('severity', 'P2')] },
      sure: { any: [is('tier', 'gold'), is('tier', 'free')] },
    }
    const rules = [rule('a', [{ condition: 'sure' }, contains('vip')])]
    expect(codes(check(rules, 'collect', { conditions }))).toEqual([
      ['named-condition-unused', '/conditions/odd'],
      ['named-condition-constant', '/conditions/odd'],
      ['named-condition-constant', '/conditions/sure'],
    ])
  })
})

describe('what cannot be settled', () => {
  const spent = { fact: 'a', operator: 'lessThan', value: { fact: 'b' } }
  const isNot = { fact: 'a', operator: 'greaterThanInclusive', value: { fact: 'b' } }

  it('is told when it rests on comparisons that are not analyzed', () => {
    const findings = check([rule('a', [spent, isNot])], 'collect', {}, null)
    expect(findings).toMatchObject([
      { code: 'analysis-unknown', severity: 'info', message: expect.stringContaining('a, b') },
    ])
  })

  it('is settled all the same where a request shows it', () => {
    expect(check([rule('a', [spent])], 'collect', {}, null)).toEqual([])
  })

  it('is told when the steps run out', () => {
    const findings = check([rule('a', [contains('vip')])], 'first', {}, null, 1)
    expect(findings.map(({ code }) => code)).toContain('analysis-undecided')
    expect(findings.map(({ code }) => code)).not.toContain('gap')
  })

  it('ends, for rules as hard as rules can be', () => {
    const words = Array.from(
      { length: 60 * 3 },
      (_, index) => (index * 7919 + ((index * index) % 61)) % 60,
    )
    const rules = Array.from({ length: 60 }, (_, index) =>
      rule(
        `r${index}`,
        [0, 1, 2].map((part) => ({
          fact: 'tags',
          operator: (index + part) % 2 === 0 ? 'contains' : 'not:contains',
          value: `word ${words[index * 3 + part]}`,
        })),
      ),
    )
    const findings = check(rules, 'first', { complete: true }, null, 200_000)
    expect(findings.some(({ code }) => code === 'gap' || code === 'analysis-undecided')).toBe(true)
  })
})

describe('instants', () => {
  const old = { fact: 'opened', operator: 'dateOlderThan', value: 'PT48H' }
  const fresh = { fact: 'opened', operator: 'dateWithinLast', value: 'PT4H' }

  it('that are counted from the instant asked at are analyzed exactly', () => {
    const findings = check([rule('a', [old, fresh])], 'collect', {}, null)
    expect(codes(findings)).toEqual([['rule-contradictory', '/rules/0']])
  })

  it('that are compared with fixed ones too are not', () => {
    const fixed = { fact: 'opened', operator: 'dateAfter', value: '2026-12-01T00:00:00Z' }
    const findings = check([rule('a', [old, fixed, fresh])], 'collect', {}, null)
    expect(findings.map(({ code }) => code)).toEqual(['analysis-unknown'])
  })
})
