import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '@holdfast/example-report/tested-program'
import { printedTable } from '@holdfast/example-report/tested-text'
import { afterAll, expect, test } from 'vitest'
import { bundled } from '../src/documents.ts'
import { ran, started } from './program.ts'

const folder = newFolder()

afterAll(() => rmSync(folder, { recursive: true }))

const [own, repaired] = [await started(), await started('--variant', 'one-clock')]

test('it proves or refutes, says what clock changes move, who is on duty and who had how much', () => {
  expect([own.code, own.err]).toEqual([0, ''])
  expect(own.out.match(/^.+(?=\n=+$)/gm)).toEqual([
    'Is somebody always there?',
    'When nobody is there, and when two are',
    'What the clock changes move',
    'Who is on duty',
    'What departs from the rotations',
    'Who is on duty on Thu, 25 Nov 2027, 16:00 UTC',
    'Who had how much',
  ])
  expect(Math.max(...own.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110)
})

test('sites by their own clocks leave holes from one clock change to the next', () => {
  expect(printedTable(own.out, 'Between the clock changes')).toEqual([
    ['Incident', 'From the beginning', 'Fri 1 Oct 00:00', '40 h', '0 h', '0 h'],
    ['Incident', 'Sydney forward 1 h, 3 Oct', 'Sat 2 Oct 16:00', '681 h', '28 h', '29 h'],
    ['Incident', 'Zurich back 1 h, 31 Oct', 'Sun 31 Oct 01:00', '173 h', '15 h', '14 h'],
    ['Incident', 'Boston back 1 h, 7 Nov', 'Sun 7 Nov 06:00', '1,314 h', '109 h', '110 h'],
    ['Triage', 'From the beginning', 'Fri 1 Oct 00:00', '721 h', '0 h', '0 h'],
    ['Triage', 'Zurich back 1 h, 31 Oct', 'Sun 31 Oct 01:00', '173 h', '8 h', '7 h'],
    ['Triage', 'Boston back 1 h, 7 Nov', 'Sun 7 Nov 06:00', '1,314 h', '0 h', '0 h'],
  ])
  expect(printedTable(own.out, 'When nobody is there').map((row) => row.slice(0, 4))).toEqual([
    ['Incident', 'Sun 3 Oct', 'Sat 30 Oct', '05:00–06:00'],
    ['Incident', 'Sun 31 Oct', 'Fri 31 Dec', '05:00–07:00'],
    ['Triage', 'Sun 31 Oct', 'Sun 7 Nov', '04:00–05:00'],
  ])
})

test('sites by one clock leave none, and their hours move on the clock on the wall', () => {
  expect(repaired.out).toContain('Yes: at every instant, for incident and triage.')
  expect(repaired.out).toContain('Never: every hand-over is on time.')
  const hours = printedTable(repaired.out, 'Incident, from taking over to handing over')
  expect(hours.filter(([, clock]) => clock === 'its own')).toEqual([
    ['Sydney', 'its own', '08:00–16:00', '09:00–17:00', '09:00–17:00', '09:00–17:00'],
    ['Zurich', 'its own', '08:00–16:00', '08:00–16:00', '07:00–15:00', '07:00–15:00'],
    ['Boston', 'its own', '10:00–18:00', '10:00–18:00', '10:00–18:00', '09:00–17:00'],
  ])
})

test('the schedules that come along differ in nothing but whose clock they go by', () => {
  const rosterOf = (variant: string, name: string) =>
    readFileSync(join(bundled(variant), name), 'utf8')
      .split('\n')
      .filter((line) => !/^#|anchor:|restrictions:|^ +timeZone: UTC/.test(line))
  const names = readdirSync(bundled('own-hours'))
  expect(readdirSync(bundled('one-clock'))).toEqual(names)
  for (const name of names) expect(rosterOf('one-clock', name)).toEqual(rosterOf('own-hours', name))
})

test('for any instant it says who is there and why, in a hole why nobody is', async () => {
  const covered = await started('--at', '2027-10-30T12:00+02:00')
  expect(covered.out).toMatch(/Triage +Nina Keller +Zurich +12:00/)
  expect(covered.out).toContain('person:timo is covered by person:nina')
  const hole = await started('--at', '2027-11-25T05:30Z')
  expect(hole.out).toMatch(/Incident +Nobody/)
  expect(hole.out).toContain('nobody on duty (sydney-incident)')
})

test('a span without a clock change has one phase, and no week to enlarge', async () => {
  const { out, page } = await started('--from', '2027-11-15', '--to', '2027-12-01')
  expect(printedTable(out, 'Between the clock changes')).toHaveLength(2)
  expect(page).not.toContain('When clocks change')
  expect(out).toContain('Who is on duty on Thu, 25 Nov 2027')
})

test('everything wrong in all documents is said at once, with line and column', async () => {
  const variant = join(folder, 'ours')
  cpSync(bundled('own-hours'), variant, { recursive: true })
  const change = (name: string, from: string, to: string) => {
    const path = join(variant, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
  change('sydney-incident.yaml', 'person:ruby, person:jack]', 'person:rubi, person:jack]')
  change('zurich-triage.yaml', 'timeZone: Europe/Zurich', 'timeZone: Europe/Zürich')
  const { code, out, err } = await started('--variant', variant)
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/sydney-incident\.yaml:15:42 error person-unknown .*"person:ruby"/)
  expect(err).toMatch(/zurich-triage\.yaml:6:11 error zone-unknown/)
})

test.each([
  [['--variant', 'one-clok'], 1, /did you mean the variant one-clock\?/],
  [['--people', 'nobody.yaml'], 1, /there is no file .*nobody\.yaml/],
  [['--from', '2027-10-32'], 1, /--from "2027-10-32" is no date/],
  [['--from', '2028-01-01'], 1, /--to 2028-01-01 is not after/],
  [['--to', '2029-01-01'], 1, /more than a year/],
  [['--from', '1960-01-01', '--to', '1960-02-01'], 1, /is no date/],
  [['--at', '2027-10-05T05:30'], 1, /is no instant/],
  [['--form', '2027-10-01'], 2, /did you mean --from\?/],
  [['--at='], 2, /--at needs a value/],
  [['quarter'], 2, /"quarter" belongs to no option/],
])('%j is refused with what to do', async (args, code, told) => {
  const answer = await started(...args)
  expect([answer.code, answer.out, answer.page]).toEqual([code, '', ''])
  expect(answer.err).toMatch(told)
})

test('a page that cannot be written is no crash', async () => {
  const file = join(folder, 'taken')
  writeFileSync(file, '')
  const { code, err } = await ran(['--out', file])
  expect([code, err]).toEqual([1, expect.stringMatching(/cannot be written to/)])
})

test('help is no error', async () => {
  expect(await ran(['--help'])).toMatchObject({ code: 0, err: '' })
})
