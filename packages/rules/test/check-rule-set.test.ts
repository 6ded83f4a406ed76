import { type DocumentError, isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { checkRuleSet, createRuleSet, type RuleSetDocument } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { compared, rule, triage, vocabulary } from './desk.ts'
import { deepFreeze, told } from './expectations.ts'

const typed = { vocabulary }

/** What is found when parts of a sound rule set are replaced, facts being those of the vocabulary. */
function found(parts: object) {
  return checkRuleSet(triage(parts as Partial<RuleSetDocument>), typed).map(told)
}

const isP1 = compared('severity', 'equal', 'P1')

describe('a rule set', () => {
  it('that is sound has no findings', () => {
    expect(found({ rules: [rule('p1', { all: [isP1] })] })).toEqual([])
    expect(checkRuleSet(triage())).toEqual([])
  })

  it('decides actions that it names, by hit policies that exist', () => {
    expect(found({ actions: { assign: { hitPolicy: 'frist' } } })).toEqual([
      'error invalid-value /actions/assign/hitPolicy first',
    ])
    expect(found({ actions: { asign: { hitPolicy: 'first' } }, rules: [rule('r')] })).toEqual([
      'error action-unknown /rules/0/event/type asign',
    ])
    expect(
      found({ tables: [{ id: 't', action: 'asign', columns: [{ fact: 'vip' }], rows: [] }] }),
    ).toEqual(['error action-unknown /tables/0/action assign'])
  })

  it('leaves the type `error` to the engine', () => {
    const reserved = rule('r', undefined, { event: { type: 'error' } })
    expect(found({ rules: [reserved] })).toEqual(['error event-reserved /rules/0/event/type'])
  })

  it('calls no two rules, tables or rows by one name', () => {
    const table = (id: string, rows: object[]) => ({
      id,
      action: 'assign',
      columns: [{ fact: 'vip' }],
      rows: rows.map((row) => ({ when: ['-'], params: {}, ...row })),
    })
    expect(found({ rules: [rule('a'), rule('b'), rule('a')] })).toEqual([
      'error id-repeated /rules/2/id',
    ])
    expect(found({ rules: [rule('a')], tables: [table('a', [])] })).toEqual([
      'error id-repeated /tables/0/id',
    ])
    expect(found({ tables: [table('a', [{ id: 'x' }, { id: 'x' }])] })).toEqual([
      'error id-repeated /tables/0/rows/1/id',
    ])
    // The second row is called by its number, which the first one has for a name.
    expect(found({ tables: [table('a', [{ id: '2' }, {}])] })).toEqual([
      'error id-repeated /tables/0/rows/1/id',
    ])
    expect(found({ rules: [rule('a/1')], tables: [table('a', [{}])] })).toEqual([
      'error id-repeated /tables/0/rows/0/id',
    ])
  })

  it('tells of a repeated or missing table name once, and not again for every row', () => {
    const rows = [{ when: ['-'], params: {} }]
    const table = { action: 'assign', columns: [{ fact: 'vip' }], rows }
    expect(
      found({
        tables: [
          { id: 'a', ...table },
          { id: 'a', ...table },
        ],
      }),
    ).toEqual(['error id-repeated /tables/1/id'])
    expect(found({ tables: [table, table] })).toEqual([
      'error missing /tables/0/id',
      'error missing /tables/1/id',
    ])
  })

  it('has priorities of at least 1; 0 stands for none', () => {
    const withPriority = (priority: unknown) => found({ rules: [{ ...rule('r'), priority }] })
    expect(withPriority(0)).toEqual([])
    expect(withPriority(1.9)).toEqual([])
    expect(withPriority(-1)).toEqual(['error priority-invalid /rules/0/priority'])
    expect(withPriority(0.5)).toEqual(['error priority-invalid /rules/0/priority'])
    expect(withPriority('7x')).toEqual(['error wrong-type /rules/0/priority'])
    expect(withPriority(Number.NaN)).toEqual(['error wrong-type /rules/0/priority'])
  })

  it('takes effect on dates that exist, and ends after it begins', () => {
    const effective = (from: string, to: string) =>
      found({ rules: [rule('r', undefined, { effective: { from, to } })] })
    expect(effective('2027-01-01', '2027-02-01')).toEqual([])
    expect(effective('2027-01-01T08:00:00+01:00', '2027-02-01')).toEqual([])
    expect(effective('2027-02-29', '2027-03-31')).toEqual([
      'error date-impossible /rules/0/effective/from',
    ])
    expect(effective('2027-01-01T08:00', '2027-03-31')).toEqual([
      'error date-impossible /rules/0/effective/from',
    ])
    expect(effective('2027-02-01', '2027-02-01')).toEqual([
      'error effective-empty /rules/0/effective',
    ])
    expect(found({ effective: { from: 'soon' } })).toEqual([
      'error date-impossible /effective/from',
    ])
    expect(found({ timeZone: 'Europe/Zürich' })).toEqual([
      'error zone-unknown /timeZone Europe/Zurich',
    ])
  })

  it('has tests that can be asked', () => {
    const rules = [rule('r', undefined, { tests: [{ facts: {}, at: 'yesterday' }] })]
    expect(found({ rules })).toEqual(['error instant-invalid /rules/0/tests/0/at'])
    const test = { title: 'x', facts: {}, at: '2027-01-01', decides: { asign: null } }
    expect(found({ tests: [test] })).toEqual([
      'error instant-invalid /tests/0/at',
      'error action-unknown /tests/0/decides/asign assign',
    ])
  })
})

describe('keys and names that lead to prototypes', () => {
  const hostile = (text: string) => checkRuleSet(JSON.parse(text) as RuleSetDocument).map(told)
  const header = '"id": "x", "version": 1'
  const assign = '"actions": { "assign": { "hitPolicy": "first" } }'
  const inRule = (conditions: string, params = '{}') =>
    hostile(`{ ${header}, ${assign}, "rules": [{ "id": "r", "conditions": ${conditions},
      "event": { "type": "assign", "params": ${params} } }] }`)

  it('are refused in conditions', () => {
    expect(inRule('{ "all": [], "__proto__": { "x": 1 } }')).toContain(
      'error unknown-key /rules/0/conditions/__proto__',
    )
    expect(inRule('{ "all": [], "constructor": 1 }')).toEqual([
      'error key-hostile /rules/0/conditions/constructor',
    ])
    expect(inRule('{ "all": [], "prototype": 1 }')).toEqual([
      'error key-hostile /rules/0/conditions/prototype',
    ])
  })

  it('are refused in parameters, however deep', () => {
    const params = '/rules/0/event/params'
    expect(inRule('{ "all": [] }', '{ "__proto__": 1 }')).toContain(
      `error unknown-key ${params}/__proto__`,
    )
    expect(inRule('{ "all": [] }', '{ "a": [{ "constructor": 1 }] }')).toEqual([
      `error key-hostile ${params}/a/0/constructor`,
    ])
  })

  it('are refused as names of actions and conditions', () => {
    expect(
      hostile(`{ ${header}, "actions": { "constructor": { "hitPolicy": "first" } } }`),
    ).toEqual(['error key-hostile /actions/constructor'])
    expect(hostile(`{ ${header}, "actions": { "__proto__": { "hitPolicy": "first" } } }`)).toEqual([
      'error unknown-key /actions/__proto__',
    ])
    expect(
      hostile(`{ ${header}, ${assign}, "conditions": { "prototype": { "all": [] } } }`),
    ).toEqual(['error key-hostile /conditions/prototype'])
    const findings = hostile(
      `{ ${header}, ${assign}, "conditions": { "__proto__": { "all": [] } } }`,
    )
    expect(findings).toEqual(['error unknown-key /conditions/__proto__'])
  })

  it('are refused in a file as well, and pollute nothing', () => {
    const text = [
      'id: x',
      'version: 1',
      'actions: { assign: { hitPolicy: first } }',
      'rules:',
      '  - id: r',
      '    conditions:',
      '      all: []',
      '      __proto__: { polluted: true }',
      '    event: { type: assign, params: { constructor: { prototype: { polluted: true } } } }',
    ].join('\n')
    const places = checkRuleSet(fromYaml(text, { name: 'x.yaml' })).map(
      ({ code, line, column }) => `${line}:${column} ${code}`,
    )
    expect(places).toContain('8:7 unknown-key')
    expect(places).toContain('9:38 key-hostile')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

describe('a file with many slips', () => {
  const source = fromYaml(
    [
      'id: triage',
      'version: 1',
      'timeZone: Europe/Zurch',
      'actions: { assign: { hitPolicy: frist } }',
      'conditions:',
      '  gold: { all: [{ fact: tier, operator: equal, value: glod }] }',
      'rules:',
      '  - id: a',
      '    priority: -3',
      '    effective: { from: 2027-02-30 }',
      '    conditions:',
      '      any:',
      '        - { fact: severty, operator: equal, value: P1 }',
      '        - { fact: users, operator: greatherThan, value: 3 }',
      '        - { condition: glod }',
      '        - { fact: contract, path: $.levl, operator: equal, value: gold }',
      '    event: { type: asign, params: {} }',
      '    test: []',
      '  - id: a',
      '    conditions: { any: [] }',
      '    event: { type: assign }',
      'tables:',
      '  - id: t',
      '    action: assign',
      '    columns: [{ fact: severty }, { fact: users }]',
      '    rows:',
      '      - { when: [P1, 3], params: {} }',
      '      - { when: [P2, "3"], params: {} }',
      '      - { when: [P3], params: {} }',
    ].join('\n'),
    { name: 'triage.yaml' },
  )

  it('is told of all of them at once, with line, column and what was meant', () => {
    const places = checkRuleSet(source, typed).map(({ code, line, column, didYouMean = '' }) =>
      `${line}:${column} ${code} ${didYouMean}`.trim(),
    )
    expect(places.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      '3:11 zone-unknown Europe/Zurich',
      '4:33 invalid-value first',
      '6:55 enum-unknown gold',
      '9:15 priority-invalid',
      '10:24 date-impossible',
      '13:19 fact-unknown severity',
      '14:36 operator-unknown greaterThan',
      '15:24 condition-unknown gold',
      '16:35 path-unknown level',
      '17:20 action-unknown assign',
      '18:5 unknown-key tests',
      '19:9 id-repeated',
      '20:24 any-empty',
      '25:23 fact-unknown severity',
      '28:22 value-type',
      '29:17 row-length',
    ])
  })

  it('says for each what was found and what may stand there', () => {
    const findings = checkRuleSet(source, typed)
    const of = (code: string) => findings.find((one) => one.code === code)
    expect(of('operator-unknown')).toMatchObject({
      severity: 'error',
      document: 'triage.yaml',
      pointer: '/rules/0/conditions/any/1/operator',
      found: 'greatherThan',
      didYouMean: 'greaterThan',
    })
    expect(of('enum-unknown')).toMatchObject({
      found: 'glod',
      expected: 'one of "platinum", "gold", "basic"',
    })
    expect(of('condition-unknown')).toMatchObject({ found: 'glod', expected: 'gold' })
    expect(of('action-unknown')).toMatchObject({ found: 'asign', expected: 'assign' })
  })

  it('cannot become a rule set: one error tells the same findings', () => {
    let thrown: unknown
    try {
      createRuleSet(source, typed)
    } catch (error) {
      thrown = error
    }
    expect(isDocumentError(thrown)).toBe(true)
    expect((thrown as DocumentError).findings).toEqual(checkRuleSet(source, typed))
  })
})

describe('a document', () => {
  it('of any shape at all is checked and never thrown at', () => {
    const selfish: Record<string, unknown> = { id: 'x' }
    selfish['rules'] = [selfish]
    const trap = {
      get rules() {
        throw new Error('no')
      },
    }
    const junk: unknown[] = [null, undefined, 7, 'x', [], {}, selfish, trap]
    const parts: object[] = [
      { actions: null },
      { rules: {} },
      { rules: [null] },
      { rules: [{ id: 'r', event: null, conditions: { all: [] } }] },
      { rules: [{ id: 'r', event: { type: 'assign', params: [] }, conditions: { all: [] } }] },
      { rules: [{ id: 'r', event: { type: 'assign' } }] },
      { tables: [{ id: 't', action: 'assign', columns: [null], rows: [null] }] },
      { tables: [{ id: 't', action: 'assign', columns: [{ fact: 'a' }], rows: [{ when: 1 }] }] },
      { tables: [{ id: 't', action: 'assign', columns: [], rows: [] }] },
      { conditions: [] },
      { conditions: { a: null } },
      { tests: [{ title: 'x', facts: null, decides: { assign: 7 } }] },
    ]
    for (const document of [...junk, ...parts.map((part) => ({ ...triage(), ...part }))]) {
      const findings = checkRuleSet(document as RuleSetDocument, typed)
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    }
  })

  it('is not changed, and what happens to it later changes nothing', () => {
    const params = { team: 'success' }
    const value = ['gold']
    const document = triage({
      rules: [
        rule('a', { all: [compared('tier', 'in', value)] }, { event: { type: 'assign', params } }),
      ],
    })
    const before = structuredClone(document)
    const ruleSet = createRuleSet(document)
    expect(document).toEqual(before)
    params.team = 'nobody'
    value.push('basic')
    const at = 0
    expect(ruleSet.evaluate({ tier: 'gold' }, { at })).toMatchObject({
      events: [{ params: { team: 'success' } }],
    })
    expect(ruleSet.evaluate({ tier: 'basic' }, { at })).toMatchObject({ events: [] })
    expect(ruleSet.document).toMatchObject(before)
    expect(() => createRuleSet(deepFreeze(before))).not.toThrow()
  })

  it('cannot be changed through what a rule set gives out', () => {
    const ruleSet = createRuleSet(triage({ rules: [rule('a')] }))
    const answer = ruleSet.evaluate({}, { at: 0 })
    const [event] = answer.ok ? answer.events : []
    for (const given of [ruleSet, ruleSet.document, ruleSet.facts, event, event?.params]) {
      expect(Object.isFrozen(given)).toBe(true)
    }
  })
})
