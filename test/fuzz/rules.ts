/*
 * `pnpm fuzz [count] [seed] [first]`: rule sets and requests by chance, sound and hostile, against what the library
 * promises of any. A failure names the command that repeats it.
 */
import { diceOf } from './dice.ts'
import { type Counts, judge } from './judge.ts'

/** Runs cases and counts what happened; throws at the first that breaks a promise. */
export async function fuzz(
  total: number,
  seed: number,
  { first = 0, progress }: { first?: number; progress?: (done: number) => void } = {},
): Promise<Counts> {
  const counts: Counts = {}
  for (let index = first; index < first + total; index++) {
    try {
      await judge(diceOf((seed + index) >>> 0), counts)
    } catch (error) {
      const message = `case ${index} failed; to repeat it: pnpm fuzz 1 ${seed} ${index}`
      throw new Error(message, { cause: error })
    }
    if ((index - first + 1) % 50_000 === 0) progress?.(index - first + 1)
  }
  return counts
}

if (process.argv[1] === import.meta.filename) {
  const [total = 100_000, seed = Date.now() % 2 ** 31, first = 0] = process.argv
    .slice(2)
    .map(Number)
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  const unhandled: unknown[] = []
  process.on('unhandledRejection', (reason) => unhandled.push(reason))
  console.log(`seed ${seed}`)
  const counts = await fuzz(total, seed, {
    first,
    progress: (done) => console.log(`${done} of ${total} documents, ${seconds()} s`),
  })
  for (const [what, times] of Object.entries(counts).sort()) console.log(`${times} ${what}`)
  console.log(
    `${total} documents, seed ${seed}: nothing broken, ${unhandled.length} unhandled rejections, ${seconds()} s`,
  )
  if (unhandled.length > 0) process.exitCode = 1
}
