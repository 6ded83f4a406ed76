import type { Facts } from '@holdfast/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foundIn, lifecycleOf } from './lifecycle-desk.ts'
import { compare, pathsOf, stateOf } from './machine-paths.ts'
import { GUARDS, lifecycleDocuments } from './random-lifecycles.ts'

/** Every outcome of the guards of random lifecycles. */
const RANDOM_WORLDS: readonly Facts[] = Array.from({ length: 2 ** GUARDS }, (_, bits) => {
  const flags = Array.from({ length: GUARDS }, (__, nth) => [`g${nth}`, ((bits >> nth) & 1) === 1])
  return { facts: Object.fromEntries(flags) as Facts }
})

describe('the machine of any lifecycle', () => {
  it('says what the transition table says, whatever the lifecycle', () => {
    fc.assert(
      fc.property(lifecycleDocuments, (document) => {
        const { differences } = compare(lifecycleOf(document), RANDOM_WORLDS)
        expect(differences).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  it('has a path to every state where no transition takes the place of another', () => {
    fc.assert(
      fc.property(lifecycleDocuments, (document) => {
        fc.pre(foundIn(document).length === 0)
        const lifecycle = lifecycleOf(document)
        const reached = pathsOf(lifecycle, RANDOM_WORLDS).map(({ state }) => stateOf(state))
        expect(new Set(reached)).toEqual(new Set(Object.keys(document.states)))
      }),
      { numRuns: 20 },
    )
  })
})
