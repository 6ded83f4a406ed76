import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { fuzzStories } from './requests.ts'

const SEED = Math.floor(Math.random() * 2 ** 31)
const README = new URL('../../packages/requests/README.md', import.meta.url)

it(`100 stories by chance keep every law of requests, and every refusal is one that the README names (seed ${SEED})`, () => {
  const tally = fuzzStories(100, SEED)
  expect(tally['event ownerChanged']).toBeGreaterThan(0)
  const readme = readFileSync(README, 'utf8')
  const refused = Object.keys(tally).flatMap((what) => /^refused (.*)$/.exec(what)?.[1] ?? [])
  expect(refused.length).toBeGreaterThan(20)
  expect(refused.filter((code) => !readme.includes(`\`${code}\``))).toEqual([])
})
