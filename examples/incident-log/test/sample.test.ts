import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { handOversOf, incidentsOf, isPingPong } from '../src/incident.ts'
import { readLog } from '../src/read-log.ts'
import { sampleLog } from '../src/sample.ts'
import { PRIORITIES, STATES } from '../src/vocabulary.ts'

const log = await readLog([sampleLog()])
const { incidents, problems } = incidentsOf(log.events)

test('the bundled sample is what its generator makes (`pnpm sample` writes it)', () => {
  const file = readFileSync(new URL('../sample/incident-log.csv', import.meta.url), 'utf8')
  expect(file === sampleLog()).toBe(true)
})

test('the sample has what happens in a real log', () => {
  expect(incidents).toHaveLength(200)
  for (const priority of PRIORITIES) {
    expect(incidents.filter((one) => one.priority === priority).length, priority).toBeGreaterThan(5)
  }
  const states = new Set(log.events.map(({ state }) => state))
  expect(STATES.filter((state) => !states.has(state))).toEqual(['Awaiting Evidence'])
  expect(incidents.filter(isPingPong).length).toBeGreaterThan(5)
  expect(incidents.filter((one) => handOversOf(one) >= 4).length).toBeGreaterThan(1)
  expect(
    incidents.filter((one) => !one.isClosed && one.resolved === undefined).length,
  ).toBeGreaterThan(5)
  expect(
    incidents.filter((one) => one.isClosed && one.resolved === undefined).length,
  ).toBeGreaterThan(1)
  const easter = Date.UTC(2024, 2, 31)
  const overEaster = incidents.filter((one) => one.opened < easter && Number(one.resolved) > easter)
  expect(overEaster.length).toBeGreaterThan(5)
  expect(sampleLog()).toMatch(/,Active,true,\d,1,/) // reopened
})

test('the sample has rows that are wrong', () => {
  const kinds = new Set([...log.problems, ...problems].map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual([
    'before-opened',
    'column-count',
    'number-missing',
    'out-of-order',
    'priority-unknown',
    'state-unknown',
    'time-missing',
    'time-unreadable',
  ])
})
