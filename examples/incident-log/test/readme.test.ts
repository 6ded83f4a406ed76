import { readFileSync } from 'node:fs'
import { firstExcerpt, firstMissing, partsOf } from '@holdfast/example-report/tested-text'
import { expect, test } from 'vitest'
import { started } from './program.ts'

test.each(['../README.md', '../../../README.md'])(
  'what %s shows is what is printed, cut where it says so',
  async (path) => {
    const readme = readFileSync(new URL(path, import.meta.url), 'utf8')
    const shown = partsOf(firstExcerpt(readme))
    expect(shown.length).toBeGreaterThan(1)
    expect(firstMissing(shown, (await started()).out)).toBeUndefined()
  },
)
