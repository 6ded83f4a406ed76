import { expect, test } from 'vitest'
import { defaultExports, faceless, facesThatDo, fileCircles, longFiles } from './file-rules.ts'
import { type Workspace, workspacesOf } from './workspace.ts'

function faults(
  rule: (workspaces: readonly Workspace[]) => string[],
  files: Record<string, string>,
) {
  const paths = Object.entries(files).map(([path, text]) => [`packages/kernel/${path}`, text])
  return rule(
    workspacesOf({
      'packages/kernel/package.json': '{"name":"@holdfast/kernel"}',
      ...Object.fromEntries(paths),
    }),
  )
}

test('files that import each other in a circle are found, by types too', () => {
  const circle = {
    'src/a.ts': `import { b } from './b.ts'`,
    'src/b.ts': `import type { C } from './deep/c.ts'`,
    'src/deep/c.ts': `export { a } from '../a.ts'`,
  }
  expect(faults(fileCircles, circle)).toEqual([
    'packages/kernel: src/a.ts > src/b.ts > src/deep/c.ts > src/a.ts',
  ])
  expect(faults(fileCircles, { ...circle, 'src/b.ts': '' })).toEqual([])
})

test('two ways to one file are no circle', () => {
  const diamond = {
    'src/a.ts': `import './b.ts'\nimport './c.ts'`,
    'src/b.ts': `import './d.ts'`,
    'src/c.ts': `import './d.ts'`,
    'src/d.ts': '',
  }
  expect(faults(fileCircles, diamond)).toEqual([])
})

test('a file of 300 lines is the longest', () => {
  expect(faults(longFiles, { 'src/a.ts': '//\n'.repeat(300) })).toEqual([])
  expect(faults(longFiles, { 'src/a.ts': '//\n'.repeat(301) })).toEqual([
    'packages/kernel/src/a.ts has 301 lines, more than 300',
  ])
})

test('a default export is found in sources', () => {
  expect(faults(defaultExports, { 'src/a.ts': 'export default 1' })).toHaveLength(1)
  expect(faults(defaultExports, { 'vitest.config.ts': 'export default {}' })).toEqual([])
})

test('a face that does more than re-export by name is found', () => {
  expect(faults(facesThatDo, { 'src/index.ts': `export { a } from './a.ts'` })).toEqual([])
  expect(faults(facesThatDo, { 'src/index.ts': `export * from './a.ts'` })).toHaveLength(1)
  expect(faults(facesThatDo, { 'src/index.ts': 'export const a = 1' })).toHaveLength(1)
})

test('a package without a face is found', () => {
  expect(faults(faceless, { 'src/a.ts': '' })).toEqual(['packages/kernel has no src/index.ts'])
  expect(faults(faceless, { 'src/index.ts': '' })).toEqual([])
})
