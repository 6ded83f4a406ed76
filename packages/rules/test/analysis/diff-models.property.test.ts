import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Decide } from '../../src/analysis/analysis.ts'
import { diffModels } from '../../src/analysis/diff-models.ts'
import type { HitPolicy } from '../../src/model.ts'
import { everyRequest, hitPolicies, type SmallRules, smallRules, smallSet } from './small-world.ts'

const AT = Date.UTC(2026, 2, 1)

function outcome(decide: Decide, facts: Record<string, unknown>): string {
  const evaluation = decide(facts, AT)
  if (!evaluation.ok) throw new Error('refused')
  return JSON.stringify(
    [...new Set(evaluation.events.map(({ params }) => JSON.stringify(params)))].sort(),
  )
}

/** One rule moved, changed or left out. */
const edited = (rules: SmallRules, others: SmallRules, at: number, how: number): SmallRules => {
  const place = at % rules.length
  const [one] = others as [SmallRules[number]]
  const rest = rules.filter((_, index) => index !== place)
  if (how === 0)
    return rules.map((rule, index) =>
      index === place ? { ...rule, conditions: one.conditions } : rule,
    )
  if (how === 1) return rest.length > 0 ? rest : rules
  if (how === 2) return [...rest, rules[place] as SmallRules[number]]
  return [one, ...rules]
}

describe('the difference between two rule sets', () => {
  it('is what trying every request shows', () => {
    const holdsFor = (
      rules: SmallRules,
      others: SmallRules,
      policy: HitPolicy,
      at: number,
      how: number,
    ) => {
      const a = smallSet(rules, policy)
      const b = smallSet(how === 4 ? others : edited(rules, others, at, how), policy)
      const diff = diffModels(a.model, b.model, a.decide, b.decide, { at: AT })
      const isSame = everyRequest.every(
        (facts) => outcome(a.decide, facts) === outcome(b.decide, facts),
      )
      expect([diff.undecided, diff.unknown]).toEqual([[], []])
      expect(diff.equivalent).toBe(isSame)
      for (const { witness } of diff.differences) {
        const facts = witness.facts as Record<string, unknown>
        expect(outcome(a.decide, facts)).not.toBe(outcome(b.decide, facts))
      }
    }
    const how = fc.integer({ min: 0, max: 4 })
    fc.assert(fc.property(smallRules, smallRules, hitPolicies, fc.nat(5), how, holdsFor), {
      numRuns: 300,
    })
  })

  it('is none where conditions are only written differently', () => {
    const turned = (node: unknown): unknown => {
      const { all, any, not } = node as { all?: unknown[]; any?: unknown[]; not?: unknown }
      if (all !== undefined)
        return { not: { any: all.map((one) => ({ not: turned(one) })).reverse() } }
      if (any !== undefined)
        return { not: { all: any.map((one) => ({ not: turned(one) })).reverse() } }
      return not === undefined ? node : { not: turned(not) }
    }
    const holdsFor = (rules: SmallRules, policy: HitPolicy) => {
      const a = smallSet(rules, policy)
      const b = smallSet(
        rules.map((rule) => ({ ...rule, conditions: turned(rule.conditions) as object })),
        policy,
      )
      expect(diffModels(a.model, b.model, a.decide, b.decide, { at: AT }).equivalent).toBe(true)
    }
    fc.assert(fc.property(smallRules, hitPolicies, holdsFor), { numRuns: 200 })
  })
})
