import { describe, expect, test } from 'vitest'
import { countProblems } from '../src/problem.ts'
import { readLog } from '../src/read-log.ts'
import { COLUMNS } from '../src/vocabulary.ts'
import { logText, row } from './log-text.ts'

const short = row().split(',').slice(0, 30).join(',')

describe('a row is left out, and said to be', () => {
  test.each([
    ['column-count', short],
    ['column-count', `${row()},one,two`],
    ['quote-unclosed', `"${row()}`],
    ['number-missing', row({ number: '?' })],
    ['number-missing', row({ number: '' })],
    ['time-missing', row({ opened_at: '?' })],
    ['time-missing', row({ sys_updated_at: '' })],
    ['time-unreadable', row({ sys_updated_at: '31/2/2024 10:00' })],
    ['time-unreadable', row({ opened_at: 'soon' })],
    ['time-unreadable', row({ resolved_at: '2024-03-04T10:00:00Z' })],
  ])('%s', async (kind, wrong) => {
    const log = await readLog([logText(row({ number: 'INC0000009' }), wrong)])
    expect(log.events.map(({ number }) => number)).toEqual(['INC0000009'])
    expect(log.rows).toBe(2)
    expect(log.problems).toMatchObject([{ kind, line: 3 }])
  })
})

describe('a row is kept, and what is odd about it said', () => {
  test.each([
    ['state-unknown', row({ incident_state: '-100' })],
    ['priority-unknown', row({ priority: '5 - Planning' })],
    ['priority-unknown', row({ priority: '?' })],
    ['before-opened', row({ sys_updated_at: '4/3/2024 07:59' })],
  ])('%s', async (kind, odd) => {
    const log = await readLog([logText(odd)])
    expect(log.events).toHaveLength(1)
    expect(log.problems).toMatchObject([{ kind, line: 2 }])
  })
})

test('an ordinary row has no problems, and what is unknown in it is left open', async () => {
  const { events, problems } = await readLog([logText(row({ assignment_group: '?' }))])
  expect(problems).toEqual([])
  expect(events).toEqual([
    {
      line: 2,
      number: 'INC0000001',
      at: Date.UTC(2024, 2, 4, 9),
      opened: Date.UTC(2024, 2, 4, 8),
      resolved: undefined,
      state: 'Active',
      priority: '3 - Moderate',
      group: undefined,
    },
  ])
})

test('problems are counted by kind, with the one on the earliest line', async () => {
  const garbage = row({ incident_state: '-100' })
  const { problems } = await readLog([logText(row(), garbage, short, garbage)])
  const counts = countProblems([...problems].reverse())
  expect(counts.map(({ kind, count, first }) => [kind, count, first.line])).toEqual([
    ['column-count', 1, 4],
    ['state-unknown', 2, 3],
  ])
})

test('an incident of which no row is left is not forgotten', async () => {
  const never = row({ number: 'INC0000002', opened_at: 'soon' })
  const once = row({ opened_at: 'soon' })
  expect((await readLog([logText(row(), once, never, never)])).lost).toBe(1)
})

test('columns may stand in any order, but the needed ones must be there', async () => {
  const backwards = logText(row())
    .split('\n')
    .map((line) => line.split(',').reverse().join(','))
    .join('\n')
  expect((await readLog([backwards])).events).toHaveLength(1)
  const renamed = logText(row()).replace('resolved_at', 'resolvd_at')
  await expect(readLog([renamed])).rejects.toThrow(/"resolved_at".*"resolvd_at"/)
  await expect(readLog([])).rejects.toThrow('empty')
})

test('the reading tells how far it is', async () => {
  const seen: number[] = []
  const text = logText(row(), row(), row())
  const half = text.indexOf('\n', COLUMNS.join(',').length + 1) + 1
  await readLog([text.slice(0, half), text.slice(half)], (rows) => seen.push(rows))
  expect(seen).toEqual([1, 3])
})
