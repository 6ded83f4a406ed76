/**
 * One pass over the log, so many times as long: reads it, takes every life apart and counts them. In a process of its own,
 * because what matters is the most memory that it ever has. Writes what it took as JSON.
 */
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { createLogMapping, MAPPINGS, readLog } from '@holdfast/event-log'
import { caseLifeTally, decomposeCaseLife } from '@holdfast/insight'
import { incidentLog } from '@holdfast/test/incident-log'
import { madeUpLog } from './made-up-log.ts'
import { repeated } from './repeated.ts'

const times = Number(process.argv[2])

const unpacked = () =>
  createReadStream(incidentLog.path)
    .pipe(createGunzip())
    .setEncoding('utf8') as AsyncIterable<string>

const log = readLog(
  times === 1 && incidentLog.isThere
    ? incidentLog.path
    : repeated(incidentLog.isThere ? unpacked : madeUpLog, times),
  createLogMapping(MAPPINGS.serviceNow),
)
const tallies = [caseLifeTally(), caseLifeTally({ by: ['priority', 'reassignments'] })]
const start = performance.now()
for await (const { marks } of log) {
  const life = decomposeCaseLife(marks)
  for (const tally of tallies) tally.add(life)
}
const [whole] = tallies.flatMap((tally) => {
  const answer = tally.report()
  return answer.ok ? answer.groups : []
})
const seconds = (performance.now() - start) / 1000
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
const { rows, cases } = log.report()
console.log(
  JSON.stringify({
    rows,
    cases,
    counted: whole?.cases,
    seconds,
    // With starting the process and compiling the sources.
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMegabytes: maxRSS / 1000,
  }),
)
