/**
 * Seven clocks of every incident of a real log, waits as pauses: how long they take and what they keep in memory, and
 * the same clocks over a calendar that steps through days, as it is usually done. One run; writes Markdown.
 */
import type { Calendar } from '@holdfast/calendar'
import type { Mark } from '@holdfast/kernel'
import { createObligation, historyOf, type Obligation } from '@holdfast/obligations'
import { incidentLog, observedIncidents } from '@holdfast/test/incident-log'
import { table } from '@holdfast/test/measure'
import { dayStepping } from './day-stepping.ts'
import { logTerms } from './log-terms.ts'
import { office } from './promises.ts'

/** After the last update of the log. */
const END = Date.UTC(2017, 1, 19)

const clocksOver = (calendar: Calendar): readonly Obligation[] =>
  logTerms.map((terms) => createObligation(terms, { calendars: { office: calendar } }))

/** How many cycles there are, and the open and elapsed time that they used. */
interface Totals {
  readonly cycles: number
  readonly used: number
}

/** Reads all clocks of histories, one after the other; what was read is not kept. */
function readAll(
  obligations: readonly Obligation[],
  histories: readonly (readonly Mark[])[],
  each: (nth: number) => void = () => {},
): Totals {
  let [cycles, used] = [0, 0]
  for (const [nth, marks] of histories.entries()) {
    const history = historyOf(marks)
    for (const obligation of obligations) {
      for (const state of obligation.read(history, END)) {
        cycles++
        used += state.used
      }
    }
    each(nth + 1)
  }
  return { cycles, used }
}

function secondsOf<T>(work: () => T): { readonly seconds: number; readonly value: T } {
  const start = performance.now()
  const value = work()
  return { value, seconds: (performance.now() - start) / 1000 }
}

/** The heap in use at each tenth of the log, in MB. Needs `--expose-gc`. */
function heapOverTime(obligations: readonly Obligation[], histories: readonly (readonly Mark[])[]) {
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) throw new Error('run with --expose-gc')
  const tenth = Math.floor(histories.length / 10)
  const heap: number[] = []
  readAll(obligations, histories, (nth) => {
    if (nth % tenth !== 0) return
    collect()
    heap.push(process.memoryUsage().heapUsed / 2 ** 20)
  })
  return heap
}

if (incidentLog.isThere) {
  const before = performance.now()
  const histories = (await observedIncidents()).map(({ marks }) => marks)
  const parsing = (performance.now() - before) / 1000
  const clocks = clocksOver(office)
  const marks = histories.reduce((sum, history) => sum + history.length, 0)
  const cold = secondsOf(() => readAll(clocks, histories))
  const runs = Array.from({ length: 5 }, () => secondsOf(() => readAll(clocks, histories)).seconds)
  const warm = runs.toSorted((a, b) => a - b)[2] as number
  const heap = heapOverTime(clocks, histories)

  // Day stepping takes minutes for all of them.
  const some = histories.filter((_, nth) => nth % 100 === 0)
  const ours = readAll(clocks, some)
  const usual = secondsOf(() => readAll(clocksOver(dayStepping), some))
  if (ours.cycles !== usual.value.cycles || ours.used !== usual.value.used) {
    throw new Error('both calendars must count the same')
  }
  const usually = (usual.seconds * histories.length) / some.length

  const seconds = (value: number) => `${value.toFixed(2)} s`
  const count = histories.length.toLocaleString('en')
  console.log(
    `${logTerms.length} clocks of ${count} incidents, ${marks.toLocaleString('en')} marks`,
  )
  console.log(`${cold.value.cycles.toLocaleString('en')} cycles\n`)
  console.log(
    table(
      ['what', 'took'],
      [
        ['reading and unpacking the log', seconds(parsing)],
        ['all clocks, the first time', seconds(cold.seconds)],
        ['all clocks, median of five more', seconds(warm)],
        ['all clocks over a day-stepping calendar, from every hundredth', seconds(usually)],
      ],
    ),
  )
  console.log(`\nheap at each tenth of the log: ${heap.map((mb) => mb.toFixed(1)).join(', ')} MB`)
}
