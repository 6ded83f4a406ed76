/** Compares a fact with a value. `at` is the instant asked at. */
export type Comparison = (fact: unknown, value: unknown, at: number) => boolean

/** What kind of fact an operator is meant for: what a typed vocabulary is held against. */
export type FactKind = 'scalar' | 'number' | 'text' | 'list' | 'date' | 'duration'

/** An operator: how it compares, and what may stand on its two sides. */
export interface Operator {
  readonly name: string
  readonly fact: FactKind
  /** What the value must be, or `undefined` when any will do. Told of every value that is written in a document. */
  readonly valueFault: (value: unknown) => string | undefined
  readonly compare: Comparison
  /** A comparison with one known value, where that can be made faster. */
  readonly against?: (value: unknown) => (fact: unknown, at: number) => boolean
  /** Whether it says anything about a fact: false for a text where a number is asked for. */
  readonly takes: (fact: unknown) => boolean
  /** Whether it depends on the instant asked at. */
  readonly relative?: boolean
  /** Whether it throws where its value is neither a list nor a text, as the stock engine does. */
  readonly throws?: boolean
}
