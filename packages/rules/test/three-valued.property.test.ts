import { deepFreeze } from '@holdfast/kernel'
import { compileCondition, type Facts } from '@holdfast/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  anyValueOf,
  conditionOf,
  type Dice,
  diceOf,
  FACT_NAMES,
  factsOf,
  MOMENTS,
  pick,
} from './random-rules.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })

function caseOf(seed: number) {
  const dice = diceOf(seed)
  const written = conditionOf({ dice, ownOperators: true, mayThrow: false }, [], 3)
  const facts = deepFreeze(factsOf(dice))
  const condition = compileCondition(deepFreeze(written))
  // What a wildcard finds grows with every part that is added, so there none is.
  const addsParts = !JSON.stringify(written).includes('*')
  return { dice, condition, facts, at: pick(dice, MOMENTS), addsParts }
}

/** The facts with values for those that are missing, also for parts that the simple paths lead to. */
function completed(dice: Dice, facts: Facts, addsParts: boolean): Facts {
  const absent = [...FACT_NAMES, 'nowhere'].filter((name) => !Object.hasOwn(facts, name))
  const filled = { ...facts, ...Object.fromEntries(absent.map((name) => [name, anyValueOf(dice)])) }
  if (!addsParts) return filled
  return Object.fromEntries(
    Object.entries(filled).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { n: anyValueOf(dice), d: { e: anyValueOf(dice) }, ...value }
        : value,
    ]),
  )
}

it('what is known of a condition holds whatever the missing facts turn out to be', () => {
  let known = 0
  fc.assert(
    fc.property(seeds, (seed) => {
      const { dice, condition, facts, at, addsParts } = caseOf(seed)
      const { value, missing } = condition.evaluate(facts, { at })
      expect(missing.length > 0).toBe(value === 'unknown')
      if (value === 'unknown') return
      known++
      for (let times = 8; times > 0; times--) {
        const whole = completed(dice, facts, addsParts)
        expect(condition.test(whole, { at, missing: 'allow' })).toBe(value)
      }
    }),
    { numRuns: 5000 },
  )
  expect(known).toBeGreaterThan(1000)
})

it('where nothing is missing, what is known is what is tested', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { condition, facts, at } = caseOf(seed)
      const { value } = condition.evaluate(facts, { at })
      const test = condition.test(facts, { at, missing: 'allow' })
      if (value !== 'unknown') expect(test).toBe(value)
    }),
    { numRuns: 5000 },
  )
})
