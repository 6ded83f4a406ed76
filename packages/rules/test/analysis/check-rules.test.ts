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
  schema: typeof vocabulary | undefined = vocabulary,
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
  const set = createRuleSet(document, schema === undefined ? {} : { vocabulary: schema })
  return checkRules(set.model, (facts, at) => set.evaluate(facts as never, { at }), {
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

describe('a rule', () => {
  it('that contradicts itself is found', () => {
    const findings = check(
      [rule('a', [is('severity', 'P1'), is('severity', 'P2')]), rule('b', [])],
      'first',
    )
    expect(findings.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['rule-contradictory', '/rules/0'],
    ])
  })

  it('is shadowed by several that together leave it nothing', () => {
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
})
