import type { Finding } from '@holdfast/kernel'
import { createRuleSet, diffRuleSets, type RuleDocument } from '@holdfast/rules'
import { expect, test } from 'vitest'
import * as z from 'zod'

const vocabulary = z.object({
  kind: z.enum(['incident', 'question']),
  language: z.enum(['en', 'ja']).optional(),
  product: z.enum(['search', 'mobile']).optional(),
  contract: z.object({ level: z.string(), endsAt: z.iso.datetime() }).optional(),
})

const rule = (id: string, ...all: [string, string, unknown, string?][]): RuleDocument => ({
  id,
  conditions: {
    all: all.map(([fact, operator, value, path]) => ({
      fact,
      operator,
      value,
      ...(path !== undefined && { path }),
    })),
  },
  event: { type: 'assign', params: { team: id } },
})

const renewals = rule(
  'success',
  ['kind', 'equal', 'question'],
  ['contract', 'dateWithinNext', 'PT720H', '$.endsAt'],
)
const japanese = rule('tokyo', ['language', 'equal', 'ja'])
const mobile = rule('mobile', ['product', 'equal', 'mobile'])
const rest = rule('desk')

function namesOf(facts: object): string[] {
  return Object.keys(facts).sort()
}

function shownBy(finding: Finding | undefined): string[] {
  const { facts = {} } = (finding?.witness ?? {}) as { facts?: object }
  return namesOf(facts)
}

function ruleSet(...rules: RuleDocument[]) {
  const actions = { assign: { hitPolicy: 'first' as const } }
  return createRuleSet({ id: 'desk', version: 1, actions, rules }, { vocabulary })
}

test('a request that shows a difference has only the facts that matter, and those that every request has', () => {
  const before = ruleSet(renewals, mobile, japanese, rest)
  const after = ruleSet(renewals, japanese, mobile, rest)
  const { differences } = diffRuleSets(before, after, { from: '2027-03-01T00:00:00Z' })
  expect(differences.map(({ witness }) => namesOf(witness.facts))).toEqual(
    differences.map(() => ['kind', 'language', 'product']),
  )
})

test('so has one that no rule decides', () => {
  const [gap] = ruleSet(renewals, mobile, japanese).check({
    from: '2027-03-01T00:00:00Z',
    to: '2028-03-01T00:00:00Z',
  })
  expect(gap?.code).toBe('gap')
  expect(shownBy(gap)).toEqual(['kind'])
})

test('so has one that two rules contradict each other about', () => {
  const actions = { assign: { hitPolicy: 'unique' as const, complete: false } }
  const rules = [japanese, mobile]
  const set = createRuleSet({ id: 'desk', version: 1, actions, rules }, { vocabulary })
  const [conflict] = set.check({ from: '2027-03-01T00:00:00Z', to: '2028-03-01T00:00:00Z' })
  expect(conflict?.code).toBe('rules-conflicting')
  expect(shownBy(conflict)).toEqual(['kind', 'language', 'product'])
})
