/** Where the program speaks, and a clock. Everything that reaches outside comes in through this. */
export interface Terminal {
  /** The report. */
  out(text: string): void
  /** What went wrong, and what only matters while one waits. */
  err(text: string): void
  /** Whether a line of `err` can be written over. */
  readonly isInteractive: boolean
  /** Milliseconds since any moment. */
  now(): number
}
