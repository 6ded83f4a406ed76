import {
  A_IS_1,
  boolean,
  conditionsIn,
  depthOf,
  hasOther,
  isHostile,
  isInSubset,
  isLeaf,
  isNumber,
  isOperator,
  isRecord,
  lacksList,
  leaf,
  nested,
  reaches,
  references,
  roots,
  rule,
  ruleOf,
  someCondition,
  someLeaf,
  somePath,
  someReference,
  someRule,
} from './rule-shapes.ts'
import type { Question } from './rules.ts'

/** Something the stock engine takes and we refuse, recognized by what is written in the document. */
export interface Deviation {
  readonly name: string
  /** What the stock engine does with it, or why it is refused here. */
  readonly reason: string
  /** The code of the finding. */
  readonly code: string
  readonly isIn: (question: Question) => boolean
  /** The smallest document it is in. */
  readonly example: Partial<Question>
}

export const DEVIATIONS: readonly Deviation[] = [
  {
    name: 'script or filter in a path',
    reason: 'the stock engine runs it, and it can change the facts',
    code: 'path-script',
    isIn: somePath((path) => /[()?@]/.test(path)),
    example: leaf({ path: '$.list[?(@.n > 1)]' }),
  },
  {
    name: 'path to a prototype',
    reason: 'it throws, or reads what no fact holds',
    code: 'path-hostile',
    isIn: somePath((path) => !/[()?@]/.test(path) && isHostile(path)),
    example: leaf({ path: '$.constructor' }),
  },
  {
    name: 'path outside the subset',
    reason: 'slices, unions and descents: what they find is easily mistaken',
    code: 'path-invalid',
    isIn: somePath((path) => !/[()?@]/.test(path) && !isHostile(path) && !isInSubset(path)),
    example: leaf({ path: '$..n' }),
  },
  {
    name: 'two of `all`, `any`, `not` and `condition` in one',
    reason: 'all but one are passed over in silence',
    code: 'condition-ambiguous',
    isIn: someCondition((raw) => boolean(raw).length > 1),
    example: { conditions: { all: [A_IS_1], any: [A_IS_1] } },
  },
  {
    name: 'empty `any`',
    reason: 'it holds for every request',
    code: 'any-empty',
    isIn: someCondition(({ any }) => Array.isArray(any) && any.length === 0),
    example: { conditions: { any: [] } },
  },
  {
    name: 'unknown operator',
    reason: 'it throws at run time, and only if it is asked',
    code: 'operator-unknown',
    isIn: someLeaf(({ operator }) => !isOperator(operator)),
    example: leaf({ operator: 'nope' }),
  },
  {
    name: '`in` or `notIn` without a list',
    reason: 'a text is searched for a part; anything else throws at run time',
    code: 'value-invalid',
    isIn: someLeaf(({ operator, value }) => isOperator(operator) && lacksList(operator, value)),
    example: leaf({ operator: 'in', value: 'abc' }),
  },
  {
    name: 'fact without a name',
    reason: 'it throws at run time, or is missing',
    code: 'fact-invalid',
    isIn: someReference(({ fact }) => typeof fact !== 'string' || fact === ''),
    example: leaf({ fact: '' }),
  },
  {
    name: 'condition that refers to itself',
    reason: 'the stack overflows at run time',
    code: 'condition-recursive',
    isIn: (question) => [...references(question)].some((name) => reaches(name, name, question)),
    example: { conditions: { condition: 'r' }, named: { r: { all: [{ condition: 'r' }] } } },
  },
  {
    name: 'unknown condition',
    reason: 'it throws at run time; `allowUndefinedConditions` lets it stand here as there',
    code: 'condition-unknown',
    isIn: (question) =>
      question.options.allowUndefinedConditions !== true &&
      [...references(question)].some((name) => !Object.hasOwn(question.named ?? {}, name)),
    example: { conditions: { condition: 'nope' } },
  },
  {
    name: 'condition whose name is no text, or empty',
    reason: 'it is as unknown as any other',
    code: 'condition-invalid',
    isIn: someCondition(
      (raw) =>
        Object.hasOwn(raw, 'condition') &&
        (typeof raw['condition'] !== 'string' || raw['condition'] === ''),
    ),
    example: { conditions: { condition: 7 } },
  },
  {
    name: 'conditions that lie too deep in each other',
    reason: 'more than 64 levels; deep ones overflow the stack',
    code: 'condition-too-deep',
    isIn: (question) => Math.max(...roots(question).map(([raw]) => depthOf(raw))) > 64,
    example: { conditions: nested(70) },
  },
  {
    name: 'condition with too many comparisons',
    reason: 'more than 10,000, with named conditions in place of their names',
    code: 'condition-too-large',
    isIn: (question) => [...conditionsIn(question)].filter(([raw]) => isLeaf(raw)).length > 10_000,
    example: { conditions: { all: Array.from({ length: 10_001 }, () => A_IS_1) } },
  },
  {
    name: 'priority that is no number',
    reason: '`7x` is read as 7, and other texts as NaN',
    code: 'priority-invalid',
    isIn: someCondition((raw) => raw['priority'] !== undefined && !isNumber(raw['priority'])),
    example: leaf({ priority: '7x' }),
  },
  {
    name: 'rule priority that is no number',
    reason: '`7x` is read as 7, and a rule of priority NaN goes last',
    code: 'wrong-type',
    isIn: someRule(({ priority }) => priority !== undefined && !isNumber(priority)),
    example: rule({ priority: 'high' }),
  },
  {
    name: 'rule priority that is no plain number',
    reason: '`1e21` and `1e-7` are read as 1',
    code: 'priority-invalid',
    isIn: someRule(
      ({ priority }) =>
        typeof priority === 'number' && (priority >= 2 ** 53 || (priority > 0 && priority < 1)),
    ),
    example: rule({ priority: 1e21 }),
  },
  {
    name: 'rule without a name',
    reason: 'nothing can say which rule it was',
    code: 'missing',
    isIn: someRule(({ name }) => name === undefined),
    example: rule({ name: undefined }),
  },
  {
    name: 'rule whose name is no text',
    reason: 'ids are texts',
    code: 'wrong-type',
    isIn: someRule(({ name }) => name !== undefined && typeof name !== 'string'),
    example: rule({ name: 7 }),
  },
  {
    name: 'two rules of one name',
    reason: 'nothing can say which of them it was',
    code: 'id-repeated',
    isIn: ({ rules = [] }) => new Set(rules.map(({ name }) => name)).size < rules.length,
    example: { kind: 'ruleset', rules: [ruleOf({}), ruleOf({})] },
  },
  {
    name: 'event of the type `error`',
    reason: 'the run is rejected without an error',
    code: 'event-reserved',
    isIn: someRule(({ event }) => event?.type === 'error'),
    example: rule({ event: { type: 'error' } }),
  },
  {
    name: 'empty rule name or event type',
    reason: 'nothing can be called by it',
    code: 'invalid-value',
    isIn: someRule(({ name, event }) => name === '' || event?.type === ''),
    example: rule({ name: '' }),
  },
  {
    name: 'event type that leads to a prototype',
    reason: 'handlers looked up by it in an object are not the ones that are meant',
    code: 'key-hostile',
    isIn: someRule(({ event }) =>
      ['__proto__', 'constructor', 'prototype'].includes(event?.type as string),
    ),
    example: rule({ event: { type: 'constructor' } }),
  },
  {
    name: 'event that is no object',
    reason: 'a rule without one gets the type `unknown`',
    code: 'wrong-type',
    isIn: someRule(({ event }) => event !== undefined && !isRecord(event)),
    example: rule({ event: null }),
  },
  {
    name: 'event type that is no text',
    reason: 'actions have names',
    code: 'wrong-type',
    isIn: someRule(({ event }) => event?.type !== undefined && typeof event.type !== 'string'),
    example: rule({ event: { type: 7 } }),
  },
  {
    name: 'event parameters that are no object',
    reason: 'parameters have names',
    code: 'wrong-type',
    isIn: someRule(({ event }) => event?.params !== undefined && !isRecord(event.params)),
    example: rule({ event: { type: 'go', params: 'fast' } }),
  },
  {
    name: 'unknown key in a rule or an event',
    reason: 'a slip of the pen would change nothing',
    code: 'unknown-key',
    isIn: someRule(
      ({ event, ...raw }) =>
        hasOther(raw, ['name', 'conditions', 'priority']) ||
        (isRecord(event) && hasOther(event, ['type', 'params'])),
    ),
    example: rule({ event: { type: 'go', when: 'now' } }),
  },
]

/** Those that are in a question; several may be. */
export function deviationsIn(question: Question): readonly Deviation[] {
  return DEVIATIONS.filter(({ isIn }) => isIn(question))
}

/** The example as a whole question. */
export function exampleOf({ example }: Deviation): Question {
  return { kind: 'condition', facts: { a: 1 }, options: {}, ...example }
}
