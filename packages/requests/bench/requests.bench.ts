/**
 * Folding events, deciding commands, what is to be done next and when: beside a reducer written by hand that changes
 * one object in place, and the pure `transition` of xstate. One run in alternating rounds; writes Markdown.
 */
import { decide, evolve, nextActionOf, type RequestState, wakeups } from '@holdfast/requests'
import { formatNanos, measure, table } from '@holdfast/test/measure'
import { emptyKept, keep } from './by-hand.ts'
import { type Asked, commandsFor } from './commands.ts'
import { nextByMachine } from './machine.ts'
import { context, incident } from './office.ts'
import { type Told, tell } from './streams.ts'

const perSecond = (nanos: number) => Math.round(1e9 / nanos).toLocaleString('en-US')
const times = (ours: number, other: number) => `${(ours / other).toPrecision(2)}x`

/** Of several rounds of each in turn, the one that other processes disturbed least. */
function leastOf(calls: readonly (() => number)[], per: number): readonly number[] {
  const rounds = Array.from({ length: 9 }, () =>
    calls.map((call) => measure('call', call, { millis: 200, rounds: 3 }).nanosPerCall / per),
  )
  return calls.map((_, nth) => Math.min(...rounds.map((round) => round[nth] as number)))
}

function fold({ events }: Told): RequestState | null {
  let state: RequestState | null = null
  for (const event of events) state = evolve(state, event)
  return state
}

function foldByHand({ events }: Told) {
  const kept = emptyKept()
  for (const event of events) keep(kept, event)
  return kept
}

const LENGTHS = [10, 20, 30, 40, 50, 60]
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

const streamsOf = (events: number, seeds: number, isEnded: boolean) =>
  Array.from({ length: seeds }, (_, seed) => tell(seed * 7 + events, { events, isEnded }))

const mixed = LENGTHS.flatMap((length) => streamsOf(length, 40, true))
const folds = [{ name: 'mixed, 10 to 60', streams: mixed }].concat(
  [10, 60].map((length) => ({ name: String(length), streams: streamsOf(length, 40, true) })),
)

// Once for nothing, so that the first row is not the one that pays for starting.
const [, ...foldRows] = [folds[0] as (typeof folds)[number], ...folds].map(({ name, streams }) => {
  const events = sum(streams.map((told) => told.events.length))
  const [ours = 0, byHand = 0] = leastOf(
    [
      () => sum(streams.map((told) => fold(told)?.seq ?? 0)),
      () => sum(streams.map((told) => foldByHand(told).seq)),
    ],
    events,
  )
  return [
    name,
    String(events),
    formatNanos(ours),
    perSecond(ours),
    formatNanos(byHand),
    times(ours, byHand),
  ]
})

console.log('## Events folded into requests\n')
console.log(
  table(
    ['events a request', 'events', '`evolve`', 'a second', 'by hand, in place', 'times by hand'],
    foldRows,
  ),
)

const open = [5, 15, 30, 60].map((length) => ({
  length,
  told: Array.from({ length: 40 }, (_, seed) => tell(seed * 11 + length, { events: length })),
}))
const KINDS = ['messages', 'changes of state', 'both'] as const

const decideAll = (asked: readonly Asked[]) => () =>
  sum(asked.map(({ state, command, at }) => (decide(state, command, context, at).ok ? 1 : 0)))
const all = { length: 0, told: open.flatMap(({ told }) => told) }
const asks = [
  ...KINDS.map((kind) => ({ kind, ...all })),
  ...open.map((each) => ({ kind: 'both' as const, ...each })),
].map(({ kind, length, told }) => {
  const name = length === 0 ? '5 to 60' : String(length)
  return { kind, name, asked: told.flatMap((one) => commandsFor(one, kind)) }
})
const decideRows = asks.map(({ kind, name, asked }) => {
  const [nanos = 0] = leastOf([decideAll(asked)], asked.length)
  return [kind, name, formatNanos(nanos), perSecond(nanos)]
})

console.log('\n## Commands decided, with a directory of 120 people\n')
console.log(table(['commands', 'events before', '`decide`', 'a second'], decideRows))

const changes = open.flatMap(({ told }) =>
  told.flatMap((one) => commandsFor(one, 'changes of state')),
)
const byMachine = nextByMachine(incident)
const [decided = 0, looked = 0, transitioned = 0] = leastOf(
  [
    () =>
      sum(
        changes.map(({ state, command, at }) => (decide(state, command, context, at).ok ? 1 : 0)),
      ),
    () =>
      sum(
        changes.map(({ state, event }) => incident.table.get(state.state)?.get(event)?.length ?? 0),
      ),
    () => sum(changes.map(({ state, event }) => byMachine(state, event).length)),
  ],
  changes.length,
)

console.log('\n## A change of state\n')
console.log(
  table(
    ['way', 'time', 'times `decide`'],
    [
      [
        '`decide`: command read, settled, allowed, guarded, event, next action',
        formatNanos(decided),
        '1',
      ],
      ['the transition table alone', formatNanos(looked), times(looked, decided)],
      [
        '`transition` of xstate, pure, alone',
        formatNanos(transitioned),
        times(transitioned, decided),
      ],
    ],
  ),
)

const questions = open.map(({ length, told }) => {
  const [next = 0, wakes = 0] = leastOf(
    [
      () => sum(told.map(({ state, at }) => nextActionOf(state, incident, at)?.at ?? 0)),
      () => sum(told.map(({ state, at }) => wakeups(state, incident, at).length)),
    ],
    told.length,
  )
  return [String(length), formatNanos(next), formatNanos(wakes)]
})

console.log('\n## Questions\n')
console.log(table(['events', '`nextActionOf`', '`wakeups`'], questions))

const hex = (random: () => number, digits: number) =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
const IDS = [
  { ids: 'of a counter (`c12`), short names (`7`, `person:ada`)', idOf: undefined, isShort: true },
  { ids: 'of a counter', idOf: undefined },
  { ids: 'of 12 letters', idOf: (_: number, random: () => number) => hex(random, 12) },
  {
    ids: 'UUIDs',
    idOf: (_: number, random: () => number) =>
      [8, 4, 4, 4, 12].map((digits) => hex(random, digits)).join('-'),
  },
]
const MIXES = [
  { mix: 'messages, four in five', messages: 0.8, tasks: 0 },
  { mix: 'messages, half', messages: 0.5, tasks: 0 },
  { mix: 'messages, half, and tasks', messages: 0.5, tasks: 0.05 },
]
/** As if people and requests had shorter names. */
const shortened = (json: string) =>
  json.replaceAll(/R-\d+/g, '7').replaceAll(/person:[a-z]+-\d/g, 'person:ada')
const percent = (part: number | undefined) => `${Math.round(100 * (part ?? 0))} %`
const sizeRows = IDS.flatMap(({ ids, idOf, isShort = false }) =>
  MIXES.map(({ mix, messages, tasks }) => {
    const states = LENGTHS.flatMap((events) =>
      Array.from({ length: 40 }, (_, nth) => {
        const options = { events, messages, tasks, idOf, isEnded: nth % 2 === 0 }
        return tell(nth * 13 + events, options).state
      }),
    )
    const bytesOf = (part: unknown) => {
      const json = JSON.stringify(part)
      return (isShort ? shortened(json) : json).length
    }
    const size = states.map(bytesOf)
    const share = size
      .map((bytes, nth) => bytes / (1024 + 120 * (states[nth] as RequestState).marks.length))
      .sort((a, b) => a - b)
    const marks = sum(states.map((state) => bytesOf(state.marks)))
    const count = sum(states.map((state) => state.marks.length))
    return [
      ids,
      mix,
      `${Math.round((sum(size) - marks) / states.length)} bytes`,
      `${Math.round(marks / count)} bytes`,
      percent(share[share.length >> 1]),
      percent(share.at(-1)),
    ]
  }),
)

console.log('\n## A request as JSON, beside 1 KB and 120 bytes a mark\n')
console.log(
  table(
    ['ids of commands', 'what is told', 'without marks', 'a mark', 'of the bar, median', 'at most'],
    sizeRows,
  ),
)
