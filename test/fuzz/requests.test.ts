import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { seed } from '../seed.ts'
import { fuzzStories } from './requests.ts'

const README = new URL('../../packages/requests/README.md', import.meta.url)

it(`100 stories by chance keep every law of requests, and every refusal is one that the README names (seed ${seed})`, () => {
  const tally = fuzzStories(100, seed)
  expect(tally['event ownerChanged']).toBeGreaterThan(0)
  const readme = readFileSync(README, 'utf8')
  const refused = Object.keys(tally).flatMap((what) => /^refused (.*)$/.exec(what)?.[1] ?? [])
  expect(refused.length).toBeGreaterThan(20)
  expect(refused.filter((code) => !readme.includes(`\`${code}\``))).toEqual([])
})
