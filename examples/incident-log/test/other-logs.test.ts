import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from '@holdfast/example-report/tested-program'
import { printedTable } from '@holdfast/example-report/tested-text'
import { afterAll, expect, test } from 'vitest'
import { started } from './program.ts'

const folder = newFolder()
afterAll(() => rmSync(folder, { recursive: true }))

const issue = { number: 7, created_at: '2024-03-04T08:00:00Z', user: { login: 'cora' } }
const at = (time: string) => `2024-03-${time}:00:00Z`
const events = [
  { event: 'assigned', id: 1, created_at: at('04T09'), assignee: { login: 'ada' } },
  { event: 'commented', id: 2, created_at: at('04T10'), user: { login: 'ada', type: 'User' } },
  { event: 'assigned', id: 3, created_at: at('05T10'), assignee: { login: 'ben' } },
  { event: 'assigned', id: 4, created_at: at('06T10'), assignee: { login: 'ada' } },
  { event: 'commented', id: 5, created_at: at('14T10'), user: { login: 'ada', type: 'User' } },
  { event: 'closed', id: 6, created_at: at('14T11'), actor: { login: 'ada' } },
]

test('a log of another system is read by the mapping that comes for it, by its name', async () => {
  const path = join(folder, 'issues.jsonl')
  writeFileSync(path, events.map((event) => JSON.stringify({ ...event, issue })).join('\n'))
  const { code, out, err } = await started(path, '--mapping', 'gitHub')
  expect([code, err]).toEqual([0, ''])
  expect(out).toMatch(/^Another assignee took over +100\.0 %/m)
  expect(out).toMatch(/^Ping-pong +100\.0 %/m)
  expect(out).toMatch(/^Opened to first public answer by a person +2\.0 h/m)
  expect(out).toMatch(/^Silent for more than a week +100\.0 % +1 of 1 /m)
  expect(out).toContain('Nothing in this log is promised anything')
  expect(printedTable(out, 'By changes of the assignee')).toEqual([
    ['2', '1', '100.0 %', '243 h', '243 h', '–', '–'],
  ])
  // Nobody is told from anybody.
  expect(out).not.toMatch(/\bada\b|\bben\b/)
})

test('where a log says what follows up on what, cases that had to be followed up are counted', async () => {
  const mapping = join(folder, 'follow-ups.yaml')
  writeFileSync(
    mapping,
    `id: tickets
version: 1
input: { kind: csv }
case: id
time: { format: yyyy-MM-dd, timeZone: UTC }
stamps: { opened: opened, resolved: resolved }
facts: { followUpOf: follows }
`,
  )
  const path = join(folder, 'tickets.csv')
  const lines = [
    'id,opened,resolved,follows',
    '1,2024-03-01,2024-03-04,',
    '2,2024-03-05,2024-03-06,1',
    '3,2024-03-01,2024-03-04,',
    '4,2024-04-30,2024-05-02,3',
  ]
  writeFileSync(path, lines.join('\n'))
  const { code, out } = await started(path, '--mapping', mapping)
  expect(code).toBe(0)
  expect(out).toMatch(/^Followed up by another case +25\.0 % +1 of 4 ended ones/m)
  expect((await started()).out).not.toContain('Followed up')
})
