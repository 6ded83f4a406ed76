import { createRuleSet } from '@holdfast/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { AT, rule, triage } from './desk.ts'

/** What TypeScript makes of `enum Level { Low, High }`. */
const Level = { 0: 'Low', 1: 'High', Low: 0, High: 1 } as const

/** What facts are made of: each kind with values that fit it now and then. */
const scalars = fc.constantFrom<unknown>(
  undefined,
  null,
  true,
  false,
  0,
  1,
  2.5,
  -3,
  7,
  100,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 60,
  '',
  'a',
  'P1',
  'P2',
  'Low',
  '7',
  'ada@example.com',
  '2027-03-01T09:00:00Z',
  '2027-03-01T09:00:00+02:00',
  'PT4H',
  10n,
)

const values: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'zz', 'toString'), scalars, { maxKeys: 3 }),
  },
)

const leaves: fc.Arbitrary<z.ZodType> = fc.constantFrom<z.ZodType>(
  z.enum(['P1', 'P2']),
  z.enum(Level),
  z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'P1', 'P2']),
  z.literal('P1'),
  z.literal([0, 'a', null, undefined, true]),
  z.string(),
  z.string().min(1).max(3),
  z.string().regex(/^P/),
  z.email(),
  z.iso.datetime(),
  z.iso.datetime({ offset: true }),
  z.iso.duration(),
  z.number(),
  z.int(),
  z.number().int(),
  z.int().min(0).max(7),
  z.number().positive(),
  z.number().lt(7).gte(-3),
  z.number().multipleOf(7),
  z.int32(),
  z.coerce.number(),
  z.coerce.string(),
  z.coerce.boolean(),
  z.boolean(),
  z.null(),
  z.undefined(),
  z.exactOptional(z.string()),
  z.any(),
  z.unknown(),
  z.never(),
  z.bigint(),
  z.date(),
  z.string().refine((text) => text.length !== 1),
  z.string().transform((text) => text.length),
  z.string().catch('a'),
)

const { schema: schemas } = fc.letrec<{ schema: z.ZodType }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: leaves },
    { weight: 1, arbitrary: tie('schema').map((inner) => inner.optional()) },
    { weight: 1, arbitrary: tie('schema').map((inner) => inner.nullable()) },
    { weight: 1, arbitrary: tie('schema').map((inner) => inner.nullish()) },
    { weight: 1, arbitrary: tie('schema').map((inner) => inner.default('a')) },
    { weight: 1, arbitrary: tie('schema').map((inner) => inner.prefault('a')) },
    { weight: 1, arbitrary: tie('schema').map((inner) => inner.readonly()) },
    { weight: 1, arbitrary: tie('schema').map((inner) => z.nonoptional(inner)) },
    { weight: 1, arbitrary: tie('schema').map((inner) => z.lazy(() => inner)) },
    { weight: 1, arbitrary: tie('schema').map((inner) => z.array(inner)) },
    { weight: 1, arbitrary: tie('schema').map((inner) => z.array(inner).min(1)) },
    { weight: 1, arbitrary: tie('schema').map((inner) => z.record(z.string(), inner)) },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('schema'), tie('schema')).map(([a, b]) => z.union([a, b])),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          tie('schema'),
          tie('schema'),
          fc.constantFrom(z.object, z.strictObject, z.looseObject),
        )
        .map(([a, b, make]) => make({ a, b })),
    },
  ),
}))

const vocabularies: fc.Arbitrary<z.ZodObject> = fc
  .tuple(
    fc.dictionary(fc.constantFrom('a', 'b', 'toString', 'severity'), schemas, { minKeys: 1 }),
    fc.constantFrom('plain', 'plain', 'plain', 'strict', 'refined', 'catchall'),
  )
  .map(([shape, kind]) => {
    if (kind === 'strict') return z.strictObject(shape)
    if (kind === 'catchall') return z.object(shape).catchall(z.number())
    if (kind === 'refined') return z.object(shape).refine(({ a, b }) => a !== b)
    return z.object(shape)
  })

const requests = fc.dictionary(fc.constantFrom('a', 'b', 'toString', 'severity', 'other'), values, {
  maxKeys: 5,
})

it('a rule set refuses exactly the facts that its vocabulary refuses, and names them', () => {
  fc.assert(
    fc.property(
      vocabularies,
      fc.array(requests, { minLength: 1, maxLength: 8 }),
      (vocabulary, asked) => {
        const ruleSet = createRuleSet(triage({ rules: [rule('r')] }), { vocabulary })
        for (const facts of asked) {
          const { success, error } = vocabulary.safeParse(Object.assign(Object.create(null), facts))
          const answer = ruleSet.evaluate(facts, { at: AT })
          expect(answer.ok).toBe(success)
          if (answer.ok) continue
          const { code, params, reasons } = answer.refusal
          expect(code).toBe('facts-invalid')
          expect(reasons.length).toBeGreaterThan(0)
          for (const { path } of error?.issues ?? []) {
            if (path[0] !== undefined) expect(params['facts']).toContain(path[0])
          }
        }
      },
    ),
    { numRuns: 500 },
  )
})

describe('a refusal', () => {
  const refusalOf = (vocabulary: z.ZodObject, facts: object) => {
    const ruleSet = createRuleSet(triage({ rules: [rule('r')] }), { vocabulary })
    const answer = ruleSet.evaluate(facts as never, { at: AT })
    return answer.ok ? undefined : answer.refusal
  }

  it('says of each fact what was found and what was expected', () => {
    const vocabulary = z.object({
      severity: z.enum(['P1', 'P2']),
      contract: z.object({ days: z.number() }),
      tags: z.array(z.string()),
    })
    const facts = { severity: 'P9', contract: { days: 'many' }, tags: ['a', 7] }
    expect(refusalOf(vocabulary, facts)?.reasons).toMatchObject([
      {
        code: 'rules.factInvalid',
        params: { fact: 'severity', path: '', found: 'P9', expected: 'one of "P1", "P2"' },
      },
      { code: 'rules.factInvalid', params: { fact: 'contract', path: 'days', found: 'many' } },
      { code: 'rules.factInvalid', params: { fact: 'tags', path: '1', found: 7 } },
    ])
    expect(refusalOf(vocabulary, { contract: {} })?.reasons).toMatchObject([
      { code: 'rules.factMissing', params: { fact: 'severity', path: '' } },
      { code: 'rules.factMissing', params: { fact: 'contract', path: 'days' } },
      { code: 'rules.factMissing', params: { fact: 'tags' } },
    ])
  })

  it('names facts that a strict vocabulary does not know', () => {
    const vocabulary = z.strictObject({ severity: z.string() })
    const facts = { severity: 'P1', sevrity: 'P2', teir: 'gold' }
    expect(refusalOf(vocabulary, facts)).toMatchObject({
      params: { facts: ['sevrity', 'teir'] },
      reasons: [{ params: { found: 'P2' } }, { params: { found: 'gold' } }],
    })
  })

  it('blames no single fact for a rule over several', () => {
    const vocabulary = z
      .object({ from: z.number(), to: z.number() })
      .refine(({ from, to }) => from < to, { error: 'from is before to' })
    expect(refusalOf(vocabulary, { from: 2, to: 1 })).toMatchObject({
      params: { facts: [] },
      reasons: [{ code: 'rules.factsInvalid', params: { expected: 'from is before to' } }],
    })
  })

  it('is told of what facts hold themselves, not of what they inherit', () => {
    const strict = z.strictObject({ tier: z.string() })
    const inherits = Object.create({ tier: 'gold' }) as object
    for (const vocabulary of [strict, z.object({ tier: z.string() })]) {
      expect(refusalOf(vocabulary, inherits)).toMatchObject({ params: { facts: ['tier'] } })
      expect(refusalOf(vocabulary, { tier: 'gold' })).toBeUndefined()
    }
  })
})
