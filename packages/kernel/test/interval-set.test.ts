import { describe, expect, test } from 'vitest'
import {
  clip,
  contains,
  difference,
  EMPTY_SET,
  edgesUpTo,
  intersection,
  interval,
  intervalSchema,
  intervalSet,
  intervalsOf,
  MAX_INSTANT,
  measure,
  setBuilder,
  union,
} from '../src/index.ts'
import { codeOf } from './expectations.ts'

const set = (...pairs: [number, number][]) => intervalSet(pairs.map(([from, to]) => ({ from, to })))
const pairsOf = (of: ReturnType<typeof set>) => intervalsOf(of).map(({ from, to }) => [from, to])

describe('a set of intervals', () => {
  test('puts them in order, and makes one of those that overlap or touch', () => {
    expect(pairsOf(set([20, 30], [0, 5], [5, 10], [25, 40]))).toEqual([
      [0, 10],
      [20, 40],
    ])
  })

  test('keeps what lies inside another as that other one', () => {
    expect(pairsOf(set([0, 100], [10, 20]))).toEqual([[0, 100]])
  })

  test('leaves out what holds no time', () => {
    expect(pairsOf(set([5, 5], [9, 3]))).toEqual([])
  })

  test('holds where an interval begins and not where it ends', () => {
    const office = set([8, 12], [13, 17])
    expect([7, 8, 11, 12, 13, 16, 17].filter((at) => contains(office, at))).toEqual([8, 11, 13, 16])
  })

  test('measures the time it holds', () => {
    expect(measure(set([8, 12], [13, 17]))).toBe(8)
    expect(measure(EMPTY_SET)).toBe(0)
  })

  test('can be clipped to a span', () => {
    const office = set([8, 12], [13, 17])
    expect(pairsOf(clip(office, 10, 15))).toEqual([
      [10, 12],
      [13, 15],
    ])
    expect(pairsOf(clip(office, 12, 13))).toEqual([])
    expect(pairsOf(clip(office, 15, 10))).toEqual([])
    expect(pairsOf(clip(office, 0, 24))).toEqual(pairsOf(office))
  })
})

describe('two sets', () => {
  const [team, customer] = [set([8, 12], [13, 17]), set([10, 14], [17, 20])]

  test('together', () => {
    expect(pairsOf(union(team, customer))).toEqual([[8, 20]])
  })

  test('where both hold', () => {
    expect(pairsOf(intersection(team, customer))).toEqual([
      [10, 12],
      [13, 14],
    ])
  })

  test('one without the other', () => {
    expect(pairsOf(difference(team, customer))).toEqual([
      [8, 10],
      [14, 17],
    ])
  })
})

describe('a set can be built in order', () => {
  test('and what is built stays as it is when more is added', () => {
    const builder = setBuilder()
    builder.add(0, 10)
    const first = builder.build()
    builder.add(10, 20)
    builder.add(30, 30)
    builder.add(40, 50)
    expect(pairsOf(first)).toEqual([[0, 10]])
    expect(pairsOf(builder.build())).toEqual([
      [0, 20],
      [40, 50],
    ])
  })

  test('from nothing, which gives the empty set', () => {
    expect(setBuilder().build()).toEqual(EMPTY_SET)
  })
})

test('edges are counted up to an instant, also among the first few only', () => {
  const edges = [10, 20, 30, 40]
  expect([9, 10, 19, 20, 40, 99].map((at) => edgesUpTo(edges, at))).toEqual([0, 1, 1, 2, 4, 4])
  expect(edgesUpTo(edges, 99, 2)).toBe(2)
})

describe('an interval', () => {
  test('takes whatever stands for an instant', () => {
    expect(interval('1970-01-01T00:00:01Z', new Date(5000))).toEqual({ from: 1000, to: 5000 })
  })

  test('that holds no time is refused', () => {
    expect(codeOf(() => interval(5, 5))).toBe('interval-empty')
    expect(codeOf(() => interval(6, 5))).toBe('interval-empty')
    expect(codeOf(() => interval(Number.NaN, 5))).toBe('instant-out-of-range')
  })

  test('as data has both ends in range and in order', () => {
    const accepts = (data: unknown) => intervalSchema.safeParse(data).success
    expect(accepts({ from: 0, to: MAX_INSTANT })).toBe(true)
    expect(accepts({ from: 5, to: 5 })).toBe(false)
    expect(accepts({ from: -1, to: 5 })).toBe(false)
    expect(accepts({ from: 0, to: MAX_INSTANT + 1 })).toBe(false)
    expect(accepts({ from: 0.5, to: 5 })).toBe(false)
    expect(accepts({ from: 0, to: 5, zone: 'UTC' })).toBe(false)
  })
})
