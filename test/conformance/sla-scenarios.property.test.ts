import { createCalendar } from '@holdfast/calendar'
import { formatInstant, toInstant } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectations } from './sla-oracle.ts'
import { answers, calendars, type Scenario } from './sla-scenarios.ts'

const CREATED = toInstant('2016-10-31T13:00:00Z')
const after = (minutes: number) => formatInstant(CREATED + minutes * 60_000)

const instants = fc.oneof(
  fc.nat({ max: 4 * 1440 }).map(after),
  // Few enough that several things happen in one of them.
  fc.nat({ max: 8 }).map((nth) => after(nth * 45)),
)
const target = fc.option(fc.nat({ max: 900 }), { nil: null })
const states = fc.constantFrom('running', 'paused', 'stopped')

const scenarioArbitrary = fc
  .record(
    {
      calendar: fc.constantFrom(...Object.keys(calendars)),
      targets: fc.record(
        { firstResponse: target, update: target, solution: target },
        { requiredKeys: [] },
      ),
      initialState: states,
      stateHistory: fc.array(fc.record({ at: instants, to: states }), { maxLength: 6 }),
      contacts: fc.array(
        fc.record({
          at: fc.oneof(instants, fc.constant(after(-30))),
          by: fc.constantFrom('customer', 'agent'),
        }),
        { maxLength: 6 },
      ),
      firstResponseAt: instants,
      firstResponseCountsAsContact: fc.boolean(),
      closedAt: instants,
      query: fc
        .tuple(instants, instants)
        .map((both) => both.toSorted())
        .map(([from = '', to = '']) => ({ op: 'minutes', from, to })),
    },
    { requiredKeys: ['calendar', 'targets', 'stateHistory', 'contacts'] },
  )
  .map(({ stateHistory, contacts, ...rest }) => {
    const inOrder = <T extends { at: string }>(list: readonly T[]) =>
      list.toSorted((a, b) => toInstant(a.at) - toInstant(b.at))
    return {
      ...rest,
      createdAt: after(0),
      stateHistory: inOrder(stateHistory),
      contacts: inOrder(contacts),
    }
  })

it('clocks answer scenarios by chance as counting them minute by minute does', () => {
  fc.assert(
    fc.property(scenarioArbitrary, (chance) => {
      const told: Scenario = { ...chance, id: 'chance', source: { spec: 'chance' }, expect: {} }
      const calendar = createCalendar({ id: 'c', version: 1, ...calendars[told.calendar] } as never)
      const expected = expectations(told, calendar.isOpen)
      expect(answers({ ...told, expect: expected })).toEqual(expected)
    }),
    { numRuns: 150 },
  )
})
