import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { newFolder } from '@holdfast/example-report/tested-program'
import { afterAll, expect, test } from 'vitest'
import { bundled } from '../src/documents.ts'
import { sampleLog } from '../src/sample/sample.ts'
import { logText, row } from './log-text.ts'
import { ran, started } from './program.ts'

const folder = newFolder()

afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('without a path it reports on the bundled sample', async () => {
  const { code, out, err } = await started()
  expect([code, err]).toEqual([0, ''])
  const titles = out.match(/^.+(?=\n=+$)/gm)
  expect(titles).toEqual([
    'What was read',
    'Where the time went',
    'Who is waited for, and what goes on again',
    'Hand-overs',
    'What came back, and who heard nothing',
    'What was promised',
    'What would make lives shorter',
    'What was done, before and after',
    'From week to week',
    expect.stringMatching(/^Why INC\d+ took so long$/),
  ])
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
})

test('asked to be brief it tells where the time went and who was handed over, and draws all', async () => {
  const [all, brief] = [await started(), await started('--brief')]
  expect(brief.out.match(/^.+(?=\n=+$)/gm)).toEqual([
    'What was read',
    'Where the time went',
    'Hand-overs',
  ])
  expect(brief.page).toBe(all.page)
})

test('a packed log reads as the plain one, whatever it is called', async () => {
  const plain = await started(file('plain.txt', sampleLog()))
  const packed = await started(file('packed.csv', gzipSync(sampleLog())))
  expect([packed.out, packed.code]).toEqual([plain.out, 0])
  expect(plain.out).toBe((await started()).out)
})

test('it tells why any case took so long', async () => {
  const { out } = await started('--case', 'INC0010004')
  expect(out).toContain('Why INC0010004 took so long')
  expect(out).toContain('request:INC0010004: ')
  const { code, err } = await started('--case', 'INC001004')
  expect(code).toBe(1)
  expect(err).toContain('did you mean INC0010')
})

test('a log of one row, and one of no rows, are logs', async () => {
  const one = await started(file('one.csv', logText(row())))
  expect([one.code, one.err]).toEqual([0, ''])
  expect(one.out).toContain('No case has ended')
  const none = await started(file('none.csv', logText()))
  expect([none.code, none.err]).toEqual([0, ''])
  expect(none.out).toContain('No case could be read')
})

test('long work shows that it goes on', async () => {
  const rows = Array.from({ length: 65_000 }, () => row())
  const { err } = await started(file('long.csv', logText(...rows)))
  expect(err).toMatch(/^20,000 rows read$/m)
  expect(err).toMatch(/^40,000 rows read$/m)
})

test('a wrong call says what is wrong and how to call, with exit code 2', async () => {
  const calls = [['--cas', 'X'], ['--case'], ['--help=no'], ['a.csv', 'b.csv'], ['-x']]
  for (const args of calls) {
    const said = await ran(args)
    expect([args, said.code, said.out]).toEqual([args, 2, ''])
    expect(said.err).toContain('pnpm start [log] [options]')
  }
  expect((await started('--cas', 'X')).err).toContain('did you mean --case?')
  expect(await started('--help')).toMatchObject({ code: 0, err: '' })
  expect(await started('--', '-h')).toMatchObject({ code: 0, err: '' })
})

test('what cannot be read says so on one line, with exit code 1', async () => {
  const half = gzipSync(sampleLog()).subarray(0, 5000)
  const apart = logText(row(), row({ number: 'INC2' }), row())
  const wrong = [
    [[join(folder, 'missing.csv')], 'there is no file'],
    [[folder], 'is a folder'],
    [[file('empty.csv', '')], 'it has not even a header'],
    [[file('half.csv.gz', half)], 'half.csv.gz cannot be read'],
    [[file('other.csv', 'a,b\n1,2\n')], '"number"'],
    [[file('apart.csv', apart)], 'INC1'],
    [['--mapping', 'servicenow'], 'did you mean the mapping serviceNow?'],
    [['--policy', join(folder, 'no.yaml')], 'there is no file'],
    [['--out', file('not-a-folder', '')], 'cannot be written to'],
  ] as const
  for (const [args, message] of wrong) {
    const said = await ran(args)
    expect([said.code, said.err]).toEqual([1, expect.stringContaining(message)])
    expect(said.err.trimEnd()).not.toContain('\n')
  }
})

test('a broken document says everything that is wrong and where', async () => {
  const policy = 'id: mine\nversion: 1\ncalendar: zurich\nagreements: []\n'
  const { code, err } = await started('--policy', file('broken.yaml', policy))
  expect(code).toBe(1)
  expect(err).toContain('broken.yaml:3:11 error calendar-unknown')
  const mapping =
    'id: mine\nversion: 1\ninput: { kind: csv }\ncase: id\ntime: { format: d/M/yyyy }\n'
  const read = await started('--mapping', file('mapping.yaml', mapping))
  expect([read.code, read.err]).toEqual([1, expect.stringContaining('mapping.yaml:5:7')])
  const plan =
    'id: mine\nversion: 1\nlevels: [team]\nlevers: [{ id: a, level: teem, changes: [] }]\n'
  const planned = await started('--plan', file('plan.yaml', plan))
  expect([planned.code, planned.err]).toEqual([1, expect.stringContaining('"team"')])
})

test('a calendar that never opens is said to be the matter', async () => {
  const hours = 'id: zurich-office\nversion: 1\ntimeZone: Europe/Zurich\nhours: {}\n'
  const { err } = await started('--calendar', file('shut.yaml', hours))
  expect(err).toMatch(/warning never-open/)
})

test('the documents that come with it have nothing to find, and the mapping is the shipped one', async () => {
  const { code, err, out } = await started(
    ...['mapping', 'calendar', 'policy', 'plan'].flatMap((name) => [
      `--${name}`,
      bundled(`${name}.yaml`),
    ]),
  )
  expect([code, err]).toEqual([0, ''])
  expect((await started('--mapping', 'serviceNow')).out).toBe(out)
})
