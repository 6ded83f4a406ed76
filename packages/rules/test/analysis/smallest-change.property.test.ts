import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smallestChange } from '../../src/analysis/smallest-change.ts'
import { type Facts, readRef } from '../../src/facts.ts'
import type { HitPolicy, Rule } from '../../src/model.ts'
import { type FactRef, leavesOf, refsOf } from '../../src/node.ts'
import { everyRequest, hitPolicies, type SmallRules, smallRules, smallSet } from './small-world.ts'

const AT = Date.UTC(2026, 2, 1)

describe('the smallest change that makes a rule decide', () => {
  it('is the smallest that trying every request shows', () => {
    const holdsFor = (written: SmallRules, policy: HitPolicy, from: number, which: number) => {
      const { model, decide } = smallSet(written, policy)
      const rule = model.rules[which % model.rules.length] as Rule
      const facts = everyRequest[from % everyRequest.length] as Facts
      const isDecided = (changed: Facts) => {
        const evaluation = decide(changed as Record<string, unknown>, AT)
        if (!evaluation.ok || !evaluation.matched.includes(rule.id)) return false
        if (evaluation.conflicts.length > 0) return false
        return evaluation.events.some(
          ({ rule: id, params }) =>
            id === rule.id ||
            (policy === 'any' && JSON.stringify(params) === JSON.stringify(rule.params)),
        )
      }
      const refs = new Map<string, FactRef>()
      for (const { node } of model.rules) {
        for (const leaf of leavesOf(node)) for (const ref of refsOf(leaf)) refs.set(ref.label, ref)
      }
      const distance = (changed: Facts) =>
        [...refs.values()].filter(
          (ref) => JSON.stringify(readRef(facts, ref)) !== JSON.stringify(readRef(changed, ref)),
        ).length
      const distances = everyRequest.filter(isDecided).map(distance)
      const found = smallestChange(model, decide, rule, facts, AT)
      if (distances.length === 0) {
        expect(found).toEqual({ kind: 'impossible' })
        return
      }
      if (found.kind !== 'change') throw new Error(found.kind)
      expect(isDecided(found.facts)).toBe(true)
      expect(found.changes.length).toBe(Math.min(...distances))
      expect(distance(found.facts)).toBe(found.changes.length)
      expect(found.isProved).toBe(true)
    }
    const place = fc.nat(everyRequest.length - 1)
    fc.assert(fc.property(smallRules, hitPolicies, place, fc.nat(5), holdsFor), { numRuns: 300 })
  })
})
