import { checkRuleSet, type RuleSetDocument, ruleSetJsonSchema } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { compared, request, rule, triage, vocabulary } from './desk.ts'
import { fitsSchema } from './small-json-schema.ts'
import document from './triage.json' with { type: 'json' }

const open = ruleSetJsonSchema()
const typed = ruleSetJsonSchema({ vocabulary })

/** What an editor says of a rule with one comparison: by the schema without and with the vocabulary. */
function marks(comparison: unknown): [open: boolean, typed: boolean] {
  const written = triage({ rules: [rule('r', { all: [comparison] } as never)] })
  return [fitsSchema(open, written), fitsSchema(typed, written)]
}

const fine = [true, true]
const onlyWithoutFacts = [true, false]
const wrong = [false, false]

describe('an editor', () => {
  it('takes a sound document', () => {
    expect(fitsSchema(open, document)).toBe(true)
    expect(fitsSchema(typed, document)).toBe(true)
    expect(fitsSchema(typed, triage())).toBe(true)
  })

  it('marks what the document lacks or nobody reads', () => {
    const { actions: _, ...withoutActions } = triage()
    for (const wrongDocument of [
      {},
      withoutActions,
      { ...triage(), rulse: [] },
      { ...triage(), version: -1 },
      { ...triage(), actions: { assign: { hitPolicy: 'frist' } } },
      { ...triage(), rules: [{ id: 'r', conditions: { all: [] } }] },
      { ...triage(), rules: [{ ...rule('r'), conditions: { any: [] } }] },
      { ...triage(), rules: [{ ...rule('r'), conditions: {} }] },
    ]) {
      expect(fitsSchema(open, wrongDocument)).toBe(false)
      expect(fitsSchema(typed, wrongDocument)).toBe(false)
    }
  })

  it('knows operators and decorators', () => {
    expect(marks(compared('severity', 'equal', 'P1'))).toEqual(fine)
    expect(marks(compared('tags', 'not:someFact:equal', 'slow'))).toEqual(fine)
    expect(marks(compared('severity', 'equals', 'P1'))).toEqual(wrong)
    expect(marks(compared('severity', 'nto:equal', 'P1'))).toEqual(wrong)
    expect(marks({ fact: 'severity', operator: 'equal' })).toEqual(wrong)
  })

  it('knows the facts of the vocabulary and the values of each', () => {
    expect(marks(compared('severty', 'equal', 'P1'))).toEqual(onlyWithoutFacts)
    expect(marks(compared('severity', 'equal', 'P9'))).toEqual(onlyWithoutFacts)
    expect(marks(compared('severity', 'in', ['P1', 'P9']))).toEqual(onlyWithoutFacts)
    expect(marks(compared('tags', 'contains', 'outrage'))).toEqual(onlyWithoutFacts)
    expect(marks(compared('vip', 'equal', 'yes'))).toEqual(onlyWithoutFacts)
    expect(marks(compared('severity', 'in', ['P1', 'P2']))).toEqual(fine)
    expect(marks(compared('severity', 'equal', { fact: 'tier' }))).toEqual(fine)
    expect(marks(compared('contract', 'equal', 'gold', '$.level'))).toEqual(fine)
  })

  it('knows the facts of tables and tests', () => {
    const table = (fact: string) =>
      triage({ tables: [{ id: 't', action: 'assign', columns: [{ fact }], rows: [] }] })
    expect(fitsSchema(typed, table('severity'))).toBe(true)
    expect(fitsSchema(typed, table('severty'))).toBe(false)
    const test = (facts: object) =>
      triage({ tests: [{ title: 'x', facts, decides: {} }] } as Partial<RuleSetDocument>)
    expect(fitsSchema(typed, test(request))).toBe(true)
    expect(fitsSchema(typed, test({ severity: 'P9' }))).toBe(false)
    expect(fitsSchema(typed, test({ severty: 'P1' }))).toBe(false)
  })

  it('knows as well that a strict vocabulary has no other facts', () => {
    const schemaOf = (strict: z.ZodObject) => ruleSetJsonSchema({ vocabulary: strict })
    const tests = [{ title: 'x', facts: { other: 1 }, decides: {} }]
    const tested = triage({ tests })
    expect(fitsSchema(schemaOf(z.strictObject({ a: z.string() })), tested)).toBe(false)
    expect(fitsSchema(schemaOf(z.looseObject({ a: z.string() })), tested)).toBe(true)
  })

  it('is offered the operators that fit a fact', () => {
    const { $defs } = typed as { $defs: { comparison: { allOf: unknown[] } } }
    const offered = (fact: string) =>
      JSON.stringify(
        $defs.comparison.allOf.find((one) => JSON.stringify(one).includes(`"${fact}"`)),
      )
    expect(offered('subject')).toContain('textContains')
    expect(offered('users')).toContain('lessThan')
    expect(offered('openedAt')).toContain('dateOlderThan')
    expect(offered('vip')).not.toContain('"lessThan"')
  })
})

it('an editor marks nothing that a check takes', () => {
  const comparisons = [
    compared('severity', 'notIn', ['P1']),
    compared('tier', 'equal', 'gold'),
    compared('users', 'greaterThan', 3),
    compared('users', 'someValue:equal', [1, 2]),
    compared('tags', 'someFact:in', ['slow', 'outage']),
    compared('tags', 'doesNotContain', 'slow'),
    compared('subject', 'textContainsAny', ['down', 'outage']),
    compared('openedAt', 'dateWithinLast', 'PT4H'),
    compared('waited', 'durationGreaterThan', 3_600_000),
    compared('contract', 'lessThan', 7, '$.days'),
    compared('note', 'equal', null),
    compared('users', 'lessThan', { fact: 'contract', path: '$.days' }),
  ]
  for (const comparison of comparisons) {
    const written = triage({ rules: [rule('r', { all: [comparison] })] })
    expect(checkRuleSet(written, { vocabulary })).toEqual([])
    expect([comparison, ...marks(comparison)]).toEqual([comparison, ...fine])
  }
})
