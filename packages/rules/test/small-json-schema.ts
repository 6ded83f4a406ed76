/** As much of JSON Schema (2020-12) as the schemas of this package say. */
type Schema = Readonly<Record<string, unknown>>

/** Whether a document fits a schema. */
export function fitsSchema(root: object, document: unknown): boolean {
  const fits = (schema: unknown, value: unknown): boolean => {
    if (typeof schema === 'boolean') return schema
    return Object.entries(schema as Schema).every(([keyword, wanted]) => {
      const test = KEYWORDS[keyword]
      if (test === undefined) throw new Error(`no such keyword: ${keyword}`)
      return test({ wanted, value, schema: schema as Schema, root: root as Schema, fits })
    })
  }
  return fits(root, document)
}

interface Asked {
  readonly wanted: unknown
  readonly value: unknown
  readonly schema: Schema
  readonly root: Schema
  fits(schema: unknown, value: unknown): boolean
}

const always = () => true

const KEYWORDS: Readonly<Record<string, (asked: Asked) => boolean>> = {
  $schema: always,
  $defs: always,
  id: always,
  description: always,
  title: always,
  examples: always,
  default: always,
  format: always,
  // Asked together with `if`, and with `properties`.
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
  then: always,
  additionalProperties: ({ wanted, value, schema, fits }) =>
    entriesOf(value).every(
      ([key, part]) => Object.hasOwn(schema['properties'] ?? {}, key) || fits(wanted, part),
    ),
  $ref: ({ wanted, value, root, fits }) => fits(pointed(root, wanted as string), value),
  type: ({ wanted, value }) => [wanted].flat().some((type) => isOfType(type as string, value)),
  const: ({ wanted, value }) => value === wanted,
  enum: ({ wanted, value }) => (wanted as unknown[]).includes(value),
  anyOf: ({ wanted, value, fits }) => (wanted as unknown[]).some((one) => fits(one, value)),
  allOf: ({ wanted, value, fits }) => (wanted as unknown[]).every((one) => fits(one, value)),
  not: ({ wanted, value, fits }) => !fits(wanted, value),
  if: ({ wanted, value, schema, fits }) =>
    !fits(wanted, value) || fits(schema['then'] ?? true, value),
  required: ({ wanted, value }) =>
    !isRecord(value) || (wanted as string[]).every((key) => Object.hasOwn(value, key)),
  properties: ({ wanted, value, fits }) =>
    entriesOf(value).every(([key, part]) => {
      const inner = wanted as Schema
      return !Object.hasOwn(inner, key) || fits(inner[key], part)
    }),
  propertyNames: ({ wanted, value, fits }) => entriesOf(value).every(([key]) => fits(wanted, key)),
  items: ({ wanted, value, fits }) =>
    !Array.isArray(value) || value.every((one) => fits(wanted, one)),
  minItems: ({ wanted, value }) => !Array.isArray(value) || value.length >= (wanted as number),
  minLength: ({ wanted, value }) => typeof value !== 'string' || value.length >= (wanted as number),
  pattern: ({ wanted, value }) =>
    typeof value !== 'string' || new RegExp(wanted as string, 'u').test(value),
  minimum: ({ wanted, value }) => typeof value !== 'number' || value >= (wanted as number),
  maximum: ({ wanted, value }) => typeof value !== 'number' || value <= (wanted as number),
}

function pointed(root: Schema, ref: string): unknown {
  return ref
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Schema)[key], root)
}

function entriesOf(value: unknown): [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : []
}

function isRecord(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'array':
      return Array.isArray(value)
    case 'null':
      return value === null
    case 'object':
      return isRecord(value)
    default:
      return typeof value === type
  }
}
