import { type Reason, reason, refusal } from '@holdfast/kernel'
import { compileStrict, type StrictTest, undefinedFact } from './compile.ts'
import { inEffect } from './effective.ts'
import type { Evaluation, Refused } from './evaluation.ts'
import { factCheckOf } from './fact-check.ts'
import { createSlots, type Facts, type Frame, frameReader } from './facts.ts'
import { settle } from './hit-policy.ts'
import type { Rule, RuleSetModel } from './model.ts'
import { candidatesOf, withFacts } from './rule-events.ts'
import { indexRules } from './rule-index.ts'

/** What a missing fact does: `allow` compares it as `undefined`, `refuse` refuses the request, as the stock engine does. */
export type Missing = 'allow' | 'refuse'

/** Decides requests by a rule set: compiled, synchronous, without explanations. */
export interface Executor {
  evaluate(facts: Facts, at: number, missing: Missing): Evaluation
  /** Why these facts cannot be decided on, before any rule is asked. */
  refusalOf(facts: Facts): Refused | undefined
  /** The names of the facts it reads, each once. */
  readonly facts: readonly string[]
}

export function executorOf(model: RuleSetModel): Executor {
  const { rules, vocabulary } = model
  const slots = createSlots()
  const index = indexRules(
    rules.map(({ node }) => node),
    slots,
  )
  const candidates = candidatesOf(model, slots)
  const takesFacts = rules.some(({ paramRefs }) => paramRefs.length > 0)
  const activeAt = inEffect(rules)
  const checkFacts = vocabulary && factCheckOf(vocabulary)
  const read = frameReader(slots)
  const facts = [...new Set(slots.refs.map(({ fact }) => fact))]
  let strictest: readonly StrictTest[] | undefined

  function refusalOf(given: Facts): Refused | undefined {
    if ('' in given) return refusal('fact-name-empty')
    return checkFacts?.(given)
  }

  /** The places of the rules that match, in order. */
  function matchesOf(frame: Frame, at: number): number[] {
    const { rest, survivors } = index
    const matched: number[] = []
    const bits = survivors(frame, activeAt(at))
    for (let word = 0; word < bits.length; word++) {
      let left = bits[word] as number
      while (left !== 0) {
        const lowest = left & -left
        const rule = word * 32 + 31 - Math.clz32(lowest)
        left ^= lowest
        const test = rest[rule]
        if (test === undefined || test(frame)) matched.push(rule)
      }
    }
    return matched
  }

  /** As the stock engine asks, every comparison of a priority and every rule in effect. */
  function strictMatchesOf(frame: Frame, at: number, given: Facts): number[] {
    strictest ??= rules.map(({ node }) => compileStrict(node, slots))
    return strictest.flatMap((test, place) => {
      const { from, to, paramRefs } = rules[place] as Rule
      if (at < from || at >= to) return []
      const holds = test(frame, given)
      // Parameters are read of every rule, whether it matches or not.
      const missing = paramRefs.find(({ ref }) => !Object.hasOwn(given, ref.fact))
      if (missing !== undefined) throw undefinedFact(missing.ref.fact)
      return holds ? [place] : []
    })
  }

  function evaluate(given: Facts, at: number, missing: Missing): Evaluation {
    const refused = refusalOf(given)
    if (refused !== undefined) return refused
    const frame = read(given, at)
    try {
      const matched = missing === 'allow' ? matchesOf(frame, at) : strictMatchesOf(frame, at, given)
      const decided = settle(candidates, matched)
      return takesFacts ? withFacts(decided, candidates, frame, slots) : decided
    } catch (error) {
      return refusalOfError(error, facts, given)
    }
  }

  return { evaluate, refusalOf, facts }
}

/** What the stock engine throws, as a refusal. Anything else is a fault of ours and goes on. */
export function refusalOfError(error: unknown, facts: readonly string[], given: Facts): Refused {
  const { code } = error as { code?: unknown }
  if (code === 'value-not-list') return refusal('value-not-list')
  if (code !== 'UNDEFINED_FACT') throw error
  const missing = facts.filter((fact) => !Object.hasOwn(given, fact))
  const reasons = missing.map((fact): Reason => reason('rules.factMissing', { fact, path: '' }))
  return refusal('facts-missing', { params: { facts: missing }, reasons })
}
