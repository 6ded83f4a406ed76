import { type Coded, type Duration, quote, rangeError, toMillis, typeError } from '@holdfast/kernel'

/** How many agents, and how much load in erlangs, there are at most. */
export const MOST_AGENTS = 1_000_000

/** What is wrong with one input. */
export type Fault = Coded<RangeError> | Coded<TypeError>

/**
 * Throws when an input is wrong: one error that names every wrong value, with the code of the first. It is a `TypeError`
 * where a value has the wrong type, a `RangeError` otherwise.
 */
export function assertFit(faults: readonly (Fault | undefined)[]): void {
  const found = faults.filter((fault) => fault !== undefined)
  const first = found.find((fault) => fault instanceof TypeError) ?? found[0]
  if (first === undefined) return
  const message = found.map((fault) => fault.message).join('; ')
  throw first instanceof TypeError
    ? typeError(first.code, message)
    : rangeError(first.code, message)
}

/** A number from `from` to `to`, both included. */
export function amountFault(
  name: string,
  value: number,
  from = 0,
  to = Number.MAX_VALUE,
): Fault | undefined {
  return numberFault(name, value, value >= from && value <= to, `${from} to ${to}`)
}

/** A whole number from `from` to `to`, both included. */
export function countFault(
  name: string,
  value: number,
  from: number,
  to = MOST_AGENTS,
): Fault | undefined {
  const isFit = Number.isSafeInteger(value) && value >= from && value <= to
  return numberFault(name, value, isFit, `a whole number from ${from} to ${to}`)
}

/** A share of which less than all is meant: 0.3 for 30 %. */
export function partFault(name: string, value: number): Fault | undefined {
  return numberFault(name, value, value >= 0 && value < 1, 'from 0 to less than 1')
}

/** A share of which more than nothing is meant: 0.85 for 85 %. */
export function limitFault(name: string, value: number): Fault | undefined {
  return numberFault(name, value, value > 0 && value <= 1, 'more than 0, at most 1')
}

/** A time of fixed length. */
export function lengthFault(
  name: string,
  value: Duration,
  isNothingFit = false,
): Fault | undefined {
  try {
    const millis = toMillis(value)
    if (millis > 0 || (millis === 0 && isNothingFit)) return undefined
  } catch (error) {
    return Object.assign(error as Fault, { message: `${name}: ${(error as Fault).message}` })
  }
  return rangeError(codeOf(name), `${name} ${quote(value)} is not a time that passes`)
}

function numberFault(name: string, value: unknown, isFit: boolean, expected: string) {
  const message = `${name} is ${quote(value)}, expected ${expected}`
  if (typeof value !== 'number') return typeError(codeOf(name), message)
  return isFit ? undefined : rangeError(codeOf(name), message)
}

function codeOf(name: string): string {
  return `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-invalid`
}
