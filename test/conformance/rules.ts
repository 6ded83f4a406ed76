import { isDocumentError } from '@holdfast/kernel'
import {
  type Condition,
  compileCondition,
  createRuleSet,
  type Evaluation,
  evaluateWithEngine,
  type Facts,
  type RuleSet,
  type RuleSetDocument,
} from '@holdfast/rules'
import data from './rules.json' with { type: 'json' }

export interface StockRule {
  readonly name?: unknown
  readonly conditions?: unknown
  readonly priority?: unknown
  readonly event?: { readonly type?: unknown; readonly params?: unknown }
}

/** What was asked of the stock engine. */
export interface Question {
  readonly kind: 'condition' | 'ruleset'
  readonly conditions?: unknown
  readonly rules?: readonly StockRule[]
  readonly named?: Readonly<Record<string, unknown>>
  readonly facts: Facts
  readonly options: {
    readonly allowUndefinedFacts?: boolean
    readonly allowUndefinedConditions?: boolean
    readonly replaceFactsInEventParams?: boolean
    readonly stopOnSuccess?: boolean
  }
}

/** What it answered. */
export interface Vector extends Question {
  readonly id: string
  readonly group: string
  readonly expect: {
    readonly outcome: 'fires' | 'silent' | 'throws'
    readonly code?: string
    readonly fired?: readonly string[]
    readonly events?: readonly unknown[]
    readonly trees?: readonly { readonly conditions: StockTree; readonly name: string }[]
  }
}

/** A condition with its results, as the stock engine prints it. */
export type StockTree = Readonly<Record<string, unknown>>

export const { vectors } = data as unknown as { vectors: readonly Vector[] }

/** The families of the vectors that are of some kinds, each with what is in it. */
export function groupsOf(kinds: readonly Question['kind'][]): [string, readonly Vector[]][] {
  const asked = vectors.filter(({ kind }) => kinds.includes(kind))
  const names = [...new Set(asked.map(({ group }) => group))]
  return names.map((name) => [name, asked.filter(({ group }) => group === name)])
}

/** What one of our executors answers, in the vectors' terms. */
export interface Answer {
  readonly outcome: 'fires' | 'silent' | 'throws'
  readonly code?: string
  readonly fired?: readonly string[]
  readonly events?: readonly unknown[]
  /** The codes of the errors found at load. */
  readonly refused?: readonly string[]
}

/** Nothing in the vectors depends on the time. */
export const AT = '2026-03-02T09:00:00Z'

/** A single condition is the only rule of its set. */
export function rulesOf({ rules, conditions }: Question): readonly StockRule[] {
  return rules ?? [{ name: 'only', conditions, event: { type: 'only' } }]
}

/** Every rule's own action takes all; what `stop()` is for is one action whose highest priority decides. */
function documentOf(question: Question): unknown {
  const rules = rulesOf(question)
  const stops = question.options.stopOnSuccess === true
  const types = stops ? ['stop'] : rules.map(({ event }) => String(event?.type))
  const hitPolicy = stops ? 'priority' : 'collect'
  return {
    id: 'vector',
    version: 1,
    actions: Object.fromEntries(types.map((type) => [type, { hitPolicy }])),
    ...(question.named !== undefined && { conditions: question.named }),
    rules: rules.map(({ name, ...rule }) => ({
      ...(name !== undefined && { id: name }),
      ...rule,
      ...(stops && { event: { type: 'stop' } }),
    })),
  }
}

export function ruleSetOf(question: Question): RuleSet {
  const { allowUndefinedConditions, replaceFactsInEventParams } = question.options
  return createRuleSet(documentOf(question) as RuleSetDocument, {
    allowUndefinedConditions,
    replaceFactsInEventParams,
  })
}

/** Answers of an executor; what is found at load counts as thrown, as it does in the vectors. */
async function answered(ask: () => Answer | Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (!isDocumentError(error)) throw error
    const errors = error.findings.filter(({ severity }) => severity === 'error')
    return { outcome: 'throws', refused: errors.map(({ code }) => code) }
  }
}

function byCondition({ conditions, named, facts, options }: Question): Answer {
  const condition = compileCondition(conditions as Condition, {
    named: named as Record<string, Condition> | undefined,
    allowUndefinedConditions: options.allowUndefinedConditions,
  })
  const missing = options.allowUndefinedFacts === true ? 'allow' : 'throw'
  try {
    return { outcome: condition.test(facts, { at: AT, missing }) ? 'fires' : 'silent' }
  } catch (error) {
    return { outcome: 'throws', code: (error as { code: string }).code }
  }
}

function missingOf({ options }: Question) {
  return options.allowUndefinedFacts === true ? 'allow' : 'refuse'
}

function byRuleSet(question: Question): Answer {
  const ruleSet = ruleSetOf(question)
  const evaluation = ruleSet.evaluate(question.facts, { at: AT, missing: missingOf(question) })
  return answerOf(question, ruleSet, evaluation)
}

async function byEngine(question: Question): Promise<Answer> {
  const ruleSet = ruleSetOf(question)
  const options = { at: AT, missing: missingOf(question) } as const
  return answerOf(question, ruleSet, await evaluateWithEngine(ruleSet, question.facts, options))
}

function answerOf(question: Question, { model }: RuleSet, evaluation: Evaluation): Answer {
  if (!evaluation.ok) {
    const { code } = evaluation.refusal
    return { outcome: 'throws', code: code === 'facts-missing' ? 'UNDEFINED_FACT' : code }
  }
  const { matched, events } = evaluation
  if (matched.length === 0) return { outcome: 'silent', fired: [], events: [] }
  if (question.options.stopOnSuccess === true) {
    const priorities = new Map(model.rules.map(({ id, priority }) => [id, priority]))
    const top = priorities.get(events[0]?.rule ?? '')
    return { outcome: 'fires', fired: matched.filter((id) => priorities.get(id) === top) }
  }
  const plain = events.map(({ type, params }) => ({ type, params }))
  return { outcome: 'fires', fired: matched, events: plain }
}

interface Executor {
  readonly answers: (question: Question) => Promise<Answer>
  readonly kinds: readonly Question['kind'][]
}

/** The executors, by what they are called in reports. */
export const EXECUTORS: Readonly<Record<string, Executor>> = {
  'a compiled condition': {
    answers: (question) => answered(() => byCondition(question)),
    kinds: ['condition'],
  },
  'a compiled rule set': {
    answers: (question) => answered(() => byRuleSet(question)),
    kinds: ['condition', 'ruleset'],
  },
  'the stock engine inside': {
    answers: (question) => answered(() => byEngine(question)),
    kinds: ['condition', 'ruleset'],
  },
}

/** What is different from the vector, or `undefined`. */
export function differenceOf({ expect, options }: Vector, answer: Answer): unknown {
  const { outcome, code } = expect
  const told = { outcome: answer.outcome, ...(code !== undefined && { code: answer.code }) }
  const wanted = { outcome, ...(code !== undefined && { code }) }
  if (!isSame(told, wanted)) return { told: { ...told, ...answer }, wanted }
  if (outcome === 'throws') return undefined
  if (answer.fired !== undefined && expect.fired !== undefined) {
    if (!isSame(answer.fired, expect.fired)) return { told: answer.fired, wanted: expect.fired }
  }
  if (answer.events === undefined || expect.events === undefined) return undefined
  if (options.stopOnSuccess === true) return undefined
  const events = expect.events.map((event) => ({ params: {}, ...(event as object) }))
  return isSame(answer.events, events) ? undefined : { told: answer.events, wanted: events }
}

/** Whether two values are the same JSON, in whatever order their keys are. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
