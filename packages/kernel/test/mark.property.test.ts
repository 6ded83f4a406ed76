import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import { compareMarks, type Mark } from '../src/index.ts'

const marks: fc.Arbitrary<Mark> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'B', 'c', 'é'),
    at: fc.nat(3),
    seq: fc.option(fc.nat(2), { nil: undefined }),
  })
  .map(({ id, at, seq }) => ({
    id,
    at,
    type: 'message',
    about: 'request:7',
    ...(seq !== undefined && { seq }),
  }))
const key = ({ id, at, seq }: Mark) => JSON.stringify([id, at, seq ?? null])

test.prop([marks, marks])(
  'two marks are in one order or the other, and alike only when they are',
  (a, b) => {
    expect(Math.sign(compareMarks(a, b)) + Math.sign(compareMarks(b, a))).toBe(0)
    expect(compareMarks(a, b) === 0).toBe(key(a) === key(b))
  },
)

test.prop([marks, marks, marks])(
  'what comes before something before a third comes before it',
  (a, b, c) => {
    const [first, second, third] = [a, b, c].sort(compareMarks) as [Mark, Mark, Mark]
    expect(compareMarks(first, second)).toBeLessThanOrEqual(0)
    expect(compareMarks(second, third)).toBeLessThanOrEqual(0)
    expect(compareMarks(first, third)).toBeLessThanOrEqual(0)
  },
)

test.prop([fc.array(marks), fc.func(fc.integer())])(
  'the order of arrival never matters',
  (history, rank) => {
    const arrived = [...history].sort((a, b) => rank(a) - rank(b))
    expect(arrived.sort(compareMarks).map(key)).toEqual([...history].sort(compareMarks).map(key))
  },
)
