import { describe, expect, test } from 'vitest'
import { compareMarks, MARK_TYPES, type Mark, markSchema, WAIT_REASONS } from '../src/index.ts'

const MARK: Mark = { id: 'm1', at: 1000, type: 'submitted', about: 'request:7' }
const accepts = (mark: object) => markSchema.safeParse(mark).success

describe('a mark', () => {
  test('needs an id, a time, a type and what it is about', () => {
    expect(accepts(MARK)).toBe(true)
    for (const key of ['id', 'at', 'type', 'about']) {
      expect(accepts({ ...MARK, [key]: undefined })).toBe(false)
    }
  })

  test('may say more', () => {
    const full: Mark = {
      ...MARK,
      type: 'message',
      seq: 0,
      state: 'waiting',
      by: 'person:ada',
      audience: 'internal',
      automatic: false,
      reason: 'customer',
      facts: { tags: ['vip'], score: 0.5, nothing: null },
    }
    expect(markSchema.parse(full)).toEqual(full)
  })

  test.each(MARK_TYPES)('can be of type %s', (type) => {
    expect(accepts({ ...MARK, type })).toBe(true)
  })

  test('can wait for reasons of its own', () => {
    for (const reason of [...WAIT_REASONS, 'full moon']) {
      expect(accepts({ ...MARK, type: 'waiting', reason })).toBe(true)
    }
  })

  test.each([
    ['a type nobody knows', { type: 'exploded' }],
    ['a time that is a text', { at: '2024-03-28T15:00:00Z' }],
    ['a time before 1970', { at: -1 }],
    ['a negative place', { seq: -1 }],
    ['a party without a kind', { by: 'ada' }],
    ['an audience nobody knows', { audience: 'everyone' }],
    ['facts that are no JSON', { facts: { at: new Date(0) } }],
    ['an empty id', { id: '' }],
    ['a key nobody knows', { priority: 'high' }],
  ])('with %s is none', (_, parts) => {
    expect(accepts({ ...MARK, ...parts })).toBe(false)
  })
})

test('a history is in order of time, then of place in the stream, then of id', () => {
  const history: Mark[] = [
    { ...MARK, id: 'a', at: 1 },
    { ...MARK, id: 'z', at: 2, seq: 0 },
    { ...MARK, id: 'b', at: 2, seq: 7 },
    { ...MARK, id: 'a', at: 2 },
    { ...MARK, id: 'c', at: 2 },
    { ...MARK, id: 'a', at: 3, seq: 1 },
  ]
  expect(history.toReversed().sort(compareMarks)).toEqual(history)
})
