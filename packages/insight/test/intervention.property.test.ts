import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  type CaseLife,
  type Intervention,
  type InterventionPartial,
  interventionTally,
} from '../src/index.ts'
import { HOUR, lives } from './some-lives.ts'

const interventions: readonly Intervention[] = [
  { id: 'forms', at: 100 * HOUR, window: 'PT50H', element: 'wait' },
  { id: 'macros', at: 200 * HOUR, element: 'fix' },
]

function tallyOf(all: readonly CaseLife[]) {
  const tally = interventionTally(interventions, { by: 'priority', exactUpTo: 8 })
  for (const life of all) tally.add(life)
  return tally
}

const many = fc.array(lives, { maxLength: 12 })

it('partial counts, sent as JSON and put together, are one count in any order', () => {
  fc.assert(
    fc.property(many, many, (some, others) => {
      const whole = tallyOf([...others, ...some].reverse())
      const together = tallyOf(some)
      const sent = JSON.stringify(tallyOf(others).partial())
      together.merge(JSON.parse(sent) as InterventionPartial)
      expect(together.report()).toEqual(whole.report())
      expect(together.partial()).toEqual(whole.partial())
    }),
  )
})

it('each case opened around an intervention is on one side of it', () => {
  fc.assert(
    fc.property(many, (all) => {
      const answer = tallyOf(all).report()
      if (!answer.ok) throw new Error('refused')
      for (const { before, after, mixShift, life } of answer.interventions) {
        const around = all.filter(({ openedAt }) => openedAt >= before.from && openedAt < after.to)
        expect(before.cases + after.cases).toBe(around.length)
        expect(mixShift?.change).toBe(life?.mean)
        for (const { whole, groups, ended, open, cases } of [before, after]) {
          expect(groups.reduce((sum, group) => sum + group.ended, 0)).toBe(whole.ended)
          expect(ended + open).toBe(cases)
        }
      }
    }),
  )
})
