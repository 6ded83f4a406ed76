/*
 * `pnpm fuzz [count] [seed] [first]`: rule sets and requests by chance, sound and hostile, against what the library
 * promises of any. A failure names the command that repeats it.
 */
import { diceOf } from './dice.ts'
import { type Counts, judge } from './judge.ts'

interface FuzzOptions {
  /** The number of the first document. */
  readonly first?: number
  readonly progress?: (cases: number) => void
}

/** Runs so many cases, documents and requests, and counts what happened; throws at the first broken promise. */
export async function fuzz(
  total: number,
  seed: number,
  { first = 0, progress }: FuzzOptions = {},
): Promise<Counts> {
  const counts: Counts = {}
  let cases = 0
  for (let document = first; cases < total; document++) {
    const before = cases
    try {
      cases += await judge(diceOf((seed + document) >>> 0), counts)
    } catch (error) {
      const message = `document ${document} failed; to repeat it: pnpm fuzz 1 ${seed} ${document}`
      throw new Error(message, { cause: error })
    }
    if (Math.floor(cases / 50_000) > Math.floor(before / 50_000)) progress?.(cases)
  }
  return counts
}

/** Runs from the command line: how many cases, which seed, and the number of the first document. */
export async function fuzzRules(told: readonly string[]): Promise<void> {
  const [total = 100_000, seed = Date.now() % 2 ** 31, first = 0] = told.map(Number)
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  const unhandled: unknown[] = []
  process.on('unhandledRejection', (reason) => unhandled.push(reason))
  console.log(`seed ${seed}`)
  const counts = await fuzz(total, seed, {
    first,
    progress: (cases) => console.log(`${cases} of ${total} cases, ${seconds()} s`),
  })
  for (const [what, times] of Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${times} ${what}`)
  const sum = (word: string) =>
    Object.entries(counts).reduce(
      (all, [what, n]) => all + (what.includes(word) && !what.includes('alike') ? n : 0),
      0,
    )
  console.log(
    `seed ${seed}: ${sum(' documents ')} documents and ${sum('requests ')} requests, nothing broken, ` +
      `${unhandled.length} unhandled rejections, ${seconds()} s`,
  )
  if (unhandled.length > 0) process.exitCode = 1
}
