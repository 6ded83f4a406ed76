import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { stringify } from 'yaml'
import { jsonErrorAt } from '../src/json-error.ts'
import { fromJson, fromYaml } from '../src/source.ts'

const NAME = { name: 'acme' }
const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false })
const indents = fc.constantFrom('', ' ', '  ', '\t')

test.prop([json, indents])('JSON is read as JSON.parse reads it', (value, indent) => {
  const text = JSON.stringify(value, null, indent)
  const { value: read, findings } = fromJson(text, NAME)
  expect(findings).toEqual([])
  expect(read).toEqual(JSON.parse(text))
})

test.prop([json, indents])(
  'every value of a JSON text stands where its position says',
  (value, indent) => {
    const text = JSON.stringify(value, null, indent)
    const source = fromJson(text, NAME)
    const lines = text.split('\n')
    const look = (part: unknown, pointer: string): void => {
      const { line, column } = source.positionOf(pointer) ?? { line: 0, column: 0 }
      const first = JSON.stringify(part)[0]
      expect(lines[line - 1]?.[column - 1]).toBe(first)
      if (typeof part !== 'object' || part === null) return
      for (const [key, inner] of Object.entries(part)) {
        look(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
      }
    }
    look(source.value, '')
  },
)

test.prop([json])('YAML gives back what was written as YAML', (value) => {
  const plain = JSON.parse(JSON.stringify(value)) as unknown
  const { value: read, findings } = fromYaml(stringify(plain), NAME)
  expect(findings).toEqual([])
  expect(read).toEqual(plain)
})

const slips = fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', 'x', '1', ' ', '\n', '\\')

test.prop([json, fc.nat(), slips])(
  'a JSON text with a slip has a value or one finding',
  (value, place, slip) => {
    const text = JSON.stringify(value, null, ' ')
    const at = place % (text.length + 1)
    const slipped = `${text.slice(0, at)}${slip}${text.slice(at + 1)}`
    const { value: read, findings } = fromJson(slipped, NAME)
    const syntax = findings.filter(({ message }) => message !== 'Map keys must be unique')
    let parsed: unknown
    try {
      parsed = JSON.parse(slipped)
    } catch {
      expect(syntax).toHaveLength(1)
      expect(read).toBeUndefined()
      // What stands before the place could still become JSON; with what stands there it cannot.
      const stop = jsonErrorAt(slipped)
      expect(stop).toBeLessThanOrEqual(slipped.length)
      expect(jsonErrorAt(slipped.slice(0, stop))).toBe(stop)
      return
    }
    expect(syntax).toEqual([])
    expect(read).toEqual(parsed)
    expect(jsonErrorAt(slipped)).toBe(slipped.length)
  },
)

test.prop([
  fc.string({ unit: fc.constantFrom(...'ab:-[]{}&*!|>#"\',?%@` \n\t'.split('')), maxLength: 40 }),
])('no text makes the readers throw', (text) => {
  for (const source of [fromYaml(text, NAME), fromJson(text, NAME)]) {
    for (const { line, column } of source.findings) {
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
    }
  }
})
