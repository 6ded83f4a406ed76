import { expect, it } from 'vitest'
import { seed } from '../seed.ts'
import { fuzz } from './rules.ts'

it(`2,000 rule sets and requests by chance, many of them hostile, keep every promise (seed ${seed})`, async () => {
  const counts = await fuzz(2000, seed)
  expect(counts['sound documents loaded']).toBeGreaterThan(100)
  expect(counts['changed documents refused']).toBeGreaterThan(100)
  expect(counts['requests decided']).toBeGreaterThan(300)
})
