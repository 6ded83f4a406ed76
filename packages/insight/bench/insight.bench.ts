/**
 * The life of a case taken apart, beside a loop that sums the time between marks and knows nothing else; and lives counted
 * for a report. Lives of 6, 20 and 200 marks, with and without a calendar. One run; writes Markdown.
 */
import { createCalendar } from '@holdfast/calendar'
import { caseLifeTally, decomposeCaseLife } from '@holdfast/insight'
import type { Mark } from '@holdfast/kernel'
import { formatNanos, measure, table } from '@holdfast/test/measure'
import { timeByHand } from './by-hand.ts'
import { history } from './history.ts'

const OFFICE: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '18:00'],
]
const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: [], sun: [] },
})

const SEEDS = 64

interface Row {
  readonly marks: number
  readonly isBusiness: boolean
  readonly hand: number
  readonly life: number
}

/** Both ways in turn, and of each the round in which the machine was least busy with other things. */
function compare(length: number, isBusiness: boolean): Row {
  const histories = Array.from({ length: SEEDS }, (_, seed) => history(length, seed))
  const of = (index: number): readonly Mark[] => histories[index % SEEDS] ?? []
  const calendar = isBusiness ? office : undefined
  for (const marks of histories) assertSame(marks)
  const rounds = Array.from({ length: 5 }, () => ({
    hand: measure('by hand', (index) => timeByHand(of(index), calendar).size, { millis: 120 }),
    life: measure(
      'decomposeCaseLife',
      (index) => decomposeCaseLife(of(index), { calendar }).elements.length,
      { millis: 120 },
    ),
  }))
  const least = (way: 'hand' | 'life') =>
    Math.min(...rounds.map((round) => round[way].nanosPerCall))
  return { marks: length, isBusiness, hand: least('hand'), life: least('life') }
}

function assertSame(marks: readonly Mark[]): void {
  const hand = timeByHand(marks, office)
  const { elements } = decomposeCaseLife(marks, { calendar: office })
  const differs = elements.some(({ element, party, elapsed, business }) => {
    const time = hand.get(party === null ? element : `${element} ${party}`)
    return time?.elapsed !== elapsed || time.business !== business
  })
  if (differs || elements.length !== hand.size) throw new Error('both ways must count the same')
}

const LENGTHS = [6, 20, 200]
// For nothing, so that the first row is not the one that pays for starting.
for (const length of LENGTHS) compare(length, true)
compare(20, false)
const rows = [false, true].flatMap((isBusiness) =>
  LENGTHS.map((length) => compare(length, isBusiness)),
)

console.log('## The life of a case, taken apart\n')
console.log(
  table(
    ['marks', 'time', 'decomposeCaseLife', 'a mark', 'sums by hand', 'times by hand'],
    rows.map(({ marks, isBusiness, hand, life }) => [
      String(marks),
      isBusiness ? 'elapsed and business' : 'elapsed',
      formatNanos(life),
      formatNanos(life / marks),
      formatNanos(hand),
      (life / hand).toFixed(1),
    ]),
  ),
)

const lives = Array.from({ length: 4096 }, (_, seed) =>
  decomposeCaseLife(history(20, seed), { calendar: office }),
)
const countings = ([[], ['holder', 'handOvers']] as const).map((by) => {
  const tally = caseLifeTally({ by })
  const add = (index: number) => {
    const life = lives[index % lives.length]
    if (life !== undefined) tally.add(life)
    return index
  }
  const rounds = Array.from({ length: 5 }, () => measure('add', add, { millis: 120 }).nanosPerCall)
  const name = by.length === 0 ? 'all together' : `by ${by.join(' and ')}`
  return [name, formatNanos(Math.min(...rounds))]
})

console.log('\n## A life of 20 marks, counted\n')
console.log(table(['groups', 'a life'], countings))
