/** Where the program speaks, and a clock. Everything that reaches outside comes in through this. */
export interface Terminal {
  /** The report. */
  out(text: string): void
  /** What went wrong. */
  err(text: string): void
  /** What day it is, where neither an option nor the history says from when to look. Epoch milliseconds. */
  now(): number
}
