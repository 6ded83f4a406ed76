import { describe, expect, test } from 'vitest'
import { fieldsTable, type Schema } from './fields.ts'
import { readmes, withTables } from './tables.ts'

/** The rows of a table, without its head. */
function rows(properties: Record<string, Schema>, required: string[] = []): string[] {
  return fieldsTable({ type: 'object', properties, required }).split('\n').slice(2)
}

const text: Schema = { type: 'string' }

describe('the table of a document', () => {
  test('tells what is required and what it means', () => {
    expect(rows({ id: { ...text, description: 'Its name, a|b' }, title: text }, ['id'])).toEqual([
      '| `id` | text, required | Its name, a\\|b |',
      '| `title` | text |  |',
    ])
  })

  test.each<[string, Schema]>([
    ['date', { type: 'string', format: 'date' }],
    ['whole number 1 to 12', { type: 'integer', minimum: 1, maximum: 12 }],
    ['whole number from 0', { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }],
    ['number', { type: 'number' }],
    ['`true` or `false`', { type: 'boolean' }],
    ['`a`, `b`', { type: 'string', enum: ['a', 'b'] }],
    ['list of pairs of texts', { items: { items: text, minItems: 2, maxItems: 2 } }],
    ['record of lists of texts', { type: 'object', additionalProperties: { items: text } }],
    ['list of numbers or text', { items: { type: ['number', 'string'] } }],
    ['record of conditions', { additionalProperties: { $ref: '#/$defs/condition' } }],
    ['object', { additionalProperties: { $ref: '#/$defs/__schema1' } }],
    ['text or whole number', { anyOf: [text, { type: 'integer' }] }],
  ])('knows a %s', (type, schema) => {
    expect(rows({ field: schema })[0]).toBe(`| \`field\` | ${type} |  |`)
  })

  test('goes into objects, records and lists', () => {
    const inner = { type: 'object', properties: { name: text } }
    const paths = rows({
      one: inner,
      byId: { type: 'object', additionalProperties: inner },
      all: { type: 'array', items: inner },
    }).map((row) => row.split(' | ')[0])
    expect(paths).toEqual([
      '| `one`',
      '| `one.name`',
      '| `byId`',
      '| `byId.*.name`',
      '| `all`',
      '| `all[].name`',
    ])
  })

  test('gives neighbors that are alike one row', () => {
    const day = { type: 'array', items: text, description: 'Hours' }
    expect(rows({ mon: day, tue: day, note: text, memo: text })).toEqual([
      '| `mon`, `tue` | list of texts | Hours |',
      '| `note` | text |  |',
      '| `memo` | text |  |',
    ])
  })

  test('shows the forms of a value by their keys, and each key once', () => {
    const dated = { type: 'object', properties: { date: text, name: text }, required: ['date'] }
    const yearly = { type: 'object', properties: { month: text, name: text }, required: ['month'] }
    expect(rows({ day: { anyOf: [text, dated, yearly] } })).toEqual([
      '| `day` | text or `{ date, name? }` or `{ month, name? }` |  |',
      '| `day.date` | text |  |',
      '| `day.name` | text |  |',
      '| `day.month` | text |  |',
    ])
  })

  test('tells every fixed text by which forms of a value are told apart', () => {
    const form = (kind: string) => ({ type: 'object', properties: { kind: { const: kind } } })
    expect(rows({ rule: { anyOf: [form('rest'), form('share')] } })[1]).toBe(
      '| `rule.kind` | `rest`, `share` |  |',
    )
  })
})

test('a table goes between its marks, and nothing else changes', () => {
  const page = 'a\n<!-- fields:start x -->\nold\n<!-- fields:end -->\nb\n'
  const written = withTables(page, (name) => `table of ${name}`)
  expect(written).toBe('a\n<!-- fields:start x -->\n\ntable of x\n\n<!-- fields:end -->\nb\n')
  expect(withTables(written, (name) => `table of ${name}`)).toBe(written)
})

test('the tables in the READMEs of the packages are fresh: `pnpm tables` writes them', async () => {
  for (const { path, found, expected } of await readmes()) expect(found, path).toBe(expected)
})
