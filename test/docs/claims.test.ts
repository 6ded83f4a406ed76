import { compileFunction } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { checkerFor, withClaims } from './claims.ts'

/** Runs a block as the docs test does, with `thrower` as a function that refuses. */
function hold(code: string): void {
  const refuse = () => {
    throw Object.assign(new RangeError('never'), { code: 'never-open' })
  }
  const program = compileFunction(withClaims(code, 'claims'), ['claims', 'refuse', 'console'])
  program(checkerFor('page.md'), refuse, { log() {} })
}

describe('a claim that holds', () => {
  test.each([
    ['of an expression', '1 + 1 // => 2'],
    ['of a text', `'a'.toUpperCase() // => 'A'`],
    ['of an object', '({ a: [1, 2] }) // => { a: [1, 2] }'],
    ['of a call over several lines', '[1, 2].map(\n  (n) => n + 1,\n) // => [2, 3]'],
    ['of a declaration', 'const a = 1 + 1 // => 2'],
    ['on the next line', '1 + 1\n// => 2'],
    ['of what is logged', `console.log('a', 1) // => a 1`],
    ['of several lines logged', `console.log('a\\n  b')\n// => a\n//      b`],
    ['of an error', 'refuse() // throws never-open'],
    ['after a semicolon', '1 + 1; // => 2'],
    ['inside a block', 'for (const n of [2]) {\n  n + n // => 4\n}'],
  ])('%s passes', (_, code) => {
    hold(code)
  })
})

describe('a claim that does not hold', () => {
  test.each([
    ['of an expression', '1 + 1 // => 3'],
    ['of a declaration', 'const a = 1 + 1 // => 3'],
    ['on the next line', '1 + 1\n// => 3'],
    ['of what is logged', `console.log('a', 1) // => a 2`],
    ['of an error', 'refuse() // throws other'],
    ['of an error where there is none', '1 + 1 // throws never-open'],
    ['of something that is no value', '1 + 1 // => about two'],
    ['inside a block', 'for (const n of [2]) {\n  n + n // => 5\n}'],
  ])('%s fails', (_, code) => {
    expect(() => hold(code)).toThrow()
  })
})

test('a failure names the page and the line', () => {
  expect(() => hold('const a = 1\n\na // => 2')).toThrow('page.md:3')
})

test('a program keeps its lines, and ordinary comments claim nothing', () => {
  const code = '// => 1\nconst a = 1 // one\na\n// then\n'
  expect(withClaims(code, 'claims')).toBe(code)
  const claimed = withClaims('console.log(\n  1,\n) // => 1\nlast()', 'claims')
  expect(claimed.split('\n')[3]).toBe('last()')
})
