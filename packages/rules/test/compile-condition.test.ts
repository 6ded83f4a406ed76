import { isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { type Condition, checkCondition, compileCondition } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { AT, compared, vocabulary } from './desk.ts'
import { codeOf, told } from './expectations.ts'

const at = AT
const isP1 = compared('severity', 'equal', 'P1')
const isBig = compared('users', 'greaterThan', 100)
const urgent: Condition = { any: [isP1, isBig] }

describe('a condition alone', () => {
  it('holds or not, as the stock engine would say', () => {
    const { test } = compileCondition(urgent)
    expect(test({ severity: 'P2', users: 101 }, { at, missing: 'throw' })).toBe(true)
    expect(test({ severity: 'P2', users: 100 }, { at, missing: 'throw' })).toBe(false)
    expect(test({ severity: 'P2' }, { at, missing: 'allow' })).toBe(false)
  })

  it('throws for a missing fact where asked to, also one that would not change the answer', () => {
    const { test } = compileCondition(urgent)
    expect(codeOf(() => test({ severity: 'P2' }, { at, missing: 'throw' }))).toBe('UNDEFINED_FACT')
    expect(codeOf(() => test({ severity: 'P1' }, { at, missing: 'throw' }))).toBe('UNDEFINED_FACT')
    expect(test({ severity: 'P1', users: undefined }, { at, missing: 'throw' })).toBe(true)
    const first: Condition = { any: [{ ...isP1, priority: 2 }, isBig] }
    const asked = compileCondition(first)
    // What is asked first settles it, and the rest is never looked at.
    expect(asked.test({ severity: 'P1' }, { at, missing: 'throw' })).toBe(true)
  })

  it('throws where `in` is to look into a fact that is no list', () => {
    const { test } = compileCondition({ all: [compared('team', 'in', { fact: 'teams' })] })
    expect(codeOf(() => test({ team: 'a', teams: 7 }, { at, missing: 'allow' }))).toBe(
      'value-not-list',
    )
  })

  it('is unknown only where missing facts would decide', () => {
    const { evaluate } = compileCondition(urgent)
    expect(evaluate({ severity: 'P2' }, { at })).toEqual({ value: 'unknown', missing: ['users'] })
    expect(evaluate({}, { at })).toEqual({ value: 'unknown', missing: ['severity', 'users'] })
    expect(evaluate({ severity: 'P1' }, { at })).toEqual({ value: true, missing: [] })
    expect(evaluate({ severity: 'P2', users: 3 }, { at }).value).toBe(false)
    expect(compileCondition({ not: urgent }).evaluate({ severity: 'P1' }, { at }).value).toBe(false)
  })

  it('names the facts it reads, each once, in the order they are written', () => {
    const condition: Condition = {
      all: [{ condition: 'big' }, isP1, compared('severity', 'notEqual', { fact: 'tier' })],
    }
    expect(compileCondition(condition, { named: { big: { all: [isBig] } } }).facts).toEqual([
      'users',
      'severity',
      'tier',
    ])
    expect(compileCondition({ all: [] }).facts).toEqual([])
  })

  it('explains itself', () => {
    const reason = compileCondition(urgent).explain({ severity: 'P2' }, { at })
    expect(reason).toMatchObject({
      code: 'rules.any',
      params: { holds: false, count: 0, of: 2 },
      children: [
        { code: 'rules.compared' },
        { code: 'rules.missing', params: { missing: ['users'] } },
      ],
    })
  })

  it('counts from the instant asked at', () => {
    const { test } = compileCondition({ all: [compared('opened', 'dateOlderThan', 'PT4H')] })
    const facts = { opened: '2027-03-01T06:00:00Z' }
    expect(test(facts, { at: '2027-03-01T10:00:00Z', missing: 'allow' })).toBe(false)
    expect(test(facts, { at: '2027-03-01T10:00:00.001Z', missing: 'allow' })).toBe(true)
  })
})

describe('what is wrong with a condition', () => {
  const found = (condition: unknown, named: object = {}) =>
    checkCondition(condition, { vocabulary, named: named as Record<string, Condition> }).map(told)

  it('is found all at once, in those that come with it too', () => {
    const condition = { all: [compared('severty', 'equal', 'P1'), { condition: 'bg' }] }
    expect(found(condition, { big: { all: [compared('users', 'moreThan', 3)] } })).toEqual([
      'error fact-unknown /all/0/fact severity',
      'error condition-unknown /all/1/condition big',
      'error operator-unknown /named/big/all/0/operator',
    ])
    expect(found({ condition: 'a' }, { a: { not: { condition: 'a' } } })).toEqual([
      'error condition-recursive /named/a/not/condition',
    ])
  })

  it('is told with line and column, and thrown as one error', () => {
    const source = fromYaml('any:\n  - { fact: severity, operator: equl, value: P1 }', {
      name: 'urgent.yaml',
    })
    const [finding] = checkCondition(source)
    expect(finding).toMatchObject({ line: 2, column: 33, didYouMean: 'equal' })
    let thrown: unknown
    try {
      compileCondition(source)
    } catch (error) {
      thrown = error
    }
    expect(isDocumentError(thrown)).toBe(true)
  })

  it('is found in anything at all, and nothing is thrown', () => {
    for (const junk of [null, undefined, 7, 'x', [], {}, () => true, { all: 7 }, { not: null }]) {
      expect(found(junk).length).toBeGreaterThan(0)
    }
    expect(found(urgent, [] as never)).toEqual([])
    expect(found(urgent, { a: null })).toEqual(['error condition-invalid /named/a'])
    expect(found(urgent, JSON.parse('{ "__proto__": { "all": [] } }') as object)).not.toEqual([])
  })

  it('is found once in what comes with it, at its place', () => {
    let deep: object = isP1
    for (let level = 0; level < 200; level++) deep = { not: deep }
    expect(found(urgent, { deep })[0]).toMatch(/^error too-deep \/named\/deep/)
  })
})
