/** What the checks of a rule set share: questions, tries on the executor, and what they write down. */
import { formatInstant } from '@holdfast/kernel'
import { canThrow, compile, compileStrict, type Test } from '../compile.ts'
import type { Decided, Evaluation } from '../evaluation.ts'
import { factCheckOf } from '../fact-check.ts'
import { createSlots, type Facts, type Frame, frameReader } from '../facts.ts'
import type { Rule, RuleSetModel } from '../model.ts'
import { leavesOf, type Node } from '../node.ts'
import { createEncoding } from './encoding.ts'
import { costOfEncoding } from './encoding-cost.ts'
import type { Formula } from './formula.ts'
import { negate } from './formula.ts'
import { type Answer, type Asker, askerOf } from './question.ts'
import type { Steps } from './region-search.ts'

/** What it costs to translate one comparison for one more instant, or to try one instant on one, in steps. */
const COST_PER_LEAF = 500

/** What it costs to put one condition into a question, in steps. */
const COST_PER_CONDITION = 10

/** Decides a request by a rule set at an instant. */
export type Decide = (facts: Facts, at: number) => Evaluation

/** A request that proves something: plain JSON, the instant as text. */
export interface WitnessRequest {
  readonly facts: Facts
  readonly at: string
}

export interface Analysis {
  readonly model: RuleSetModel
  /** What is left of the budget. */
  readonly steps: Steps
  /** Whether conditions look at the instant asked at, so that an answer for one instant is none for another. */
  readonly isRelative: boolean
  /** Whether a condition holds; never where it throws or where the vocabulary refuses the facts. */
  holds(node: Node, facts: Facts, at: number): boolean
  /** Whether the rule matches. */
  matches(rule: Rule, facts: Facts, at: number): boolean
  /** Whether some request makes some conditions true and others false. */
  ask(at: number, holding: readonly Node[], failing?: readonly Node[]): Answer
  /** `undefined` where the budget does not allow to put the conditions into formulas. */
  asker(at: number): Asker | undefined
  /** What the executor says, unless it refuses. */
  decided(facts: Facts, at: number): Decided | undefined
}

export function analysisOf(
  model: RuleSetModel,
  decide: Decide,
  steps: Steps,
  others: readonly Node[] = [],
): Analysis {
  const { rules, named, vocabulary } = model
  const nodes = [...rules.map(({ node }) => node), ...named.map(({ node }) => node), ...others]
  const isRelative = nodes.some(looksAtTime)
  const translation = isRelative ? costOfTranslation(nodes) : 0
  const askers = new Map<number, Asker>()
  const slots = createSlots()
  const tests = new Map<Node, Test>()
  const checkFacts = vocabulary && factCheckOf(vocabulary)

  function testOf(node: Node): Test {
    const known = tests.get(node)
    if (known !== undefined) return known
    const strict = canThrow(node) ? compileStrict(node, slots) : undefined
    const test: Test =
      strict === undefined ? compile(node, slots) : (frame) => strict(frame, undefined)
    tests.set(node, test)
    return test
  }

  for (const node of nodes) testOf(node)
  // Parts of conditions read nothing that the whole ones do not read, so every slot is known by now.
  const read = frameReader(slots)
  let last: { facts: Facts; at: number; frame: Frame } | undefined

  function frameOf(facts: Facts, at: number): Frame {
    if (last?.facts !== facts || last.at !== at) last = { facts, at, frame: read(facts, at) }
    return last.frame
  }

  function asker(at: number): Asker | undefined {
    const key = isRelative ? at : 0
    const known = askers.get(key)
    if (known !== undefined) return known
    // Nothing is asked any more, and what is seen without asking is so at every instant.
    if (steps.left === 0) return [...askers.values()][0]
    // Where the time matters, every period has its own translation, and that is work too.
    steps.left = Math.max(0, steps.left - (askers.size > 0 ? translation : costOfEncoding(nodes)))
    if (steps.left === 0) return [...askers.values()][0]
    const made = askerOf(createEncoding(nodes, vocabulary, at), steps)
    askers.set(key, made)
    return made
  }

  function holds(node: Node, facts: Facts, at: number): boolean {
    try {
      return testOf(node)(frameOf(facts, at))
    } catch {
      return false
    }
  }

  function ask(at: number, holding: readonly Node[], failing: readonly Node[] = []): Answer {
    steps.left = Math.max(0, steps.left - (holding.length + failing.length) * COST_PER_CONDITION)
    if (steps.left === 0) return { kind: 'undecided' }
    const asked = asker(at)
    if (asked === undefined) return { kind: 'undecided' }
    const { formulaOf } = asked.encoding
    const formulas: Formula[] = [
      ...holding.map(formulaOf),
      ...failing.map((node) => negate(formulaOf(node))),
    ]
    return asked.ask({
      formulas,
      nodes: [...holding, ...failing],
      isSo: (facts) =>
        checkFacts?.(facts) === undefined &&
        holding.every((node) => holds(node, facts, at)) &&
        failing.every((node) => !holds(node, facts, at)),
    })
  }

  return {
    model,
    steps,
    isRelative,
    holds,
    matches: ({ node }, facts, at) => holds(node, facts, at),
    ask,
    asker,
    decided(facts, at) {
      try {
        const evaluation = decide(facts, at)
        return evaluation.ok ? evaluation : undefined
      } catch {
        return undefined
      }
    },
  }
}

export function witnessOf(facts: Facts, at: number): WitnessRequest {
  return { facts, at: formatInstant(at) }
}

/** Every comparison is translated, and those that look at the time are tried on each other's instants. */
function costOfTranslation(nodes: readonly Node[]): number {
  const leaves = nodes.flatMap((node) => [...leavesOf(node)])
  const relative = leaves.filter(({ operation }) => operation.operator.relative === true)
  const spans = new Set(relative.map(({ ref, value }) => JSON.stringify([ref.label, value])))
  return (leaves.length + spans.size ** 2) * COST_PER_LEAF
}

function looksAtTime(node: Node): boolean {
  for (const { operation } of leavesOf(node)) if (operation.operator.relative === true) return true
  return false
}
