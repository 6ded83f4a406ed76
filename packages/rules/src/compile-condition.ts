import {
  assertUsable,
  type DocumentSource,
  type Finding,
  type FindingParts,
  frozenCopy,
  type InstantLike,
  type Reason,
  readSafely,
  toInstant,
  toPointer,
} from '@holdfast/kernel'
import * as z from 'zod'
import { canThrow, compile, compileStrict, type Test } from './compile.ts'
import type { Condition } from './condition-document.ts'
import { explainNode } from './explain-condition.ts'
import { createSlots, type Facts, frameReader } from './facts.ts'
import { leavesOf, type Node, refsOf } from './node.ts'
import { conditionParser } from './parse-condition.ts'
import { type Known, know } from './three-valued.ts'
import { type VocabularySchema, vocabularyOf } from './vocabulary.ts'

export interface ConditionOptions {
  /** Conditions that may be referred to by name. */
  readonly named?: Readonly<Record<string, Condition>> | undefined
  /** The facts there are. Left out, any fact may be named, and the stock semantics hold. */
  readonly vocabulary?: VocabularySchema | undefined
  /** Lets a reference to a condition that nobody defined stand; it never holds. The stock engine's option of that name. */
  readonly allowUndefinedConditions?: boolean | undefined
}

export interface TestOptions {
  /** The instant asked at; the operators on dates count from it. */
  readonly at: InstantLike
  /**
   * What a missing fact does: `throw` is what the stock engine does by default (a `TypeError` with the code
   * `UNDEFINED_FACT`), `allow` compares it as `undefined`.
   */
  readonly missing: 'throw' | 'allow'
}

/** A condition, ready to be asked. */
export interface CompiledCondition {
  /**
   * Whether it holds, as json-rules-engine 7.3.1 would say. Throws `TypeError` `UNDEFINED_FACT` where asked to, and
   * `value-not-list` where `in` is to look into a fact that is no list, as the stock engine does.
   */
  test(facts: Facts, options: TestOptions): boolean
  /** Whether it holds whatever the missing facts may be; `unknown` with their names where that depends on them. */
  evaluate(facts: Facts, options: { readonly at: InstantLike }): Known
  /** Why it holds or does not: every comparison with what was expected and what was there. */
  explain(facts: Facts, options: { readonly at: InstantLike }): Reason
  /** The names of the facts it reads, each once, in the order they are written. */
  readonly facts: readonly string[]
}

/**
 * A condition in json-rules-engine's format, compiled for plain facts. Throws a `DocumentError` that names everything
 * `checkCondition` finds. Nothing given is changed.
 */
export function compileCondition(
  condition: Condition | DocumentSource,
  options: ConditionOptions = {},
): CompiledCondition {
  const { node, findings } = readCondition(condition, options)
  assertUsable('condition', findings)
  return compiledOf(node as Node)
}

/** Everything that is wrong with a condition, at once. Never throws. */
export function checkCondition(
  condition: unknown,
  options: ConditionOptions = {},
): readonly Finding[] {
  return readCondition(condition, options).findings
}

/** The name under which conditions that come with a condition are found in pointers. */
const NAMED = 'named'

function readCondition(
  condition: unknown,
  { named, vocabulary, allowUndefinedConditions }: ConditionOptions,
): { node: Node | undefined; findings: readonly Finding[] } {
  const reading = readSafely(z.unknown(), condition)
  const others = readSafely(z.unknown(), named ?? {})
  const oddities = [
    ...reading.findings,
    ...others.findings.map((one) => ({
      ...one,
      document: reading.name,
      pointer: `${toPointer([NAMED])}${one.pointer}`,
    })),
  ]
  if (oddities.some(({ severity }) => severity === 'error')) {
    return { node: undefined, findings: oddities }
  }
  const parser = conditionParser({
    named: frozenCopy(named ?? {}),
    namedAt: [NAMED],
    vocabulary: vocabulary && vocabularyOf(vocabulary),
    allowUndefinedConditions,
  })
  const node = parser.parse(frozenCopy(reading.value), [])
  for (const name of Object.keys(named ?? {})) parser.named(name)
  const found = parser.findings.map((parts: FindingParts) => reading.finding(parts))
  return { node, findings: [...oddities, ...found] }
}

/** The queries of a parsed condition. */
export function compiledOf(node: Node): CompiledCondition {
  const slots = createSlots()
  const strict = compileStrict(node, slots)
  const test: Test = canThrow(node) ? (frame) => strict(frame, undefined) : compile(node, slots)
  const read = frameReader(slots)
  const leaves = [...leavesOf(node)]
  const facts = [...new Set(leaves.flatMap(refsOf).map(({ fact }) => fact))]
  return Object.freeze({
    facts: Object.freeze(facts),
    test(given: Facts, { at, missing }: TestOptions) {
      const frame = read(given, toInstant(at))
      return missing === 'throw' ? strict(frame, given) : test(frame)
    },
    evaluate: (given: Facts, { at }: { readonly at: InstantLike }) =>
      know(node, given, toInstant(at)),
    explain: (given: Facts, { at }: { readonly at: InstantLike }) =>
      explainNode(node, given, toInstant(at)),
  })
}
