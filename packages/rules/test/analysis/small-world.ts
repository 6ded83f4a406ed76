/** A vocabulary so small that every request can be tried, and random rule sets over it. */
import fc from 'fast-check'
import * as z from 'zod'
import { createRuleSet } from '../../src/create-rule-set.ts'
import type { RuleSetDocument } from '../../src/document.ts'
import type { HitPolicy } from '../../src/model.ts'

export const smallVocabulary = z.object({
  severity: z.enum(['P1', 'P2', 'P3']),
  tier: z.enum(['gold', 'free']).optional(),
  users: z.int().min(0).max(3),
  spent: z.int().min(0).max(2),
  tags: z.array(z.enum(['vip', 'vat'])),
  contract: z.object({ level: z.enum(['high', 'low']), days: z.int().min(0).max(2) }).nullable(),
})

type Facts = Record<string, unknown>

const SUBSETS = [[], ['vip'], ['vat'], ['vip', 'vat']]
const CONTRACTS = [
  null,
  ...['high', 'low'].flatMap((level) => [0, 1, 2].map((days) => ({ level, days }))),
]

/** Every request there is, once in each way that can be told apart. */
export const everyRequest: readonly Facts[] = ['P1', 'P2', 'P3'].flatMap((severity) =>
  ['gold', 'free', undefined].flatMap((tier) =>
    [0, 1, 2, 3].flatMap((users) =>
      [0, 1, 2].flatMap((spent) =>
        SUBSETS.flatMap((tags) =>
          CONTRACTS.map((contract) => ({
            severity,
            ...(tier !== undefined && { tier }),
            users,
            spent,
            tags,
            contract,
          })),
        ),
      ),
    ),
  ),
)

const oneOf = <const T>(...values: readonly T[]) => fc.constantFrom(...values)
const order = oneOf('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive')

const leaf: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    fact: fc.constant('severity'),
    operator: oneOf('equal', 'notEqual', 'not:equal'),
    value: oneOf('P1', 'P2', 'P3'),
  }),
  fc.record({
    fact: fc.constant('severity'),
    operator: oneOf('in', 'notIn'),
    value: fc.subarray(['P1', 'P2', 'P3'], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant('tier'),
    operator: oneOf('equal', 'notEqual', 'textStartsWith'),
    value: oneOf('gold', 'free'),
  }),
  fc.record({ fact: oneOf('users', 'spent'), operator: order, value: oneOf(0, 1, 2) }),
  fc.record({
    fact: fc.constant('tags'),
    operator: oneOf(
      'contains',
      'doesNotContain',
      'not:contains',
      'someFact:equal',
      'everyFact:equal',
      'everyFact:notEqual',
      'not:someFact:notEqual',
    ),
    value: oneOf('vip', 'vat'),
  }),
  fc.record({
    fact: fc.constant('contract'),
    operator: oneOf('equal', 'notEqual'),
    path: fc.constant('$.level'),
    value: oneOf('high', 'low'),
  }),
  fc.record({
    fact: fc.constant('contract'),
    path: fc.constant('$.days'),
    operator: order,
    value: oneOf(0, 1, 2),
  }),
)

const condition: fc.Arbitrary<object> = fc.letrec<{ node: object; group: object }>((tie) => ({
  node: fc.oneof({ maxDepth: 2 }, { arbitrary: leaf, weight: 3 }, tie('group')),
  group: fc.oneof(
    fc.record({ all: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).group

const team = oneOf('a', 'b')

/** Rules of one action. */
export const smallRules = fc.array(
  fc.record({ conditions: condition, team, priority: oneOf(1, 2) }),
  { minLength: 1, maxLength: 6 },
)

export const hitPolicies = oneOf<HitPolicy>('unique', 'any', 'first', 'priority', 'collect')

export type SmallRules = typeof smallRules extends fc.Arbitrary<infer T> ? T : never

export function smallSet(rules: SmallRules, hitPolicy: HitPolicy, vocabulary = true) {
  const document = {
    id: 'small',
    version: 1,
    actions: { assign: { hitPolicy } },
    rules: rules.map(({ conditions, team: name, priority }, index) => ({
      id: `r${index}`,
      conditions,
      priority,
      event: { type: 'assign', params: { team: name } },
    })),
  } as unknown as RuleSetDocument
  const set = createRuleSet(document, vocabulary ? { vocabulary: smallVocabulary } : {})
  const decide = (facts: Facts, at: number) => set.evaluate(facts, { at })
  return { set, model: set.model, decide }
}
