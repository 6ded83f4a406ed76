import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../check/command.ts'

/*
 * `pnpm bench [name …]` runs the benchmarks of all packages, or of those named, one after another: two at a time would
 * disturb each other. Each is a process of its own that prints its tables.
 */

const wanted = process.argv.slice(2)
const packages = join(ROOT, 'packages')
const folders = readdirSync(packages)
  .filter((name) => wanted.length === 0 || wanted.includes(name))
  .map((name) => join(packages, name, 'bench'))
  .filter((folder) => existsSync(folder))

let failed = 0
for (const folder of folders) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.bench.ts'))) {
    console.log(`## ${join(folder, file).slice(ROOT.length + 1)}, Node ${process.versions.node}\n`)
    if (run(folder, file) !== 0) failed++
    console.log('')
  }
}
process.exitCode = failed === 0 ? 0 : 1

function run(folder: string, file: string): number {
  const options = ['--expose-gc', '--conditions=@holdfast/source', '--import']
  const { status } = spawnSync(process.execPath, [...options, import.meta.resolve('tsx'), file], {
    cwd: folder,
    stdio: 'inherit',
    // Peers compute in the zone of the process, so that they answer the same question as ours.
    env: { ...process.env, TZ: 'Europe/Zurich' },
  })
  return status ?? 1
}
