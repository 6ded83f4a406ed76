import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { NODE, ROOT, succeed, toolPath } from '../check/command.ts'
import { answers } from '../determinism/answers.ts'
import { installed } from './artifacts.ts'
import { bundleWith } from './bundle.ts'
import { consumersOf } from './consumers.ts'
import { libraries } from './library.ts'
import { NODES, nodeOf } from './nodes.ts'

describe('packages as their users get them', () => {
  let project = ''

  beforeAll(async () => {
    project = await installed()
    for (const [name, text] of Object.entries(consumersOf(libraries()))) {
      writeFileSync(join(project, name), text)
    }
    const program = join(ROOT, 'test/packaging/print-answers.ts')
    writeFileSync(join(project, 'answers.mjs'), await bundleWith(project, program, 'node'))
  })

  async function names(node: string, program: string): Promise<Record<string, string[]>> {
    return JSON.parse(await succeed(node, [program], { cwd: project })) as Record<string, string[]>
  }

  test('imported and required, every entry exports the names of its source', async () => {
    const imported = await names(NODE, 'imports.mjs')
    expect(await names(NODE, 'requires.cjs')).toEqual(imported)
    for (const [entry, built] of Object.entries(imported)) {
      const source = (await import(/* @vite-ignore */ entry)) as object
      expect(built, entry).toEqual(Object.keys(source).sort())
    }
  })

  const sourceAnswers = `${JSON.stringify([...answers()])}\n`

  test('the builds answer what the sources answer', async () => {
    expect(await succeed(NODE, ['answers.mjs'], { cwd: project })).toBe(sourceAnswers)
  })

  test.for(NODES)('Node %s imports, requires and answers the same', async (version, { skip }) => {
    const node = (await nodeOf(version)) ?? skip(`Node ${version} could not be had`)
    expect(await names(node, 'imports.mjs')).toEqual(await names(NODE, 'imports.mjs'))
    expect(await names(node, 'requires.cjs')).toEqual(await names(NODE, 'requires.cjs'))
    expect(await succeed(node, ['answers.mjs'], { cwd: project })).toBe(sourceAnswers)
  })

  describe.each([
    ['TypeScript 7', '@typescript/native', 'bin/tsc'],
    ['TypeScript 6', 'typescript', 'bin/tsc6'],
  ])('%s', (_, compiler, bin) => {
    test.each(['nodenext', 'bundler', 'nodenext-xstate', 'bundler-xstate'])(
      'finds all types by %s resolution',
      async (resolution) => {
        const args = [toolPath(compiler, bin), '-p', `tsconfig.${resolution}.json`]
        await succeed(NODE, args, { cwd: project })
      },
    )
  })
})
