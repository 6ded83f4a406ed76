import * as z from 'zod'
import { OPERATOR_PATTERN } from './condition-document.ts'
import { ruleSetSchema } from './document.ts'
import type { FactSpec, FactType } from './fact-type.ts'
import type { FactKind } from './operator.ts'
import { OPERATOR_NAMES, operatorNamed } from './operators.ts'
import { type VocabularySchema, vocabularyOf } from './vocabulary.ts'

type Schema = Record<string, unknown>

/**
 * The JSON Schema of a rule set document, for editors. With a vocabulary it knows the facts, in conditions, tables and
 * tests: an editor completes their names, the operators that fit each and the values of enums, and marks what does not
 * exist.
 */
export function ruleSetJsonSchema({
  vocabulary,
}: {
  readonly vocabulary?: VocabularySchema
} = {}): object {
  const schema = z.toJSONSchema(ruleSetSchema, { io: 'input' }) as Schema
  if (vocabulary === undefined) return schema
  const { facts } = vocabularyOf(vocabulary)
  const definitions = schema['$defs'] as Record<string, Schema>
  const names = [...facts.keys()]
  const comparison = definitions['comparison'] as Schema
  const { fact, ...rest } = comparison['properties'] as Record<string, Schema>
  definitions['comparison'] = {
    ...comparison,
    properties: { fact: { ...fact, enum: names }, ...rest },
    allOf: [...facts].map(([name, spec]) => ({
      if: {
        properties: { fact: { const: name } },
        required: ['fact'],
        not: { required: ['path'] },
      },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
      then: { properties: comparisonOf(spec) },
    })),
  }
  const properties = schema['properties'] as Parts
  const column = partOf(properties, 'tables', 'columns')
  column['fact'] = { ...column['fact'], enum: names }
  const { catchall } = vocabulary._zod.def
  const isClosed = catchall === undefined || catchall._zod.def.type === 'never'
  const request: Schema = {
    properties: Object.fromEntries([...facts].map(([name, spec]) => [name, givenValue(spec)])),
    ...(isClosed && { additionalProperties: false }),
  }
  for (const test of [partOf(properties, 'rules', 'tests'), partOf(properties, 'tests')]) {
    const { propertyNames: _, ...written } = test['facts'] as Schema
    test['facts'] = { ...written, ...request }
  }
  return schema
}

type Parts = Record<string, Schema>

/** The properties of the elements of a list, which may lie in the elements of another. */
function partOf(properties: Parts, list: string, ...inner: string[]): Parts {
  const items = (properties[list] as { items: { properties: Parts } }).items.properties
  const [next, ...rest] = inner
  return next === undefined ? items : partOf(items, next, ...rest)
}

/** The values a fact may have in a request. */
function givenValue({ type, nullable }: FactSpec): Schema {
  const value = givenType(type)
  return nullable && type.kind !== 'open' ? { anyOf: [value, { type: 'null' }] } : value
}

function givenType(type: FactType): Schema {
  switch (type.kind) {
    case 'enum':
      return { enum: [...type.values] }
    case 'boolean':
      return { type: 'boolean' }
    case 'number':
      return {
        type: type.integer ? 'integer' : 'number',
        ...(Number.isFinite(type.min) && { minimum: type.min }),
        ...(Number.isFinite(type.max) && { maximum: type.max }),
      }
    case 'text':
    case 'instant':
    case 'duration':
      return { type: 'string' }
    case 'list':
      return { type: 'array', items: givenValue(type.items) }
    case 'object':
      return {
        type: 'object',
        properties: Object.fromEntries(
          [...type.fields].map(([name, spec]) => [name, givenValue(spec)]),
        ),
      }
    case 'open':
      return {}
  }
}

/** What may stand beside a fact of a type. */
function comparisonOf(spec: FactSpec): Schema {
  const operators = OPERATOR_NAMES.filter((name) => fits(operatorNamed(name)?.fact, spec.type))
  const element = spec.type.kind === 'list' ? spec.type.items.type : spec.type
  const value = writtenValue(element)
  return {
    operator: {
      examples: operators,
      pattern: OPERATOR_PATTERN,
    },
    ...(value !== undefined && {
      value: {
        anyOf: [
          value,
          { type: 'null' },
          { type: 'array', items: { anyOf: [value, { type: 'null' }, { type: 'array' }] } },
          { type: 'object', required: ['fact'] },
        ],
      },
    }),
  }
}

function fits(kind: FactKind | undefined, type: FactType): boolean {
  switch (type.kind) {
    case 'open':
      return true
    case 'list':
      return kind === 'list'
    case 'object':
      return false
    case 'number':
      return kind === 'number' || kind === 'scalar' || kind === 'date' || kind === 'duration'
    case 'instant':
      return kind === 'date' || kind === 'scalar'
    case 'duration':
      return kind === 'duration' || kind === 'scalar'
    case 'boolean':
      return kind === 'scalar'
    case 'text':
    case 'enum':
      return kind === 'text' || kind === 'scalar'
  }
}

/** The values a comparison with a type may name; `undefined` where any may stand. */
function writtenValue(type: FactType): Schema | undefined {
  switch (type.kind) {
    case 'enum':
      return { enum: [...type.values] }
    case 'boolean':
      return { type: 'boolean' }
    case 'number':
      return { type: ['number', 'string'] }
    default:
      return undefined
  }
}
