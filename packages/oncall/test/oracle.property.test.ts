import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSchedule } from '../src/index.ts'
import { onDutyByQuarters } from './oracle.ts'
import { QUARTER } from './oracle-time.ts'
import { caseOf } from './random-schedules.ts'

describe('a schedule says at every quarter of an hour what going through it by hand says', () => {
  it.each([
    ['layers alone', false],
    ['layers and changes', true],
  ])('%s', { timeout: 60_000 }, (_name, hasChanges) => {
    fc.assert(
      fc.property(caseOf(hasChanges), ({ document, from, to }) => {
        const schedule = createSchedule(document)
        const byHand = onDutyByQuarters(document, from, to)
        const answers = byHand.map((_, nth) =>
          schedule.onCallAt(from + nth * QUARTER).map((duty) => ({
            person: duty.person,
            seat: duty.seat,
            layer: duty.layer,
            turn: duty.turn,
            roster: duty.roster,
            isShadow: duty.isShadow,
          })),
        )
        expect(answers).toEqual(byHand)
      }),
      { numRuns: 60 },
    )
  })
})
