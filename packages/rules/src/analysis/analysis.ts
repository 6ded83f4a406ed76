/** What the checks of a rule set share: questions, tries on the executor, and what they write down. */
import { formatInstant } from '@holdfast/kernel'
import { canThrow, compile, compileStrict, type Test } from '../compile.ts'
import type { Decided, Evaluation } from '../evaluation.ts'
import { factCheckOf } from '../fact-check.ts'
import { createSlots, type Facts, type Frame, frameReader } from '../facts.ts'
import type { Rule, RuleSetModel } from '../model.ts'
import { leavesOf, type Node } from '../node.ts'
import { createEncoding } from './encoding.ts'
import type { Formula } from './formula.ts'
import { negate } from './formula.ts'
import { type Answer, type Asker, askerOf } from './question.ts'
import type { Steps } from './region-search.ts'

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
  asker(at: number): Asker
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

  function asker(at: number): Asker {
    const key = isRelative ? at : 0
    const known = askers.get(key) ?? askerOf(createEncoding(nodes, vocabulary, at), steps)
    askers.set(key, known)
    return known
  }

  function holds(node: Node, facts: Facts, at: number): boolean {
    try {
      return testOf(node)(frameOf(facts, at))
    } catch {
      return false
    }
  }

  function ask(at: number, holding: readonly Node[], failing: readonly Node[] = []): Answer {
    const asked = asker(at)
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

function looksAtTime(node: Node): boolean {
  for (const { operation } of leavesOf(node)) if (operation.operator.relative === true) return true
  return false
}
