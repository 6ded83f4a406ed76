import { isDeepStrictEqual } from 'node:util'
import { isDocumentError } from '@holdfast/kernel'
import {
  checkRuleSet,
  createRuleSet,
  type Evaluation,
  evaluateWithEngine,
  type RuleSet,
  type RuleSetDocument,
} from '@holdfast/rules'
import type { Dice } from './dice.ts'
import { isOfGetter } from './odd-values.ts'
import { documentOf } from './random-documents.ts'
import { factsOf } from './random-facts.ts'

/** How often each thing happened. */
export type Counts = Record<string, number>

/** No single call may take longer, whatever it is given; generous, because the machine may be busy. */
const MOST_MILLIS = 5000

const MOMENTS = [0, '2026-03-01T12:00:00Z', '2026-08-01T00:00:00+02:00', 4_133_980_800_000]
const NO_MOMENTS = [Number.NaN, 'soon', -1, undefined, {}]
const POLLUTABLE = [Object.prototype, Array.prototype, Function.prototype]

/** One document with some requests, and how many cases those are: throws where a promise of the library is broken. */
export async function judge(dice: Dice, counts: Counts): Promise<number> {
  const { kind, document } = documentOf(dice)
  const options = {
    allowUndefinedConditions: dice.chance(0.1),
    replaceFactsInEventParams: dice.chance(0.2),
  }
  const before = pollution()
  const print = dice.chance(0.3) ? fingerprint(document) : undefined
  const findings = timed('checkRuleSet', () => checkRuleSet(document as RuleSetDocument, options))
  const isWrong = findings.some(({ severity }) => severity === 'error')
  count(counts, `${kind} documents ${isWrong ? 'refused' : 'loaded'}`)
  const ruleSet = created(document, options, isWrong)
  demand(print === undefined || fingerprint(document) === print, 'the document was changed')
  const requests = ruleSet === undefined ? 0 : 3
  for (let left = requests; left > 0; left--) await judgeRequest(ruleSet as RuleSet, dice, counts)
  demand(pollution() === before, 'a prototype was changed')
  return 1 + requests
}

function created(document: unknown, options: object, isWrong: boolean): RuleSet | undefined {
  try {
    const ruleSet = timed('createRuleSet', () =>
      createRuleSet(document as RuleSetDocument, options),
    )
    demand(!isWrong, 'createRuleSet took what checkRuleSet finds wrong')
    return ruleSet
  } catch (error) {
    if (!isDocumentError(error)) throw error
    demand(isWrong, 'createRuleSet refused what checkRuleSet finds right')
    return undefined
  }
}

async function judgeRequest(ruleSet: RuleSet, dice: Dice, counts: Counts): Promise<void> {
  const facts = factsOf(dice)
  const missing = dice.pick(['allow', 'refuse'] as const)
  const isMoment = dice.chance(0.99)
  const at = dice.pick<unknown>(isMoment ? MOMENTS : NO_MOMENTS) as number
  const print = fingerprint(facts)
  let evaluation: Evaluation
  try {
    evaluation = timed('evaluate', () => ruleSet.evaluate(facts, { at, missing }))
  } catch (error) {
    const isMisuse = !isMoment && (error instanceof TypeError || error instanceof RangeError)
    if (!isMisuse && !isOfGetter(error)) throw error
    count(counts, isMisuse ? 'requests at no instant' : 'requests that cannot be read')
    return
  }
  demand(fingerprint(facts) === print, 'the facts were changed')
  count(counts, evaluation.ok ? 'requests decided' : `requests refused ${evaluation.refusal.code}`)
  if (!dice.chance(0.03) || isFetched(facts)) return
  const again = await evaluateWithEngine(ruleSet, facts, { at, missing })
  demand(isDeepStrictEqual(again, evaluation), 'the executors disagree')
  demand(fingerprint(facts) === print, 'the engine changed the facts')
  count(counts, 'requests decided alike by the stock engine')
}

/** Whether a fact is not simply there: a function is called, and a getter runs only if its fact is asked for. */
function isFetched(facts: object): boolean {
  const fields = Object.values(Object.getOwnPropertyDescriptors(facts))
  return fields.some(({ value, get }) => typeof value === 'function' || get !== undefined)
}

function count(counts: Counts, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1
}

function demand(holds: boolean, broken: string): asserts holds {
  if (!holds) throw new Error(broken)
}

function timed<T>(name: string, call: () => T): T {
  const start = performance.now()
  const answer = call()
  const took = performance.now() - start
  demand(took < MOST_MILLIS, `${name} took ${Math.round(took)} ms`)
  return answer
}

/** Changes whenever somebody adds something to a prototype that everything has. */
function pollution(): string {
  return POLLUTABLE.map((prototype) => Reflect.ownKeys(prototype).length).join()
}

/** A text that differs when something a value holds differs, without running its getters. */
function fingerprint(value: unknown, seen: unknown[] = []): string {
  if (typeof value !== 'object' || value === null) {
    return typeof value === 'string' ? `"${value}"` : String(value)
  }
  if (seen.includes(value)) return `^${seen.indexOf(value)}`
  seen.push(value)
  return `{${Reflect.ownKeys(value)
    .map((key) => {
      const part = Object.getOwnPropertyDescriptor(value, key)
      return `${String(key)}:${part?.get ? 'getter' : fingerprint(part?.value, seen)}`
    })
    .join()}}`
}
