import { type Condition, compileCondition, createRuleSet, type Facts } from '@holdfast/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { AT, compared, rule, triage } from './desk.ts'

const facts = fc.constantFrom('a', 'b', 'toString')
const constants = fc.constantFrom<unknown>(null, true, 0, -0, 1, 5, 2.5, '', '5', 'x', '5x')
const numbers = fc.constantFrom(-1, 0, 1, 2.5, 5, 10)
const denied = fc.constantFrom('', 'not:')

/** Comparisons of few facts with few values, so that many rules ask for the same. */
const comparisons: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(facts, denied, fc.constantFrom('equal', 'notEqual'), constants)
    .map(([fact, not, operator, value]) => compared(fact, `${not}${operator}`, value)),
  fc
    .tuple(facts, denied, fc.constantFrom('in', 'notIn'), fc.array(constants, { maxLength: 9 }))
    .map(([fact, not, operator, value]) => compared(fact, `${not}${operator}`, value)),
  fc
    .tuple(
      facts,
      denied,
      fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
      numbers,
    )
    .map(([fact, not, operator, value]) => compared(fact, `${not}${operator}`, value)),
)

const parts: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: comparisons },
  { weight: 1, arbitrary: comparisons.map((not) => ({ not })) },
  {
    weight: 1,
    arbitrary: fc.array(comparisons, { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
  },
)
const conditions = fc.array(parts, { maxLength: 3 }).map((all): Condition => ({ all }))

const values = fc.oneof(
  constants,
  numbers,
  fc.constantFrom<unknown>(undefined, Number.NaN, Number.POSITIVE_INFINITY, [5], {}, false, '10'),
)
const requests = fc.dictionary(facts, values, { maxKeys: 3 })

it('the rules found among many are those whose condition holds when asked alone', () => {
  fc.assert(
    fc.property(
      fc.array(conditions, { minLength: 1, maxLength: 70 }),
      fc.array(requests, { minLength: 1, maxLength: 10 }),
      (asked, given) => {
        const rules = asked.map((condition, index) => rule(`${index}`, condition))
        const ruleSet = createRuleSet(
          triage({ actions: { assign: { hitPolicy: 'collect' } }, rules }),
        )
        const alone = asked.map((condition) => compileCondition(condition))
        for (const one of given as Facts[]) {
          const ids = alone.flatMap(({ test }, index) =>
            test(one, { at: AT, missing: 'allow' }) ? [`${index}`] : [],
          )
          expect(ruleSet.evaluate(one, { at: AT })).toMatchObject({ ok: true, matched: ids })
        }
      },
    ),
    { numRuns: 200 },
  )
})
