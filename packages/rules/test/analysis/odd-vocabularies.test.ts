import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createRuleSet } from '../../src/create-rule-set.ts'
import { diffRuleSets } from '../../src/diff-rule-sets.ts'
import type { RuleSetDocument } from '../../src/document.ts'

const YEAR = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' }
const LATER = '2027-07-01T00:00:00Z'

type Comparison = readonly [operator: string, value: unknown, path?: string]

const condition = (comparisons: readonly Comparison[]) => ({
  all: comparisons.map(([operator, value, path]) => ({
    fact: 'it',
    operator,
    value,
    ...(path !== undefined && { path }),
  })),
})

function ruleSetOf(comparisons: readonly Comparison[], schema?: z.ZodType) {
  const document = {
    id: 'odd',
    version: 1,
    actions: { assign: { hitPolicy: 'collect' } },
    rules: [{ id: 'only', conditions: condition(comparisons), event: { type: 'assign' } }],
  } as RuleSetDocument
  return schema === undefined
    ? createRuleSet(document)
    : createRuleSet(document, { vocabulary: z.object({ it: schema }) })
}

describe('a rule that some request matches is never called contradictory', () => {
  const text = z.string()
  it.each<[string, readonly Comparison[], unknown, z.ZodType | undefined]>([
    [
      'where texts in a list hold two words each',
      [
        ['everyFact:textContains', 'ab'],
        ['everyFact:textContains', 'cd'],
        ['someFact:textContains', 'ab'],
      ],
      ['cdab'],
      z.array(text),
    ],
    [
      'where a text in a list holds a word and is another',
      [
        ['someFact:textContains', 'ab'],
        ['doesNotContain', 'ab'],
      ],
      ['abc'],
      undefined,
    ],
    [
      'where texts in a list begin and end so',
      [
        ['everyFact:textStartsWith', 'RE'],
        ['everyFact:textLike', '*?'],
        ['everyFact:not:textLike', 're: *'],
        ['someFact:textContains', 're'],
      ],
      ['Really?'],
      z.array(text),
    ],
    [
      'where a text or null is an instant',
      [['dateBefore', '2026-01-01T00:00:00Z']],
      '2020-01-01T00:00:00Z',
      z.union([text, z.null()]),
    ],
    [
      'where a text or a number is a duration as text',
      [
        ['durationLessThan', 'PT1H'],
        ['textContains', 'P'],
      ],
      'PT5M',
      z.union([text, z.number()]),
    ],
    [
      'where a text or a number is a number as text',
      [
        ['lessThan', 10],
        ['textContains', '5'],
      ],
      '5',
      z.union([text, z.number()]),
    ],
    [
      'where a text or a boolean is a number',
      [['lessThan', 10]],
      '5',
      z.union([text, z.boolean()]),
    ],
    [
      'where a list of one number is a number',
      [['lessThan', 10]],
      [5],
      z.union([z.array(z.number()), z.boolean()]),
    ],
    [
      'where an object knows its instant',
      [['dateBefore', '2026-01-01T00:00:00Z']],
      { epochMilliseconds: 5 },
      z.union([z.object({ epochMilliseconds: z.int() }), z.literal('none')]),
    ],
    [
      'where the instants are fixed and the time goes by',
      [['dateOlderThan', 'PT24H']],
      '2027-06-01T00:00:00Z',
      z.union([z.literal('2027-06-01T00:00:00Z'), z.boolean()]),
    ],
    [
      'where the instants are limited and the time goes by',
      [['dateWithinLast', 'PT0S']],
      Date.parse(LATER),
      z.int().min(Date.parse('2027-02-01')),
    ],
    [
      'where a negative limit is below every duration',
      [['durationGreaterThan', '-PT1H']],
      'PT30M',
      z.iso.duration(),
    ],
    [
      'where a duration of the calendar is not the one that is named',
      [
        ['not:durationGreaterThan', '-PT1H'],
        ['notEqual', 'P1M'],
      ],
      'P1D',
      z.iso.duration(),
    ],
    [
      'where a time without an offset is not the one that is named',
      [
        ['not:dateBefore', LATER],
        ['not:dateOnOrAfter', LATER],
        ['notEqual', '2026-03-01T09:00:00'],
      ],
      '2026-03-01T09:00:01',
      z.iso.datetime({ local: true }),
    ],
    [
      'where numbers that JSON lacks are compared with',
      [
        ['lessThan', Number.POSITIVE_INFINITY],
        ['not:lessThan', Number.NEGATIVE_INFINITY],
        ['notIn', [Number.NaN, 100, 3, Number.NaN, 1]],
        ['greaterThan', 5],
        ['lessThan', 7],
      ],
      6,
      undefined,
    ],
    [
      'where the only limit is an infinite one',
      [['not:greaterThanInclusive', Number.POSITIVE_INFINITY]],
      6,
      z.number(),
    ],
    [
      'where both limits are infinite ones',
      [
        ['lessThan', Number.POSITIVE_INFINITY],
        ['greaterThan', Number.NEGATIVE_INFINITY],
      ],
      6,
      z.int(),
    ],
    [
      'where a text is a number below the infinite limit',
      [
        ['lessThan', Number.POSITIVE_INFINITY],
        ['textContains', 'x'],
      ],
      '0x10',
      z.union([z.string(), z.null()]),
    ],
  ])('%s', (_, comparisons, it, schema) => {
    const ruleSet = ruleSetOf(comparisons, schema)
    expect(ruleSet.evaluate({ it }, { at: LATER })).toMatchObject({ matched: ['only'] })
    const codes = ruleSet.check(YEAR).map(({ code }) => code)
    expect(codes).not.toContain('rule-contradictory')
  })
})

it('limits without end are told apart in a comparison of rule sets', () => {
  const above = ruleSetOf([['greaterThan', Number.NEGATIVE_INFINITY]])
  const never = ruleSetOf([['greaterThan', Number.POSITIVE_INFINITY]])
  expect(diffRuleSets(above, never).differences).toHaveLength(1)
})

it('too many words in the texts of a list to tell what they leave are told as not analyzed', () => {
  const words = ['one', 'two', 'three', 'four', 'five', 'six']
  const every = words.map((word): Comparison => ['everyFact:textContains', word])
  const ruleSet = ruleSetOf([...every, ['contains', words.join(' ')]], z.array(z.string()))
  const it = [words.join(' ')]
  expect(ruleSet.evaluate({ it }, { at: LATER })).toMatchObject({ matched: ['only'] })
  const codes = new Set(ruleSet.check(YEAR).map(({ code }) => code))
  expect([...codes].filter((code) => code === 'rule-contradictory')).toEqual([])
})

it('a part whose literal may be null is not taken to be there', () => {
  const vocabulary = z.object({
    a: z.object({ n: z.string(), m: z.literal([null, 'ab', 2]) }).optional(),
  })
  const all = [
    { fact: 'a', path: '$.m', operator: 'notIn', value: ['ab', 2] },
    { fact: 'a', path: '$.n', operator: 'textEndsWith', value: 'ab' },
  ]
  const actions = { assign: { hitPolicy: 'first', complete: false } }
  const rules = [{ id: 'only', conditions: { all }, event: { type: 'assign' } }]
  const ruleSet = createRuleSet({ id: 'parts', version: 1, actions, rules }, { vocabulary })
  expect(ruleSet.evaluate({ a: { n: 'ab', m: null } }, { at: LATER })).toMatchObject({
    matched: ['only'],
  })
  expect(ruleSet.check(YEAR)).toEqual([])
})
