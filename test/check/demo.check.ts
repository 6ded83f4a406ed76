import { expect, test } from 'vitest'
import { pnpm } from './command.ts'

test("the README's first command runs to its end and has something to tell", async () => {
  expect((await pnpm('demo')).split('\n').length).toBeGreaterThan(20)
})
