import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ObligationState } from '../src/index.ts'
import { timeCases } from './arbitraries.ts'
import { oracle, type Told } from './oracle.ts'

describe('an obligation, read and counted minute by minute', () => {
  it('comes to the same', () => {
    fc.assert(
      fc.property(timeCases(), ({ obligation, marks, at, plan, place }) => {
        const read = obligation.read(marks, at).filter(({ cycle }) => cycle > 0)
        expect(read.map(told)).toEqual(oracle(plan, place, marks, at))
      }),
      { numRuns: 120, seed: 20260302 },
    )
  })
})

function told(state: ObligationState): Told {
  const { cycle, life, startedAt, used, dueAt, latestToMeet } = state
  const { fulfilledAt, cancelledAt, breachedAt, missed, warnedAt } = state
  return {
    cycle,
    life,
    startedAt,
    used,
    dueAt,
    latestToMeet,
    fulfilledAt,
    cancelledAt,
    breachedAt,
    missed,
    warnedAt,
  }
}
