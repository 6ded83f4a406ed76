import { expect, test } from 'vitest'
import { readOptions } from '../src/options.ts'

const OPTIONS = {
  from: { type: 'string' },
  brief: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

const read = (...args: string[]) => readOptions(args, OPTIONS)

test('options are read by name, and what belongs to none is kept in order', () => {
  expect(read('a.csv', '--from', '2027-03-01', '--brief', 'b.csv')).toMatchObject({
    given: { from: '2027-03-01', brief: true },
    positionals: ['a.csv', 'b.csv'],
  })
  expect(read()).toMatchObject({ given: {}, positionals: [] })
})

test('the mark that package managers hand on is not taken for an end of options', () => {
  expect(read('--', '-h')).toMatchObject({ given: { help: true }, positionals: [] })
})

test('what is wrong with an option is said, with the one that was meant', () => {
  expect(read('--form', 'x')).toEqual({
    wrong: 'there is no option --form; did you mean --from?',
  })
  expect(read('--constructor')).toEqual({ wrong: 'there is no option --constructor' })
  expect(read('--brief=yes')).toEqual({ wrong: '--brief takes no value' })
  expect(read('--from')).toEqual({ wrong: '--from needs a value' })
  expect(read('--from=')).toEqual({ wrong: '--from needs a value' })
})
