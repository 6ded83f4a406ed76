import { readFileSync } from 'node:fs'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { describe, expect, test } from 'vitest'
import { NODE, run, toolPath } from '../check/command.ts'
import { packed } from './artifacts.ts'
import { libraries } from './library.ts'

describe.each(libraries().map(({ name }) => name))('%s as it is packed', (name) => {
  test('has a manifest that publint has nothing to say about', async () => {
    const tarball = await tarballOf(name)
    const { messages, pkg } = await publint({ strict: true, pack: { tarball } })
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
  })

  test('gives its types under every kind of module resolution', async () => {
    const attw = toolPath('@arethetypeswrong/cli', 'dist/index.js')
    const { code, stdout, stderr } = await run(NODE, [attw, await tarballPath(name), ...STRICT])
    expect(code, `${stdout}\n${stderr}`).toBe(0)
  })
})

const STRICT = ['--profile', 'strict', '--no-emoji', '--no-color', '--format', 'table-flipped']

async function tarballPath(name: string): Promise<string> {
  const path = (await packed()).get(name)
  if (path === undefined) throw new Error(`${name} was not packed`)
  return path
}

async function tarballOf(name: string): Promise<ArrayBuffer> {
  const bytes = readFileSync(await tarballPath(name))
  return new Uint8Array(bytes).buffer
}
