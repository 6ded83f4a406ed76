import { createRuleSet, type Facts, type RuleDocument, type RuleSet } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { AT, compared, request, rule, triage, vocabulary } from './desk.ts'
import { deepFreeze } from './expectations.ts'

const collect = { actions: { assign: { hitPolicy: 'collect' } } }

/** The rules that match. */
function matched(ruleSet: RuleSet, facts: Facts, at: string = AT): readonly string[] {
  const answer = ruleSet.evaluate(facts, { at })
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.matched
}

/** A rule set that collects, of rules with one comparison each. */
function comparing(fact: string, comparisons: Record<string, [string, unknown]>): RuleSet {
  const rules = Object.entries(comparisons).map(([id, [operator, value]]) =>
    rule(id, { all: [compared(fact, operator, value)] }),
  )
  return createRuleSet(triage({ ...collect, rules }))
}

describe('a rule in effect', () => {
  const during = (effective: object, rest: object = {}) =>
    createRuleSet(triage({ rules: [rule('r', undefined, { effective })], ...rest }))

  it('holds from its beginning on, and no more at its end', () => {
    const year = during({ from: '2027-01-01', to: '2028-01-01' })
    expect(matched(year, {}, '2026-12-31T23:59:59.999Z')).toEqual([])
    expect(matched(year, {}, '2027-01-01T00:00:00Z')).toEqual(['r'])
    expect(matched(year, {}, '2027-12-31T23:59:59.999Z')).toEqual(['r'])
    expect(matched(year, {}, '2028-01-01T00:00:00Z')).toEqual([])
  })

  it('begins at midnight of its zone, also where the clocks change', () => {
    const zurich = during({ from: '2027-03-28', to: '2027-03-29' }, { timeZone: 'Europe/Zurich' })
    // In winter time at the beginning, in summer time at the end.
    expect(matched(zurich, {}, '2027-03-27T22:59:59Z')).toEqual([])
    expect(matched(zurich, {}, '2027-03-27T23:00:00Z')).toEqual(['r'])
    expect(matched(zurich, {}, '2027-03-28T21:59:59Z')).toEqual(['r'])
    expect(matched(zurich, {}, '2027-03-28T22:00:00Z')).toEqual([])
    // Midnight does not exist: the day begins at one.
    const cairo = during({ from: '2027-04-30' }, { timeZone: 'Africa/Cairo' })
    expect(matched(cairo, {}, '2027-04-29T21:59:59Z')).toEqual([])
    expect(matched(cairo, {}, '2027-04-29T22:00:00Z')).toEqual(['r'])
  })

  it('may begin at an instant, whatever the zone', () => {
    const exact = during({ from: '2027-03-01T10:30:00+05:00' }, { timeZone: 'America/New_York' })
    expect(matched(exact, {}, '2027-03-01T05:29:59.999Z')).toEqual([])
    expect(matched(exact, {}, '2027-03-01T05:30:00Z')).toEqual(['r'])
  })

  it('is bounded by the times of the whole rule set', () => {
    const bounded = during(
      { from: '2027-02-01', to: '2027-06-01' },
      { effective: { from: '2027-03-01', to: '2027-04-01' } },
    )
    expect(matched(bounded, {}, '2027-02-15T00:00:00Z')).toEqual([])
    expect(matched(bounded, {}, '2027-03-15T00:00:00Z')).toEqual(['r'])
    expect(matched(bounded, {}, '2027-04-15T00:00:00Z')).toEqual([])
  })

  it('is not asked outside of its times, and rows have those of their table', () => {
    const columns = [{ fact: 'x' }]
    const rows = [{ when: ['-'], params: {} }]
    const table = { id: 't', action: 'assign', columns, rows, effective: { to: '2027-01-01' } }
    const ruleSet = createRuleSet(triage({ ...collect, rules: [rule('r')], tables: [table] }))
    expect(matched(ruleSet, {}, '2026-06-01T00:00:00Z')).toEqual(['r', 't/1'])
    expect(matched(ruleSet, {}, '2027-06-01T00:00:00Z')).toEqual(['r'])
  })
})

describe('a fact that is missing', () => {
  const ruleSet = createRuleSet(
    triage({
      ...collect,
      rules: [
        rule('gold', { all: [compared('tier', 'equal', 'gold')] }),
        rule('not-gold', { all: [compared('tier', 'notEqual', 'gold')] }),
        rule('none-of', { all: [compared('tier', 'notIn', ['gold'])] }),
        rule('big', { all: [compared('users', 'greaterThan', 5)] }),
        rule('small', { all: [compared('users', 'lessThan', 5)] }),
      ],
    }),
  )

  it('equals nothing, so that only what is denied holds', () => {
    expect(matched(ruleSet, {})).toEqual(['not-gold', 'none-of'])
    expect(matched(ruleSet, { tier: undefined })).toEqual(['not-gold', 'none-of'])
    expect(matched(ruleSet, { tier: null, users: null })).toEqual(['not-gold', 'none-of'])
  })

  it('is a refusal where asked for, which names what is missing', () => {
    const ask = (facts: Facts) => ruleSet.evaluate(facts, { at: AT, missing: 'refuse' })
    expect(ask({ tier: 'gold' })).toMatchObject({
      ok: false,
      refusal: {
        code: 'facts-missing',
        params: { facts: ['users'] },
        reasons: [{ code: 'rules.factMissing', params: { fact: 'users' } }],
      },
    })
    expect(ask({ tier: 'gold', users: 7 })).toMatchObject({ ok: true, matched: ['gold', 'big'] })
  })
})

describe('a request that is refused', () => {
  it('has facts that do not fit the vocabulary, each named', () => {
    const ruleSet = createRuleSet(triage({ rules: [rule('r')] }), { vocabulary })
    const facts = { ...request, severity: 'P9', users: 2.5, contract: { level: 'x' } }
    const answer = ruleSet.evaluate(facts as never, { at: AT })
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'facts-invalid',
        params: { facts: ['severity', 'users', 'contract'] },
        reasons: [
          { code: 'rules.factInvalid', params: { fact: 'severity', found: 'P9' } },
          { code: 'rules.factInvalid', params: { fact: 'users', found: 2.5 } },
          { code: 'rules.factMissing', params: { fact: 'contract', path: 'days' } },
        ],
      },
    })
    expect(ruleSet.evaluate(request as never, { at: AT })).toMatchObject({ ok: true })
  })

  it('looks for a value in a fact that is no list', () => {
    const all = [compared('team', 'in', { fact: 'teams' })]
    const ruleSet = createRuleSet(triage({ rules: [rule('r', { all })] }))
    const ask = (teams: unknown) => ruleSet.evaluate({ team: 'a', teams }, { at: AT })
    expect(ask(['a'])).toMatchObject({ matched: ['r'] })
    // As the stock engine has it, a text is looked through for a part.
    expect(ask('bar')).toMatchObject({ matched: ['r'] })
    for (const teams of [undefined, 7, { a: 1 }]) {
      expect(ask(teams)).toMatchObject({ ok: false, refusal: { code: 'value-not-list' } })
    }
  })

  it('has a fact without a name', () => {
    const ruleSet = createRuleSet(triage({ rules: [rule('r')] }))
    expect(ruleSet.evaluate({ '': 1 }, { at: AT })).toMatchObject({
      refusal: { code: 'fact-name-empty' },
    })
  })
})

describe('options of the stock engine', () => {
  it('facts take the place of parameters that ask for them', () => {
    const params = {
      team: { fact: 'team' },
      level: { fact: 'contract', path: '$.level' },
      other: { nested: { fact: 'team' } },
    }
    const document = triage({
      rules: [rule('r', undefined, { event: { type: 'assign', params } })],
    })
    const replacing = createRuleSet(document, { replaceFactsInEventParams: true })
    const facts = { team: 'core', contract: { level: 'gold' } }
    expect(replacing.evaluate(facts, { at: AT })).toMatchObject({
      events: [{ params: { team: 'core', level: 'gold', other: { nested: { fact: 'team' } } } }],
    })
    expect(replacing.facts).toEqual(['team', 'contract'])
    expect(replacing.evaluate({}, { at: AT, missing: 'refuse' })).toMatchObject({
      refusal: { code: 'facts-missing', params: { facts: ['team', 'contract'] } },
    })
    expect(createRuleSet(document).evaluate(facts, { at: AT })).toMatchObject({
      events: [{ params }],
    })
  })

  it('a condition that nobody defined never holds where it may stand', () => {
    const document = triage({
      ...collect,
      rules: [rule('a', { condition: 'gone' }), rule('b', { not: { condition: 'gone' } })],
    })
    const ruleSet = createRuleSet(document, { allowUndefinedConditions: true })
    expect(matched(ruleSet, {})).toEqual(['b'])
  })
})

describe('facts', () => {
  it('are never changed', () => {
    const all = [compared('contract', 'equal', 'gold', '$.level'), compared('tags', 'contains', 1)]
    const ruleSet = createRuleSet(triage({ rules: [rule('r', { all })] }))
    const facts = deepFreeze({ contract: { level: 'gold' }, tags: [1] })
    expect(matched(ruleSet, facts)).toEqual(['r'])
  })

  it('may ask the same rule set while it decides', () => {
    const ruleSet = createRuleSet(
      triage({
        ...collect,
        rules: [
          rule('late', { all: [compared('due', 'dateBefore', '2027-03-01T00:00:00Z')] }),
          rule('gold', { all: [compared('tier', 'equal', 'gold')] }),
          rule('any', { all: [] }),
        ],
      }),
    )
    let inner: readonly string[] = []
    const due = {
      toMillis() {
        inner = matched(ruleSet, { due: 0, tier: 'basic' })
        return 1_000_000_000_000
      },
    }
    expect(matched(ruleSet, { due, tier: 'gold' })).toEqual(['late', 'gold', 'any'])
    expect(inner).toEqual(['late', 'any'])
  })

  it('are numbers on, between, below and above thresholds', () => {
    const users = comparing('users', {
      'below-5': ['lessThan', 5],
      'to-5': ['lessThanInclusive', 5],
      'from-5': ['greaterThanInclusive', 5],
      'above-5': ['greaterThan', 5],
      'below-10': ['lessThan', 10],
      'from-10': ['greaterThanInclusive', 10],
      'not-below-10': ['not:lessThan', 10],
    })
    const cases: [unknown, string[]][] = [
      [4, ['below-5', 'to-5', 'below-10']],
      [5, ['to-5', 'from-5', 'below-10']],
      [7.5, ['from-5', 'above-5', 'below-10']],
      [10, ['from-5', 'above-5', 'from-10', 'not-below-10']],
      [11, ['from-5', 'above-5', 'from-10', 'not-below-10']],
      [Number.POSITIVE_INFINITY, ['from-5', 'above-5', 'from-10', 'not-below-10']],
      [Number.NEGATIVE_INFINITY, ['below-5', 'to-5', 'below-10']],
      [-0, ['below-5', 'to-5', 'below-10']],
      // Text that reads as a number is compared as one, as the stock engine does.
      ['7', ['from-5', 'above-5', 'below-10']],
      ['5', ['to-5', 'from-5', 'below-10']],
      // It begins like a number, so it is compared, and is neither below nor above.
      ['5 users', ['not-below-10']],
      ['many', ['not-below-10']],
      [Number.NaN, ['not-below-10']],
      [null, ['not-below-10']],
      [undefined, ['not-below-10']],
      [true, ['not-below-10']],
    ]
    for (const [fact, ids] of cases)
      expect([fact, matched(users, { users: fact })]).toEqual([fact, ids])
  })

  it('are equal only to what they are, of the same type', () => {
    const same = comparing('x', {
      one: ['equal', 1],
      text: ['equal', '1'],
      yes: ['equal', true],
      none: ['equal', null],
      zero: ['equal', 0],
      list: ['in', [1, '1', null]],
    })
    const cases: [unknown, string[]][] = [
      [1, ['one', 'list']],
      ['1', ['text', 'list']],
      [true, ['yes']],
      [null, ['none', 'list']],
      [0, ['zero']],
      [-0, ['zero']],
      [undefined, []],
      [Number.NaN, []],
      [[1], []],
    ]
    for (const [x, ids] of cases) expect([x, matched(same, { x })]).toEqual([x, ids])
  })

  it('are own properties: of an instance its own, and nothing inherited', () => {
    class Request {
      readonly tier = 'gold'
      get users() {
        return 7
      }
    }
    const rules = [
      rule('tier', { all: [compared('tier', 'equal', 'gold')] }),
      rule('users', { all: [compared('users', 'equal', 7)] }),
      rule('inherited', { not: { all: [compared('toString', 'equal', undefined)] } }),
      rule('constructed', { not: { all: [compared('constructor', 'equal', undefined)] } }),
      rule('called', { all: [compared('toString', 'equal', 'x')] }),
    ]
    const ruleSet = createRuleSet(triage({ ...collect, rules }))
    expect(matched(ruleSet, new Request() as unknown as Facts)).toEqual(['tier'])
    expect(matched(ruleSet, Object.assign(Object.create(null), { tier: 'gold' }))).toEqual(['tier'])
    expect(matched(ruleSet, { toString: 'x' })).toEqual(['inherited', 'called'])
    expect(matched(ruleSet, {})).toEqual([])
  })
})

describe('many rules', () => {
  /** Rule n asks for a product, for a number of users, and every third one for something else besides. */
  const rules = Array.from({ length: 100 }, (_, n): RuleDocument => {
    const product = compared('product', 'equal', `p${n % 10}`)
    const users = compared('users', 'greaterThanInclusive', n)
    const all = n % 3 === 0 ? [product, users, compared('vip', 'notEqual', true)] : [product, users]
    return rule(`r${n}`, { all })
  })

  it.each([1, 31, 32, 33, 63, 64, 65, 96, 100])('are found, of %i, as a hand would', (count) => {
    const ruleSet = createRuleSet(triage({ ...collect, rules: rules.slice(0, count) }))
    for (const users of [-1, 0, 31, 32, 63, 64, 99, 1000]) {
      for (const product of ['p0', 'p1', 'p2', 'p4', 'p9', 'px']) {
        for (const vip of [true, false]) {
          const ids = Array.from({ length: count }, (_, n) => n)
            .filter((n) => product === `p${n % 10}` && users >= n && !(n % 3 === 0 && vip))
            .map((n) => `r${n}`)
          expect(matched(ruleSet, { users, product, vip })).toEqual(ids)
        }
      }
    }
  })

  it('are the same rules for one request after the other', () => {
    const ruleSet = createRuleSet(triage({ ...collect, rules }))
    // 21 and 51 are for those who are no VIPs.
    const vips = ['r1', 'r11', 'r31', 'r41', 'r61']
    expect(matched(ruleSet, { product: 'p1', users: 70, vip: true })).toEqual(vips)
    expect(matched(ruleSet, { product: 'px', users: 70 })).toEqual([])
    expect(matched(ruleSet, { product: 'p9', users: 99, vip: false })).toHaveLength(10)
  })
})
