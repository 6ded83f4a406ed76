import { proveRoster } from '@holdfast/node'
import { checkRoster, planRoster } from '@holdfast/oncall'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { holdSearchToProof, holdToEveryRoster } from './laws.ts'
import { smallProblems } from './random-problems.ts'
import { threeSites } from './three-sites.ts'

it('the best roster of twelve people around the world is proved in 90 seconds', async () => {
  const begun = performance.now()
  const plan = planRoster(threeSites)
  const planned = performance.now()
  const proof = await proveRoster(threeSites, { start: plan.assignments, timeLimit: 'PT90S' })
  const proved = performance.now()
  const { status, objective, startObjective, assignments } = proof
  const seconds = (millis: number) => `${(millis / 1000).toFixed(1)} s`
  console.log(`the search: ${startObjective} in ${seconds(planned - begun)}`)
  console.log(`the solver: ${status}, ${objective} in ${seconds(proved - planned)}`)
  expect(status).toBe('optimal')
  expect(checkRoster(assignments, threeSites)).toEqual([])
  expect(Math.max(...(proof.plan?.spreads ?? []).map(({ spread }) => spread))).toBeLessThanOrEqual(
    1,
  )
  expect(Math.max(...plan.spreads.map(({ spread }) => spread))).toBeLessThanOrEqual(1)
})

it('a proof says what trying every roster says, and a search finds the best where nothing is squared', async () => {
  await fc.assert(fc.asyncProperty(smallProblems, holdToEveryRoster), { numRuns: 40 })
  await fc.assert(fc.asyncProperty(smallProblems, holdSearchToProof), { numRuns: 40 })
})
