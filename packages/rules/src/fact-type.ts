/** A value that enums and comparisons are made of. */
export type Scalar = string | number | boolean | null

/** What values a fact may have, as far as rules are concerned. */
export type FactType =
  | { readonly kind: 'enum'; readonly values: readonly Scalar[] }
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'number'
      readonly integer: boolean
      readonly min: number
      readonly max: number
    }
  | { readonly kind: 'text' }
  /** Text with an offset. */
  | { readonly kind: 'instant' }
  /** ISO 8601 text. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'list'; readonly items: FactSpec }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, FactSpec> }
  /** Anything: rules over it have the stock semantics. */
  | { readonly kind: 'open' }

/** A type, and whether the value may be `null` or missing. */
export interface FactSpec {
  readonly type: FactType
  readonly nullable: boolean
  readonly optional: boolean
}

export const OPEN: FactSpec = { type: { kind: 'open' }, nullable: true, optional: true }

/** How a type is named to people: `one of "P1", "P2"`. */
export function describeType(type: FactType): string {
  switch (type.kind) {
    case 'enum':
      return `one of ${type.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'boolean':
      return 'true or false'
    case 'number':
      return type.integer ? 'a whole number' : 'a number'
    case 'text':
      return 'a text'
    case 'instant':
      return 'an instant with an offset'
    case 'duration':
      return 'an ISO 8601 duration'
    case 'list':
      return `a list of ${describeType(type.items.type)}`
    case 'object':
      return 'an object'
    case 'open':
      return 'anything'
  }
}
