import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { run } from '../src/run.ts'
import { sampleLog } from '../src/sample.ts'
import { logText, row } from './log-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'incident-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** The program with a clock that moves a second at every look. */
async function started(...args: string[]) {
  const said = { out: '', err: '' }
  let seconds = 0
  const code = await run(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    isInteractive: false,
    now: () => 1000 * seconds++,
  })
  return { code, ...said }
}

test('without a path it reports on the bundled sample', async () => {
  const { code, out, err } = await started()
  expect([code, err]).toEqual([0, ''])
  const headings = ['Read 765 rows', 'Promises:', 'Hand-overs:', 'The worst', 'Why INC']
  for (const heading of headings) expect(out).toContain(heading)
  expect(out).toMatch(/^3 - Moderate +30\.0 h +136 +90 +32 +12 +2 +73\.8 % +17\.5 h$/m)
  expect(out).toMatch(/Why (INC\d+) [\s\S]*\1 missed its promise[\s\S]*is Good Friday/)
})

test('a packed log reads as the plain one, whatever it is called', async () => {
  const plain = await started(file('plain.txt', sampleLog()))
  const packed = await started(file('packed.csv', gzipSync(sampleLog())))
  expect(packed).toEqual(plain)
  expect(plain).toEqual(await started())
})

test('it tells why any incident was due then, met or not', async () => {
  const { out } = await started('--incident', 'INC0010004')
  expect(out).toContain('Why INC0010004')
  const { code, err } = await started('--incident', 'INC001004')
  expect(code).toBe(1)
  expect(err).toContain('did you mean INC0010')
})

test('a log of one row, and one of no rows, are logs', async () => {
  const one = await started(file('one.csv', logText(row())))
  expect(one.code).toBe(0)
  expect(one.out).toContain('No promise was missed')
  const none = await started(file('none.csv', logText()))
  expect([none.code, none.err]).toEqual([0, ''])
  expect(none.out).toContain('Read 0 rows about 0 incidents')
})

test('long work shows that it goes on', async () => {
  const rows = Array.from({ length: 41_000 }, () => row())
  const { err } = await started(file('long.csv', logText(...rows)))
  expect(err).toMatch(/^20,000 rows read$/m)
  expect(err).toMatch(/^40,000 rows read$/m)
})

test('a wrong call says what is wrong and how to call, with exit code 2', async () => {
  const calls = [['--incidnet', 'X'], ['--incident'], ['--help=no'], ['a.csv', 'b.csv'], ['-x']]
  for (const args of calls) {
    const { code, out, err } = await started(...args)
    expect([args, code, out]).toEqual([args, 2, ''])
    expect(err).toContain('pnpm start [log] [options]')
  }
  expect((await started('--incidnet', 'X')).err).toContain('did you mean --incident?')
  expect(await started('--help')).toMatchObject({ code: 0, err: '' })
  expect(await started('--', '-h')).toMatchObject({ code: 0, err: '' })
})

test('what cannot be read says so on one line, with exit code 1', async () => {
  const half = gzipSync(sampleLog()).subarray(0, 5000)
  const wrong = [
    [join(folder, 'missing.csv'), 'there is no file'],
    [folder, 'is a folder'],
    [file('empty.csv', ''), 'it is empty'],
    [file('half.csv.gz', half), 'unexpected end of file'],
    [file('other.csv', 'a,b\n1,2\n'), 'no column "number"'],
  ] as const
  for (const [path, message] of wrong) {
    const { code, out, err } = await started(path)
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(message)
    expect(err.trimEnd()).not.toContain('\n')
  }
})

test('a broken document says everything that is wrong and where', async () => {
  const broken = file('broken.yaml', 'id: mine\nversion: 1\ncalendar: zurich\npriorities: {}\n')
  const { code, err } = await started('--promises', broken)
  expect(code).toBe(1)
  expect(err).toContain('broken.yaml:3:11 error calendar-unknown')
  expect(err.match(/ error missing at /g)).toHaveLength(4)
})

test('a calendar that never opens is said to be the matter', async () => {
  const hours = 'id: zurich-office\nversion: 1\ntimeZone: Europe/Zurich\nhours: {}\n'
  const { code, err } = await started('--calendar', file('shut.yaml', hours))
  expect(code).toBe(1)
  expect(err).toMatch(/warning never-open[\s\S]*open time/)
})

test('the documents that come with it have nothing to find', async () => {
  const own = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
  const { code, err } = await started(
    '--promises',
    own('promises.yaml'),
    '--calendar',
    own('calendar.yaml'),
  )
  expect([code, err]).toEqual([0, ''])
})
