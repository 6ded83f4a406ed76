import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backTestSla, type SlaPolicy } from '../src/index.ts'
import { histories, turned } from './random-requests.ts'
import { gold, november, policyOf } from './report-desk.ts'

const at = november(12, '12:00')
const policies: fc.Arbitrary<SlaPolicy> = fc.constantFrom(
  policyOf([gold]),
  policyOf([{ ...gold, applies: { all: [] } }]),
  policyOf([{ ...gold, id: 'silver', calendar: 'daily' }]),
  policyOf([{ ...gold, targets: [{ metric: 'firstResponse', within: 'PT2H' }] }]),
)

it('the totals differ by what flips', () => {
  fc.assert(
    fc.property(histories, policies, policies, (all, a, b) => {
      const { before, after, flips, changes, leftOut } = backTestSla(a, b, all, { at, limit: 3 })
      const { metToBreached, breachedToMet, gained, lost, otherOutcome } = flips
      const count = (each: typeof before) => each.met + each.breached + each.open + each.cancelled
      expect(count(after) - count(before)).toBe(gained - lost)
      expect(Math.abs(after.met - before.met)).toBeLessThanOrEqual(
        metToBreached + breachedToMet + gained + lost + otherOutcome,
      )
      expect(changes.length === 3 || leftOut === 0).toBe(true)
    }),
  )
})

it('the other way round, what flips flips back and what moves moves back', () => {
  fc.assert(
    fc.property(histories, policies, policies, (all, a, b) => {
      const [there, back] = [backTestSla(a, b, all, { at }), backTestSla(b, a, all, { at })]
      expect(back.flips.breachedToMet).toBe(there.flips.metToBreached)
      expect(back.flips.gained).toBe(there.flips.lost)
      expect(back.moves?.count).toBe(there.moves?.count)
      // Zero is its own negative.
      expect((back.moves?.max ?? 0) + (there.moves?.min ?? 0)).toBe(0)
    }),
  )
})

it('a policy makes no difference to itself', () => {
  fc.assert(
    fc.property(histories, policies, (all, policy) => {
      const report = backTestSla(policy, policy, all, { at })
      expect(report).toMatchObject({ changedRequests: 0, moves: null, leftOut: 0 })
      expect(report.after).toEqual(report.before)
    }),
  )
})

it('the order of histories and of their marks changes nothing', () => {
  fc.assert(
    fc.property(histories, policies, policies, (all, a, b) => {
      const options = { at, limit: 2 }
      expect(backTestSla(a, b, turned(all), options)).toEqual(backTestSla(a, b, all, options))
    }),
  )
})
