import { compileCondition } from '@holdfast/rules'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const at = 0

it('a text is like a pattern exactly when the regular expression of the pattern matches it', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'A'), { maxLength: 7 })
  const signs = fc.array(fc.constantFrom('a', 'b', 'B', '*', '*'), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(letters, signs, (some, others) => {
      const [text, pattern] = [some.join(''), others.join('')]
      const condition = compileCondition({
        all: [{ fact: 'text', operator: 'textLike', value: pattern }],
      })
      const oracle = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i')
      expect(condition.test({ text }, { at, missing: 'allow' })).toBe(oracle.test(text))
    }),
    { numRuns: 3000 },
  )
})

it('a text that contains, begins or ends with another is like it with stars around', () => {
  const texts = fc.stringMatching(/^[abc]{0,6}$/)
  const parts = fc.stringMatching(/^[abc]{1,3}$/)
  const patterns: [string, (part: string) => string][] = [
    ['textContains', (part) => `*${part}*`],
    ['textStartsWith', (part) => `${part}*`],
    ['textEndsWith', (part) => `*${part}`],
  ]
  fc.assert(
    fc.property(texts, parts, (text, part) => {
      const ask = (operator: string, value: string) =>
        compileCondition({ all: [{ fact: 'text', operator, value }] }).test(
          { text },
          { at, missing: 'allow' },
        )
      for (const [operator, patternOf] of patterns) {
        expect(ask(operator, part)).toBe(ask('textLike', patternOf(part)))
      }
    }),
    { numRuns: 500 },
  )
})
