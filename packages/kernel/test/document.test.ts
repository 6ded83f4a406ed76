import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import {
  documentHeader,
  durationSchema,
  formatSchema,
  localDateSchema,
  openEnum,
  partyRefSchema,
  readDocument,
  WEEKDAYS,
} from '../src/index.ts'
import { fromJson, fromYaml } from '../src/source.ts'
import { codeOf, deepFreeze, expectNoPollution, places, positions } from './expectations.ts'

/** A small policy with one of each kind of thing that documents hold. */
const deskSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema('holdfast/desk@1'),
  hours: z.partialRecord(z.enum(WEEKDAYS), z.array(z.tuple([z.string(), z.string()]))).optional(),
  holidays: z
    .array(
      z.union([
        localDateSchema,
        z.strictObject({ date: localDateSchema, name: z.string() }),
        z.strictObject({ easter: z.int(), name: z.string().optional() }),
      ]),
    )
    .optional(),
  priority: openEnum(['low', 'normal', 'urgent']).optional(),
  answerWithin: durationSchema.optional(),
  owns: partyRefSchema.optional(),
  contact: z.strictObject({ mail: z.string(), phone: z.string() }).optional(),
  notes: z.record(z.string(), z.strictObject({ text: z.string() })).optional(),
})

const DESK = { id: 'acme', version: 1 }
const read = (document: unknown) => readDocument(deskSchema, document)
const found = (document: object) => places(read({ ...DESK, ...document }).findings)

describe('a document of the right shape', () => {
  test('has its value and no findings', () => {
    const document = { ...DESK, hours: { mon: [['08:00', '12:00']] }, priority: 'urgent' }
    const reading = read(document)
    expect(reading.findings).toEqual([])
    expect(reading.value).toEqual(document)
    expect(reading.sound).toEqual(document)
  })

  test.each([
    ['its id', { ...DESK }, 'acme'],
    ['a word for it when the id is none', { id: 7 }, 'document'],
    ['a word for it when it is not even an object', 'acme', 'document'],
    ['the name of its source', fromJson(DESK, { name: 'acme.json' }), 'acme.json'],
  ])('is called by %s', (_, document, name) => {
    const reading = read(document)
    expect(reading.name).toBe(name)
    expect(reading.finding({ code: 'x', message: 'x', path: [] }).document).toBe(name)
  })

  test.each(['2024-01-01', '2024-01-01T00:00:00Z', '2024-01-01T00:00+02:00'])(
    'may be effective from %s',
    (from) => {
      expect(found({ effective: { from } })).toEqual([])
    },
  )
})

describe('what is wrong with a document is found all at once', () => {
  test('whatever it is, and where', () => {
    expect(
      found({
        version: -1,
        effective: { from: '2024-02-30' },
        format: 'holdfast/calendar@1',
        hours: { mon: [['08:00', 12]], monday: [] },
        holidays: ['2024-02-30'],
        priority: 'urgnet',
        answerWithin: '4h',
        owns: 'platform',
        contact: { mail: 'a@b.c' },
        colour: 'red',
      }),
    ).toEqual([
      'invalid-value /version',
      'date-impossible /effective/from',
      'invalid-value /format',
      'wrong-type /hours/mon/0/1',
      'unknown-key /hours/monday',
      'date-impossible /holidays/0',
      'invalid-value /priority',
      'duration-invalid /answerWithin',
      'party-invalid /owns',
      'missing /contact/phone',
      'unknown-key /colour',
    ])
  })

  test.each([
    ['a text', 'acme'],
    ['a list', []],
    ['null', null],
    ['a number', 5],
  ])('%s is no document', (_, document) => {
    expect(places(read(document).findings)).toEqual(['wrong-type '])
    expect(read(document).value).toBeUndefined()
  })

  test('nothing is no document either', () => {
    expect(places(read(undefined).findings)).toEqual(['missing '])
  })

  test('id and version are required, whatever their type', () => {
    const [id, version] = read({}).findings
    expect(id).toMatchObject({ code: 'missing', pointer: '/id' })
    expect(version).toMatchObject({ code: 'missing', pointer: '/version' })
    expect(version?.expected).toMatch(/ or /)
  })

  test('a word out of a fixed list may be missing like any other', () => {
    const schema = z.strictObject({ kind: z.enum(['a', 'b']), party: partyRefSchema })
    expect(places(readDocument(schema, {}).findings)).toEqual(['missing /kind', 'missing /party'])
  })
})

describe('a finding suggests', () => {
  const [first] = read({ ...DESK, prioritty: 'low' }).findings

  test('the key that was meant, among those not given', () => {
    expect(first).toMatchObject({ code: 'unknown-key', found: 'prioritty', didYouMean: 'priority' })
    expect(first?.expected).toContain('hours')
    expect(first?.expected).not.toContain('version')
  })

  test('the key of a nested object', () => {
    const [finding] = read({ ...DESK, notes: { a: { text: '', txet: '' } } }).findings
    expect(finding).toMatchObject({ pointer: '/notes/a/txet' })
    const [other] = read({ ...DESK, contact: { mail: '', phnoe: '' } }).findings.slice(-1)
    expect(other).toMatchObject({ pointer: '/contact/phnoe', didYouMean: 'phone' })
  })

  test('the key of a record with fixed keys', () => {
    const [finding] = read({ ...DESK, hours: { tuesday: [] } }).findings
    expect(finding).toMatchObject({ pointer: '/hours/tuesday', didYouMean: 'tue' })
  })

  test('the value that was meant', () => {
    const [finding] = read({ ...DESK, priority: 'urgnet' }).findings
    expect(finding).toMatchObject({ found: 'urgnet', didYouMean: 'urgent' })
  })

  test('what a refinement suggests', () => {
    const schema = z.string().refine(() => false, {
      params: { code: 'time-invalid', expected: 'HH:MM', suggest: (text: string) => `0${text}` },
    })
    expect(readDocument(z.strictObject({ at: schema }), { at: '9:00' }).findings).toMatchObject([
      {
        code: 'time-invalid',
        pointer: '/at',
        expected: 'HH:MM',
        didYouMean: '09:00',
        found: '9:00',
      },
    ])
  })

  test('nothing when nothing is near', () => {
    const [finding] = read({ ...DESK, zzz: 1 }).findings
    expect(finding).not.toHaveProperty('didYouMean')
  })
})

describe('where a value may be one of several, the nearest is what was meant', () => {
  test.each([
    [
      'a misspelled key',
      [{ date: '2024-05-01', nmae: 'May Day' }],
      ['missing /holidays/0/name', 'unknown-key /holidays/0/nmae'],
    ],
    ['a wrong part', [{ easter: 'Monday' }], ['wrong-type /holidays/0/easter']],
    [
      'an impossible date in an object',
      [{ date: '2024-02-30', name: '' }],
      ['date-impossible /holidays/0/date'],
    ],
    ['an impossible date alone', ['2024-02-30'], ['date-impossible /holidays/0']],
    ['one of several wrong', ['2024-05-01', { easter: 1.5 }], ['wrong-type /holidays/1/easter']],
  ])('%s', (_, holidays, expected) => {
    expect(found({ holidays })).toEqual(expected)
  })

  test('a value of no kind that fits is of the wrong type, and all kinds are named', () => {
    const [finding] = read({ ...DESK, holidays: [5] }).findings
    expect(finding).toMatchObject({ code: 'wrong-type', pointer: '/holidays/0' })
    expect(finding?.expected).toBe('a text or an object')
  })

  const shapeSchema = z.strictObject({
    shape: z.union([
      z.enum(['none', 'all']),
      z.union([z.array(z.string()), z.number()]),
      z.strictObject({ a: z.string(), b: z.string() }),
    ]),
  })

  test('an object is held against the object, not against a word', () => {
    expect(places(readDocument(shapeSchema, { shape: { a: 1, b: 2 } }).findings)).toEqual([
      'wrong-type /shape/a',
      'wrong-type /shape/b',
    ])
  })

  test('a list against the list, however deep the choice lies', () => {
    expect(places(readDocument(shapeSchema, { shape: ['x', 5] }).findings)).toEqual([
      'wrong-type /shape/1',
    ])
  })

  test('a word against the words', () => {
    expect(readDocument(shapeSchema, { shape: 'al' }).findings).toMatchObject([
      { code: 'invalid-value', pointer: '/shape', didYouMean: 'all' },
    ])
  })

  test('the object that more of the keys belong to', () => {
    const schema = z.union([
      z.strictObject({ date: z.string() }),
      z.strictObject({ month: z.int(), day: z.int(), name: z.string() }),
    ])
    const document = { date: 20240501, month: 'May', day: 1, name: 'May Day' }
    expect(places(readDocument(schema, document).findings)).toEqual([
      'wrong-type /month',
      'unknown-key /date',
    ])
  })

  const eventSchema = z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('opened'), by: z.string() }),
    z.strictObject({ type: z.literal('closed') }),
  ])

  test('where one key tells them apart, that key is wrong', () => {
    expect(readDocument(eventSchema, { type: 'opend' }).findings).toMatchObject([
      { code: 'invalid-value', pointer: '/type', didYouMean: 'opened' },
    ])
    expect(places(readDocument(eventSchema, {}).findings)).toEqual(['missing /type'])
    expect(places(readDocument(eventSchema, { type: 'opened' }).findings)).toEqual(['missing /by'])
  })
})

describe('a finding has the position', () => {
  const yaml = `id: acme
version: 1
hours:
  mon: [["08:00", 12]]
  monday: []
contact:
  mail: a@b.c
prioritty: low
`

  test('of the value, of an unknown key, and of the parent of what is missing', () => {
    const { findings } = read(fromYaml(yaml, { name: 'acme.yaml' }))
    expect(places(findings)).toEqual([
      'wrong-type /hours/mon/0/1',
      'unknown-key /hours/monday',
      'missing /contact/phone',
      'unknown-key /prioritty',
    ])
    expect(positions(findings)).toEqual([
      'wrong-type 4:19',
      'unknown-key 5:3',
      'missing 7:3',
      'unknown-key 8:1',
    ])
  })

  test('also when a check adds one of its own', () => {
    const reading = read(fromYaml(yaml, { name: 'acme.yaml' }))
    const parts = { code: 'mine', message: 'mine', path: ['hours', 'mon'] }
    expect(reading.finding(parts)).toMatchObject({ severity: 'error', line: 4, column: 8 })
    expect(reading.finding({ ...parts, part: 'key', severity: 'info' })).toMatchObject({
      severity: 'info',
      pointer: '/hours/mon',
      line: 4,
      column: 3,
    })
  })

  test('and comes after what is wrong with the text', () => {
    const { findings, value } = read(
      fromYaml('id: acme\nversion: 1\nid: b\npriority: x\n', { name: 'a' }),
    )
    expect(places(findings)).toEqual(['yaml-syntax /id', 'invalid-value /priority'])
    expect(value).toBeUndefined()
  })

  test('of the text alone, where there is nothing to hold against a schema', () => {
    expect(places(read(fromJson('{', { name: 'a' })).findings)).toEqual(['json-syntax '])
  })
})

describe('the sound part', () => {
  test('leaves wrong values out, and in lists keeps the places of the others', () => {
    const { sound } = read({
      ...DESK,
      version: null,
      holidays: ['2024-02-30', '2024-05-01', 7],
      priority: 'urgnet',
      colour: 'red',
    })
    expect(sound).toStrictEqual({ id: 'acme', holidays: [undefined, '2024-05-01', undefined] })
  })

  test('keeps what is there of an object that something is missing from', () => {
    const contact = { mail: 'a@b.c' }
    expect(read({ ...DESK, contact }).sound).toStrictEqual({ ...DESK, contact })
  })

  test('is kept when only the id is missing', () => {
    expect(read({ version: 1, priority: 'low' }).sound).toStrictEqual({
      version: 1,
      priority: 'low',
    })
  })

  test.each([
    ['a text', 'acme'],
    ['null', null],
    ['nothing', undefined],
  ])('of %s is empty', (_, document) => {
    expect(read(document).sound).toEqual({})
  })
})

describe('a document is never changed', () => {
  test.each([
    { ...DESK, holidays: ['2024-05-01'], hours: { mon: [['08:00', '12:00']] } },
    { ...DESK, holidays: ['2024-02-30'], hours: { mon: [['08:00', 12]], monday: 1 }, x: 1 },
  ])('whether it is right or wrong', (document) => {
    const before = JSON.stringify(document)
    read(deepFreeze(document))
    read(fromJson(document, { name: 'a' }))
    expect(JSON.stringify(document)).toBe(before)
  })
})

describe('a document made to break its reader is refused and not thrown at', () => {
  test('when it contains itself', () => {
    const circle: Record<string, unknown> = { ...DESK }
    circle['notes'] = { a: circle }
    expect(read(circle).findings.map(({ code }) => code)).toEqual(['too-deep'])
    expect(read(circle).value).toBeUndefined()
    const { findings } = read(fromYaml('id: a\nversion: 1\nnotes: &n\n  a: *n\n', { name: 'a' }))
    expect(findings.map(({ code }) => code)).toEqual(['too-deep'])
  })

  test.each([
    [100, []],
    [101, ['too-deep']],
  ])('when it is nested more than a hundred deep: %i', (levels, codes) => {
    let deep: unknown = {}
    for (let i = 0; i < levels; i++) deep = [deep]
    const { findings } = readDocument(z.unknown(), deep)
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })

  test('when it is nested without end', () => {
    let deep: unknown = 'bottom'
    for (let i = 0; i < 100_000; i++) deep = { deep }
    expect(read(deep).findings.map(({ code }) => code)).toEqual(['too-deep'])
    expect(read(deep).sound).toEqual({})
  })

  test.each([
    ['at the top', '{"id": "acme", "version": 1, "__proto__": {"polluted": 1}}', '/__proto__'],
    [
      'in an object',
      '{"id": "acme", "version": 1, "contact": {"mail": "", "phone": "", "__proto__": {"polluted": 1}}}',
      '/contact/__proto__',
    ],
    [
      'in a record',
      '{"id": "acme", "version": 1, "notes": {"__proto__": {"text": "", "polluted": 1}}}',
      '/notes/__proto__',
    ],
  ])('when it has a key __proto__ %s', (_, text, pointer) => {
    expectNoPollution(() => {
      for (const source of [fromJson(text, { name: 'a' }), fromYaml(text, { name: 'a' })]) {
        const reading = read(source)
        expect(places(reading.findings)).toEqual([`unknown-key ${pointer}`])
        expect(reading.findings[0]).toMatchObject({ line: 1 })
        expect(reading.value).toBeUndefined()
        expect(JSON.stringify(reading.sound)).not.toContain('__proto__')
        expect((reading.sound as { polluted?: unknown }).polluted).toBeUndefined()
      }
    })
  })

  test('ids called as members of every object are ids like others', () => {
    const notes = {
      constructor: { text: 'a' },
      toString: { text: 'b' },
      hasOwnProperty: { text: 'c' },
    }
    expect(read({ ...DESK, notes }).value?.notes).toEqual(notes)
    expect(found({ constructor: 1 })).toEqual(['unknown-key /constructor'])
    expect(codeOf(() => read({ ...DESK, hours: { toString: [] } }))).toBe('accepted')
  })
})

test('a pointer escapes what keys hold', () => {
  expect(found({ notes: { 'a/b~c': { text: 5 } } })).toEqual(['wrong-type /notes/a~1b~0c/text'])
})

test.each([
  [{ from: '2024-06-01', to: '2024-06-01' }, ['effective-empty /effective']],
  [{ from: '2024-06-02T00:00:00Z', to: '2024-06-01' }, ['effective-empty /effective']],
  [{ from: '2024-06-01', to: '2024-06-02' }, []],
  [{ to: '2024-06-02' }, []],
])('a document holds from before it ends: %j', (effective, found) => {
  const { findings } = read({ ...DESK, effective })
  expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(found)
})

test('a value that breaks several bounds is found once', () => {
  const schema = z.strictObject({
    pair: z.array(z.string()).length(2),
    some: z.string().min(3),
    count: z.int().max(12).optional(),
  })
  const expected = (document: object) =>
    readDocument(schema, document).findings.map((finding) => [finding.code, finding.expected])
  expect(expected({ pair: '08:00', some: 'abc' })).toEqual([['wrong-type', 'a list']])
  expect(expected({ pair: ['08:00'], some: 'a' })).toEqual([
    ['invalid-value', 'a list of 2'],
    ['invalid-value', 'a text of at least 3 characters'],
  ])
  expect(expected({ pair: ['a', 'b'], some: 'abc', count: 1e300 })).toEqual([
    ['invalid-value', 'at most 12'],
  ])
})

test('thousands of unknown keys are told in a moment', () => {
  const keys = Array.from({ length: 5000 }, (_, index) => [`key${index}`, index])
  const started = performance.now()
  expect(found({ contact: { mail: '', phone: '', ...Object.fromEntries(keys) } })).toHaveLength(
    5000,
  )
  expect(performance.now() - started).toBeLessThan(1000)
})
