import fc from 'fast-check'
import { it } from 'vitest'
import { holdSearchToProof, holdToEveryRoster } from './laws.ts'
import { smallProblems } from './random-problems.ts'

const FEW = { numRuns: 4 }

it('a proof says what trying every roster says', async () => {
  await fc.assert(fc.asyncProperty(smallProblems, holdToEveryRoster), FEW)
})

it('a search finds nothing that is proved not to be, and the best where nothing is squared', async () => {
  await fc.assert(fc.asyncProperty(smallProblems, holdSearchToProof), FEW)
})
