import { expect, test } from 'vitest'
import { ROOT, run } from './command.ts'

test.each([
  ['biome', ['check', '.']],
  ['oxlint', ['--type-aware']],
  ['knip', []],
])('%s finds nothing', async (tool, args) => {
  const { code, stdout, stderr } = await run(`${ROOT}/node_modules/.bin/${tool}`, args)
  expect(code, `${stdout}\n${stderr}`).toBe(0)
})
