import { quote, rangeError } from '@holdfast/kernel'

/** The first of many things by an order, as many as asked for, with no more than twice as many kept. */
export interface FirstOf<T> {
  add(one: T): void
  /** The first ones, in order. */
  kept(): readonly T[]
  /** How many more were added. */
  leftOut(): number
}

/** Throws `RangeError` `limit-invalid` unless the limit is whole and not negative. */
export function firstOf<T>(limit: number, compare: (a: T, b: T) => number): FirstOf<T> {
  if (!Number.isSafeInteger(limit) || limit < 0) {
    throw rangeError('limit-invalid', `${quote(limit)} is not a number of things to list`)
  }
  const found: T[] = []
  let added = 0
  const tidy = () => found.sort(compare).splice(limit)
  return {
    add(one) {
      added++
      found.push(one)
      if (found.length > 2 * limit) tidy()
    },
    kept() {
      tidy()
      return [...found]
    },
    leftOut: () => added - Math.min(added, limit),
  }
}

/** Text by its code units, the same in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
