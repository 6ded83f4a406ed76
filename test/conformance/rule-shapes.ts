import { type Question, rulesOf } from './rules.ts'

/** What is written in a question, looked through without any executor. */

type Raw = Readonly<Record<string, unknown>>

export const A_IS_1 = { fact: 'a', operator: 'equal', value: 1 }
const GROUPS = ['all', 'any', 'not']
const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]
/** Stands for a path that is no text; it is none that can be read. */
const NO_TEXT = '..'
const DECORATORS = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not']
const HOSTILE = /(^|[.['"])(__proto__|constructor|prototype)(?=$|[.['"\]])/
/** Quoted, the stock engine takes these for a slice, a descent and the root. */
const NO_KEY = /\[(['"])(-?\d*:-?\d*:?\d*|\.\.|\$)\1\]/

export function leaf(parts: Raw): Partial<Question> {
  return { conditions: { all: [{ ...A_IS_1, ...parts }] } }
}

export function ruleOf(parts: Raw) {
  return { name: 'r', conditions: { all: [A_IS_1] }, event: { type: 'go' }, ...parts }
}

export function rule(parts: Raw): Partial<Question> {
  return { kind: 'ruleset', rules: [ruleOf(parts)] }
}

export function nested(depth: number): unknown {
  return depth === 0 ? { all: [] } : { not: nested(depth - 1) }
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isNumber(value: unknown): boolean {
  return typeof value === 'number'
}

export function hasOther(raw: object, known: readonly string[]): boolean {
  return Object.keys(raw).some((key) => !known.includes(key))
}

export function boolean(raw: Raw): string[] {
  return [...GROUPS, 'condition'].filter((key) => Object.hasOwn(raw, key))
}

export function isLeaf(raw: Raw): boolean {
  return boolean(raw).length === 0 && ['fact', 'operator', 'value'].every((key) => key in raw)
}

export function roots(question: Question): [unknown][] {
  const { named = {} } = question
  return [...rulesOf(question).map((one) => one.conditions), ...Object.values(named)].map((raw) => [
    raw,
  ])
}

/** Every condition as it is written, the inner ones too. */
export function* conditionsIn(question: Question): Generator<[Raw]> {
  for (const [raw] of roots(question)) yield* within(raw)
}

function* within(raw: unknown): Generator<[Raw]> {
  if (!isRecord(raw)) return
  yield [raw]
  for (const key of ['all', 'any']) {
    const children = raw[key]
    if (Array.isArray(children)) for (const child of children) yield* within(child)
  }
  yield* within(raw['not'])
}

export function depthOf(raw: unknown): number {
  if (!isRecord(raw)) return 0
  const children = GROUPS.flatMap((key) => raw[key] ?? [])
  return 1 + Math.max(0, ...children.map(depthOf))
}

export function someCondition(test: (raw: Raw) => boolean) {
  return (question: Question) => [...conditionsIn(question)].some(([raw]) => test(raw))
}

export function someLeaf(test: (raw: Raw) => boolean) {
  return someCondition((raw) => isLeaf(raw) && test(raw))
}

/** What reads a fact: comparisons, and values that refer to one. */
export function someReference(test: (raw: Raw) => boolean) {
  return someLeaf((raw) => {
    const { value } = raw
    return test(raw) || (isRecord(value) && Object.hasOwn(value, 'fact') && test(value))
  })
}

/** What is no text is no path. */
export function somePath(test: (path: string) => boolean) {
  return someReference(
    ({ path }) =>
      path !== undefined && path !== '' && test(typeof path === 'string' ? path : NO_TEXT),
  )
}

export function someRule(test: (rule: ReturnType<typeof rulesOf>[number]) => boolean) {
  return (question: Question) => rulesOf(question).some(test)
}

/** A key that leads to a prototype, or a whole path that is the name of something every object has. */
export function isHostile(path: string): boolean {
  return HOSTILE.test(path) || Object.hasOwn(Object.prototype, path)
}

/** Keys, quoted keys, indices and `[*]`. */
export function isInSubset(path: string): boolean {
  if (path === NO_TEXT || NO_KEY.test(path)) return false
  const steps = path.startsWith('$') || /^[.[]/.test(path) ? path : `.${path}`
  return /^\$?(\.([^.[\]'"`~^*,:;#$\s]+|\*)|\[(\d+|\*|'[^'"[\]`~^*,;#]*'|"[^'"[\]`~^*,;#]*")\])*$/.test(
    steps,
  )
}

export function isOperator(operator: unknown): operator is string {
  if (typeof operator !== 'string') return false
  const parts = operator.split(':')
  return (
    OPERATORS.includes(parts.pop() as string) && parts.every((part) => DECORATORS.includes(part))
  )
}

/** Whether a list is asked for that is not written there. Behind `swap` the fact is looked into. */
export function lacksList(operator: string, value: unknown): boolean {
  if (isRecord(value) && Object.hasOwn(value, 'fact')) return false
  const [first, ...rest] = operator.split(':') as [string, ...string[]]
  if (first === 'swap') return false
  if (first === 'in' || first === 'notIn') return !Array.isArray(value)
  if (rest.length === 0) return false
  const inner = rest.join(':')
  if (first !== 'someValue' && first !== 'everyValue') return lacksList(inner, value)
  return !Array.isArray(value) || value.some((one) => lacksList(inner, one))
}

/** The names that conditions refer to. */
export function* references(question: Question): Generator<string> {
  for (const [raw] of conditionsIn(question)) {
    if (typeof raw['condition'] === 'string') yield raw['condition']
  }
}

/** Whether a condition leads to another by the names it refers to. */
export function reaches(
  from: string,
  to: string,
  { named = {} }: Question,
  seen = new Set(),
): boolean {
  if (seen.has(from)) return false
  seen.add(from)
  const next = [...within(named[from])].flatMap(([raw]) => raw['condition'] ?? [])
  return next.some(
    (name) => name === to || reaches(name as string, to, { named } as Question, seen),
  )
}
