import { type Reason, reason, refusal } from '@holdfast/kernel'
import { canThrow, compileStrict, type StrictTest } from './compile.ts'
import { inEffect } from './effective.ts'
import type { Evaluation, Refused } from './evaluation.ts'
import { factCheckOf } from './fact-check.ts'
import { createSlots, type Facts, type Frame, readFrame } from './facts.ts'
import { settle } from './hit-policy.ts'
import type { RuleSetModel } from './model.ts'
import { candidatesOf, withFacts } from './rule-events.ts'
import { indexRules, type RuleBits } from './rule-index.ts'

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
  const strict = rules.map(({ node }) => (canThrow(node) ? compileStrict(node, slots) : undefined))
  const index = indexRules(
    rules.map(({ node }) => (canThrow(node) ? undefined : node)),
    slots,
  )
  const candidates = candidatesOf(model, slots)
  const activeAt = inEffect(rules)
  const checkFacts = vocabulary && factCheckOf(vocabulary)
  const facts = [...new Set(slots.refs.map(({ fact }) => fact))]
  let strictest: readonly StrictTest[] | undefined

  function refusalOf(given: Facts): Refused | undefined {
    if (Object.hasOwn(given, '')) return refusal('fact-name-empty')
    return checkFacts?.(given)
  }

  /** The places of the rules that match, in order. */
  function matchesOf(frame: Frame, at: number): number[] {
    const { rows, rest } = index
    const picked: RuleBits[] = []
    for (const row of rows) picked.push(row(frame))
    const matched: number[] = []
    const active = activeAt(at)
    for (let word = 0; word < active.length; word++) {
      let bits = active[word] as number
      for (const row of picked) bits &= row[word] as number
      while (bits !== 0) {
        const lowest = bits & -bits
        const rule = word * 32 + 31 - Math.clz32(lowest)
        bits ^= lowest
        const guarded = strict[rule]
        const test = rest[rule]
        const holds =
          guarded === undefined ? test === undefined || test(frame) : guarded(frame, undefined)
        if (holds) matched.push(rule)
      }
    }
    return matched
  }

  /** As the stock engine asks, every comparison of a priority and every rule in effect. */
  function strictMatchesOf(frame: Frame, at: number, given: Facts): number[] {
    strictest ??= rules.map(({ node }) => compileStrict(node, slots))
    return strictest.flatMap((test, rule) => {
      const { from, to } = rules[rule] as { from: number; to: number }
      return at >= from && at < to && test(frame, given) ? [rule] : []
    })
  }

  function evaluate(given: Facts, at: number, missing: Missing): Evaluation {
    const refused = refusalOf(given)
    if (refused !== undefined) return refused
    const frame = readFrame(slots, given, at)
    try {
      const matched = missing === 'allow' ? matchesOf(frame, at) : strictMatchesOf(frame, at, given)
      return withFacts(settle(candidates, matched), candidates, frame)
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
