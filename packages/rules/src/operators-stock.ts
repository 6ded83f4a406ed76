/**
 * The operators of json-rules-engine 7.3.1, with its semantics: strict equality, `contains` on lists only, and a
 * guard on the fact alone where numbers are compared.
 */
import { typeError } from '@holdfast/kernel'
import type { Operator } from './operator.ts'

const anyValue = () => undefined
const anyFact = () => true

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** Whether a list, or a text, has a member. */
function has(value: unknown, searched: unknown): boolean {
  if (Array.isArray(value)) return value.indexOf(searched) > -1
  // The stock engine asks a text whether the fact is a part of it.
  if (typeof value === 'string') return hasPart(value, searched)
  throw typeError('value-not-list', '`in` and `notIn` need a list to look in')
}

function hasPart(text: string, searched: unknown): boolean {
  try {
    return text.indexOf(searched as string) > -1
  } catch {
    // Symbols, and objects that cannot be turned into text.
    return false
  }
}

function listFault(value: unknown): string | undefined {
  return Array.isArray(value) ? undefined : 'a list of values'
}

/** Membership in a known list; a set where the list is long. NaN is in no list, and an object only in its own. */
function inList(value: unknown): (fact: unknown) => boolean {
  const list = (value as readonly unknown[]).filter((one) => isScalar(one) && !Number.isNaN(one))
  if (list.length > 6) {
    const set = new Set(list)
    return (fact) => set.has(fact)
  }
  return (fact) => list.includes(fact)
}

function equality(name: string, negated: boolean): Operator {
  return {
    name,
    fact: 'scalar',
    valueFault: anyValue,
    takes: anyFact,
    compare: (fact, value) => (fact === value) !== negated,
    against: (value) => (negated ? (fact) => fact !== value : (fact) => fact === value),
  }
}

function membership(name: string, negated: boolean): Operator {
  return {
    name,
    fact: 'scalar',
    valueFault: listFault,
    takes: anyFact,
    throws: true,
    compare: (fact, value) => has(value, fact) !== negated,
    against: (value) => {
      const isIn = inList(value)
      return negated ? (fact) => !isIn(fact) : isIn
    },
  }
}

function containment(name: string, negated: boolean): Operator {
  return {
    name,
    fact: 'list',
    valueFault: anyValue,
    takes: Array.isArray,
    compare: (fact, value) => Array.isArray(fact) && fact.indexOf(value) > -1 !== negated,
  }
}

/** What the stock engine takes for a number on the side of the fact: anything whose text begins like one. */
export function beginsLikeNumber(fact: unknown): boolean {
  if (typeof fact === 'number') return !Number.isNaN(fact)
  try {
    return !Number.isNaN(Number.parseFloat(fact as string))
  } catch {
    // Symbols, and objects that cannot be turned into text.
    return false
  }
}

type Ordered = number

function order(name: string, compares: (fact: Ordered, value: Ordered) => boolean): Operator {
  /** Any two values; those that cannot be ordered at all are not. */
  function comparesAny(fact: unknown, value: unknown): boolean {
    if (!beginsLikeNumber(fact)) return false
    try {
      return compares(fact as Ordered, value as Ordered)
    } catch {
      return false
    }
  }
  return {
    name,
    fact: 'number',
    valueFault: anyValue,
    takes: beginsLikeNumber,
    compare: comparesAny,
    against: (value) =>
      typeof value === 'number'
        ? (fact) => (typeof fact === 'number' ? compares(fact, value) : comparesAny(fact, value))
        : (fact) => comparesAny(fact, value),
  }
}

export const stockOperators: readonly Operator[] = [
  equality('equal', false),
  equality('notEqual', true),
  membership('in', false),
  membership('notIn', true),
  containment('contains', false),
  containment('doesNotContain', true),
  order('lessThan', (fact, value) => fact < value),
  order('lessThanInclusive', (fact, value) => fact <= value),
  order('greaterThan', (fact, value) => fact > value),
  order('greaterThanInclusive', (fact, value) => fact >= value),
]
