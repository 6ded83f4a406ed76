import { createCalendar } from '@holdfast/calendar'
import { CASE_ELEMENTS, type Instant, MARK_TYPES, type Mark, toInstant } from '@holdfast/kernel'
import fc from 'fast-check'
import type { StateElements } from '../src/index.ts'

const MINUTE = 60_000
/** Half an hour before clocks in Zurich go back from three to two. */
const BEGIN = toInstant('2026-10-25T00:30:00Z')

/** The last minute in which something happens. */
export const LAST = 40

export function minuteAt(minutes: number): Instant {
  return BEGIN + minutes * MINUTE
}

/** Open in some minutes before the clocks change, over the change, and in the hour that comes twice. */
export const odd = createCalendar({
  id: 'odd',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: {
    sun: [
      ['02:03', '02:07'],
      ['02:35', '02:41'],
      ['02:55', '03:10'],
    ],
  },
})

export const states: StateElements = {
  New: { element: 'wait', party: 'queue' },
  Active: { element: 'investigation' },
  Proving: { element: 'verification', party: 'nobody' },
  Awaiting: { element: 'wait', party: 'customer' },
}

const maybe = <T>(...values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 })
const parties = ['customer', 'vendor', 'queue', 'person:eve'] as const
const holders = ['team:first', 'team:second', 'person:ada', 'person:bob'] as const
const minutes = fc.nat({ max: LAST })
const untils = fc.option(
  fc.oneof(
    minutes.map(minuteAt),
    minutes.map((at) => new Date(minuteAt(at)).toISOString()),
  ),
  { nil: undefined, freq: 3 },
)

const facts = fc.record({
  element: maybe(...CASE_ELEMENTS, 'lunch'),
  party: maybe(...parties),
  driver: maybe('recurrence', 'new data', 'person:ada'),
  assignedTo: maybe(...holders),
  offeredTo: maybe(...holders),
  recorded: maybe(true, false),
  until: untils,
  priority: maybe('P1', 'P2', 'person:ada'),
  targetMet: maybe(true, false),
  reassignments: maybe(0, 1, 5),
})

/** Types that settle the most come more often. */
const type = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...MARK_TYPES) },
  {
    weight: 3,
    arbitrary: fc.constantFrom('message', 'waiting', 'resumed', 'assigned', 'resolved', 'reopened'),
  },
)

const drafts = fc.record({
  minutes,
  seq: maybe(1, 2, 3, 4, 5),
  type,
  about: fc.oneof(
    { weight: 12, arbitrary: fc.constant('request:7') },
    { weight: 1, arbitrary: fc.constantFrom('task:7/1', 'request:8') },
  ),
  state: maybe('New', 'Active', 'Proving', 'Awaiting', 'Odd', 'toString'),
  reason: maybe(...parties),
  by: maybe('person:ada', 'customer:acme', 'system:desk'),
  audience: maybe('public', 'internal'),
  automatic: maybe(true, false),
  facts: fc.option(facts, { nil: undefined, freq: 3 }),
})

/** Histories of a request in order of chance: most are submitted, some before anything else. */
export const histories: fc.Arbitrary<readonly Mark[]> = fc
  .tuple(fc.array(drafts, { minLength: 1, maxLength: 14 }), maybe(0, 0, 3, 20))
  .map(([happened, opened]) => {
    const marks = happened.map(({ minutes, ...draft }, nth) =>
      without({
        ...draft,
        id: `m${nth}`,
        at: minuteAt(minutes),
        facts: without(draft.facts ?? {}),
      }),
    )
    const submission = { id: 's', at: minuteAt(opened ?? 0), type: 'submitted', about: 'request:7' }
    return (opened === undefined ? marks : [...marks, submission]) as readonly Mark[]
  })

/** A record without the fields that are not given. */
function without(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}
