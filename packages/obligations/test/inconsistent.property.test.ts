import { MARK_TYPES, type Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Case, cases } from './arbitraries.ts'

/** What should be a mark, and is one in some of its parts. */
const garbage: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
  fc.record(
    {
      id: fc.oneof(fc.constantFrom('m1', 'm2', 'x'), fc.anything()),
      at: fc.oneof(fc.constantFrom(-1, Number.NaN, 1.5, 1e15, '2024-03-30'), fc.nat(), late()),
      seq: fc.oneof(fc.nat({ max: 3 }), fc.anything()),
      type: fc.oneof(fc.constantFrom(...MARK_TYPES), fc.constant('unheard-of'), fc.anything()),
      about: fc.oneof(fc.constantFrom('request:7', 'wait:w1', ':', ''), fc.anything()),
      by: fc.oneof(fc.constantFrom('customer:acme', 'nobody'), fc.anything()),
      audience: fc.anything(),
      automatic: fc.anything(),
      reason: fc.oneof(fc.constantFrom('customer'), fc.anything()),
      state: fc.anything(),
      facts: fc.oneof(fc.record({ until: fc.anything() }), fc.anything()),
    },
    { requiredKeys: ['at'] },
  ),
)

function late(): fc.Arbitrary<number> {
  return fc.integer({ min: Date.parse('2024-03-01'), max: Date.parse('2024-12-01') })
}

const messes = fc.array(garbage, { maxLength: 8 })

function mixed({ marks }: Case, mess: readonly unknown[]): readonly Mark[] {
  return [...mess, ...marks] as Mark[]
}

describe('a history that cannot be right', () => {
  it('is read all the same', () => {
    fc.assert(
      fc.property(cases(), messes, (some, mess) => {
        const { obligation, at } = some
        for (const state of obligation.read(mixed(some, mess), at)) {
          expect(Number.isFinite(state.used)).toBe(true)
        }
        obligation.wakeups(mixed(some, mess), at)
        obligation.read(mess as Mark[], at)
      }),
    )
  })

  it('is read the same in whatever order it comes', () => {
    fc.assert(
      fc.property(cases(), messes, (some, mess) => {
        const { obligation, at } = some
        const marks = mixed(some, mess)
        expect(obligation.read([...marks].reverse(), at)).toEqual(obligation.read(marks, at))
      }),
    )
  })

  it('says so when a mark has no place in time, and counts the rest', () => {
    const nowhere = fc.constantFrom(Number.NaN, -1, 4.5, Number.POSITIVE_INFINITY, 5e12)
    fc.assert(
      fc.property(cases(), nowhere, ({ obligation, marks, at }, when) => {
        const lost: Mark = { id: 'lost', at: when, type: 'resolved', about: 'request:7' }
        const read = obligation.read([...marks, lost], at)
        const expected = obligation.read(marks, at)
        expect(read.map((state) => ({ ...state, problems: [] }))).toEqual(expected)
        for (const { problems } of read) {
          expect(problems).toMatchObject([{ code: 'inconsistent-history', marks: ['lost'] }])
        }
      }),
    )
  })
})
