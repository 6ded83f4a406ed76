import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { started } from './program.ts'

test('what the README shows is what is printed, cut where it says so', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const [, example = ''] = /```text\n([\s\S]*?)```/.exec(readme) ?? []
  const { out } = await started()
  const shown = example.split('…\n').map((part) => part.trim())
  expect(shown.length).toBeGreaterThan(5)
  let from = 0
  for (const part of shown) {
    const found = out.indexOf(part, from)
    expect(found, part).toBeGreaterThanOrEqual(0)
    from = found + part.length
  }
})
