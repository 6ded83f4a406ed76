/** Operators on durations of fixed length, in milliseconds or ISO 8601 text: `PT90M` is `PT1H30M`. */
import type { Operator } from './operator.ts'
import { millisOf } from './operators-date.ts'

function durationFault(value: unknown): string | undefined {
  return millisOf(value) === undefined ? 'a duration of fixed length, such as PT4H' : undefined
}

function durationOperator(
  name: string,
  compares: (duration: number, value: number) => boolean,
): Operator {
  const against = (value: unknown) => {
    const known = millisOf(value)
    return (fact: unknown) => {
      const duration = known === undefined ? undefined : millisOf(fact)
      return duration !== undefined && compares(duration, known as number)
    }
  }
  return {
    name,
    fact: 'duration',
    valueFault: durationFault,
    takes: (fact) => millisOf(fact) !== undefined,
    against,
    compare: (fact, value) => against(value)(fact),
  }
}

export const durationOperators: readonly Operator[] = [
  durationOperator('durationLessThan', (duration, value) => duration < value),
  durationOperator('durationLessThanInclusive', (duration, value) => duration <= value),
  durationOperator('durationGreaterThan', (duration, value) => duration > value),
  durationOperator('durationGreaterThanInclusive', (duration, value) => duration >= value),
]
