import { processTerminal } from '@holdfast/example-report/terminal'
import { run } from './run.ts'

process.exitCode = run(process.argv.slice(2), {
  ...processTerminal(),
  now: () => Date.now(),
})
