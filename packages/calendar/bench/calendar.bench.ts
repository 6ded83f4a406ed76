/** Business time side by side with the libraries people use, in one run. Writes Markdown. */
import { formatNanos, measure, type Timing, table } from '@holdfast/test/measure'
import { bytesPerYear, coldYear, warmYear } from './compile-cost.ts'
import { DAY, HOUR, office, startAt } from './office.ts'
import { type Peer, peers } from './peers.ts'

if (new Date(0).getTimezoneOffset() !== -60) {
  throw new Error('Peers compute in the zone of the process: run this with TZ=Europe/Zurich')
}

// Weighed first, while there is little garbage.
const costs = [
  ['kept in memory', `${(bytesPerYear() / 1024).toFixed(1)} KB`],
  ['compiled, zone never seen', formatNanos(coldYear())],
  ['compiled, zone known', formatNanos(warmYear())],
]

const calendar = office()
const holdfast: Required<Peer> = {
  name: '@holdfast/calendar',
  addHours: (at, hours) => calendar.add(at, hours * HOUR),
  between: (from, to) => calendar.between(from, to),
  isOpen: (at) => calendar.isOpen(at),
}

const spans = [
  ['1 day', DAY],
  ['1 month', 30 * DAY],
  ['1 year', 365 * DAY],
  ['5 years', 1826 * DAY],
  ['20 years', 7305 * DAY],
] as const

interface Question {
  readonly title: string
  /** How a subject is asked, if it can be. */
  ask(subject: Peer): ((index: number) => unknown) | undefined
  /** Calls that take seconds are left out. */
  readonly peers: readonly Peer[]
}

const questions: readonly Question[] = [
  ...[4, 40, 400, 4000].map((hours) => ({
    title: `add ${hours} h`,
    ask: ({ addHours }: Peer) => addHours && ((index: number) => addHours(startAt(index), hours)),
    peers,
  })),
  ...spans.map(([title, span]) => ({
    title: `between, ${title}`,
    ask: ({ between }: Peer) =>
      between && ((index: number) => between(startAt(index), startAt(index) + span)),
    peers: span > 2000 * DAY ? [] : peers,
  })),
  {
    title: 'is open',
    ask: ({ isOpen }: Peer) => isOpen && ((index: number) => isOpen(startAt(index))),
    peers,
  },
]

const subjects = [holdfast, ...peers]
// Ours one after another, so that the rows compare: what peers leave behind for the collector slows whoever comes next.
const ours = questions.map(({ title, ask }) =>
  measure(title, ask(holdfast) as (index: number) => unknown),
)
const rows = questions.map(({ title, ask, peers: asked }, question) => {
  const { nanosPerCall } = ours[question] as Timing
  const times = asked.map((peer) => {
    const call = ask(peer)
    return call && measure(peer.name, call, { millis: 600, rounds: 3 }).nanosPerCall
  })
  const fastest = Math.min(...times.filter((time) => time !== undefined))
  const ratio = Number.isFinite(fastest)
    ? `${Math.round(fastest / nanosPerCall).toLocaleString('en')}x`
    : ''
  const cells = subjects.slice(1).map((_, index) => {
    const time = times[index]
    return time === undefined ? '' : formatNanos(time)
  })
  return [title, formatNanos(nanosPerCall), ...cells, ratio]
})

console.log(
  'Monday to Friday 09-17 in Europe/Zurich, 120 holidays, 64 starts over three years; median time of a call.\n',
)
console.log(table(['', ...subjects.map(({ name }) => name), 'fastest peer / ours'], rows))

console.log(`\n${table(['a calendar-year', 'median'], costs)}`)
