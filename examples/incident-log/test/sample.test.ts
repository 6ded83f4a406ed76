import { readFileSync } from 'node:fs'
import { printedTable } from '@holdfast/example-report/tested-text'
import { expect, test } from 'vitest'
import { sampleLog } from '../src/sample/sample.ts'
import { started } from './program.ts'

const text = sampleLog()
const { out } = await started()

test('the bundled sample is what its generator makes (`pnpm sample` writes it)', () => {
  const file = readFileSync(new URL('../sample/incident-log.csv', import.meta.url), 'utf8')
  expect(file === text).toBe(true)
})

test('the sample has the statistics that the README states', () => {
  const said = [
    /^Rows +3,992$/m,
    /^Cases +600$/m,
    /^Opened to resolution as the log records it +36\.1 h +median of 563$/m,
    /^Handed over, as the log counts it +38\.3 % /m,
    /^Ping-pong +10\.2 % /m,
    /^Reopened +5\.5 % /m,
    /^Promises met +87\.7 % /m,
  ]
  for (const line of said) expect(out).toMatch(line)
  expect(printedTable(out, 'By state, before resolution')).toEqual([
    ['Awaiting User Info', '43.1 %'],
    ['Active', '37.3 %'],
    ['New', '8.9 %'],
    ['Awaiting Vendor', '7.4 %'],
    ['Awaiting Problem', '3.3 %'],
  ])
})

test('the sample has rows that are wrong, and cases that are odd', () => {
  const wrong = printedTable(out, 'Rows that are wrong')
  expect(wrong.map(([count, , treated]) => [count, treated])).toEqual([
    ['2', 'kept without it'],
    ['1', 'left out'],
    ['1', 'left out'],
    ['1', 'left out'],
    ['1', 'left out'],
  ])
  const odd = printedTable(out, 'Cases that are odd')
  expect(odd.map(([, what]) => what)).toEqual([
    'ended without a recorded resolution',
    'rows not in order of time',
    'updated before it was opened',
  ])
})

test('after the desk began to ask for everything at once, it waited for the customer less often', () => {
  const [, title = ''] = /^(.* asks the customer .*):$/m.exec(out) ?? []
  const rows = Object.fromEntries(
    printedTable(out, title).map(([name, before, after]) => [name, [before, after]]),
  )
  expect(rows['Waiting for the customer, times per such case']).toEqual(['2.53', '1.53'])
  expect(rows['Waiting for the customer, mean per case']).toEqual(['40.8 h', '22.8 h'])
})
