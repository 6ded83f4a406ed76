/*
 * `pnpm fuzz requests [count] [seed]`: stories of about fifteen commands by chance, sound and hostile, under every lifecycle
 * that is shipped and two that nobody would want, held to every law of requests. A failure names the seed that repeats it.
 */
import fc from 'fast-check'

/** What happened in stories, and how often. */
type Tally = Record<string, number>

interface Model {
  everyLaw(tally: Tally): fc.IProperty<unknown>
}

// It belongs to the tests of the package, which compile apart from these.
const model = new URL('../../packages/requests/test/model/every-law.ts', import.meta.url)
const { everyLaw } = (await import(model.href)) as Model

const AT_ONCE = 500

/** Tells so many stories, and counts what happened in them; throws with the shortest story that breaks a law. */
export function fuzzStories(total: number, seed: number, progress?: (told: number) => void): Tally {
  const tally: Tally = {}
  for (let told = 0; told < total; told += AT_ONCE) {
    const numRuns = Math.min(AT_ONCE, total - told)
    fc.assert(everyLaw(tally), { numRuns, seed: seed + told })
    progress?.(told + numRuns)
  }
  return tally
}

/** Runs from the command line: how many stories, and which seed. */
export function fuzzRequests(told: readonly string[]): void {
  const [total = 100_000, seed = Date.now() % 2 ** 31] = told.map(Number)
  const start = performance.now()
  const seconds = () => Math.round((performance.now() - start) / 1000)
  console.log(`seed ${seed}`)
  const tally = fuzzStories(total, seed, (stories) => {
    if (stories % 5000 === 0) console.log(`${stories} of ${total} stories, ${seconds()} s`)
  })
  for (const what of Object.keys(tally).sort()) console.log(`${tally[what]} ${what}`)
  const { stories = 0, commands = 0 } = tally
  console.log(
    `seed ${seed}: ${stories} stories of ${commands} commands, no law broken, ${seconds()} s`,
  )
}
