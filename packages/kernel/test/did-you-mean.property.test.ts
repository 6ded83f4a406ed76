import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { didYouMean } from '../src/index.ts'

const letters = fc.constantFrom(...'abcde'.split(''))
const words = fc.string({ unit: letters, minLength: 1, maxLength: 9 })

/** The fewest insertions, deletions and substitutions, found by trying: slow, short and surely right. */
function edits(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  if (a[0] === b[0]) return edits(a.slice(1), b.slice(1))
  return 1 + Math.min(edits(a.slice(1), b), edits(a, b.slice(1)), edits(a.slice(1), b.slice(1)))
}

test.prop([
  words.filter((word) => word.length < 7),
  fc.array(
    words.filter((word) => word.length < 7),
    { maxLength: 5 },
  ),
])('never suggests something far away', (found, candidates) => {
  const meant = didYouMean(found, candidates)
  if (meant === undefined) return
  expect(candidates).toContain(meant)
  const isBeginning = meant.startsWith(found) || found.startsWith(meant)
  const length = Math.max(found.length, meant.length)
  // A swap is one slip here and two edits there.
  if (!isBeginning) expect(edits(found, meant)).toBeLessThanOrEqual(2 * Math.max(1, length / 3))
  if (found.length === 1) expect(meant).toContain(found)
})

test.prop([words, fc.nat(8), letters, fc.array(words)])(
  'a long word with one wrong letter is recognized',
  (word, place, letter, others) => {
    fc.pre(word.length >= 3 && place < word.length)
    const slipped = `${word.slice(0, place)}${letter}${word.slice(place + 1)}`
    expect(didYouMean(slipped, [word])).toBe(word)
    expect(didYouMean(slipped, [...others, word])).toBeDefined()
  },
)

test.prop([words, fc.array(words)])(
  'a word that is among the candidates is itself',
  (word, others) => {
    expect(didYouMean(word, [...others, word])).toBe(word)
  },
)
