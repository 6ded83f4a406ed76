import { processTerminal } from '@holdfast/example-report/terminal'
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2), {
  ...processTerminal(),
  isInteractive: process.stderr.isTTY,
  now: () => performance.now(),
})
