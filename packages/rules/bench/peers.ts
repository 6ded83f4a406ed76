/** The same rules in the words of each peer. Every one answers with the ids of the rules that match. */
import { ZenEngine } from '@gorules/zen-engine'
import type { Comparison, Condition, Facts, RuleDocument } from '@holdfast/rules'
import { LogicEngine } from 'json-logic-engine'
import { Engine, type RuleProperties } from 'json-rules-engine'

/** Decides a request at once, or later. */
export interface Peer {
  readonly name: string
  decide(request: Facts): readonly string[] | Promise<readonly string[]>
}

/** By priority, then in order, as all of them are to answer. */
export function inOrder(rules: readonly RuleDocument[]): RuleDocument[] {
  return [...rules].sort((a, b) => (b.priority ?? 1) - (a.priority ?? 1))
}

/** What somebody would write who had no engine, made from the rules by hand of a generator. */
export function handWritten(rules: readonly RuleDocument[]): Peer {
  const ordered = inOrder(rules)
  const lines = ordered.map(({ id, conditions }, index) => {
    const name = JSON.stringify(id)
    return `if (${javaScript(conditions)}) { matched.push(${name}); events.push(all[${index}]) }`
  })
  const body = `const matched = [], events = []\n${lines.join('\n')}\nreturn { matched, events }`
  // A benchmark may do what the library must not.
  // oxlint-disable-next-line typescript/no-implied-eval
  const decide = new Function('all', 'request', body) as (
    all: readonly unknown[],
    request: Facts,
  ) => { matched: readonly string[] }
  const events = ordered.map(({ id, event }) => ({ rule: id, ...event }))
  return { name: 'if/else by hand', decide: (request) => decide(events, request).matched }
}

/** As its documentation shows: one engine, asked again and again. */
export function jsonRulesEngine(rules: readonly RuleDocument[]): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true })
  for (const { id, conditions, priority, event } of structuredClone(rules) as RuleDocument[]) {
    engine.addRule({ name: id, conditions, priority, event } as unknown as RuleProperties)
  }
  return {
    name: 'json-rules-engine 7.3.1',
    decide: async (request) => {
      const { results } = await engine.run(request)
      return results.map(({ name }) => name)
    },
  }
}

/** Compiled to functions, which needs `Function`. */
export function jsonLogicEngine(rules: readonly RuleDocument[]): Peer {
  const engine = new LogicEngine()
  const built = inOrder(rules).map(({ id, conditions }) => {
    return { id, test: engine.build(jsonLogic(conditions)) as (request: Facts) => unknown }
  })
  return {
    name: 'json-logic-engine 5.0.7, compiled',
    decide: (request) => built.filter(({ test }) => test(request) === true).map(({ id }) => id),
  }
}

/** A decision table that collects, in its native engine. */
export function zenEngine(rules: readonly RuleDocument[]): Peer {
  const table = {
    hitPolicy: 'collect',
    inputs: [{ id: 'when', name: 'when' }],
    outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
    rules: inOrder(rules).map(({ id, conditions }) => {
      return { _id: id, when: zen(conditions), rule: JSON.stringify(id) }
    }),
  }
  const decision = new ZenEngine().createDecision(
    Buffer.from(
      JSON.stringify({
        nodes: [
          { id: 'in', type: 'inputNode', name: 'in', content: {} },
          { id: 'table', type: 'decisionTableNode', name: 'table', content: table },
          { id: 'out', type: 'outputNode', name: 'out', content: {} },
        ],
        edges: [
          { id: 'a', sourceId: 'in', targetId: 'table', type: 'edge' },
          { id: 'b', sourceId: 'table', targetId: 'out', type: 'edge' },
        ],
      }),
    ),
  )
  return {
    name: '@gorules/zen-engine 0.54.0, table',
    decide: async (request) => {
      const { result } = await decision.evaluate(request)
      return (result as { rule: string }[]).map(({ rule }) => rule)
    },
  }
}

type Words = (comparison: Comparison) => string

function sentence(
  condition: Condition,
  words: Words,
  and: string,
  or: string,
  not: string,
): string {
  const inner = (one: Condition) => sentence(one, words, and, or, not)
  if ('all' in condition) return `(${condition.all.map(inner).join(` ${and} `)})`
  if ('any' in condition) return `(${condition.any.map(inner).join(` ${or} `)})`
  if ('not' in condition) return `${not}(${inner(condition.not)})`
  return words(condition as Comparison)
}

const ORDER: Readonly<Record<string, string>> = {
  lessThan: '<',
  lessThanInclusive: '<=',
  greaterThan: '>',
  greaterThanInclusive: '>=',
}

function factOf({ fact, path }: Comparison): string {
  return path === undefined ? fact : `${fact}${path.slice(1)}`
}

/** Careful of facts that are missing, as somebody would be who writes for real requests. */
function javaScript(condition: Condition): string {
  const words: Words = (comparison) => {
    const fact = `request.${factOf(comparison).replace('.', '?.')}`
    const value = JSON.stringify(comparison.value)
    const list = comparison.value as unknown[]
    switch (comparison.operator) {
      case 'equal':
        return `${fact} === ${value}`
      case 'in':
        return `(${list.map((one) => `${fact} === ${JSON.stringify(one)}`).join(' || ')})`
      case 'notIn':
        return `(${list.map((one) => `${fact} !== ${JSON.stringify(one)}`).join(' && ')})`
      case 'contains':
        return `(${fact} !== undefined && ${fact}.includes(${value}))`
      case 'doesNotContain':
        return `(${fact} !== undefined && !${fact}.includes(${value}))`
      default:
        return `${fact} ${ORDER[comparison.operator]} ${value}`
    }
  }
  return sentence(condition, words, '&&', '||', '!')
}

function zen(condition: Condition): string {
  const words: Words = (comparison) => {
    const fact = factOf(comparison)
    const value = JSON.stringify(comparison.value)
    switch (comparison.operator) {
      case 'equal':
        return `${fact} == ${value}`
      case 'in':
        return `${fact} in ${value}`
      case 'notIn':
        return `${fact} not in ${value}`
      case 'contains':
        return `(${fact} != null and contains(${fact}, ${value}))`
      case 'doesNotContain':
        return `(${fact} != null and not(contains(${fact}, ${value})))`
      default:
        return `(${fact} != null and ${fact} ${ORDER[comparison.operator]} ${value})`
    }
  }
  return sentence(condition, words, 'and', 'or', 'not ')
}

function jsonLogic(condition: Condition): object {
  if ('all' in condition) return { and: condition.all.map(jsonLogic) }
  if ('any' in condition) return { or: condition.any.map(jsonLogic) }
  if ('not' in condition) return { '!': [jsonLogic(condition.not)] }
  const comparison = condition as Comparison
  const fact = { var: factOf(comparison) }
  const { value } = comparison
  // What is missing is null there, and null is less than any number.
  const given = { '!==': [fact, null] }
  switch (comparison.operator) {
    case 'equal':
      return { '===': [fact, value] }
    case 'in':
      return { in: [fact, value] }
    case 'notIn':
      return { '!': [{ in: [fact, value] }] }
    case 'contains':
      return { in: [value, fact] }
    case 'doesNotContain':
      return { and: [given, { '!': [{ in: [value, fact] }] }] }
    default:
      return { and: [given, { [ORDER[comparison.operator] as string]: [fact, value] }] }
  }
}
