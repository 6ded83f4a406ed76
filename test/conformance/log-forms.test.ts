/** Logs in other forms: other times, packed, in other encodings, as JSON, with their cases mixed. Each by a mapping alone. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { lines, type Mapping, minutes, readLives } from './read-lives.ts'

const at = (text: string) => Date.parse(text)

it('a log may have the date and the time of day in two columns', async () => {
  const { 1: first } = await readLives(
    lines(
      'ticket\tdate\ttime\tstatus',
      '1\t03/01/2027\t9:00 AM\topen',
      '1\t03/01/2027\t1:30 PM\tsolved',
    ),
    {
      input: { kind: 'csv', delimiter: '\t' },
      case: 'ticket',
      time: { format: 'MM/dd/yyyy h:mm a', timeZone: 'America/New_York' },
      rows: [{ time: ['date', 'time'], state: 'status' }],
      states: { open: { element: 'investigation' }, solved: 'resolved' },
    },
  )
  expect(first).toMatchObject({ openedAt: at('2027-03-01T14:00Z'), elapsed: 270 * 60_000 })
})

it('a log may count time in milliseconds since 1970, and say how each state was left', async () => {
  const { 7: life } = await readLives(
    lines('1772355600000,7,New,Open', '1772359200000,7,Open,Done', '1772362800000,7,Done,Open'),
    {
      input: { kind: 'csv', columns: ['millis', 'issue', 'from', 'to'] },
      case: 'issue',
      time: { format: 'epochMillis' },
      rows: [{ time: 'millis', state: 'to', before: { state: 'from' } }],
      states: {
        New: { element: 'wait', party: 'queue' },
        Open: { element: 'investigation' },
        Done: 'resolved',
      },
    },
  )
  expect(life).toMatchObject({
    openedAt: 1_772_355_600_000,
    ending: null,
    undone: [{ resolvedAt: 1_772_359_200_000, reopenedAt: 1_772_362_800_000 }],
  })
})

it('a log may end its rows with a delimiter, and its header without', async () => {
  const { 1: first } = await readLives(
    lines('id;at;state', '1;2027-03-01T09:00Z;open;', '1;2027-03-01T10:00Z;done; ;'),
    {
      input: { kind: 'csv', delimiter: ';' },
      case: 'id',
      time: { format: 'iso' },
      rows: [{ time: 'at', state: 'state' }],
      states: { open: { element: 'fix' }, done: 'resolved' },
    },
  )
  expect(minutes(first)).toEqual({ fix: 60 })
})

describe('a log in another encoding', () => {
  const text = [
    'Fall;Zeit;Zustand',
    '1;01.03.2027 09:00;Offen',
    '1;01.03.2027 10:00;"Rückfrage; zurückgestellt"',
    '1;01.03.2027 15:00;Gelöst\r\n',
  ].join('\r\n')
  const mapping: Mapping = {
    input: { kind: 'csv', delimiter: ';' },
    case: 'Fall',
    time: { format: 'dd.MM.yyyy HH:mm', timeZone: 'Europe/Zurich' },
    rows: [{ time: 'Zeit', state: 'Zustand' }],
    states: {
      Offen: { element: 'investigation' },
      'Rückfrage; zurückgestellt': { element: 'wait', party: 'customer' },
      Gelöst: 'resolved',
    },
  }

  it.each(['latin1', 'utf-8', 'utf-16le'] as const)(
    '(%s) is the same log, packed or not',
    async (encoding) => {
      const bytes = Buffer.from(`${encoding === 'latin1' ? '' : '\uFEFF'}${text}`, encoding)
      const fit = { ...mapping, input: { ...mapping.input, encoding } }
      for (const input of [bytes, gzipSync(bytes)]) {
        const { 1: life } = await readLives([input], fit)
        expect(minutes(life)).toEqual({ investigation: 60, customer: 300 })
      }
    },
  )
})

describe('a log of JSON records with histories inside', () => {
  const mapping: Mapping = {
    input: { kind: 'jsonl' },
    case: 'key',
    time: { format: 'iso' },
    stamps: { opened: 'fields/created' },
    requester: 'fields/reporter/name',
    rows: [
      {
        each: ['changelog/histories', 'items'],
        when: { column: 'field', is: 'status' },
        time: '../created',
        by: '../author/name',
        state: 'toString',
        before: { state: 'fromString' },
      },
      {
        each: 'comments',
        time: 'at',
        by: 'who',
        message: { audience: { column: 'public', public: ['true'], internal: ['false'] } },
      },
    ],
    states: {
      Open: { element: 'wait', party: 'queue' },
      Doing: { element: 'investigation' },
      Done: 'resolved',
    },
  }
  const change = (created: string, before: string, after: string) => ({
    created,
    author: { name: 'ada' },
    items: [
      { field: 'labels', fromString: 'x', toString: 'y' },
      { field: 'status', fromString: before, toString: after },
    ],
  })
  const record = (key: string) => ({
    key,
    fields: { created: '2027-03-01T09:00:00.000+0100', reporter: { name: 'cleo' } },
    changelog: {
      histories: [
        change('2027-03-01T11:00:00.000+0100', 'Doing', 'Done'),
        change('2027-03-01T10:00:00.000+0100', 'Open', 'Doing'),
      ],
    },
    comments: [
      { at: '2027-03-01T09:30:00+0100', who: 'cleo', public: true },
      { at: '2027-03-01T10:15:00+0100', who: 'ada', public: true },
      { at: '2027-03-01T10:20:00+0100', who: 'ada', public: false },
    ],
  })
  const records = [record('X-1'), record('X-2')]

  const expected = {
    openedAt: at('2027-03-01T08:00Z'),
    ending: 'observed',
    answers: { count: 1, firstAt: at('2027-03-01T09:15Z') },
  }

  it.each([
    ['a record on each line', records.map((each) => JSON.stringify(each)).join('\n')],
    ['one list on one line', JSON.stringify(records)],
    ['one list over many lines', JSON.stringify(records, null, 2)],
  ])('reads %s', async (_, text) => {
    const lives = await readLives([text], mapping)
    expect(Object.keys(lives)).toEqual(['X-1', 'X-2'])
    for (const life of Object.values(lives)) {
      expect(life).toMatchObject(expected)
      expect(minutes(life)).toEqual({ queue: 60, investigation: 60 })
    }
  })

  it('reads pages of records, each a list in a record of its own', async () => {
    const paged = { ...mapping, input: { kind: 'jsonl', each: '/issues' } } as const
    const pages = records.map((each) => JSON.stringify({ issues: [each] }))
    expect(Object.keys(await readLives(lines(...pages), paged))).toEqual(['X-1', 'X-2'])
  })
})

describe('a log whose cases are mixed', () => {
  const mapping: Mapping = {
    input: { kind: 'csv' },
    case: 'id',
    time: { format: 'epochSeconds' },
    rows: [{ time: 'at', state: 'state' }],
    states: { open: { element: 'investigation' }, done: 'resolved' },
  }
  const log = ['id,at,state', 'b,120,done', 'a,0,open', 'b,0,open', 'a,60,done']

  it('is refused where the mapping says that its cases stand together, and read where it says otherwise', async () => {
    await expect(readLives(lines(...log), mapping)).rejects.toMatchObject({
      code: 'log-not-grouped',
    })
    const lives = await readLives(lines(...log), { ...mapping, order: 'any' })
    expect([minutes(lives['a']), minutes(lives['b'])]).toEqual([
      { investigation: 1 },
      { investigation: 2 },
    ])
  })
})
