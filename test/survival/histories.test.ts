import { createCalendar } from '@holdfast/calendar'
import { MARK_TYPES, type Mark } from '@holdfast/kernel'
import { createSlaPolicy, explained, METRICS, type SlaPolicyDocument } from '@holdfast/sla'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const hours = [['09:00', '17:00']]
const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
})

/** Every usual metric, for requests whose facts are asked for in several ways. */
const document: SlaPolicyDocument = {
  id: 'survival',
  version: 1,
  calendar: 'office',
  agreements: [
    {
      id: 'asked',
      kind: 'sla',
      applies: {
        any: [
          { fact: 'level', operator: 'textContains', value: 'gold' },
          { fact: 'users', operator: 'greaterThan', value: 3 },
          { fact: 'tags', operator: 'contains', value: 'x' },
        ],
      },
      debtor: { fact: 'assignedTo' },
      creditor: { fact: 'customer' },
      targets: Object.keys(METRICS).map((metric) => ({ metric, byPriority: { P1: 'PT1H' } })),
    },
    {
      id: 'others',
      kind: 'sla',
      debtor: 'team:support',
      creditor: 'customer:acme',
      targets: Object.keys(METRICS).map((metric) => ({ metric, within: 'PT1H', warnAt: [0.5] })),
    },
  ],
}
const policy = createSlaPolicy(document, { calendars: { office } })

const BEGIN = Date.UTC(2026, 10, 20, 8)
const END = BEGIN + 100_000_000

const anything = fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withMap: true })
/** Mostly what it should be, and sometimes anything at all. */
const mostly = (right: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anything })

const names = fc.constantFrom(
  'level',
  'users',
  'tags',
  'priority',
  'assignedTo',
  'until',
  '__proto__',
)
const markArbitrary = fc.record(
  {
    id: mostly(fc.constantFrom('a', 'b', 'c')),
    at: mostly(fc.constantFrom(BEGIN, BEGIN + 3_600_000, BEGIN + 50_000_000)),
    seq: mostly(fc.nat()),
    type: mostly(fc.constantFrom(...MARK_TYPES)),
    about: mostly(fc.constantFrom('request:1', 'wait:2', 'offer:3')),
    by: mostly(fc.constantFrom('person:ada', 'customer:acme')),
    audience: mostly(fc.constantFrom('public', 'internal')),
    automatic: mostly(fc.boolean()),
    reason: mostly(fc.constantFrom('customer', 'vendor')),
    facts: mostly(fc.dictionary(names, fc.oneof(anything, fc.constantFrom('P1', 'team:a')))),
  },
  { requiredKeys: ['id', 'at', 'type', 'about'] },
)
const histories = fc.array(mostly(markArbitrary), { maxLength: 8 }) as fc.Arbitrary<Mark[]>

it('no history makes a question throw, and none is answered otherwise in another order', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const reading = policy.read(history, END)
      expect(policy.read(history.toReversed(), END)).toEqual(reading)
      expect(explained(policy).read(history, END).value).toEqual(reading)
      policy.wakeups(history, END)
    }),
    { numRuns: 500 },
  )
})

it('a history of sixteen thousand waits is read in seconds', () => {
  const about = 'request:1'
  const submitted: Mark = { id: 'submitted', at: BEGIN, seq: 0, type: 'submitted', about }
  const waits = Array.from({ length: 16_000 }, (_, nth): Mark => {
    const type = nth % 2 === 0 ? 'waiting' : 'resumed'
    return { id: `${nth}`, at: BEGIN + nth, seq: nth + 1, type, about, reason: 'customer' }
  })
  const start = performance.now()
  const { states } = policy.read([submitted, ...waits], END)
  // Looking at all earlier waits at each one takes a minute.
  expect(performance.now() - start).toBeLessThan(10_000)
  const paused = states.find(({ metric }) => metric === 'requesterWait')
  expect(paused?.pauses).toHaveLength(8000)
})
