import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradicting, outranking, paramsKeyOf } from '../../src/analysis/outranking.ts'
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
        const evaluation = decide(changed, AT)
        if (!evaluation.ok || !evaluation.matched.includes(rule.id)) return false
        if (evaluation.conflicts.length > 0) return false
        // A rule of the same rank that asks for the same may be the one that is named.
        const named = evaluation.events.flatMap(({ rule: id }) =>
          model.rules.filter((one) => one.id === id),
        )
        return named.some(
          (one) =>
            one === rule ||
            ((policy === 'any' || (policy === 'priority' && one.priority === rule.priority)) &&
              paramsKeyOf(one) === paramsKeyOf(rule)),
        )
      }
      const refs = new Map<string, FactRef>()
      const asked = [
        rule,
        ...outranking(rule, model.rules, policy),
        ...contradicting(rule, model.rules, policy),
      ]
      for (const { node } of asked) {
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
