import { refusal, toInstant } from '@holdfast/kernel'
import type { Engine } from 'json-rules-engine'
import { type AsyncFacts, type FactReader, readerOf } from './async-facts.ts'
import { undefinedFact } from './compile.ts'
import { engineConditions, type ReadParams } from './engine-conditions.ts'
import type { Decided, Evaluation, Refused } from './evaluation.ts'
import { type Missing, refusalOfError } from './executor.ts'
import { factCheckOf } from './fact-check.ts'
import { createSlots, type Facts, frameReader } from './facts.ts'
import { type Candidate, settle } from './hit-policy.ts'
import type { Rule, RuleSetModel } from './model.ts'
import { refsOf } from './node.ts'
import { follow, type Path } from './path.ts'
import { candidatesOf, withFacts } from './rule-events.ts'
import type { EvaluateOptions, RuleSet } from './rule-set.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * What the rule set decides, found by json-rules-engine itself: for hosts whose facts have to be fetched. For plain
 * facts the answer is that of `evaluate`, refusals included. The engine is loaded when it is first needed.
 *
 * Without a vocabulary a fact is fetched only when a rule asks for it; with one, those it names are fetched first, all
 * at once, because they are checked before any rule is asked. When fetching a fact fails, the promise is rejected with
 * the error that came first, once nothing is under way any more.
 *
 * What is known to go wrong with the engine cannot happen here: every evaluation has an engine of its own, paths are
 * ours, nothing throws inside it, event types never reach its emitter, and what it is given is its own to change.
 */
export async function evaluateWithEngine<F extends Facts>(
  ruleSet: RuleSet<F>,
  facts: AsyncFacts<F>,
  { at, missing = 'allow' }: EvaluateOptions,
): Promise<Evaluation> {
  const instant = toInstant(at)
  const given: Facts = facts
  const { model } = ruleSet
  const { checked, refusalOf, candidates, frameOf, slots } = prepare(model)
  const reader = readerOf(given)
  const known = await reader.readAll(checked(given))
  await failIfAny(reader)
  const refused = refusalOf(given, known)
  if (refused !== undefined) return refused
  const { Engine } = await import('json-rules-engine')
  const { matched, fault } = await run(Engine, model.rules, { reader, at: instant, missing })
  await failIfAny(reader)
  if (fault !== undefined) return refusalOfError(fault, ruleSet.facts, given)
  const decided = settle(candidates, matched, matched.length)
  const params = await reader.readAll(paramFacts(decided, candidates))
  await failIfAny(reader)
  return withFacts(decided, candidates, frameOf(params, instant), slots)
}

/** The facts that stand in the parameters of what was decided. */
function paramFacts({ events }: Decided, candidates: readonly Candidate[]): string[] {
  const asked = new Set(events.map(({ rule }) => rule))
  return candidates
    .filter(({ rule }) => asked.has(rule.id))
    .flatMap(({ rule }) => rule.paramRefs.map(({ ref }) => ref.fact))
}

async function failIfAny(reader: FactReader): Promise<void> {
  await reader.settled()
  const failed = reader.fault()
  if (failed !== undefined) throw failed.error
}

interface Run {
  readonly reader: FactReader
  readonly at: number
  readonly missing: Missing
}

/** The places of the rules that match, in order; the fault at the lowest place, when there is one. */
async function run(
  EngineOfRun: typeof Engine,
  rules: readonly Rule[],
  { reader, at, missing }: Run,
): Promise<{ matched: number[]; fault: unknown }> {
  const conditions = engineConditions()
  const engine = new EngineOfRun([], {
    allowUndefinedFacts: true,
    allowUndefinedConditions: true,
    pathResolver: (value, text) =>
      reader.attempt(() => follow(value, conditions.paths.get(text) as Path)),
  })
  const faults: Fault[] = []
  const ask = (fact: string, place: number) => {
    if (missing === 'allow' || reader.has(fact)) return
    faults.push({ place, isMissing: true, error: undefinedFact(fact) })
  }
  for (const [name, { node, from, to, paramRefs }] of rules.entries()) {
    if (at < from || at >= to) continue
    // All in one priority: none stops another, and the order is made afterwards.
    engine.addRule({ name: `${name}`, conditions: conditions.add(node), event: { type: 'match' } })
    const place = conditions.leaves.length
    for (const { ref } of paramRefs) ask(ref.fact, place)
  }
  for (const { leaf, place, operator } of conditions.leaves) {
    const { compare, operator: base } = leaf.operation
    // Equality and membership are the engine's own; whatever looks into a fact could throw inside it.
    if (base.fact !== 'scalar') {
      engine.addOperator(base.name, (fact, value) => {
        return reader.attempt(() => base.compare(fact, value, at)) === true
      })
    }
    if (leaf.mayThrow) {
      engine.addOperator(operator, (fact, value) => {
        try {
          return compare(fact, value, at)
        } catch (error) {
          faults.push({ place, isMissing: false, error })
          return false
        }
      })
    }
    for (const { fact } of refsOf(leaf)) {
      const fetch = (params: Partial<ReadParams>) => {
        ask(fact, params.place as number)
        return reader.read(fact)
      }
      // The reader remembers; the engine would make a hash of the parameters to do so.
      engine.addFact(fact, fetch, { cache: false })
    }
  }
  const { results } = await engine.run()
  const matched = results.map(({ name }) => Number(name)).sort((a, b) => a - b)
  const [first] = faults.sort((a, b) => a.place - b.place || (a.isMissing ? -1 : 1))
  return { matched, fault: first?.error }
}

interface Fault {
  readonly place: number
  readonly isMissing: boolean
  readonly error: unknown
}

/** What evaluations of one rule set have in common. */
function prepare(model: RuleSetModel) {
  const known = PREPARED.get(model)
  if (known !== undefined) return known
  const prepared = preparationOf(model)
  PREPARED.set(model, prepared)
  return prepared
}

const PREPARED = new WeakMap<RuleSetModel, ReturnType<typeof preparationOf>>()

function preparationOf(model: RuleSetModel) {
  const { vocabulary } = model
  const slots = createSlots()
  const candidates = candidatesOf(model, slots)
  const check = vocabulary && factCheckOf(vocabulary)
  return {
    candidates,
    slots,
    frameOf: frameReader(slots),
    /** The facts that are checked before any rule is asked. */
    checked: (given: Facts): readonly string[] => (vocabulary ? checkedBy(vocabulary, given) : []),
    refusalOf: (given: Facts, known: Facts): Refused | undefined =>
      '' in given ? refusal('fact-name-empty') : check?.(known),
  }
}

/** A schema that also judges facts it does not name has to see them all. */
function checkedBy({ schema, facts }: Vocabulary, given: Facts): readonly string[] {
  const { catchall, checks } = schema._zod.def
  const judgesAll = catchall !== undefined || (checks?.length ?? 0) > 0
  return judgesAll ? Object.keys(given) : [...facts.keys()]
}
