import { toInstant } from '@holdfast/kernel'
import { createRuleSet, diffRuleSets, type RuleDocument } from '@holdfast/rules'
import { expect, it } from 'vitest'
import { compared, rule, triage } from './desk.ts'

const isGold = compared('tier', 'equal', 'gold')
const isSecurity = compared('topic', 'equal', 'security')
const setOf = (...rules: RuleDocument[]) => createRuleSet(triage({ rules }))
const team = (id: string, name: string, all: object[]): RuleDocument =>
  rule(id, { all } as RuleDocument['conditions'], {
    event: { type: 'assign', params: { team: name } },
  })

it('rules that are written another way make no difference, and that is proved', () => {
  const a = setOf(team('a', 'x', [isGold, isSecurity]), rule('rest'))
  const b = setOf(
    team('renamed', 'x', [{ not: { any: [{ not: isSecurity }, { not: isGold }] } }]),
    rule('rest'),
  )
  expect(diffRuleSets(a, b)).toEqual({
    equivalent: true,
    differences: [],
    undecided: [],
    unknown: [],
  })
})

it('a rule that moves is told with a request that shows it, tried on both', () => {
  const a = setOf(team('security', 'on-call', [isSecurity]), team('gold', 'success', [isGold]))
  const b = setOf(team('gold', 'success', [isGold]), team('security', 'on-call', [isSecurity]))
  const { equivalent, differences } = diffRuleSets(a, b)
  expect(equivalent).toBe(false)
  expect(differences.map((one) => `${one.in} ${one.rule}`)).toEqual(['a security', 'b gold'])
  for (const { witness, before, after } of differences) {
    const { facts, at } = witness
    expect(facts).toEqual({ tier: 'gold', topic: 'security' })
    expect(a.evaluate(facts, { at })).toMatchObject({ events: before })
    expect(b.evaluate(facts, { at })).toMatchObject({ events: after })
  }
})

it('only the time that is asked for is compared', () => {
  const a = setOf(rule('rest'))
  const b = setOf(rule('rest', undefined, { effective: { to: '2027-07-01' } }))
  const year = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' }
  expect(diffRuleSets(a, b, year).equivalent).toBe(true)
  const { differences } = diffRuleSets(a, b)
  expect(differences).toMatchObject([{ in: 'a', rule: 'rest', after: [] }])
  const at = toInstant(differences[0]?.witness.at ?? 0)
  expect(at).toBeGreaterThanOrEqual(toInstant('2027-07-01T00:00:00Z'))
})

it('what cannot be settled is listed, and then they are not called equivalent', () => {
  const a = setOf(team('a', 'x', [compared('a', 'equal', { fact: 'b' })]))
  const b = setOf(team('b', 'x', [compared('b', 'swap:equal', { fact: 'a' }), isGold]))
  const { equivalent, unknown, undecided, differences } = diffRuleSets(a, b)
  expect(equivalent).toBe(false)
  expect(unknown.length + undecided.length + differences.length).toBeGreaterThan(0)
  const small = diffRuleSets(
    setOf(team('a', 'x', [isGold]), rule('rest')),
    setOf(team('a', 'x', [isSecurity]), rule('rest')),
    { budget: 1 },
  )
  expect(small.equivalent).toBe(false)
  expect(small.undecided.length).toBeGreaterThan(0)
})
