/**
 * Folding events, deciding commands, what is to be done next and when: beside a reducer written by hand that changes one
 * object in place, and the pure `transition` of xstate. One run in alternating rounds; writes Markdown.
 */
import { decide, evolve, nextActionOf, type RequestState, wakeups } from '@holdfast/requests'
import { formatNanos, measure, table } from '@holdfast/test/measure'
import { emptyKept, keep } from './by-hand.ts'
import { commandsFor } from './commands.ts'
import { nextByMachine } from './machine.ts'
import { context, incident } from './office.ts'
import { type Told, tell } from './streams.ts'

const perSecond = (nanos: number) => Math.round(1e9 / nanos).toLocaleString('en-US')
const times = (ours: number, other: number) => `${(ours / other).toPrecision(2)}x`

/** The median of several measurements of each in turn, so that a busy machine disturbs them alike. */
function mediansOf(calls: readonly (() => number)[], per: number): readonly number[] {
  const rounds = Array.from({ length: 5 }, () =>
    calls.map((call) => measure('call', call, { millis: 200, rounds: 3 }).nanosPerCall / per),
  )
  return calls.map(
    (_, nth) => rounds.map((round) => round[nth] as number).sort((a, b) => a - b)[2] as number,
  )
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
  const [ours = 0, byHand = 0] = mediansOf(
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

const decideRows = KINDS.flatMap((kind) =>
  [...open, { length: 0, told: open.flatMap(({ told }) => told) }].flatMap(({ length, told }) => {
    const asked = told.flatMap((one) => commandsFor(one, kind))
    if (length !== 0 && kind !== 'both') return []
    const { nanosPerCall } = measure('decide', (nth) => {
      const { state, command, at } = asked[nth % asked.length] as (typeof asked)[number]
      const decision = decide(state, command, context, at)
      return decision.ok ? decision.events.length : Number.NaN
    })
    const name = length === 0 ? '5 to 60' : String(length)
    return [[kind, name, formatNanos(nanosPerCall), perSecond(nanosPerCall)]]
  }),
)

console.log('\n## Commands decided, with a directory of 120 people\n')
console.log(table(['commands', 'events before', '`decide`', 'a second'], decideRows))

const changes = open.flatMap(({ told }) =>
  told.flatMap((one) => commandsFor(one, 'changes of state')),
)
const byMachine = nextByMachine(incident)
const [decided = 0, looked = 0, transitioned = 0] = mediansOf(
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
  const at = (nth: number) => told[nth % told.length] as Told
  const next = measure('next', (nth) => nextActionOf(at(nth).state, incident, at(nth).at)?.at ?? 0)
  const wakes = measure('wakeups', (nth) => wakeups(at(nth).state, incident, at(nth).at).length)
  return [String(length), formatNanos(next.nanosPerCall), formatNanos(wakes.nanosPerCall)]
})

console.log('\n## Questions\n')
console.log(table(['events', '`nextActionOf`', '`wakeups`'], questions))

const hex = (random: () => number, digits: number) =>
  Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')
const IDS = [
  { ids: 'of a counter (`c12`)', idOf: undefined },
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
const percent = (part: number | undefined) => `${Math.round(100 * (part ?? 0))} %`
const sizeRows = IDS.flatMap(({ ids, idOf }) =>
  MIXES.map(({ mix, messages, tasks }) => {
    const states = LENGTHS.flatMap((events) =>
      Array.from({ length: 40 }, (_, nth) => {
        const options = { events, messages, tasks, idOf, isEnded: nth % 2 === 0 }
        return tell(nth * 13 + events, options).state
      }),
    )
    const size = states.map((state) => JSON.stringify(state).length)
    const share = size
      .map((bytes, nth) => bytes / (1024 + 120 * (states[nth] as RequestState).marks.length))
      .sort((a, b) => a - b)
    const marks = sum(states.map((state) => JSON.stringify(state.marks).length))
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
