import type { PartyRef } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLedger, type ObligationState } from '../src/index.ts'
import { owed } from './owed.ts'

const instant = fc.integer({ min: 0, max: 40 }).map((day) => day * 86_400_000)
const party = fc.constantFrom<PartyRef | null>('team:a', 'role:b', 'person:c', 'customer:d', null)

const states: fc.Arbitrary<readonly ObligationState[]> = fc.array(
  fc
    .record({
      life: fc.constantFrom<ObligationState['life']>(
        ...(['inactive', 'running', 'paused', 'fulfilled', 'cancelled'] as const),
      ),
      debtor: party,
      creditor: party,
      kind: fc.constantFrom('x', 'y'),
      about: fc.constantFrom('request:1', 'request:2'),
      cycle: fc.nat({ max: 3 }),
      latestToMeet: fc.option(instant),
      breachedAt: fc.option(instant),
      missed: fc.nat({ max: 2 }),
    })
    .map(owed),
)

const period = { each: 'week', timeZone: 'Europe/Zurich' } as const
const by = fc.subarray(['debtor', 'creditor', 'kind', 'period'] as const)

it('every promise that began is counted once, however they are grouped', () => {
  fc.assert(
    fc.property(states, by, (all, by) => {
      const answer = createLedger(all).fulfillment({ by, period })
      const groups = answer.ok ? answer.groups : []
      const counted = groups.reduce((sum, g) => sum + g.met + g.breached + g.open + g.cancelled, 0)
      expect(counted).toBe(all.filter(({ life }) => life !== 'inactive').length)
      for (const { rate, met, breached } of groups) {
        expect(rate).toBe(met + breached === 0 ? null : met / (met + breached))
      }
    }),
  )
})

it('the order of the states changes no answer', () => {
  fc.assert(
    fc.property(states, by, (all, by) => {
      const [one, other] = [createLedger(all), createLedger([...all].reverse())]
      expect(other.fulfillment({ by, period })).toEqual(one.fulfillment({ by, period }))
      const due = (ledger: typeof one) => ledger.open().map(({ latestToMeet }) => latestToMeet)
      expect(due(other)).toEqual(due(one))
    }),
  )
})

it('no answer names a person', () => {
  fc.assert(
    fc.property(states, by, (all, by) => {
      expect(JSON.stringify(createLedger(all).fulfillment({ by, period }))).not.toContain('person:')
    }),
  )
})

it('what is due by an instant is the beginning of what is owed', () => {
  fc.assert(
    fc.property(states, instant, (all, dueBy) => {
      const ledger = createLedger(all)
      const due = ledger.open({ dueBy })
      expect(ledger.open().slice(0, due.length)).toEqual(due)
    }),
  )
})
