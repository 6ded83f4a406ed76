import type { Terminal as ReportTerminal } from '@holdfast/example-report/terminal'

/** Where the program speaks, and a clock. Everything that reaches outside comes in through this. */
export interface Terminal extends ReportTerminal {
  /** What day it is, where neither an option nor the history says from when to look. Epoch milliseconds. */
  now(): number
}
