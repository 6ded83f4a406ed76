import { describe, expect, test } from 'vitest'
import {
  builtinsInCore,
  notDownward,
  packageCircles,
  strayImports,
  undeclared,
  withoutFloor,
  wrongReferences,
} from './dependency-rules.ts'
import { type Tree, workspacesOf } from './workspace.ts'

interface Parts {
  readonly source?: string
  readonly tests?: string
  readonly uses?: readonly string[]
  readonly dev?: readonly string[]
  readonly references?: readonly string[]
}

/** A package of a small tree: its manifest, its project, a source and a test. It references the siblings it uses. */
function library(
  name: string,
  { source = '', tests = '', uses = [], dev = [], references = uses }: Parts = {},
): Tree {
  const folder = `packages/${name}`
  const record = (names: readonly string[]) => Object.fromEntries(names.map((each) => [each, '*']))
  const siblings = references.filter((each) => each.startsWith('@holdfast/'))
  const paths = siblings.map((each) => ({ path: each.replace('@holdfast', '..') }))
  return {
    [`${folder}/package.json`]: JSON.stringify({
      name: `@holdfast/${name}`,
      dependencies: record(uses),
      devDependencies: record(dev),
    }),
    [`${folder}/tsconfig.json`]: JSON.stringify({ references: paths }),
    [`${folder}/src/index.ts`]: source,
    [`${folder}/test/index.test.ts`]: tests,
  }
}

function root(...projects: string[]): Tree {
  return { 'tsconfig.json': JSON.stringify({ references: projects.map((path) => ({ path })) }) }
}

function faults(rule: (workspaces: ReturnType<typeof workspacesOf>) => string[], ...trees: Tree[]) {
  return rule(workspacesOf(Object.assign({}, ...trees)))
}

const kernel = library('kernel')

describe('imports go down', () => {
  const imports = (name: string, other: string) =>
    faults(notDownward, library(name, { source: `export { a } from '@holdfast/${other}'` }))

  test('a package may import from a lower floor', () => {
    expect(imports('sla', 'calendar')).toEqual([])
  })
  test('a package may import itself by name, as its tests do', () => {
    expect(imports('sla', 'sla')).toEqual([])
  })
  test('a package must not import from a higher floor', () => {
    expect(imports('sla', 'requests')).toHaveLength(1)
  })
  test('packages on one floor must not import each other', () => {
    expect(imports('calendar', 'rules')).toHaveLength(1)
  })
  test('a subpath is held to the rule of its package', () => {
    expect(imports('calendar', 'rules/testing')).toHaveLength(1)
  })
  test('the tests of a package are held to the rule too', () => {
    const tree = library('sla', { tests: `import { createDesk } from '@holdfast/desk'` })
    expect(faults(notDownward, tree)).toEqual([
      'packages/sla/test/index.test.ts:1 imports @holdfast/desk, which is not below it',
    ])
  })
  test('a dependency counts even when nothing is imported', () => {
    expect(faults(notDownward, library('sla', { dev: ['@holdfast/desk'] }))).toHaveLength(1)
  })
  test('the shell may import any floor', () => {
    expect(imports('cli', 'desk')).toEqual([])
  })
  test.each(['desk', 'cli'])('nothing imports the shell, not even %s', (name) => {
    expect(imports(name, 'event-log')).toHaveLength(1)
  })
  test('a package that the table does not know must be given a floor', () => {
    expect(faults(withoutFloor, kernel, library('novelty'))).toEqual([
      'packages/novelty has no floor: give it one in test/architecture/floors.ts',
    ])
  })
})

test('packages that depend on each other in a circle are found', () => {
  const trees = [
    library('kernel', { dev: ['@holdfast/sla'] }),
    library('sla', { uses: ['@holdfast/kernel'] }),
  ]
  expect(faults(packageCircles, ...trees)).toEqual([
    '@holdfast/kernel > @holdfast/sla > @holdfast/kernel',
  ])
  expect(faults(packageCircles, kernel, library('sla', { uses: ['@holdfast/kernel'] }))).toEqual([])
})

describe('imports are declared', () => {
  const source = `import { z } from 'zod/mini'`

  test('an import without a dependency is found', () => {
    expect(faults(undeclared, library('kernel', { source }))).toEqual([
      'packages/kernel/src/index.ts:1 imports zod/mini, which it does not declare',
    ])
  })
  test('a sibling that is linked but not declared is found', () => {
    const tree = library('sla', { source: `import type { A } from '@holdfast/kernel'` })
    expect(faults(undeclared, kernel, tree)).toHaveLength(1)
  })
  test('a declared import is fine', () => {
    expect(faults(undeclared, library('kernel', { source, uses: ['zod'] }))).toEqual([])
  })
  test('what sources import must not be a dev dependency', () => {
    expect(faults(undeclared, library('kernel', { source, dev: ['zod'] }))).toHaveLength(1)
  })
  test('tests may import dev dependencies', () => {
    expect(faults(undeclared, library('kernel', { tests: source, dev: ['zod'] }))).toEqual([])
  })
})

describe('core packages run anywhere', () => {
  test.each(['node:fs', 'fs', 'fs/promises'])('%s in a core package is found', (specifier) => {
    const tree = library('rules', { source: `import { readFileSync } from '${specifier}'` })
    expect(faults(builtinsInCore, tree)).toHaveLength(1)
  })
  test('the shell may import it, and so may tests', () => {
    const text = `import { readFileSync } from 'node:fs'`
    const trees = [library('event-log', { source: text }), library('rules', { tests: text })]
    expect(faults(builtinsInCore, ...trees)).toEqual([])
  })
})

describe('relative imports stay inside', () => {
  test('a way into another package is found', () => {
    const source = `export { a } from '../../kernel/src/a.ts'`
    expect(faults(strayImports, library('sla', { source }))).toHaveLength(1)
  })
  test('a way from the sources to the tests is found', () => {
    expect(faults(strayImports, library('sla', { source: `import '../test/a.ts'` }))).toHaveLength(
      1,
    )
  })
  test('tests may reach into their own sources', () => {
    expect(faults(strayImports, library('sla', { tests: `import '../src/a.ts'` }))).toEqual([])
  })
})

describe('project references are the dependencies', () => {
  function wrong(...trees: Tree[]): string[] {
    const tree: Tree = Object.assign({}, ...trees)
    return wrongReferences(workspacesOf(tree), tree)
  }
  const all = root('packages/kernel', 'packages/sla')

  test('exactly the dependencies are right', () => {
    expect(wrong(kernel, library('sla', { uses: ['@holdfast/kernel'] }), all)).toEqual([])
  })
  test('a missing reference is found', () => {
    expect(
      wrong(kernel, library('sla', { uses: ['@holdfast/kernel'], references: [] }), all),
    ).toEqual(['packages/sla does not reference packages/kernel'])
  })
  test('a surplus reference is found', () => {
    expect(wrong(kernel, library('sla', { references: ['@holdfast/kernel'] }), all)).toEqual([
      'packages/sla references packages/kernel, which it does not depend on',
    ])
  })
  test('a project that the root does not build is found', () => {
    expect(wrong(kernel, library('sla'), root('packages/kernel'))).toEqual([
      'tsconfig.json does not reference packages/sla',
    ])
  })
  test('the project of the tests references the package itself', () => {
    const tests = { 'packages/kernel/test/tsconfig.json': JSON.stringify({ references: [] }) }
    expect(wrong(kernel, tests, root('packages/kernel', 'packages/kernel/test'))).toEqual([
      'packages/kernel/test does not reference packages/kernel',
    ])
  })
})
