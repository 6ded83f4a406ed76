import { describe, expect, test } from 'vitest'
import { formatFinding, isDocumentSource } from '../src/index.ts'
import { fromJson, fromYaml } from '../src/source.ts'
import { expectNoPollution, positions } from './expectations.ts'

const NAME = { name: 'acme' }

const YAML = `# The desk of Acme
id: acme
hours:
  mon: [["08:00", "12:00"]] # no afternoon
  tue:
    - ["09:00", "17:00"]
empty:
'a/b': 1
`

const JSON_WITH_TABS =
  '{\n\t"id": "acme",\n\t"hours": {\n\t\t"mon": [["08:00",\n\t\t\t"12:00"]]\n\t}\n}'

describe('a YAML text', () => {
  test('gives its plain data, without findings', () => {
    const { name, value, findings } = fromYaml(YAML, NAME)
    expect(name).toBe('acme')
    expect(findings).toEqual([])
    expect(value).toEqual({
      id: 'acme',
      hours: { mon: [['08:00', '12:00']], tue: [['09:00', '17:00']] },
      empty: null,
      'a/b': 1,
    })
  })

  test.each([
    ['/id', 2, 5, 2, 1],
    ['/hours', 4, 3, 3, 1],
    ['/hours/mon', 4, 8, 4, 3],
    ['/hours/mon/0/1', 4, 19, 4, 19],
    ['/hours/tue/0/0', 6, 8, 6, 8],
    ['/empty', 7, 7, 7, 1],
    ['/a~1b', 8, 8, 8, 1],
  ])(
    'has %s at line %i, column %i, and the key at %i:%i',
    (pointer, line, column, keyLine, keyColumn) => {
      const source = fromYaml(YAML, NAME)
      expect(source.positionOf(pointer)).toEqual({ line, column })
      expect(source.positionOf(pointer, 'key')).toEqual({ line: keyLine, column: keyColumn })
    },
  )

  test('puts what is missing where it should stand', () => {
    const source = fromYaml(YAML, NAME)
    expect(source.positionOf('/hours/wed')).toEqual(source.positionOf('/hours'))
    expect(source.positionOf('/hours/wed/0/1')).toEqual(source.positionOf('/hours'))
    expect(source.positionOf('/version')).toEqual(source.positionOf(''))
    expect(source.positionOf('')).toEqual({ line: 2, column: 1 })
  })

  test('has positions also after line ends of Windows', () => {
    expect(fromYaml('a: 1\r\nb: 2\r\n', NAME).positionOf('/b')).toEqual({ line: 2, column: 4 })
  })

  test('puts what an alias stands for at the alias', () => {
    const source = fromYaml('day: &day ["08:00"]\nmon: *day\n', NAME)
    expect(source.value).toEqual({ day: ['08:00'], mon: ['08:00'] })
    expect(source.positionOf('/mon')).toEqual({ line: 2, column: 6 })
    expect(source.positionOf('/mon/0')).toEqual({ line: 2, column: 6 })
    expect(source.positionOf('/mon', 'key')).toEqual({ line: 2, column: 1 })
  })

  test('can be empty', () => {
    expect(fromYaml('', NAME)).toMatchObject({ value: null, findings: [] })
  })
})

describe('what is wrong with a YAML text is a finding at its place', () => {
  test('a repeated key', () => {
    expect(positions(fromYaml('a: 1\nb: 2\na: 3\n', NAME).findings)).toEqual(['yaml-syntax 3:1'])
  })

  test('a bracket that is never closed, without hiding the rest', () => {
    const source = fromYaml('id: x\nhours:\n  mon: [1\n  tue: [2]\nzone: UTC\n', NAME)
    expect(positions(source.findings)).toEqual(['yaml-syntax 4:3'])
    expect(source.value).toMatchObject({ id: 'x', zone: 'UTC' })
  })

  test('an alias that leads nowhere', () => {
    const { value, findings } = fromYaml('a: &a 1\nb: *b\nc: *c\n', NAME)
    expect(positions(findings)).toEqual(['yaml-syntax 2:4', 'yaml-syntax 3:4'])
    expect(value).toBeUndefined()
  })

  test('a key that is a list', () => {
    const { findings } = fromYaml('a: 1\n[x, y]: 2\n', NAME)
    expect(positions(findings)).toEqual(['yaml-syntax 2:1'])
  })

  test('a second document', () => {
    expect(positions(fromYaml('a: 1\n---\nb: 2\n', NAME).findings)).toEqual(['yaml-syntax 2:1'])
  })

  test('a tab as indentation', () => {
    expect(positions(fromYaml('a:\n\tb: 1\n', NAME).findings)).toContain('yaml-syntax 2:1')
  })

  test('a tag that means nothing here, which is a warning', () => {
    const { value, findings } = fromYaml('a: 1\nb: !include other.yaml\n', NAME)
    expect(positions(findings)).toEqual(['yaml-syntax 2:4'])
    expect(findings[0]?.severity).toBe('warning')
    expect(value).toEqual({ a: 1, b: 'other.yaml' })
  })

  test('several at once', () => {
    const { findings } = fromYaml('a: 1\na: 2\nb: 1\nb: 2\n', NAME)
    expect(positions(findings)).toEqual(['yaml-syntax 2:1', 'yaml-syntax 4:1'])
  })

  test('and names the source', () => {
    const [finding] = fromYaml('a: 1\na: 2\n', { name: 'acme.yaml' }).findings
    expect(finding && formatFinding(finding)).toBe(
      'acme.yaml:2:1 error yaml-syntax at /a: "a" stands here already',
    )
  })
})

describe('a YAML text made to exhaust its reader is a finding', () => {
  test('aliases of aliases of aliases', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++) {
      const alias = `*a${i - 1}`
      lines.push(`a${i}: &a${i} [${Array(9).fill(alias).join(', ')}]`)
    }
    const { value, findings } = fromYaml(lines.join('\n'), NAME)
    expect(findings.map(({ code }) => code)).toEqual(['yaml-syntax'])
    expect(value).toBeUndefined()
  })

  test.each([
    ['lists in lists', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
    ['lists that are never closed', '['.repeat(5_000)],
    ['lists by dashes', `${'- '.repeat(5_000)}x`],
    ['objects in objects', `${'{a: '.repeat(5_000)}x${'}'.repeat(5_000)}`],
  ])('%s', (_, text) => {
    const { value, findings } = fromYaml(text, NAME)
    expect(findings.map(({ code }) => code)).toEqual(['yaml-syntax'])
    expect(value).toBeUndefined()
  })

  test('but a hundred levels are read', () => {
    const { findings } = fromYaml(`${'['.repeat(100)}${']'.repeat(100)}`, NAME)
    expect(findings).toEqual([])
  })
})

describe('a JSON text', () => {
  test('indented by tabs has the place of every value and key', () => {
    const source = fromJson(JSON_WITH_TABS, NAME)
    expect(source.findings).toEqual([])
    expect(source.value).toEqual({ id: 'acme', hours: { mon: [['08:00', '12:00']] } })
    expect(source.positionOf('/hours/mon/0/1')).toEqual({ line: 5, column: 4 })
    expect(source.positionOf('/hours/mon', 'key')).toEqual({ line: 4, column: 3 })
    expect(source.positionOf('/hours/tue')).toEqual({ line: 3, column: 11 })
  })

  test('on one line has places too', () => {
    const source = fromJson('{"a":{"b":[1,2]},"c":"x"}', NAME)
    expect(source.positionOf('/a/b/1')).toEqual({ line: 1, column: 14 })
    expect(source.positionOf('/c', 'key')).toEqual({ line: 1, column: 18 })
  })

  test('means what JSON means by it, not what YAML does', () => {
    expect(fromJson('{"a": 1e3, "b": "yes", "c": "\\u00e9", "d": "a: b # c"}', NAME)).toMatchObject(
      {
        value: { a: 1000, b: 'yes', c: 'é', d: 'a: b # c' },
        findings: [],
      },
    )
  })

  test('may begin with a byte order mark', () => {
    const source = fromJson('\uFEFF{"a": 1}', NAME)
    expect(source).toMatchObject({ value: { a: 1 }, findings: [] })
    expect(source.positionOf('/a')).toEqual({ line: 1, column: 7 })
  })

  test.each([
    ['a comma too many', '{\n "a": 1,\n}', 3, 1],
    ['a colon too few', '{\n "a": 1,\n "b" 2\n}', 3, 6],
    ['a comma too few', '[\n 1\n 2]', 3, 2],
    ['a value left out', '[1,\n2,\n,3]', 3, 1],
    ['a word that is none', '{\n "a": 1,\n "b": tru\n}', 3, 7],
    ['single quotes', "{\n 'a': 1}", 2, 2],
    ['a comment', '{\n // why\n "a": 1}', 2, 2],
    ['a number with a leading zero', '{\n "a": 01}', 2, 7],
    ['a line break inside a text', '{\n "a": "x\ny"}', 2, 7],
    ['an escape that is none', '{\n "a": "\\x"}', 2, 7],
    ['more after the end', '{"a": 1}\n}', 2, 1],
    ['the wrong bracket', '{"a": [1,\n 2}', 2, 3],
    ['an end that is missing', '{"a":\n [1', 2, 4],
    ['a key that is a number', '{\n1: 2}', 2, 1],
    ['no JSON at all', 'id: acme', 1, 1],
    ['nothing', '', 1, 1],
    ['only space', ' \n ', 2, 2],
  ])('with %s has one finding, there', (_, text, line, column) => {
    const { value, findings } = fromJson(text, NAME)
    expect(positions(findings)).toEqual([`json-syntax ${line}:${column}`])
    expect(value).toBeUndefined()
  })

  test('with a repeated key has a finding at the second', () => {
    const { findings } = fromJson('{\n "a": 1,\n "a": 2\n}', NAME)
    expect(positions(findings)).toEqual(['json-syntax 3:2'])
  })

  test('nested without end neither hangs nor throws', () => {
    const text = `${'['.repeat(5_000)}${']'.repeat(5_000)}`
    expect(fromJson(text, NAME).positionOf('/0')).toBeUndefined()
    expect(fromJson('['.repeat(5_000), NAME).findings).toHaveLength(1)
  })
})

describe('plain data under a name', () => {
  test('is handed on as it is, without places', () => {
    const given = { id: 'acme' }
    const source = fromJson(given, NAME)
    expect(source.value).toBe(given)
    expect(source.name).toBe('acme')
    expect(source.findings).toEqual([])
    expect(source.positionOf('/id')).toBeUndefined()
  })

  test('is a source, and a plain document is none', () => {
    expect(isDocumentSource(fromJson({ id: 'acme' }, NAME))).toBe(true)
    expect(isDocumentSource({ id: 'acme', positionOf: 'here' })).toBe(false)
    expect(isDocumentSource(null)).toBe(false)
    expect(isDocumentSource('acme')).toBe(false)
  })
})

test('a key called __proto__ changes no object but its own', () => {
  expectNoPollution(() => {
    for (const source of [
      fromYaml('__proto__: { polluted: 1 }', NAME),
      fromJson('{"__proto__": {"polluted": 1}}', NAME),
    ]) {
      expect(Object.keys(source.value as object)).toEqual(['__proto__'])
      expect((source.value as { polluted?: unknown }).polluted).toBeUndefined()
      expect(source.positionOf('/__proto__', 'key')?.line).toBe(1)
    }
  })
})
