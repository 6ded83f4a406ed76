import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contradictionsOf, type Tally } from './odd-claims.ts'

it('no request contradicts what is claimed of a rule set, whatever its vocabulary is made of', () => {
  const tally: Tally = new Map()
  // Always the same worlds, so that a change is judged and not chance; another seed looks further.
  // The counterexample is the seed of a vocabulary, its rules and its requests: `contradictionsOf(seed, new Map())`.
  const seeds = fc.noBias(fc.noShrink(fc.nat()))
  const holdsFor = (seed: number) => {
    expect(contradictionsOf(seed, tally)).toEqual([])
  }
  fc.assert(fc.property(seeds, holdsFor), { numRuns: 150, seed: 20_270_301 })
  for (const claim of CLAIMS) expect(tally.get(claim), claim).toBeGreaterThan(0)
})

/** That all of them are made is part of the test: nothing contradicts what is never said. */
const CLAIMS = [
  'rule-contradictory',
  'rule-shadowed',
  'rule-redundant',
  'condition-redundant',
  'named-condition-constant',
  'complete',
  'equivalent',
  'whyNot impossible',
]
