import { test } from 'vitest'
import { built } from './artifacts.ts'

test('every package builds', async () => {
  await built()
})
