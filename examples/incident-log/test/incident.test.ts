import { formatInstant } from '@holdfast/kernel'
import { expect, test } from 'vitest'
import { handOversOf, type Incident, incidentsOf, isPingPong } from '../src/incident.ts'
import { readLog } from '../src/read-log.ts'
import { logText, row } from './log-text.ts'

async function incidents(...rows: string[]) {
  const { events } = await readLog([logText(...rows)])
  return incidentsOf(events)
}

/** The one incident that these groups had, one row and an hour after the other. */
async function heldBy(...groups: string[]): Promise<Incident> {
  const rows = groups.map((assignment_group, hour) =>
    row({ assignment_group, sys_updated_at: `4/3/2024 ${10 + hour}:00` }),
  )
  return (await incidents(...rows)).incidents[0] as Incident
}

const life = [
  row({ incident_state: 'New', priority: '4 - Low', sys_updated_at: '4/3/2024 08:10' }),
  row({
    incident_state: 'Resolved',
    sys_updated_at: '4/3/2024 10:00',
    resolved_at: '4/3/2024 10:00',
  }),
  row({
    incident_state: 'Active',
    sys_updated_at: '5/3/2024 08:00',
    assignment_group: 'Databases',
  }),
  row({
    incident_state: 'Resolved',
    sys_updated_at: '6/3/2024 09:00',
    resolved_at: '6/3/2024 09:00',
  }),
  row({ incident_state: 'Closed', sys_updated_at: '11/3/2024 09:00', assignment_group: '?' }),
]

test('an incident is what its rows say last', async () => {
  const { incidents: found, problems } = await incidents(...life)
  expect(problems).toEqual([])
  expect(found).toEqual([
    {
      number: 'INC0000001',
      opened: Date.UTC(2024, 2, 4, 8),
      resolved: Date.UTC(2024, 2, 6, 9),
      isClosed: true,
      priority: '3 - Moderate',
      groups: ['Network', 'Databases', 'Network'],
    },
  ])
})

test('rows in the wrong order are put in order, and reported where the time goes back', async () => {
  const [inOrder, shuffled] = [await incidents(...life), await incidents(...life.toReversed())]
  expect(shuffled.incidents).toEqual(inOrder.incidents)
  expect(shuffled.problems.map(({ kind, line }) => [kind, line])).toEqual(
    [3, 4, 5, 6].map((line) => ['out-of-order', line]),
  )
})

test('rows of different incidents may mix', async () => {
  const other = row({
    number: 'INC0000000',
    opened_at: '5/3/2024 08:00',
    sys_updated_at: '5/3/2024 08:00',
  })
  const { incidents: found } = await incidents(other, ...life.flatMap((one) => [one, other]))
  expect(found.map(({ number }) => number)).toEqual(['INC0000001', 'INC0000000'])
  expect(found[0]).toEqual((await incidents(...life)).incidents[0])
})

test('a resolution before the opening is reported and does not count', async () => {
  const { incidents: found, problems } = await incidents(row({ resolved_at: '4/3/2024 07:59' }))
  expect(found[0]?.resolved).toBeUndefined()
  expect(problems).toMatchObject([{ kind: 'resolved-before-opened', line: 2 }])
})

test('an incident is opened once', async () => {
  const later = row({ opened_at: '4/3/2024 08:30', sys_updated_at: '4/3/2024 11:00' })
  const { incidents: found, problems } = await incidents(row(), later)
  expect(formatInstant(found[0]?.opened as number)).toBe('2024-03-04T08:00:00.000Z')
  expect(problems).toMatchObject([{ kind: 'opening-moved', line: 3 }])
})

test('a hand-over is a change of group; rows without a group change nothing', async () => {
  expect(handOversOf(await heldBy('Network'))).toBe(0)
  expect(handOversOf(await heldBy('?', '?'))).toBe(0)
  expect(handOversOf(await heldBy('Network', 'Network', 'Databases'))).toBe(1)
  expect(handOversOf(await heldBy('Network', '?', 'Network'))).toBe(0)
  expect(handOversOf(await heldBy('?', 'Network', '?', 'Databases', 'Identity'))).toBe(2)
})

test('ping-pong is coming back to a group that had it before', async () => {
  expect(isPingPong(await heldBy('Network', 'Databases', 'Identity'))).toBe(false)
  expect(isPingPong(await heldBy('Network', 'Network'))).toBe(false)
  expect(isPingPong(await heldBy('Network', 'Databases', 'Network'))).toBe(true)
  expect(isPingPong(await heldBy('Network', 'Databases', 'Identity', 'Databases'))).toBe(true)
})
