import { expect, it } from 'vitest'
import { createRuleSet } from '../../src/create-rule-set.ts'

it('translating conditions anew for every period is paid for out of the budget', () => {
  const rules = Array.from({ length: 60 }, (_, nth) => ({
    id: `r${nth}`,
    effective: { from: new Date(Date.UTC(2027, 0, 1 + nth)).toISOString() },
    conditions: {
      all: [
        { fact: 'openedAt', operator: 'dateOlderThan', value: `PT${nth + 1}H` },
        { fact: 'topic', operator: 'equal', value: `topic ${nth}` },
      ],
    },
    event: { type: 'assign' },
  }))
  const actions = { assign: { hitPolicy: 'first', complete: true } }
  const ruleSet = createRuleSet({ id: 'large', version: 1, actions, rules })
  const year = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' }
  const codes = ruleSet.check({ ...year, budget: 5_000_000 }).map(({ code }) => code)
  expect(codes).toEqual(['analysis-undecided'])
})
