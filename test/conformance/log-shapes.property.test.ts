/** The same cases written in several shapes: whichever it is, their lives are the same. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lines, type Mapping, readLives } from './read-lives.ts'

/** How a case stands from a minute on. */
interface Standing {
  readonly minute: number
  readonly state: string
  readonly team: string
}

const STATES = ['queued', 'working', 'asked', 'solved', 'closed'] as const

const standing = fc.record({
  minute: fc.integer({ min: 0, max: 9999 }),
  state: fc.constantFrom(...STATES),
  team: fc.constantFrom('desk', 'network', 'mail'),
})

/** By minute, one at each; every case begins in the queue of the desk. */
const history = fc
  .uniqueArray(standing, { maxLength: 8, selector: ({ minute }) => minute })
  .map((all): readonly Standing[] => [
    { minute: 0, state: 'queued', team: 'desk' },
    ...all.filter(({ minute }) => minute > 0).toSorted((a, b) => a.minute - b.minute),
  ])

const cases = fc.array(history, { minLength: 1, maxLength: 4 })

const common = {
  case: 'id',
  states: {
    queued: { element: 'wait', party: 'queue' },
    working: { element: 'investigation' },
    asked: { element: 'wait', party: 'customer' },
    solved: 'resolved',
    closed: 'closed',
  },
} satisfies Partial<Mapping>

const START = Date.UTC(2027, 2, 1)
const iso = (minute: number) => new Date(START + minute * 60_000).toISOString()
const millis = (minute: number) => String(START + minute * 60_000)

/** What changed from one standing to the next; at first, that it was opened. */
function changesOf(all: readonly Standing[]) {
  return all.slice(1).flatMap((now, nth) => {
    const before = all[nth] as Standing
    return (['team', 'state'] as const)
      .filter((field) => now[field] !== before[field])
      .map((field) => ({ at: now.minute, field, from: before[field], to: now[field] }))
  })
}

type Shape = (all: readonly (readonly Standing[])[]) => readonly [readonly [string], Mapping]

/** A row for each update, with all fields as they were then. */
const snapshots: Shape = (all) => [
  lines(
    'id,at,state,team',
    ...all.flatMap((each, id) =>
      each.map(({ minute, state, team }) => [id, iso(minute), state, team].join(',')),
    ),
  ),
  {
    ...common,
    input: { kind: 'csv' },
    time: { format: 'iso' },
    rows: [{ time: 'at', state: 'state', group: 'team' }],
  },
]

/** The same, newest first and with the cases mixed. */
const newestFirst: Shape = (all) => {
  const [[text], mapping] = snapshots(all)
  const [header = '', ...rows] = text.split('\n')
  return [lines(header, ...rows.toReversed()), { ...mapping, order: 'any' }]
}

const change = { time: 'at', before: { state: 'from' }, state: 'to' }
const move = { time: 'at', before: { group: 'from' }, group: 'to' }

/** A row for each field that changed, after one for the opening. */
const changes: Shape = (all) => [
  lines(
    'id|at|field|from|to|opened',
    ...all.flatMap((each, id) => [
      `${id}|${millis(0)}|opened||queued|${millis(0)}`,
      ...changesOf(each).map(({ at, field, from, to }) =>
        [id, millis(at), field, from, to, millis(0)].join('|'),
      ),
    ]),
  ),
  {
    ...common,
    input: { kind: 'csv', delimiter: '|' },
    time: { format: 'epochMillis' },
    stamps: { opened: 'opened' },
    initial: { group: { text: 'desk' } },
    rows: [
      { when: { column: 'field', is: 'team' }, ...move },
      { when: { column: 'field', not: 'team' }, ...change },
    ],
  },
]

/** A record for each case, with the changes in lists inside. */
const histories: Shape = (all) => [
  [
    JSON.stringify(
      all.map((each, id) => ({
        id,
        opened: iso(0),
        histories: changesOf(each).map(({ at, ...item }) => ({ created: iso(at), items: [item] })),
      })),
      null,
      1,
    ),
  ],
  {
    ...common,
    input: { kind: 'jsonl' },
    time: { format: 'iso' },
    stamps: { opened: 'opened' },
    initial: { state: { text: 'queued' }, group: { text: 'desk' } },
    rows: [
      { when: { column: 'field', is: 'team' }, ...move, ...inside },
      { when: { column: 'field', is: 'state' }, ...change, ...inside },
    ],
  },
]

const inside = { each: ['histories', 'items'], time: '../created' }

it.each([
  ['newest first', newestFirst],
  ['a row for each change', changes],
  ['changes inside of records', histories],
] as const)('a life is the same from snapshots and from %s', async (_, shape) => {
  await fc.assert(
    fc.asyncProperty(cases, async (all) => {
      const told = await readLives(...shape(all))
      const expected = await readLives(...snapshots(all))
      expect(withoutMarks(told)).toEqual(withoutMarks(expected))
    }),
  )
})

/** The ids of marks and when the last one came are not of the case. */
function withoutMarks(lives: Awaited<ReturnType<typeof readLives>>) {
  return Object.fromEntries(
    Object.entries(lives).map(([id, { stretches, ...life }]) => [
      id,
      { ...life, stretches: stretches.map(({ mark: _, ...stretch }) => stretch) },
    ]),
  )
}
