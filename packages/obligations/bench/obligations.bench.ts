/**
 * Five promises over a history of twenty marks: read from terms, and by a program written by hand that gives the same
 * answers, with this calendar and with a day-stepping one as it is usually done. One run; writes Markdown.
 */
import type { Calendar } from '@holdfast/calendar'
import { historyOf } from '@holdfast/obligations'
import { formatNanos, measure, table } from '@holdfast/test/measure'
import { byHand, type Kept } from './by-hand.ts'
import { dayStepping } from './day-stepping.ts'
import { history, obligations, office } from './promises.ts'

const HISTORIES = Array.from({ length: 64 }, (_, seed) => history(seed))
const NOWS = HISTORIES.map((marks, seed) => (marks[19]?.at ?? 0) + seed * 600_000)

function fromTerms(seed: number): readonly Kept[] {
  const marks = historyOf(HISTORIES[seed] ?? [])
  return obligations.flatMap((obligation) =>
    obligation
      .read(marks, NOWS[seed] as number)
      .filter(({ life }) => life !== 'cancelled')
      .map(({ used, dueAt, breachedAt, fulfilledAt, missed }) => ({
        promise: obligation.id,
        used,
        dueAt,
        breachedAt,
        fulfilledAt,
        missed,
      })),
  )
}

for (const [seed, marks] of HISTORIES.entries()) {
  const order = (kept: readonly Kept[]) =>
    kept.map((one) => JSON.stringify(one)).sort((a, b) => (a < b ? -1 : 1))
  const [ours, theirs] = [
    order(fromTerms(seed)),
    order(byHand(office, marks, NOWS[seed] as number)),
  ]
  if (ours.join() !== theirs.join()) {
    throw new Error(`seed ${seed}:\n${ours.join('\n')}\nby hand:\n${theirs.join('\n')}`)
  }
}

function read(index: number): number {
  const marks = historyOf(HISTORIES[index % 64] ?? [])
  const at = NOWS[index % 64] as number
  let count = 0
  for (const obligation of obligations) count += obligation.read(marks, at).length
  return count
}

function byHandWith(calendar: Calendar) {
  return (index: number) => {
    const seed = index % 64
    return byHand(calendar, HISTORIES[seed] ?? [], NOWS[seed] as number).length
  }
}

/** Nanoseconds of each way, in turn, so that what disturbs one disturbs the other. */
const rounds = Array.from({ length: 9 }, () => {
  const options = { millis: 150, rounds: 3 }
  const ours = measure('read', read, options).nanosPerCall
  return { ours, hand: measure('by hand', byHandWith(office), options).nanosPerCall }
})
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[4] as number
const ours = middle(rounds.map((round) => round.ours))
const hand = middle(rounds.map((round) => round.hand))
const ratio = middle(rounds.map((round) => round.ours / round.hand))
const usual = measure('usual', byHandWith(dayStepping)).nanosPerCall

console.log('## Five obligations over a history of 20 marks\n')
console.log(
  table(
    ['way', 'time', 'times by hand'],
    [
      ['terms, read by this package', formatNanos(ours), ratio.toFixed(1)],
      ['a loop written for these five, this calendar', formatNanos(hand), '1'],
      [
        'the same loop, stepping through days with luxon',
        formatNanos(usual),
        (usual / hand).toFixed(0),
      ],
    ],
  ),
)
