import type { Terminal as ReportTerminal } from '@holdfast/example-report/terminal'

/** Where the program speaks, and a clock. Everything that reaches outside comes in through this. */
export interface Terminal extends ReportTerminal {
  /** Whether a line of `err`, which also says what only matters while one waits, can be written over. */
  readonly isInteractive: boolean
  /** Milliseconds since any moment. */
  now(): number
}
