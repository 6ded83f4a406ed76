/**
 * A policy with ten promises over a history of twenty marks: which agreement holds, through two changes of priority, and
 * every clock. Beside it a hundred agreements to choose from. One run; writes Markdown.
 */
import { createCalendar } from '@holdfast/calendar'
import { createSlaPolicy, METRICS, type SlaPolicy, type SlaPolicyDocument } from '@holdfast/sla'
import { formatNanos, measure, table } from '@holdfast/test/measure'
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

type Agreement = SlaPolicyDocument['agreements'][number]

function agreement(level: string): Agreement {
  return {
    id: level,
    kind: 'sla',
    applies: { all: [{ fact: 'level', operator: 'equal', value: level }] },
    debtor: 'team:support',
    creditor: { fact: 'customer' },
    targets: Object.keys(METRICS).map((metric) => ({
      metric,
      byPriority: { P1: 'PT2H', P2: 'PT8H', P3: 'PT24H' },
      warnAt: [0.75],
    })),
  }
}

function policyWith(count: number): SlaPolicy {
  const others = Array.from({ length: count - 1 }, (_, nth) => agreement(`level-${nth}`))
  const agreements = [...others, agreement('gold')]
  const document = { id: 'policy', version: 1, calendar: 'office', agreements }
  return createSlaPolicy(document, { calendars: { office } })
}

const HISTORIES = Array.from({ length: 64 }, (_, seed) => history(seed))
// Once for nothing, so that the first row is not the one that pays for starting.
const [, ...rows] = [1, 1, 10, 100].map((count) => {
  const policy = policyWith(count)
  const { nanosPerCall } = measure(String(count), (index) => {
    const marks = HISTORIES[index % 64] ?? []
    return policy.read(marks, (marks.at(-1)?.at ?? 0) + 3_600_000).states.length
  })
  return [String(count), formatNanos(nanosPerCall)]
})

console.log('## Ten promises over a history of 20 marks with two changes of priority\n')
console.log(table(['agreements to choose from', 'time a request'], rows))
