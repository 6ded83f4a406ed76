/**
 * Operators on instants, which the stock engine compares as text, wrong wherever offsets differ. A fact is epoch
 * milliseconds, text with an offset, or an object that knows its instant. The relative ones count back or forward
 * from the instant asked at, in durations of fixed length.
 */
import { type InstantLike, parseInstant, toInstant, toMillis } from '@holdfast/kernel'
import type { Operator } from './operator.ts'

/** The instant of a fact, or `undefined` when it is none. */
export function instantOf(fact: unknown): number | undefined {
  if (typeof fact === 'number') return Number.isSafeInteger(fact) ? fact : undefined
  if (typeof fact === 'string') return parseInstant(fact)
  if (typeof fact !== 'object' || fact === null) return undefined
  try {
    return toInstant(fact as InstantLike)
  } catch {
    return undefined
  }
}

/** The milliseconds of a duration of fixed length, or `undefined`. */
export function millisOf(value: unknown): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  try {
    return toMillis(value)
  } catch {
    return undefined
  }
}

function instantFault(value: unknown): string | undefined {
  return typeof value !== 'object' && instantOf(value) !== undefined
    ? undefined
    : 'an instant with an offset, such as 2026-03-01T09:00:00Z'
}

function spanFault(value: unknown): string | undefined {
  const millis = millisOf(value)
  return millis !== undefined && millis >= 0
    ? undefined
    : 'a duration of fixed length that is not negative, such as PT4H or PT48H'
}

function dateOperator(
  name: string,
  measure: (value: unknown) => number | undefined,
  compares: (instant: number, value: number, at: number) => boolean,
  rest: Pick<Operator, 'valueFault' | 'relative'>,
): Operator {
  const against = (value: unknown) => {
    const known = measure(value)
    return (fact: unknown, at: number) => {
      const instant = known === undefined ? undefined : instantOf(fact)
      return instant !== undefined && compares(instant, known as number, at)
    }
  }
  return {
    name,
    fact: 'date',
    takes: (fact) => instantOf(fact) !== undefined,
    against,
    compare: (fact, value, at) => against(value)(fact, at),
    ...rest,
  }
}

function fixed(name: string, compares: (instant: number, value: number) => boolean): Operator {
  return dateOperator(name, instantOf, compares, { valueFault: instantFault })
}

function relative(
  name: string,
  compares: (instant: number, span: number, at: number) => boolean,
): Operator {
  return dateOperator(name, millisOf, compares, { valueFault: spanFault, relative: true })
}

export const dateOperators: readonly Operator[] = [
  fixed('dateBefore', (instant, value) => instant < value),
  fixed('dateOnOrBefore', (instant, value) => instant <= value),
  fixed('dateAfter', (instant, value) => instant > value),
  fixed('dateOnOrAfter', (instant, value) => instant >= value),
  relative('dateOlderThan', (instant, span, at) => at - instant > span),
  relative('dateWithinLast', (instant, span, at) => instant <= at && at - instant <= span),
  relative('dateWithinNext', (instant, span, at) => instant >= at && instant - at <= span),
]
