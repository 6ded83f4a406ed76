import { count } from './format.ts'
import type { Terminal } from './terminal.ts'

const STEP_ROWS = 20_000
const PATIENCE_MILLIS = 1000

export interface Progress {
  rows(count: number): void
  done(): void
}

/** Says how far the reading is, every 20,000 rows, once it takes longer than a second. */
export function progressOn({ err, isInteractive, now }: Terminal): Progress {
  const start = now()
  let said = 0
  return {
    rows(read) {
      const step = Math.floor(read / STEP_ROWS) * STEP_ROWS
      if (step === said || now() - start < PATIENCE_MILLIS) return
      said = step
      const text = `${count(step)} rows read`
      err(isInteractive ? `\r${text}` : `${text}\n`)
    },
    done() {
      if (isInteractive && said > 0) err('\r\u001B[K')
    },
  }
}
