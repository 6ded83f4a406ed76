import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { NODE, ROOT, succeed } from '../check/command.ts'
import { installed } from './artifacts.ts'

const PROGRAM = `
const day = (date) => ({ from: date + 'T08:00:00Z', to: date + 'T16:00:00Z' })
const problem = {
  id: 'one-day',
  version: 1,
  slots: [{ id: 'monday', role: 'incident', ...day('2027-03-01') }],
  people: [{ person: 'person:ana', zone: 'UTC' }],
}
proveRoster(problem).then(({ status }) => console.log(status), ({ code }) => console.log(code))
`

describe.each([
  ['import', 'solver.mjs', `import { proveRoster } from '@holdfast/node'`],
  ['require', 'solver.cjs', `const { proveRoster } = require('@holdfast/node')`],
])('rosters are proved by those who %s the package', (_, name, start) => {
  let project = ''

  beforeAll(async () => {
    project = await installed()
    writeFileSync(join(project, name), start + PROGRAM)
  })

  // Where else Node looks: the solver is no dependency of the project.
  const withPath = (path: string) =>
    succeed(NODE, [name], { cwd: project, env: { NODE_PATH: path } })

  test('if the solver is installed', async () => {
    expect(await withPath(join(ROOT, 'packages/node/node_modules'))).toBe('optimal\n')
  })

  test('and are told that it is missing, if it is not', async () => {
    expect(await withPath('')).toBe('highs-missing\n')
  })
})
