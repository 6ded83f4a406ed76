import { createRuleSet, type RuleDocument } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { AT, compared, rule, triage } from './desk.ts'

/** What is decided when all of these rules match. */
function decided(hitPolicy: string, rules: RuleDocument[], rest: object = {}) {
  const ruleSet = createRuleSet(triage({ actions: { assign: { hitPolicy } }, rules, ...rest }))
  const answer = ruleSet.evaluate({}, { at: AT })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return {
    matched: answer.matched,
    events: answer.events.map((event) => event.rule),
    conflicts: answer.conflicts.map(({ rules: ids }) => ids),
  }
}

const asks = (id: string, team: string, priority = 1) =>
  rule(id, undefined, { event: { type: 'assign', params: { team } }, priority })

describe('when several rules match', () => {
  const rules = [asks('a', 'x'), asks('b', 'y', 2), asks('c', 'x')]

  it('first: the first one decides, by priority and then as they are written', () => {
    expect(decided('first', rules)).toEqual({
      matched: ['b', 'a', 'c'],
      events: ['b'],
      conflicts: [],
    })
  })

  it('collect: all of them decide, in order', () => {
    expect(decided('collect', rules)).toMatchObject({ events: ['b', 'a', 'c'], conflicts: [] })
  })

  it('unique: none decides, even where all ask for the same', () => {
    expect(decided('unique', rules)).toMatchObject({ events: [], conflicts: [['b', 'a', 'c']] })
    expect(decided('unique', [asks('a', 'x'), asks('b', 'x')])).toMatchObject({
      events: [],
      conflicts: [['a', 'b']],
    })
    expect(decided('unique', [asks('a', 'x')])).toMatchObject({ events: ['a'], conflicts: [] })
  })

  it('any: one decides where all ask for the same, in whatever order their parameters stand', () => {
    expect(decided('any', rules)).toMatchObject({ events: [], conflicts: [['b', 'a', 'c']] })
    const params = [
      { team: 'x', tags: [1, { b: 1, a: 2 }] },
      { tags: [1, { a: 2, b: 1 }], team: 'x' },
    ]
    const alike = params.map((one, index) =>
      rule(`r${index}`, undefined, { event: { type: 'assign', params: one } }),
    )
    expect(decided('any', alike)).toMatchObject({ events: ['r0'], conflicts: [] })
    const reversed = [
      rule('a', undefined, { event: { type: 'assign', params: { tags: [1, 2] } } }),
      rule('b', undefined, { event: { type: 'assign', params: { tags: [2, 1] } } }),
    ]
    expect(decided('any', reversed).conflicts).toEqual([['a', 'b']])
  })

  it('priority: the highest decides; what contradicts it there is a conflict', () => {
    expect(decided('priority', rules)).toMatchObject({ events: ['b'], conflicts: [] })
    expect(decided('priority', [...rules, asks('d', 'z', 2)])).toMatchObject({
      events: [],
      conflicts: [['b', 'd']],
    })
    expect(decided('priority', [...rules, asks('d', 'y', 2)])).toMatchObject({
      events: ['b'],
      conflicts: [],
    })
  })

  it('a conflict of one action leaves the others alone', () => {
    const page = rule('page', undefined, { event: { type: 'page' } })
    const actions = { assign: { hitPolicy: 'unique' }, page: { hitPolicy: 'first' } }
    const ruleSet = createRuleSet(
      triage({ actions, rules: [asks('a', 'x'), page, asks('b', 'y')] }),
    )
    expect(ruleSet.evaluate({}, { at: AT })).toEqual({
      ok: true,
      matched: ['a', 'page', 'b'],
      events: [{ rule: 'page', type: 'page', params: {} }],
      conflicts: [{ action: 'assign', hitPolicy: 'unique', rules: ['a', 'b'] }],
    })
  })
})

describe('the order of rules', () => {
  it('is by priority, then as they are written, rows after rules', () => {
    const table = (id: string, priority: number) => ({
      id,
      priority,
      action: 'assign',
      columns: [{ fact: 'x' }],
      rows: [
        { when: ['-'], params: {} },
        { id: 'last', when: ['-'], params: {} },
      ],
    })
    const rules = [asks('a', 'x'), asks('b', 'x', 3), asks('c', 'x')]
    const { matched } = decided('collect', rules, { tables: [table('t', 1), table('u', 2)] })
    expect(matched).toEqual(['b', 'u/1', 'u/last', 'a', 'c', 't/1', 't/last'])
  })

  it('takes 0 for 1 and cuts fractions off', () => {
    const rules = [asks('a', 'x', 0), asks('b', 'x', 1.9), asks('c', 'x', 2)]
    expect(decided('collect', rules).matched).toEqual(['c', 'a', 'b'])
  })

  it('does not depend on the order of keys or on how deep conditions lie', () => {
    const deep = { all: [{ all: [{ not: compared('x', 'equal', 1) }] }] }
    expect(decided('first', [rule('deep', deep), rule('flat')]).events).toEqual(['deep'])
  })
})
