import { describe, expect, test } from 'vitest'
import { didYouMean, WEEKDAYS } from '../src/index.ts'

const KEYS = ['id', 'version', 'timeZone', 'hours', 'holidays', 'overrides', 'breaks']

describe('a misspelled word', () => {
  test.each([
    ['hour', KEYS, 'hours'],
    ['hollidays', KEYS, 'holidays'],
    ['holiday', KEYS, 'holidays'],
    ['timezone', KEYS, 'timeZone'],
    ['time_zone', KEYS, 'timeZone'],
    ['tmieZone', KEYS, 'timeZone'],
    ['TIMEZONE', KEYS, 'timeZone'],
    ['verison', KEYS, 'version'],
    [' breaks ', KEYS, 'breaks'],
    ['ID', KEYS, 'id'],
    ['monday', WEEKDAYS, 'mon'],
    ['Thursday', WEEKDAYS, 'thu'],
    ['Europe/Zurch', ['Europe/Vienna', 'Europe/Zurich'], 'Europe/Zurich'],
    ['Zürich', ['Vienna', 'Zurich'], 'Zurich'],
  ])('%j was most likely %3$j', (found, candidates, meant) => {
    expect(didYouMean(found, candidates)).toBe(meant)
  })
})

describe('a word that is far from all', () => {
  test.each([
    ['opening', KEYS],
    ['xyz', WEEKDAYS],
    ['x', ['y', 'z']],
    ['a', KEYS],
    ['', KEYS],
    ['   ', KEYS],
    ['ho', ['at', 'if']],
    ['h'.repeat(101), ['h'.repeat(101)]],
    ['hours', []],
  ])('%j gives no suggestion', (found, candidates) => {
    expect(didYouMean(found, candidates)).toBeUndefined()
  })
})

test('of two that are equally near, the earlier one is suggested', () => {
  expect(didYouMean('bat', ['cat', 'hat'])).toBe('cat')
  expect(didYouMean('bat', ['hat', 'cat'])).toBe('hat')
})

test('the same word in another case is nearer than one it begins', () => {
  expect(didYouMean('TEAM', ['teams', 'team'])).toBe('team')
})

test('a swap of two neighbors is one slip', () => {
  expect(didYouMean('fiel', ['file'])).toBe('file')
  expect(didYouMean('abcd', ['badc'])).toBeUndefined()
})
