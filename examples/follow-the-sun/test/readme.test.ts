import { readFileSync } from 'node:fs'
import { firstExcerpt, firstMissing, partsOf } from '@holdfast/example-report/tested-text'
import { expect, test } from 'vitest'
import { started } from './program.ts'

test('what the README shows is what is printed, cut where it says so', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const shown = partsOf(firstExcerpt(readme))
  expect(shown.length).toBeGreaterThan(5)
  expect(firstMissing(shown, (await started()).out)).toBeUndefined()
})
