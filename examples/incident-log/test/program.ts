import {
  type Program,
  ranWith,
  type Said,
  type Started,
  startedWith,
} from '@holdfast/example-report/tested-program'
import { run } from '../src/run.ts'

/** With a clock that moves a second at every look. */
const program: Program = {
  page: 'report.html',
  run(args, terminal) {
    let seconds = 0
    return run(args, { ...terminal, isInteractive: false, now: () => 1000 * seconds++ })
  },
}

/** What the program does, with a folder of its own for the page. */
export function started(...args: string[]): Promise<Started> {
  return startedWith(program, args)
}

/** As `started`, with exactly these arguments. */
export function ran(args: readonly string[]): Promise<Said> {
  return ranWith(program, args)
}
