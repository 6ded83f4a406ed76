import { typeError } from '@holdfast/kernel'
import type { Comparison, Operator } from './operator.ts'
import { operatorNamed } from './operators.ts'

/** What wraps an operator: `not:equal`, `someFact:in`. */
export type Decorator = 'someFact' | 'everyFact' | 'someValue' | 'everyValue' | 'swap' | 'not'

export const DECORATORS: readonly Decorator[] = [
  'someFact',
  'everyFact',
  'someValue',
  'everyValue',
  'swap',
  'not',
]

/** An operator with its decorators, as a condition names it: `not:someFact:equal`. */
export interface Operation {
  readonly name: string
  readonly operator: Operator
  /** Outermost first. */
  readonly decorators: readonly Decorator[]
  readonly compare: Comparison
}

/** The operation of a name, or the part of it that nobody knows. */
export function operationNamed(
  name: string,
): Operation | { readonly unknown: string; readonly kind: 'decorator' | 'operator' } {
  const parts = name.split(':')
  const base = parts.pop() as string
  const operator = operatorNamed(base)
  const stranger = parts.find((part) => !DECORATORS.includes(part as Decorator))
  if (stranger !== undefined) return { unknown: stranger, kind: 'decorator' }
  if (operator === undefined) return { unknown: base, kind: 'operator' }
  const decorators = parts as Decorator[]
  const compare = decorators.reduceRight<Comparison>(decorate, operator.compare)
  return { name, operator, decorators, compare }
}

/** As json-rules-engine decorates: what asks for a list of facts is false for anything else, even an empty one counts. */
function decorate(next: Comparison, decorator: Decorator): Comparison {
  switch (decorator) {
    case 'someFact':
      return (fact, value, at) => Array.isArray(fact) && fact.some((one) => next(one, value, at))
    case 'everyFact':
      return (fact, value, at) => Array.isArray(fact) && fact.every((one) => next(one, value, at))
    case 'someValue':
      return (fact, value, at) => listOf(value).some((one) => next(fact, one, at))
    case 'everyValue':
      return (fact, value, at) => listOf(value).every((one) => next(fact, one, at))
    case 'swap':
      return (fact, value, at) => next(value, fact, at)
    case 'not':
      return (fact, value, at) => !next(fact, value, at)
  }
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw typeError('value-not-list', '`someValue` and `everyValue` need a list of values')
}

/** What a value written in a document must be, or `undefined` when it may stand. Behind a `swap` anything may. */
export function valueFault(
  { operator, decorators }: Operation,
  value: unknown,
): string | undefined {
  let values = [value]
  for (const decorator of decorators) {
    if (decorator === 'swap') return undefined
    if (decorator !== 'someValue' && decorator !== 'everyValue') continue
    if (!values.every(Array.isArray)) return 'a list of values'
    values = values.flat()
  }
  for (const one of values) {
    const fault = operator.valueFault(one)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Whether some facts make it throw, when its value is written in a document (`true`) or comes from a fact. */
export function mayThrow({ operator, decorators }: Operation, isWritten: boolean): boolean {
  const asksForList =
    operator.throws === true ||
    decorators.some((decorator) => decorator === 'someValue' || decorator === 'everyValue')
  return asksForList && (!isWritten || decorators.includes('swap'))
}
