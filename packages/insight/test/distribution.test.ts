import { describe, expect, it } from 'vitest'
import { distributionCount } from '../src/distribution.ts'

function distributionOf(values: readonly number[], exactUpTo = 100) {
  const count = distributionCount(exactUpTo)
  for (const value of values) count.add(value)
  return count.total()
}

const upTo = (last: number) => Array.from({ length: last }, (_, nth) => nth + 1)

describe('a distribution of few different values', () => {
  it('has percentiles that are values of it, by the nearest rank', () => {
    expect(distributionOf(upTo(100))).toEqual({
      count: 100,
      sum: 5050,
      mean: 51,
      min: 1,
      max: 100,
      p50: 50,
      p90: 90,
      p95: 95,
      p99: 99,
      isExact: true,
    })
    expect(distributionOf([30, 10, 20])).toMatchObject({ p50: 20, p90: 30, p95: 30, p99: 30 })
    expect(distributionOf([5, 5, 5, 9])).toMatchObject({ p50: 5, p90: 9 })
    expect(distributionOf([7])).toMatchObject({ count: 1, mean: 7, p50: 7, p99: 7 })
  })

  it('is nothing without values', () => {
    expect(distributionOf([])).toBeNull()
  })

  it.each([
    [[1, 2], 2],
    [[1, 1, 2], 1],
    [[0, 0], 0],
    [[0, 1, 1], 1],
  ])('has a mean that is rounded to a whole number: of %j it is %i', (values, mean) => {
    expect(distributionOf(values)?.mean).toBe(mean)
  })

  it('is no longer exact with one value more than it may keep', () => {
    expect(distributionOf([4000, 4001, 4002, 4002], 3)).toMatchObject({ isExact: true, p50: 4001 })
    expect(distributionOf([4000, 4001, 4002, 4003], 3)).toMatchObject({ isExact: false })
    expect(distributionOf([4000], 0)).toMatchObject({ isExact: false })
  })
})

describe('a distribution of many different values', () => {
  it('keeps ten binary digits, and gives the middle of what they stand for', () => {
    expect(distributionCountOf([1023, 1024, 1025, 2047, 2048, 4103, 4104]).values).toEqual([
      [1023, 1],
      [1024, 2],
      [2046, 1],
      [2048, 1],
      [4096, 1],
      [4104, 1],
    ])
    expect(distributionOf([8000, 8003, 8005, 9000], 0)).toMatchObject({ p50: 8004, p99: 9000 })
  })

  it('has no percentile beyond its least and its greatest value', () => {
    expect(distributionOf([8001, 8002], 0)).toMatchObject({ p50: 8002, p99: 8002, max: 8002 })
    expect(distributionOf([8007, 8007], 0)).toMatchObject({ p50: 8007, min: 8007 })
  })

  it('has its count, sum, mean, least and greatest value exactly', () => {
    const values = upTo(5000).map((nth) => nth * 977)
    expect(distributionOf(values, 10)).toMatchObject({
      count: 5000,
      sum: 977 * 12_502_500,
      mean: Math.round(977 * 2500.5),
      min: 977,
      max: 977 * 5000,
    })
  })

  it('takes at most 512 different values for each doubling', () => {
    const values = upTo(20_000).map((nth) => 65_536 + nth * 3)
    expect(distributionCountOf(values).values.length).toBeLessThanOrEqual(512)
  })
})

it('a sum may pass what a number can hold exactly', () => {
  const count = distributionCount(10)
  for (let nth = 0; nth < 3; nth++) count.add(Number.MAX_SAFE_INTEGER)
  expect(count.partial().sum).toBe(String(3n * BigInt(Number.MAX_SAFE_INTEGER)))
  expect(count.total()).toMatchObject({
    mean: Number.MAX_SAFE_INTEGER,
    p50: Number.MAX_SAFE_INTEGER,
  })
})

it('what is merged with something that is not exact is not exact', () => {
  const [exact, rounded] = [distributionCount(5), distributionCountOf([5000])]
  exact.add(4001)
  exact.merge(rounded)
  expect(exact.partial()).toEqual({
    sum: '9001',
    min: 4001,
    max: 5000,
    isExact: false,
    values: [
      [4000, 1],
      [5000, 1],
    ],
  })
})

/** What is kept when nothing is kept exactly. */
function distributionCountOf(values: readonly number[]) {
  const count = distributionCount(0)
  for (const value of values) count.add(value)
  return count.partial()
}
