/** Where a program speaks. */
export interface Terminal {
  /** The report. */
  out(text: string): void
  /** What went wrong. */
  err(text: string): void
}

/** The terminal that the process was started from. */
export function processTerminal(): Terminal {
  // A reader that has seen enough, such as `head`, closes the pipe.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit(0)
  })
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
  }
}
