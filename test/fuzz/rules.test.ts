import { expect, it } from 'vitest'
import { fuzz } from './rules.ts'

const SEED = Math.floor(Math.random() * 2 ** 31)

it(`2,000 rule sets and requests by chance, many of them hostile, keep every promise (seed ${SEED})`, async () => {
  const counts = await fuzz(2000, SEED)
  expect(counts['sound documents loaded']).toBeGreaterThan(100)
  expect(counts['changed documents refused']).toBeGreaterThan(100)
  expect(counts['requests decided']).toBeGreaterThan(300)
})
