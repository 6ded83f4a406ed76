import { type Reason, reason, refusal } from '@holdfast/kernel'
import { compileStrict, type StrictTest, undefinedFact } from './compile.ts'
import { inEffect } from './effective.ts'
import type { Evaluation, Refused } from './evaluation.ts'
import { factCheckOf } from './fact-check.ts'
import { createSlots, type Facts, type Frame, frameReader } from './facts.ts'
import { settle } from './hit-policy.ts'
import type { Rule, RuleSetModel } from './model.ts'
import { candidatesOf, withFacts } from './rule-events.ts'
import { allRules, indexRules, type RuleBits } from './rule-index.ts'

/** What a missing fact does: `allow` compares it as `undefined`, `refuse` refuses the request, as the stock engine does. */
export type Missing = 'allow' | 'refuse'

/** Decides requests by a rule set: compiled, synchronous, without explanations. */
export interface Executor {
  evaluate(facts: Facts, at: number, missing: Missing): Evaluation
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
  const workspace = workspaceFor(rules.length)
  let isBusy = false
  let strictest: readonly StrictTest[] | undefined

  /** Why these facts cannot be decided on, before any rule is asked. */
  function refusalOf(given: Facts): Refused | undefined {
    if ('' in given) return refusal('fact-name-empty')
    return checkFacts?.(given)
  }

  /** Writes down the places of the rules that match, in order, and says how many. */
  function match(frame: Frame, at: number, { left, places }: Workspace): number {
    let count = 0
    left.set(activeAt(at))
    index.narrow(frame, left)
    for (let word = 0; word < left.length; word++) {
      let bits = left[word] as number
      while (bits !== 0) {
        const lowest = bits & -bits
        const rule = word * 32 + 31 - Math.clz32(lowest)
        bits ^= lowest
        const test = index.rest[rule]
        if (test === undefined || test(frame)) places[count++] = rule
      }
    }
    return count
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

  function decide(given: Facts, at: number, space: Workspace): Evaluation {
    const frame = read(given, at)
    try {
      const count = match(frame, at, space)
      const decided = settle(candidates, space.places, count)
      return takesFacts ? withFacts(decided, candidates, frame, slots) : decided
    } catch (error) {
      return refusalOfError(error, facts, given)
    }
  }

  function decideStrictly(given: Facts, at: number): Evaluation {
    const frame = read(given, at)
    try {
      const matched = strictMatchesOf(frame, at, given)
      return withFacts(settle(candidates, matched, matched.length), candidates, frame, slots)
    } catch (error) {
      return refusalOfError(error, facts, given)
    }
  }

  function evaluate(given: Facts, at: number, missing: Missing): Evaluation {
    const refused = refusalOf(given)
    if (refused !== undefined) return refused
    if (missing === 'refuse') return decideStrictly(given, at)
    // A fact's own method, such as `toMillis`, might ask the same rule set again.
    if (isBusy) return decide(given, at, workspaceFor(rules.length))
    isBusy = true
    try {
      return decide(given, at, workspace)
    } finally {
      isBusy = false
    }
  }

  return { evaluate, facts }
}

/** What one evaluation at a time writes to, so that it leaves less to clean up. */
interface Workspace {
  readonly left: RuleBits
  readonly places: number[]
}

function workspaceFor(rules: number): Workspace {
  return { left: allRules(rules), places: new Array(rules).fill(0) }
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
