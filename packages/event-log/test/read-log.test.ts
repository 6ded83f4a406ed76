import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createLogMapping, readLog } from '../src/index.ts'
import { badOf, csv, desk, failure, reading, story } from './reading.ts'

const text = csv(
  '1,09:00,New,North,P2',
  '1,10:00,Active,North,P2',
  '2,09:30,New,South,P1',
  '2,11:00,Closed,South,P1',
)

describe('a log', () => {
  it('gives its cases one after the other, and a report', async () => {
    const { cases, report } = await reading(text)
    expect(cases.map(({ id, rows, marks }) => [id, rows, marks.length])).toEqual([
      ['1', 2, 3],
      ['2', 2, 3],
    ])
    expect(report).toEqual({
      rows: 4,
      cases: 2,
      marks: 6,
      bytes: text[0]?.length,
      repeated: 0,
      unused: 0,
      lostCases: 0,
      bad: [],
      oddities: [],
      unknownStates: [],
    })
  })

  it('is read from bytes, packed or not, and from a file whatever it is called', async () => {
    const { cases } = await reading(text)
    const bytes = Buffer.from(text.join(''))
    const packed = gzipSync(bytes)
    expect((await reading([bytes])).cases).toEqual(cases)
    expect((await reading([packed])).cases).toEqual(cases)
    const pieces = [
      packed.subarray(0, 0),
      packed.subarray(0, 1),
      packed.subarray(1, 20),
      packed.subarray(20),
    ]
    expect((await reading(pieces)).cases).toEqual(cases)
    const folder = await mkdtemp(join(tmpdir(), 'log-'))
    const path = join(folder, 'log.csv')
    await writeFile(path, packed)
    expect((await reading(path)).cases).toEqual(cases)
    await rm(folder, { recursive: true })
  })

  it('that is packed and ends too early says so', async () => {
    const packed = gzipSync(Buffer.from(text.join('')))
    expect(await failure([packed.subarray(0, packed.length - 9)])).toBe('gzip-damaged')
    expect(await failure([Buffer.concat([packed.subarray(0, 12), Buffer.alloc(30)])])).toBe(
      'gzip-damaged',
    )
  })

  it('that is not there is what Node says of it', async () => {
    expect(await failure('/nowhere/log.csv')).toBe('ENOENT')
  })

  it('is read in the encoding that the mapping names', async () => {
    const parts = (encoding: string) => ({
      input: { kind: 'csv', encoding },
      rows: [{ time: 'at', group: 'group' }],
    })
    const log = 'case,at,group\n1,2027-03-01 09:00,Zürich'
    const group = '09:00 assigned assignedTo=team:Zürich'
    for (const [encoding, name] of [
      ['latin1', 'latin1'],
      ['utf-16le', 'utf16le'],
    ] as const) {
      expect((await story([Buffer.from(log, name)], parts(encoding)))[1]).toBe(group)
    }
    const wide = Buffer.from(`\uFEFF${log}`, 'utf16le')
    expect((await story([wide], parts('utf-16le')))[1]).toBe(group)
    expect(await failure([wide], parts('utf-8'))).toBe('encoding-unfit')
  })

  it('with a byte order mark, line ends of Windows and blank lines is the same', async () => {
    const { cases } = await reading(text)
    const odd = `\uFEFF${text.join('').replaceAll('\n', '\r\n').replace('\r\n2', '\r\n\r\n\n2')}\r\n`
    expect((await reading([Buffer.from(odd)])).cases).toEqual(cases)
  })

  it('is read once', async () => {
    const log = readLog(text, createLogMapping(desk))
    for await (const _ of log) break
    await expect(
      (async () => {
        for await (const _ of log) break
      })(),
    ).rejects.toMatchObject({ code: 'log-already-read' })
    expect(log.report().cases).toBe(1)
  })

  it('tells how far it is', async () => {
    const rows = Array.from({ length: 25_000 }, (_, n) => `${n},2027-03-01 09:00,New,North,P2\n`)
    const told: number[] = []
    await reading(
      ['case,at,state,group,priority\n', ...rows],
      {},
      { onProgress: ({ rows }) => told.push(rows) },
    )
    expect(told).toEqual([10_000, 20_000])
  })
})

describe('columns', () => {
  it('that the header lacks stop it, all at once, with the nearest names', async () => {
    const log = ['case,At,stat,group\n1,2027-03-01 09:00,New,North']
    await expect(reading(log)).rejects.toThrow(
      /"at" \(did you mean "At"\?\), "state" \(did you mean "stat"\?\), "priority"/,
    )
    expect(await failure(log)).toBe('column-missing')
  })

  it('that stand between other signs are found, so that only these must be said', async () => {
    const rows = ['"case";at;state;group;priority\n1;2027-03-01 09:00;New;North;P1\n']
    expect(await failure(rows)).toBe('delimiter-unfit')
    const quoted = '"case";"at";"state";"group";"priority"\n'
    const row = '"1";"2027-03-01 09:00";"New";"North";"P1"\n'
    expect(await failure([quoted])).toBe('delimiter-unfit')
    expect(await failure([quoted, row.repeat(40_000)])).toBe('delimiter-unfit')
    expect(await failure(rows, { input: { kind: 'csv', delimiter: '\t' } })).toBe('delimiter-unfit')
    expect(await failure(rows, { input: { kind: 'csv', delimiter: ';' } })).toBe('none')
    expect(await failure(['case;at;state;group\n'])).toBe('column-missing')
  })

  it('follow a line of spreadsheets that says what stands between them', async () => {
    const whole = text.join('')
    for (const pieces of [[`sep=,\r\n${whole}`], ['SEP=,\n', whole]]) {
      expect((await reading(pieces)).cases).toEqual((await reading(text)).cases)
    }
    const rows = 'sep=;\ncase;at;state;group;priority\n1;2027-03-01 09:00;New;North;P1\n'
    expect(await failure([rows])).toBe('delimiter-unfit')
    expect((await reading([rows], { input: { kind: 'csv', delimiter: ';' } })).cases).toHaveLength(
      1,
    )
  })

  it('that the header has twice stop it, where the mapping needs them', async () => {
    expect(await failure(['case,at,state,state,group,priority\n'])).toBe('column-repeated')
    expect(await failure(['case,at,state,x,x,group,priority\n'])).toBe('none')
  })

  it('stand in the mapping where the log has no header', async () => {
    const columns = ['case', 'at', 'state', 'group', 'priority']
    const parts = { input: { kind: 'csv', columns } }
    const bare = text.map((each) => each.split('\n').slice(1).join('\n'))
    expect((await reading(bare, parts)).cases).toEqual((await reading(text)).cases)
    expect((await reading([], parts)).cases).toEqual([])
  })

  it('are found in any order, among any others, whatever they are called', async () => {
    const parts = {
      case: '__proto__',
      rows: [{ time: 'at', state: 'state', facts: { color: 'constructor' } }],
    }
    const log = ['constructor,at,state,__proto__\nred,2027-03-01 09:00,Active,toString\n']
    const { cases } = await reading(log, parts)
    expect(cases.map(({ id }) => id)).toEqual(['toString'])
    expect(cases[0]?.marks[0]?.facts).toEqual({ element: 'investigation', color: 'red' })
  })
})

describe('bad rows', () => {
  it('are counted by what is wrong, with the first of them, and stop nothing', async () => {
    const log = csv(
      '1,09:00,New,North,P2',
      '1,09:30,New,North',
      ',10:00,New,North,P2',
      '1,,New,North,P2',
      '1,soon,Fixing,North,P2',
      '1,12:00,-100,South,P2',
      '1,13:00,-100,South,P2',
      '"1,14:00,Closed,South,P2',
    )
    const { cases, report } = await reading(log)
    expect(cases[0]?.marks.map(({ type }) => type)).toEqual(['submitted', 'assigned', 'assigned'])
    expect(report.bad).toEqual([
      {
        code: 'state-unknown',
        count: 2,
        lost: 0,
        examples: [
          { line: 7, found: '"-100"' },
          { line: 8, found: '"-100"' },
        ],
      },
      { code: 'column-count', count: 1, lost: 1, examples: [{ line: 3, found: '4 instead of 5' }] },
      { code: 'case-missing', count: 1, lost: 1, examples: [{ line: 4, found: '""' }] },
      { code: 'time-missing', count: 1, lost: 1, examples: [{ line: 5, found: 'at' }] },
      { code: 'time-unreadable', count: 1, lost: 1, examples: [{ line: 6, found: 'at "soon"' }] },
      {
        code: 'quote-unclosed',
        count: 1,
        lost: 1,
        examples: [{ line: 9, found: 'the rest of the line is lost' }],
      },
    ])
    expect(report.unknownStates).toEqual([{ text: '-100', count: 2 }])
  })

  it('that are all of a case lose it, and it is named', async () => {
    const { cases, report } = await reading(csv('1,09:00,New,?,?', '2,soon,New,?,?'))
    expect(cases.map(({ id }) => id)).toEqual(['1'])
    expect(report.lostCases).toBe(1)
    expect(report.oddities).toEqual([{ code: 'case-lost', count: 1, cases: ['2'] }])
  })

  it('are shown five at most, and cases twenty at most', async () => {
    const rows = Array.from({ length: 30 }, (_, n) => `${n},soon,New,?,?`)
    const { report } = await reading(csv(...rows))
    expect(report.bad[0]?.examples).toHaveLength(5)
    expect(report.oddities[0]).toMatchObject({ code: 'case-lost', count: 30 })
    expect(report.oddities[0]?.cases).toHaveLength(20)
  })

  it('keep what is right in them: a stamp that cannot be read costs the stamp', async () => {
    const parts = { stamps: { resolved: 'done' }, rows: [{ time: 'at', state: 'state' }] }
    const log = ['case,at,state,done\n1,2027-03-01 09:00,Active,soon']
    expect(await story(log, parts)).toHaveLength(1)
    expect(await badOf(log, parts)).toEqual(['time-unreadable 1, lost 0'])
  })

  it('have a priority that the mapping does not know', async () => {
    const parts = { priorities: { P1: 'Critical' } }
    const log = csv('1,09:00,Active,?,P1', '1,10:00,Active,?,P9')
    expect(await story(log, parts)).toEqual([
      '09:00 submitted «Active» priority=Critical element=investigation',
    ])
    expect(await badOf(log, parts)).toEqual(['priority-unknown 1, lost 0'])
  })

  it('are no rows that the mapping does not ask for; those are counted apart', async () => {
    const parts = {
      rows: [{ when: { column: 'state', is: 'Active' }, time: 'at', priority: 'priority' }],
    }
    const { report } = await reading(text, parts)
    expect([report.rows, report.unused, report.bad.length]).toEqual([4, 3, 0])
  })

  it('may have a very long field, and quotes around line breaks', async () => {
    const long = 'x'.repeat(900_000)
    const log = csv(`1,09:00,Active,"North\nWest ${long}",P2`, '1,10:00,Fixing,South,P2')
    const { cases, report } = await reading(log)
    expect(report.bad).toEqual([])
    expect(cases[0]?.marks[1]?.facts).toEqual({ assignedTo: `team:North West ${long}` })
  })
})

describe('an empty log', () => {
  it('has not even a header', async () => {
    expect(await failure([])).toBe('log-empty')
    expect(await failure([''])).toBe('log-empty')
    expect(await failure(['\n\n'])).toBe('log-empty')
    expect(await failure([gzipSync('')])).toBe('log-empty')
  })

  it('has a header and no cases', async () => {
    const { cases, report } = await reading(csv())
    expect([cases.length, report.rows]).toEqual([0, 0])
  })
})

describe('the order of a log', () => {
  const mixed = csv('1,09:00,New,?,?', '2,09:30,New,?,?', '1,10:00,Active,?,?')

  it('is by case, or else it is refused, and the way out is named', async () => {
    expect(await failure(mixed)).toBe('log-not-grouped')
    await expect(reading(mixed)).rejects.toThrow(/case "1" comes back on line 4.*"order": "any"/)
  })

  it('may be any, when the mapping says so', async () => {
    const { cases } = await reading(mixed, { order: 'any' })
    expect(cases.map(({ id, rows }) => [id, rows])).toEqual([
      ['1', 2],
      ['2', 1],
    ])
  })

  it('is held in memory only up to a limit', async () => {
    expect(await failure(mixed, { order: 'any' }, { maxHeldRows: 2 })).toBe('too-many-rows')
    expect(await failure(mixed, { order: 'any' }, { maxHeldRows: 3 })).toBe('none')
  })
})
