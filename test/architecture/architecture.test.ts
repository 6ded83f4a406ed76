import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import {
  builtinsInCore,
  notDownward,
  packageCircles,
  strayImports,
  undeclared,
  withoutFloor,
  wrongReferences,
} from './dependency-rules.ts'
import { defaultExports, faceless, facesThatDo, fileCircles, longFiles } from './file-rules.ts'
import { readTree, type Workspace, workspacesOf } from './workspace.ts'

const tree = readTree(fileURLToPath(new URL('../..', import.meta.url)))
const workspaces = workspacesOf(tree)

const RULES: Record<string, (workspaces: readonly Workspace[]) => string[]> = {
  'every package has a floor': withoutFloor,
  'imports only go down, and packages on one floor do not import each other': notDownward,
  'no packages depend on each other in a circle': packageCircles,
  'no files import each other in a circle': fileCircles,
  'nothing is imported that is not declared': undeclared,
  'no core package imports a module of Node': builtinsInCore,
  'relative imports stay inside their package': strayImports,
  'project references are exactly the workspace dependencies': (all) => wrongReferences(all, tree),
  'no source file is longer than 300 lines': longFiles,
  'every package has a face': faceless,
  'a face holds named re-exports and nothing else': facesThatDo,
  'nothing is exported as a default': defaultExports,
}

test('the tree that is judged is this one', () => {
  const names = workspaces.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['@holdfast/kernel', '@holdfast/test']))
  expect(workspaces.flatMap(({ files }) => files).length).toBeGreaterThan(30)
})

test.each(Object.entries(RULES))('%s', (_, rule) => {
  expect(rule(workspaces)).toEqual([])
})
