import { lpText, rosterModel } from '@holdfast/oncall'
import fc from 'fast-check'
import loadHighs from 'highs'
import { expect, it } from 'vitest'
import { proveRoster } from '../src/index.ts'
import { person, problem, slot } from './desk.ts'

const problems = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 }),
    shares: fc.array(fc.constantFrom(30, 100), { minLength: 1, maxLength: 3 }),
    rest: fc.constantFrom('PT0S', 'PT20H'),
  })
  .map(({ days, shares, rest }) =>
    problem(
      days.map((day) => slot(`d${day}`, day)),
      shares.map((share, nth) => person(`p${nth}`, { share })),
      { rules: { rest, weeklyBlock: 'PT48H' } },
    ),
  )

it('a model written as text has the optimum that is proved', async () => {
  // Its types tell of its CommonJS form only.
  const load = loadHighs as unknown as typeof loadHighs.default
  const highs = await load()
  await fc.assert(
    fc.asyncProperty(problems, async (given) => {
      const read = highs.solve(lpText(rosterModel(given)), { output_flag: false })
      const { status, objective } = await proveRoster(given)
      expect(read.Status).toBe(status === 'optimal' ? 'Optimal' : 'Infeasible')
      if (objective !== null) expect(read.ObjectiveValue / objective || 1).toBeCloseTo(1, 3)
    }),
    { numRuns: 5 },
  )
})
