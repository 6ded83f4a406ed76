import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { byHandOvers, elapsedOf, median } from '../src/figures.ts'
import { incidentsOf, isPingPong } from '../src/incident.ts'
import { textOf } from '../src/open-log.ts'
import { countProblems } from '../src/problem.ts'
import { readLog } from '../src/read-log.ts'

const { HOLDFAST_DATA } = process.env
const folder =
  HOLDFAST_DATA === undefined
    ? new URL('../../../../shared/data/', import.meta.url)
    : pathToFileURL(`${HOLDFAST_DATA}/`)
const path = fileURLToPath(new URL('incident-event-log-uci498.csv.gz', folder))

const isThere = existsSync(path)
// Reporters keep the reason of a skipped test to themselves.
if (!isThere) console.info(`skipped: no incident log at ${path}; see the README of this example`)

test.skipIf(!isThere)('the log of an IT company reads as measured elsewhere', async () => {
  const log = await readLog(textOf(path))
  const { incidents, problems } = incidentsOf(log.events)
  expect([log.rows, log.events.length, incidents.length]).toEqual([141_712, 141_712, 24_918])

  const counts = countProblems([...log.problems, ...problems])
  expect(counts.map(({ kind, count }) => [kind, count])).toEqual([
    ['state-unknown', 5],
    ['before-opened', 5],
    ['out-of-order', 1],
  ])

  const elapsed = incidents.flatMap((incident) => elapsedOf(incident) ?? [])
  expect(elapsed).toHaveLength(23_362)
  expect((Number(median(elapsed)) / 3_600_000).toFixed(1)).toBe('22.1')
  expect(incidents.filter(({ isClosed }) => isClosed)).toHaveLength(24_918)

  const share = (count: number) => `${((100 * count) / incidents.length).toFixed(1)} %`
  const several = incidents.filter(({ groups }) => new Set(groups).size > 1).length
  expect([share(several), share(incidents.filter(isPingPong).length)]).toEqual(['38.4 %', '10.5 %'])
  const lines = byHandOvers(
    incidents.map((incident) => ({ incident, outcome: 'unpromised' as const })),
  )
  expect(lines.map((line) => line.incidents)).toEqual([15_343, 5312, 2020, 1040, 1203])
  const medians = lines.map((line) => (Number(line.medianElapsed) / 3_600_000).toFixed(0))
  expect(medians).toEqual(['1', '35', '119', '163', '268'])
})
