/**
 * A log of incidents from the file to the report: read by its mapping, every life taken apart, all counted in two tallies;
 * and logs two, five and ten times as long, made as they are read. The real log where it is, else a made-up one of its
 * size. One run each, one after the other; writes Markdown.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { incidentLog } from '@holdfast/test/incident-log'
import { table } from '@holdfast/test/measure'

interface Pass {
  readonly rows: number
  readonly cases: number
  readonly counted: number
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

function pass(times: number): Pass {
  const script = fileURLToPath(new URL('./one-pass.ts', import.meta.url))
  const args = [...process.execArgv, script, String(times)]
  // Before it stands where the real log was looked for in vain.
  const told = execFileSync(process.execPath, args, { encoding: 'utf8' }).trim().split('\n')
  const found = JSON.parse(told.at(-1) ?? '') as Pass
  if (found.counted !== found.cases) throw new Error(`${found.counted} of ${found.cases} counted`)
  return found
}

const rows = [1, 2, 5, 10].map((times) => {
  const { rows: count, cases, seconds, cpuSeconds, peakMegabytes } = pass(times)
  return [
    count.toLocaleString('en'),
    cases.toLocaleString('en'),
    `${seconds.toFixed(1)} s`,
    `${cpuSeconds.toFixed(1)} s`,
    `${((1e6 * cpuSeconds) / count).toFixed(1)} µs`,
    `${peakMegabytes.toFixed(0)} MB`,
  ]
})

console.log(incidentLog.isThere ? 'The real log of incidents.\n' : 'A log made up by a seed.\n')
console.log(
  table(['rows', 'cases', 'time', 'processor time in all', 'a row', 'memory at most'], rows),
)
