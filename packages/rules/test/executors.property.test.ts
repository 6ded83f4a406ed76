import { deepFreeze } from '@holdfast/kernel'
import {
  createRuleSet,
  type Evaluation,
  evaluateWithEngine,
  type RuleSet,
  type RuleSetDocument,
} from '@holdfast/rules'
import fc from 'fast-check'
import { Engine } from 'json-rules-engine'
import { expect, it } from 'vitest'
import { compiledOf } from '../src/compile-condition.ts'
import { diceOf, factsOf, MOMENTS, pick, ruleSetOf } from './random-rules.ts'

type Case = ReturnType<typeof caseOf>

/** A rule set, a request and an instant, all frozen; the number that a failure reports makes them again. */
function caseOf(seed: number, ownOperators: boolean) {
  const dice = diceOf(seed)
  const { document, options } = deepFreeze(ruleSetOf({ dice, ownOperators, mayThrow: true }))
  const facts = deepFreeze(factsOf(dice))
  const missing = dice() < 0.6 ? ('allow' as const) : ('refuse' as const)
  return { document, options, facts, at: pick(dice, MOMENTS), missing }
}

/** What is decided, in the words of the simplest reading: every rule in order, on its own. */
interface Simply {
  readonly matched?: readonly string[]
  readonly refused?: string
}

function inShort(evaluation: Evaluation): Simply {
  if (evaluation.ok) return { matched: evaluation.matched }
  return { refused: evaluation.refusal.code }
}

/** The rules in effect, by priority, then as written. */
function inOrder({ document, at }: Case, { model }: RuleSet) {
  const now = Date.parse(at)
  const written = new Map(document.rules?.map((rule) => [rule.id, rule]))
  return model.rules
    .filter(({ from, to }) => now >= from && now < to)
    .map(({ id, node }) => ({ id, node, rule: written.get(id) as Rule }))
}

type Rule = NonNullable<RuleSetDocument['rules']>[number]

/** One rule after the other, as `compileCondition` compiles it: no index, nothing shared. */
function byConditions(one: Case, ruleSet: RuleSet): Simply {
  const { options, facts, at } = one
  const missing = one.missing === 'allow' ? 'allow' : 'throw'
  try {
    const matched = inOrder(one, ruleSet).filter(({ node, rule }) => {
      const holds = compiledOf(node).test(facts, { at, missing })
      const read = options.replaceFactsInEventParams === true ? factsIn(rule.event.params) : []
      if (missing === 'throw' && read.some((fact) => !Object.hasOwn(facts, fact))) {
        throw Object.assign(new Error('missing'), { code: 'UNDEFINED_FACT' })
      }
      return holds
    })
    return { matched: matched.map(({ id }) => id) }
  } catch (error) {
    const { code } = error as { code: string }
    return { refused: code === 'UNDEFINED_FACT' ? 'facts-missing' : code }
  }
}

function factsIn(params: unknown): string[] {
  return Object.values(params ?? {}).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null && 'fact' in value ? [String(value.fact)] : [],
  )
}

/** json-rules-engine as its documentation says: an engine of its own for the run, and facts that are constant. */
async function byStockEngine(one: Case, ruleSet: RuleSet) {
  const { document, options, facts, missing } = one
  const rules = inOrder(one, ruleSet)
  const { allowUndefinedConditions = false, replaceFactsInEventParams = false } = options
  const engine = new Engine([], {
    allowUndefinedFacts: missing === 'allow',
    allowUndefinedConditions,
    replaceFactsInEventParams,
  })
  for (const [name, condition] of Object.entries(document.conditions ?? {})) {
    engine.setCondition(name, structuredClone(condition) as never)
  }
  for (const { rule } of rules) {
    const { id, conditions, priority = 1, event } = structuredClone(rule)
    engine.addRule({ name: id, conditions, priority, event } as never)
  }
  const { results } = await engine.run(facts)
  const order = rules.map(({ rule }) => rule.id)
  return results
    .map(({ name, event }) => ({ rule: name, type: event?.type, params: event?.params ?? {} }))
    .sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule))
}

/** What was decided by rules whose action takes everything: nothing else is what the stock engine knows. */
function collected({ document }: Case, events: readonly { readonly type?: string | undefined }[]) {
  return events.filter(({ type }) => document.actions[type ?? '']?.hitPolicy === 'collect')
}

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const RUNS = 10_000

it(`${RUNS} rule sets: both executors, rule after rule and json-rules-engine itself agree`, async () => {
  let compared = 0
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const one = caseOf(seed, false)
      const ruleSet = createRuleSet(one.document, one.options)
      const evaluation = ruleSet.evaluate(one.facts, one)
      expect(await evaluateWithEngine(ruleSet, one.facts, one)).toStrictEqual(evaluation)
      expect(byConditions(one, ruleSet)).toEqual(inShort(evaluation))
      // What it would throw for is in the conformance vectors: thrown twice in a run, it ends the process.
      if (!evaluation.ok) return
      compared++
      const stock = await byStockEngine(one, ruleSet)
      expect(stock.map(({ rule }) => rule)).toEqual(evaluation.matched)
      expect(collected(one, stock)).toEqual(collected(one, evaluation.events))
    }),
    { numRuns: RUNS },
  )
  expect(compared).toBeGreaterThan(RUNS / 2)
}, 120_000)

it(`${RUNS} rule sets with our own operators: both executors and rule after rule agree`, async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const one = caseOf(seed, true)
      const ruleSet = createRuleSet(one.document, one.options)
      const evaluation = ruleSet.evaluate(one.facts, one)
      expect(await evaluateWithEngine(ruleSet, one.facts, one)).toStrictEqual(evaluation)
      expect(byConditions(one, ruleSet)).toEqual(inShort(evaluation))
    }),
    { numRuns: RUNS },
  )
}, 120_000)
