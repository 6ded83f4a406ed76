import { describe, expect, it, test } from 'vitest'
import type { LogMappingDocument } from '../src/index.ts'
import { badOf, failure, reading, story } from './reading.ts'

const parts: Partial<LogMappingDocument> = {
  input: { kind: 'jsonl' },
  case: '/key',
  time: { format: 'iso' },
  rows: [
    {
      each: ['/log/entries', 'changes'],
      when: { column: 'what', is: 'status' },
      time: '../at',
      by: '../who',
      state: 'to',
      before: { state: 'from' },
    },
  ],
}

const change = (at: string, from: string | null, to: string) => ({
  at: `2027-03-01T${at}:00Z`,
  who: 'ada',
  changes: [
    { what: 'title', from: 'a', to: 'b' },
    { what: 'status', from, to },
  ],
})
const record = (key: unknown, ...entries: object[]) => ({ key, log: { entries } })
const first = record(
  'A-1',
  change('11:00', 'Fixing', 'Resolved'),
  change('10:00', 'Active', 'Fixing'),
)
const second = record('A-2', change('10:30', null, 'Closed'))
const lines = (...records: unknown[]) => [records.map((each) => JSON.stringify(each)).join('\n')]

describe('a record of JSON', () => {
  it('tells what stands in lists inside it, in order of time; the first change tells how it began', async () => {
    expect(await story(lines(first), parts)).toEqual([
      '10:00 submitted «Active» element=investigation',
      '10:00 resumed by person:ada «Fixing» element=fix',
      '11:00 resolved by person:ada «Resolved»',
    ])
  })

  it('stands on a line, or in a list, also where there are several lists, on one line or many', async () => {
    const { cases } = await reading(lines(first, second), parts)
    expect(cases.map(({ id, rows }) => [id, rows])).toEqual([
      ['A-1', 1],
      ['A-2', 1],
    ])
    const lists = [
      JSON.stringify([first, second]),
      ` \n${JSON.stringify([first, second], undefined, 2)}\n`,
      `[${JSON.stringify(first)}]\n[]\n[${JSON.stringify(second)}]`,
    ]
    for (const list of lists) {
      expect((await reading([list], parts)).cases).toEqual(cases)
      expect((await reading(list.split(''), parts)).cases).toEqual(cases)
    }
  })

  it('may be one of several in what stands on a line', async () => {
    const page = (...issues: object[]) => ({ total: 2, issues })
    const input = { kind: 'jsonl', each: '/issues' }
    const { cases } = await reading(lines(page(first), page(second)), { ...parts, input })
    expect(cases).toEqual((await reading(lines(first, second), parts)).cases)
  })

  it('that is none is bad, and the others are read', async () => {
    const log = [`${JSON.stringify(first)}\n{"key": \n7\nnull\n\n${JSON.stringify(second)}`]
    const { cases, report } = await reading(log, parts)
    expect(cases).toHaveLength(2)
    expect(report.bad).toEqual([
      {
        code: 'json-invalid',
        count: 3,
        lost: 3,
        examples: [
          { line: 2, found: '"{\\"key\\":"' },
          { line: 3, found: '"7"' },
          { line: 4, found: '"null"' },
        ],
      },
    ])
  })

  it('in a list knows its line, and texts in it may hold brackets', async () => {
    const odd = { key: 'A-3', note: 'so ] } , "[ {\\' }
    const log = [`[\n${JSON.stringify(odd)},\n{"key": oops},\n${JSON.stringify(second)}\n]`]
    const { cases, report } = await reading(log, parts)
    expect(cases.map(({ id }) => id)).toEqual(['A-2'])
    expect(report.rows).toBe(3)
    expect(report.bad[0]?.examples).toEqual([{ line: 3, found: '"{\\"key\\": oops}"' }])
  })

  it('that is spread over lines is refused, and the way out is named', async () => {
    const log = [JSON.stringify({ issues: [first, second] }, undefined, 2)]
    expect(await failure(log, parts)).toBe('json-not-lines')
    await expect(reading(log, parts)).rejects.toThrow(/jq -c/)
  })

  it('names its case by a text or a number', async () => {
    const { cases } = await reading(lines(record(7, change('10:00', null, 'Active'))), parts)
    expect(cases.map(({ id }) => id)).toEqual(['7'])
    const none = [record(null), record({ a: 1 }), record([1]), {}, record(' ')]
    expect(await badOf(lines(...none), parts)).toEqual(['case-missing 5, lost 5'])
  })

  it('has only keys of its own', async () => {
    const rows = [{ time: '/at', state: 'toString', facts: { kind: '/__proto__/constructor' } }]
    const log = lines({ key: 1, at: '2027-03-01T09:00:00Z' })
    expect(await story(log, { ...parts, rows })).toEqual(['09:00 submitted'])
    const own = [
      '{"key":1,"at":"2027-03-01T09:00:00Z","toString":"Fixing","__proto__":{"constructor":"x"}}',
    ]
    expect(await story(own, { ...parts, rows })).toEqual([
      '09:00 submitted «Fixing» element=fix kind=x',
    ])
  })

  it('is found by keys with a slash, and in lists by number', async () => {
    const log = lines({ key: 1, 'a/b': { '~': ['2027-03-01T09:00:00Z'] } })
    const rows = [{ time: '/a~1b/~0/0', type: 'accepted' }]
    expect(await story(log, { ...parts, rows })).toEqual(['09:00 submitted', '09:00 accepted'])
  })

  it('of an empty log is none', async () => {
    for (const log of ['', '\n \n', '[]', '[ ]\n'])
      expect((await reading([log], parts)).cases).toEqual([])
  })
})

describe('how a case began', () => {
  const initial = { state: '/status', priority: '/priority', assignee: '/owner' }
  const more = { ...parts, stamps: { opened: '/opened' }, initial }
  const now = { opened: '2027-03-01T08:00:00Z', status: 'Active', priority: 'P2', owner: 'ada' }

  it('is how it stands now, when nothing changed', async () => {
    expect(await story(lines({ ...now, ...record('A-1') }), more)).toEqual([
      '08:00 submitted «Active» priority=P2 assignedTo=person:ada element=investigation',
    ])
  })

  it('is what the first change says was so before', async () => {
    expect(await story(lines({ ...now, status: 'Resolved', ...first }), more)).toEqual([
      '08:00 submitted «Active» priority=P2 assignedTo=person:ada element=investigation',
      '10:00 resumed by person:ada «Fixing» element=fix',
      '11:00 resolved by person:ada «Resolved»',
    ])
  })

  it('may be a wait', async () => {
    const log = lines({ ...now, status: 'With vendor', ...record('A-1') })
    expect(await story(log, more)).toEqual([
      '08:00 submitted priority=P2 assignedTo=person:ada',
      '08:00 waiting «With vendor» for vendor element=wait',
    ])
  })

  it('is not known when what was before is not', async () => {
    const log = lines({ ...now, status: 'Closed', ...second })
    expect((await story(log, more))[0]).toBe('08:00 submitted priority=P2 assignedTo=person:ada')
  })
})

describe('a row that names a moment', () => {
  const rows: LogMappingDocument['rows'] = [
    { time: '/opened', state: { text: 'Active' } },
    { time: '/closed', state: { text: 'Closed' } },
    { time: '/accepted', type: 'accepted', by: '/who' },
    { when: { column: '/answered', known: true }, time: '/answered', message: {} },
  ]
  const times = { opened: '2027-03-01T08:00:00Z', closed: '2027-03-01T12:00:00Z' }

  test('that has not come tells nothing, and nothing is wrong', async () => {
    const log = lines({ key: 1, opened: times.opened, closed: null })
    expect(await story(log, { ...parts, rows })).toHaveLength(1)
    expect(await badOf(log, { ...parts, rows })).toEqual([])
  })

  test('that has come tells it', async () => {
    const answered = '2027-03-01T10:00:00Z'
    const log = lines({ key: 1, ...times, answered, accepted: '2027-03-01T09:00:00Z', who: 'ada' })
    expect(await story(log, { ...parts, rows })).toEqual([
      '08:00 submitted «Active» element=investigation',
      '09:00 accepted by person:ada',
      '10:00 message public',
      '12:00 closed «Closed»',
    ])
  })
})
