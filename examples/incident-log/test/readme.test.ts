import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { started } from './program.ts'

test.each(['../README.md', '../../../README.md'])(
  'what %s shows is what is printed, cut where it says so',
  async (path) => {
    const readme = readFileSync(new URL(path, import.meta.url), 'utf8')
    const [example = ''] = [...readme.matchAll(/```text\n([\s\S]*?)```/g)].map(
      ([, text]) => text ?? '',
    )
    const { out } = await started()
    const shown = example.split('…\n').map((part) => part.trim())
    expect(shown.length).toBeGreaterThan(1)
    let from = 0
    for (const part of shown) {
      const found = out.indexOf(part, from)
      expect(found, part).toBeGreaterThanOrEqual(0)
      from = found + part.length
    }
  },
)
