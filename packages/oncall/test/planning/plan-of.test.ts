import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf, planRoster } from '../../src/index.ts'
import { person, problem, slot } from './desk.ts'
import { problems } from './random-problems.ts'

describe('what there is to say of a roster that others made', () => {
  it('is what planning says of its own rosters', () => {
    fc.assert(
      fc.property(problems, (given) => {
        const plan = planRoster(given, { iterations: 300 })
        // Seats of one slot may change places, and with them the order in which changes are told.
        const { reason: _, wishes, ...rest } = plan
        const again = planOf(plan.assignments, given)
        expect(again).toMatchObject(rest)
        expect(again.wishes).toHaveLength(wishes.length)
      }),
      { numRuns: 40 },
    )
  })

  const given = problem([slot('mon', 0), slot('tue', 1)], [person('ada'), person('ben')], {
    rules: { rest: 'PT20H' },
  })

  it('names the seats that it leaves empty', () => {
    const { outcome, uncovered } = planOf([{ slot: 'mon', person: 'person:ada' }], given)
    expect(outcome).toBe('none-found')
    expect(uncovered.map(({ slot }) => slot)).toEqual(['tue'])
  })

  it('is nothing where somebody has too little rest, is unknown, or comes beside those who are enough', () => {
    const planned = (...seats: [string, string][]) => {
      const rosters = seats.map(([slot, name]) => ({ slot, person: `person:${name}` }))
      return () => planOf(rosters, given)
    }
    const broken = expect.objectContaining({ code: 'roster-broken' }) as Error
    expect(planned(['mon', 'ada'], ['tue', 'ada'])).toThrow(broken)
    expect(planned(['mon', 'eve'])).toThrow(broken)
    expect(planned(['wed', 'ada'])).toThrow(broken)
    expect(planned(['mon', 'ada'], ['mon', 'ben'])).toThrow(broken)
    expect(planned(['mon', 'ada'], ['tue', 'ben'])).not.toThrow()
  })
})
