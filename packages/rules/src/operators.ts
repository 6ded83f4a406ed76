import type { Operator } from './operator.ts'
import { dateOperators } from './operators-date.ts'
import { durationOperators } from './operators-duration.ts'
import { stockOperators } from './operators-stock.ts'
import { textOperators } from './operators-text.ts'

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [...stockOperators, ...textOperators, ...dateOperators, ...durationOperators].map((operator) => [
    operator.name,
    operator,
  ]),
)

/** The names of all operators, as documents write them. */
export const OPERATOR_NAMES: readonly string[] = [...OPERATORS.keys()]

export function operatorNamed(name: string): Operator | undefined {
  return OPERATORS.get(name)
}
