import { fromYaml } from '@holdfast/kernel/source'
import { createRuleSet, type RuleSetDocument, runTests } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { AT, compared, rule, triage, vocabulary } from './desk.ts'
import { told } from './expectations.ts'

const actions = {
  assign: { hitPolicy: 'first' },
  notify: { hitPolicy: 'collect' },
  page: { hitPolicy: 'unique' },
}
const isGold = { all: [compared('tier', 'equal', 'gold')] }
const notify = (id: string, conditions: typeof isGold) =>
  rule(id, conditions, { event: { type: 'notify', params: { who: id } } })

function report(parts: Partial<RuleSetDocument>, at: string = AT) {
  return runTests(createRuleSet(triage({ actions, ...parts })), { at })
}

describe("a rule's own tests", () => {
  const gold = (...tests: object[]) =>
    report({ rules: [rule('gold', isGold, { tests } as object)] })

  it('say which requests it matches and which it does not', () => {
    const { passed, failed, results, findings } = gold(
      { facts: { tier: 'gold' } },
      { title: 'basic customers wait', facts: { tier: 'basic' }, matches: false },
    )
    expect([passed, failed, findings]).toEqual([2, 0, []])
    expect(results).toMatchObject([
      { title: 'gold matches (1)', rule: 'gold', passed: true, expected: true, actual: true },
      { title: 'basic customers wait', passed: true, expected: false, actual: false },
    ])
  })

  it('that fail are errors at their place, with the request', () => {
    const { passed, failed, results, findings } = gold(
      { facts: { tier: 'gold' } },
      { facts: { tier: 'basic' } },
    )
    expect([passed, failed]).toEqual([1, 1])
    expect(findings.map(told)).toEqual(['error test-failed /rules/0/tests/1'])
    expect(findings[0]?.witness).toMatchObject({ facts: { tier: 'basic' } })
    expect(results[1]?.reason.code).toBe('rules.evaluated')
  })

  it('ask whether it matches, also where it does not decide', () => {
    const tests = [{ facts: { tier: 'gold' } }]
    const { failed } = report({ rules: [rule('all'), rule('gold', isGold, { tests })] })
    expect(failed).toBe(0)
  })
})

describe('tests of the whole rule set', () => {
  const rules = [
    rule('gold', isGold, { event: { type: 'assign', params: { team: 'gold', tags: [1, 2] } } }),
    notify('sales', { all: [compared('users', 'greaterThan', 5)] }),
    notify('boss', { all: [compared('users', 'greaterThan', 50)] }),
    ...['a', 'b'].map((id) =>
      rule(id, { all: [compared('night', 'equal', true)] }, { event: { type: 'page' } }),
    ),
  ]
  const decides = (facts: object, expected: object) => {
    const tests = [{ title: 'x', facts, decides: expected }] as RuleSetDocument['tests'] & object
    return report({ rules, tests }).results[0]?.passed
  }

  it('name what is decided, `null` for nothing, a list for several', () => {
    expect(decides({ tier: 'gold' }, { assign: { tags: [1, 2], team: 'gold' } })).toBe(true)
    expect(decides({ tier: 'gold' }, { assign: { team: 'gold' } })).toBe(false)
    expect(decides({ tier: 'gold' }, { assign: null })).toBe(false)
    expect(decides({}, { assign: null })).toBe(true)
    expect(decides({}, { assign: { team: 'gold' } })).toBe(false)
    expect(decides({ users: 60 }, { notify: [{ who: 'sales' }, { who: 'boss' }] })).toBe(true)
    expect(decides({ users: 60 }, { notify: [{ who: 'boss' }, { who: 'sales' }] })).toBe(false)
    expect(decides({ users: 60 }, { notify: { who: 'sales' } })).toBe(false)
    expect(decides({ users: 6 }, { notify: { who: 'sales' } })).toBe(true)
    expect(decides({ users: 6 }, { notify: [{ who: 'sales' }] })).toBe(true)
    expect(decides({}, { notify: [] })).toBe(true)
  })

  it('look only at the actions they name', () => {
    expect(decides({ tier: 'gold', users: 6 }, { assign: { team: 'gold', tags: [1, 2] } })).toBe(
      true,
    )
    expect(decides({ tier: 'gold' }, {})).toBe(true)
  })

  it('fail in a conflict, which is something else than nothing to decide', () => {
    expect(decides({ night: true }, { page: {} })).toBe(false)
    expect(decides({ night: true }, { page: null })).toBe(false)
  })
})

describe('a test', () => {
  it('is asked at its own instant where it has one', () => {
    const old = compared('opened', 'dateOlderThan', 'PT4H')
    const facts = { opened: '2027-03-01T06:00:00Z' }
    const tests = [
      { facts, matches: false },
      { facts, at: '2027-03-01T11:00:00+01:00', matches: false },
      { facts, at: '2027-03-01T10:00:01Z' },
    ]
    expect(report({ rules: [rule('old', { all: [old] }, { tests })] })).toMatchObject({ failed: 0 })
  })

  it('whose facts the vocabulary refuses fails, whatever it expects', () => {
    const tests = [
      { facts: { severity: 'P9' }, matches: false },
      { facts: { severity: 'P9' }, matches: true },
    ]
    const ruleSet = createRuleSet(triage({ rules: [rule('r', undefined, { tests })] }), {
      vocabulary,
    })
    const { failed, findings, results } = runTests(ruleSet, { at: AT })
    expect(failed).toBe(2)
    expect(results[0]?.evaluation).toMatchObject({ ok: false, refusal: { code: 'facts-invalid' } })
    expect(findings.map(told)).toEqual([
      'error test-failed /rules/0/tests/0',
      'error test-failed /rules/0/tests/1',
      'info rule-untested /rules/0',
    ])
  })

  it('that fails is told with line and column', () => {
    const source = fromYaml(
      [
        'id: triage',
        'version: 1',
        'actions: { assign: { hitPolicy: first } }',
        'rules:',
        '  - id: gold',
        '    conditions: { all: [{ fact: tier, operator: equal, value: gold }] }',
        '    event: { type: assign }',
        '    tests:',
        '      - { facts: { tier: basic } }',
        'tests:',
        '  - { title: nobody, facts: {}, decides: { assign: {} } }',
      ].join('\n'),
      { name: 'triage.yaml' },
    )
    const { findings } = runTests(createRuleSet(source), { at: AT })
    expect(findings.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
      '9:9 test-failed',
      '11:5 test-failed',
      '5:5 rule-untested',
    ])
    expect(findings[0]?.document).toBe('triage.yaml')
  })
})

describe('coverage', () => {
  const rules = [
    rule(
      'gold',
      { all: [compared('tier', 'equal', 'gold'), compared('users', 'greaterThan', 5)] },
      { tests: [{ facts: { tier: 'gold', users: 7 } }] },
    ),
    rule('rest'),
    rule('gone', undefined, { effective: { to: '2020-01-01' } }),
  ]
  const tests = [{ title: 'x', facts: { tier: 'basic', users: 7 }, decides: {} }]
  const { coverage, findings } = report({ rules, tests })

  it('counts by rule the tests that match and those in which it decides', () => {
    expect(coverage.rules).toMatchObject([
      { rule: 'gold', matched: 1, decided: 1 },
      { rule: 'rest', matched: 2, decided: 1 },
      { rule: 'gone', matched: 0, decided: 0 },
    ])
    expect(coverage.ruleShare).toBeCloseTo(2 / 3)
    expect(findings.map(told)).toEqual(['info rule-untested /rules/2'])
  })

  it('counts both outcomes of every comparison', () => {
    expect(coverage.conditions).toEqual([
      {
        pointer: '/rules/0/conditions/all/0',
        fact: 'tier',
        operator: 'equal',
        held: 1,
        failed: 1,
      },
      {
        pointer: '/rules/0/conditions/all/1',
        fact: 'users',
        operator: 'greaterThan',
        held: 2,
        failed: 0,
      },
    ])
    expect(coverage.outcomeShare).toBe(0.75)
  })

  it('is whole where there is nothing to reach', () => {
    expect(report({}).coverage).toMatchObject({ ruleShare: 1, outcomeShare: 1 })
  })
})
