import { checkRuleSet, type RuleSetDocument } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { compared, rule, triage, vocabulary } from './desk.ts'
import { told } from './expectations.ts'

const typed = { vocabulary }

/** What is found when parts of a sound rule set are replaced, facts being those of the vocabulary. */
function found(parts: object) {
  return checkRuleSet(triage(parts as Partial<RuleSetDocument>), typed).map(told)
}

/** What is found in the one condition of a rule, told from there. */
function inCondition(condition: unknown, options: object = typed) {
  const document = triage({ rules: [rule('r', condition as never)] })
  return checkRuleSet(document, options).map((one) =>
    told({ ...one, pointer: one.pointer.replace('/rules/0/conditions', '') }),
  )
}

/** What is found in the one comparison of a rule. */
function inComparison(comparison: unknown, options: object = typed) {
  return inCondition({ all: [comparison] }, options).map((text) => text.replace('/all/0', ''))
}

const isP1 = compared('severity', 'equal', 'P1')

describe('a condition', () => {
  it('is `all`, `any`, `not` or a name; a comparison alone is none', () => {
    expect(inCondition(isP1)).toEqual(['error condition-root '])
    expect(inCondition({})).toEqual(['error condition-root '])
    expect(inCondition({ al: [isP1] })).toEqual(['error condition-root  all'])
    expect(inCondition('always')).toEqual(['error condition-invalid '])
    expect(inCondition({ all: isP1 })).toEqual(['error condition-invalid /all'])
    expect(inCondition({ all: [null] })).toEqual(['error condition-invalid /all/0'])
    expect(inCondition({ all: new Array(1) })).toEqual(['error condition-invalid /all/0'])
    expect(inCondition({ all: [{ al: [isP1] }] })).toEqual(['error condition-invalid /all/0 all'])
    expect(inCondition({ not: isP1 })).toEqual([])
  })

  it('is one thing: two keys, of which one would be passed over, are refused', () => {
    expect(inCondition({ all: [isP1], any: [isP1] })).toEqual(['error condition-ambiguous '])
    expect(inCondition({ not: isP1, condition: 'x' })).toEqual(['error condition-ambiguous '])
  })

  it('that is any of nothing is refused; all of nothing always holds', () => {
    expect(inCondition({ any: [] })).toEqual(['error any-empty /any'])
    expect(inCondition({ all: [] })).toEqual([])
  })

  it('refers to conditions that exist, and not to itself', () => {
    const named = (conditions: object, asked = 'a') =>
      found({ conditions, rules: [rule('r', { condition: asked })] })
    expect(named({ night: { all: [isP1] } }, 'nihgt')).toEqual([
      'error condition-unknown /rules/0/conditions/condition night',
    ])
    expect(named({ a: { condition: 'a' } })).toEqual([
      'error condition-recursive /conditions/a/condition',
    ])
    expect(named({ a: { all: [{ condition: 'b' }] }, b: { not: { condition: 'a' } } })).toEqual([
      'error condition-recursive /conditions/b/not/condition',
    ])
    expect(inCondition({ condition: '' })).toEqual(['error condition-invalid /condition'])
    expect(
      inCondition({ condition: 'gone' }, { ...typed, allowUndefinedConditions: true }),
    ).toEqual([])
  })

  it('is as deep as people write, and no deeper, with names in place of what they stand for', () => {
    const nested = (levels: number): object => (levels === 0 ? isP1 : { not: nested(levels - 1) })
    expect(inCondition(nested(63))).toEqual([])
    expect(inCondition(nested(65))).toEqual([`error condition-too-deep ${'/not'.repeat(65)}`])
    expect(inCondition(nested(3000))).toHaveLength(1)
    const chain = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [
        `c${index}`,
        index === 0 ? { all: [isP1] } : { all: [{ condition: `c${index - 1}` }] },
      ]),
    )
    expect(found({ conditions: chain })).toContain('error condition-too-large /conditions/c32')
  })

  it('whose names multiply is refused, and quickly', () => {
    const laughs = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [
        `ha${index}`,
        index === 0
          ? { all: [isP1] }
          : { any: Array.from({ length: 10 }, () => ({ condition: `ha${index - 1}` })) },
      ]),
    )
    const started = performance.now()
    const findings = found({ conditions: laughs, rules: [rule('r', { condition: 'ha59' })] })
    expect(performance.now() - started).toBeLessThan(2000)
    expect(findings[0]).toBe('error condition-too-large /conditions/ha5')
  })
})

describe('a comparison', () => {
  it('has a fact, an operator and a value', () => {
    expect(inComparison({ fact: 'vip' })).toEqual(['error missing ', 'error missing '])
    expect(inComparison({ operator: 'equal', value: true })).toEqual(['error missing '])
    expect(inComparison(compared('', 'equal', 1))).toEqual(['error fact-invalid /fact'])
    expect(inComparison(compared(7 as never, 'equal', 1))).toEqual(['error fact-invalid /fact'])
  })

  it('names operators and decorators that exist', () => {
    expect(inComparison(compared('severity', 'equals', 'P1'))).toEqual([
      'error operator-unknown /operator equal',
    ])
    expect(inComparison(compared('tags', 'someFct:equal', 'slow'))).toEqual([
      'error operator-unknown /operator someFact:equal',
    ])
    expect(inComparison(compared('tags', 'toString', 'slow'))).toEqual([
      'error operator-unknown /operator',
    ])
    expect(inComparison(compared('tags', 7 as never, 'slow'))).toEqual([
      'error operator-unknown /operator',
    ])
  })

  it('names facts, parts and values that the vocabulary knows', () => {
    expect(inComparison(compared('severty', 'equal', 'P1'))).toEqual([
      'error fact-unknown /fact severity',
    ])
    expect(inComparison(compared('contract', 'equal', 'gold', '$.levl'))).toEqual([
      'error path-unknown /path level',
    ])
    expect(inComparison(compared('severity', 'in', ['P1', 'p2']))).toEqual([
      'error enum-unknown /value/1 P2',
    ])
    expect(inComparison(compared('tags', 'contains', 'outrage'))).toEqual([
      'error enum-unknown /value outage',
    ])
    expect(inComparison(compared('tags', 'someFact:in', [['slow']]))).toEqual([
      'error enum-unknown /value/0',
    ])
    expect(inComparison(compared('users', 'lessThan', { fact: 'user' }))).toEqual([
      'error fact-unknown /value/fact users',
    ])
    expect(inComparison(compared('toString', 'equal', 1))).toEqual(['error fact-unknown /fact'])
  })

  it('compares a fact with a value of its type, by an operator that says something of it', () => {
    expect(inComparison(compared('users', 'equal', '3'))).toEqual(['error value-type /value'])
    expect(inComparison(compared('users', 'greaterThan', 'many'))).toEqual([
      'error value-type /value',
    ])
    expect(inComparison(compared('users', 'equal', -1))).toEqual(['error value-type /value'])
    expect(inComparison(compared('vip', 'equal', 'true'))).toEqual(['error value-type /value'])
    expect(inComparison(compared('note', 'equal', null))).toEqual([])
    expect(inComparison(compared('subject', 'equal', null))).toEqual(['error value-type /value'])
    expect(inComparison(compared('users', 'textContains', '3'))).toEqual([
      'error operator-type /operator',
    ])
    expect(inComparison(compared('severity', 'contains', 'P1'))).toEqual([
      'error operator-type /operator',
    ])
    expect(inComparison(compared('tags', 'equal', 'slow'))).toEqual([
      'error operator-type /operator',
    ])
    expect(inComparison(compared('openedAt', 'lessThan', 3))).toEqual([
      'error operator-type /operator',
    ])
    expect(inComparison(compared('waited', 'durationGreaterThan', 'PT4H'))).toEqual([])
    expect(inComparison(compared('users', 'in', { fact: 'subject' }))).toEqual([
      'error value-type /value/fact',
    ])
  })

  it('has a value that its operator can look at', () => {
    expect(inComparison(compared('severity', 'in', 'P1'))).toEqual(['error value-invalid /value'])
    expect(inComparison(compared('severity', 'someValue:equal', 'P1'))).toEqual([
      'error value-invalid /value',
    ])
    expect(inComparison(compared('subject', 'textContains', ''))).toEqual([
      'error value-invalid /value',
    ])
    expect(inComparison(compared('subject', 'textContainsAny', []))).toEqual([
      'error value-invalid /value',
    ])
    expect(inComparison(compared('openedAt', 'dateBefore', '2027-03-01'))).toEqual([
      'error value-invalid /value',
    ])
    for (const span of ['P1D', '-PT1H', 'soon', null]) {
      expect(inComparison(compared('openedAt', 'dateOlderThan', span))).toEqual([
        'error value-invalid /value',
      ])
    }
    expect(inComparison(compared('waited', 'durationLessThan', 'P1M'))).toEqual([
      'error value-invalid /value',
    ])
  })

  it('has a path that runs nothing and leads to no prototype', () => {
    const pathOf = (path: unknown) => inComparison(compared('x', 'equal', 1, path as string), {})
    expect(pathOf('$..[?(@.a)]')).toEqual(['error path-script /path'])
    expect(pathOf('$[(process.exit())]')).toEqual(['error path-script /path'])
    expect(pathOf('$.__proto__.polluted')).toEqual(['error path-hostile /path'])
    expect(pathOf("$['constructor']")).toEqual(['error path-hostile /path'])
    expect(pathOf('$..a')).toEqual(['error path-invalid /path'])
    expect(pathOf(7)).toEqual(['error path-invalid /path'])
    expect(pathOf('.a')).toEqual(['warning path-finds-nothing /path $.a'])
  })

  it('that most likely says something else than was meant is a warning', () => {
    expect(inComparison({ ...isP1, comment: 'x' })).toEqual(['warning unknown-key /comment'])
    expect(inComparison({ ...isP1, pth: '$.a' })).toEqual(['warning unknown-key /pth path'])
    expect(inComparison({ ...isP1, params: {} })).toEqual(['warning params-ignored /params'])
    expect(inComparison(compared('x', 'equal', ['a']), {})).toEqual([
      'warning equal-to-compound /value',
    ])
    expect(inComparison(compared('x', 'lessThan', 'many'), {})).toEqual([
      'warning order-of-no-number /value',
    ])
  })
})
