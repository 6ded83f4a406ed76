import { ruleSetJsonSchema } from '@holdfast/rules'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'

const vocabulary = z.object({
  severity: z.enum(['P1', 'P2']),
  users: z.int().min(0).max(100).nullable(),
  tags: z.array(z.string()).optional(),
  contract: z.object({ level: z.enum(['gold', 'silver']), endsAt: z.iso.datetime() }).optional(),
})

/** The part of a schema at a path of keys. */
function at(schema: unknown, ...keys: string[]): unknown {
  return keys.reduce((part, key) => (part as Record<string, unknown>)[key], schema)
}

const REQUESTS = [
  ['a rule', ['rules', 'items', 'properties', 'tests', 'items', 'properties', 'facts']],
  ['the set', ['tests', 'items', 'properties', 'facts']],
] as const

describe('an editor that knows the vocabulary', () => {
  const schema = ruleSetJsonSchema({ vocabulary })

  test('offers its facts in conditions and in the columns of tables', () => {
    const names = ['severity', 'users', 'tags', 'contract']
    const columns = ['tables', 'items', 'properties', 'columns', 'items', 'properties', 'fact']
    expect(at(schema, '$defs', 'comparison', 'properties', 'fact', 'enum')).toEqual(names)
    expect(at(schema, 'properties', ...columns, 'enum')).toEqual(names)
  })

  test.each(REQUESTS)('offers facts and values in the tests of %s, and marks others', (_, path) => {
    expect(at(schema, 'properties', ...path)).toEqual({
      type: 'object',
      description: 'A request, as facts',
      properties: {
        severity: { enum: ['P1', 'P2'] },
        users: { anyOf: [{ type: 'integer', minimum: 0, maximum: 100 }, { type: 'null' }] },
        tags: { type: 'array', items: { type: 'string' } },
        contract: {
          type: 'object',
          properties: { level: { enum: ['gold', 'silver'] }, endsAt: { type: 'string' } },
        },
      },
      additionalProperties: false,
    })
  })

  test('marks no other facts where the vocabulary takes any', () => {
    const open = ruleSetJsonSchema({ vocabulary: vocabulary.loose() })
    for (const [, path] of REQUESTS) {
      expect(at(open, 'properties', ...path)).not.toHaveProperty('additionalProperties', false)
    }
  })
})

test('an editor that knows no vocabulary takes any facts', () => {
  const schema = ruleSetJsonSchema()
  expect(at(schema, '$defs', 'comparison', 'properties', 'fact')).not.toHaveProperty('enum')
  expect(at(schema, 'properties', ...REQUESTS[1][1])).not.toHaveProperty('properties')
})
