import { expect, test } from 'vitest'
import { parseSource } from './source-file.ts'

const specifiers = (text: string) => parseSource('a.ts', text).imports.map((each) => each.specifier)

test.each([
  ['a default import', `import a from 'a'`],
  ['named imports over several lines', `import {\n  one,\n  two,\n} from 'a'`],
  ['an import of types', `import type { A } from 'a'`],
  ['an import for its effect', `import 'a'`],
  ['a re-export', `export { one } from 'a'`],
  ['a re-export of everything', `export * from 'a'`],
  ['a re-export of types', `export type { A } from 'a'`],
  ['a dynamic import', `async function f() {\n  return await import('a')\n}`],
  ['a dynamic import of a template', 'const a = import(`a`)'],
  ['a required module', `const a = require('a')`],
  ['an import assignment', `import a = require('a')`],
  ['a type taken from a module', `type A = import('a').A`],
  ['the type of a module', `type A = typeof import('a')`],
])('%s names its module', (_, text) => {
  expect(specifiers(text)).toEqual(['a'])
})

test.each([
  ['a comment', `// import a from 'a'\n/* export * from 'a' */`],
  ['a text', `const text = "import a from 'a'"`],
  ['a template', "const text = `import a from 'a'`"],
  ['a regular expression', `const pattern = /import a from 'a'/`],
])('%s that looks like an import is none', (_, text) => {
  expect(specifiers(text)).toEqual([])
})

test('an import is told with its line', () => {
  expect(parseSource('a.ts', `// why\n\nimport a from 'a'\n`).imports[0]?.line).toBe(3)
})

test.each([
  'export default 1',
  'export default function f() {}',
  'const a = 1\nexport { a as default }',
  `export { default } from 'a'`,
])('%j exports a default', (text) => {
  expect(parseSource('a.ts', text).defaultExports).toHaveLength(1)
})

test('named exports and imported defaults are no default exports', () => {
  const text = `import a from 'a'\nexport const b = a\nexport { a, b as c }`
  expect(parseSource('a.ts', text).defaultExports).toEqual([])
})

test('a file that only re-exports by name has no statements of its own', () => {
  const text = `// the face\nexport { a, type B } from './a.ts'\nexport type { C } from './c.ts'\nexport * as sla from 'sla'`
  expect(parseSource('index.ts', text).ownStatements).toEqual([])
})

test.each([`export * from 'a'`, `import 'a'`, 'export const a = 1', 'a()', 'export { a }'])(
  '%j is a statement of its own',
  (text) => {
    expect(parseSource('index.ts', text).ownStatements).toEqual([1])
  },
)
