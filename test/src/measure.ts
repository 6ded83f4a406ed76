/** The median time of one call, and how it was found. */
export interface Timing {
  readonly name: string
  readonly nanosPerCall: number
  readonly calls: number
}

/**
 * Calls a function again and again, with rising numbers, until about `millis` have passed, and gives the median over
 * rounds. Fast functions are timed many at a time, so that the clock costs nothing; a slow one is timed call by call.
 */
export function measure(
  name: string,
  call: (index: number) => unknown,
  { millis = 350, rounds = 7 }: { millis?: number; rounds?: number } = {},
): Timing {
  let index = 0
  let sink = 0
  const run = (count: number): number => {
    const start = performance.now()
    for (let i = 0; i < count; i++) sink += Number(call(index++))
    return performance.now() - start
  }
  let perRound = 1
  let warm = run(1)
  for (let spent = warm; spent < millis / 3 && warm < millis / rounds; spent += warm) {
    perRound *= 2
    warm = run(perRound)
  }
  perRound = Math.max(1, Math.round((perRound * millis) / rounds / Math.max(warm, 1e-6)))
  const times = Array.from({ length: rounds }, () => run(perRound) / perRound).sort((a, b) => a - b)
  // Results are used, so that no call can be left out.
  if (Number.isNaN(sink)) throw new Error(`${name} gave no number`)
  return { name, nanosPerCall: (times[rounds >> 1] as number) * 1e6, calls: perRound * rounds }
}

/** Nanoseconds as people read them. */
export function formatNanos(nanos: number): string {
  if (nanos < 1000) return `${nanos.toFixed(0)} ns`
  if (nanos < 1e6) return `${(nanos / 1000).toFixed(1)} µs`
  return `${(nanos / 1e6).toFixed(1)} ms`
}

/** A table in Markdown: a header, then rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}
