import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import {
  clip,
  contains,
  difference,
  EMPTY_SET,
  edgesUpTo,
  type IntervalSet,
  intersection,
  intervalSet,
  intervalsOf,
  measure,
  setBuilder,
  union,
} from '../src/index.ts'

const SIZE = 24
const POINTS = Array.from({ length: SIZE }, (_, point) => point)

const point = fc.integer({ min: 0, max: SIZE })
const intervals = fc.array(fc.record({ from: point, to: point }), { maxLength: 8 })
const sets = intervals.map(intervalSet)

/** Which of the first whole numbers a set holds: small enough to be looked at one by one. */
const held = (set: IntervalSet) => POINTS.map((at) => contains(set, at))
const where = (holds: (at: number) => boolean) => POINTS.map(holds)

function expectCanonical({ edges }: IntervalSet): void {
  expect(edges.length % 2).toBe(0)
  for (let i = 1; i < edges.length; i++) expect(edges[i]).toBeGreaterThan(edges[i - 1] as number)
}

test.prop([intervals])('a set holds what one of its intervals holds', (list) => {
  const set = intervalSet(list)
  expectCanonical(set)
  expect(held(set)).toEqual(where((at) => list.some(({ from, to }) => from <= at && at < to)))
})

test.prop([intervals, fc.func(fc.integer())])(
  'the order of the intervals never matters',
  (list, rank) => {
    const shuffled = [...list].sort((a, b) => rank(a) - rank(b))
    expect(intervalSet(shuffled)).toEqual(intervalSet(list))
  },
)

test.prop([sets])('a set has one form: built again from its intervals it is the same', (set) => {
  expect(intervalSet(intervalsOf(set))).toEqual(set)
})

test.prop([intervals])('built in order it is the same as given at once', (list) => {
  const builder = setBuilder()
  for (const { from, to } of [...list].sort((a, b) => a.from - b.from)) builder.add(from, to)
  expect(builder.build()).toEqual(intervalSet(list))
})

test.prop([sets, sets])(
  'union, intersection and difference hold, point by point, what they say',
  (a, b) => {
    const [both, either, only] = [intersection(a, b), union(a, b), difference(a, b)]
    for (const result of [both, either, only]) expectCanonical(result)
    expect(held(both)).toEqual(where((at) => contains(a, at) && contains(b, at)))
    expect(held(either)).toEqual(where((at) => contains(a, at) || contains(b, at)))
    expect(held(only)).toEqual(where((at) => contains(a, at) && !contains(b, at)))
  },
)

test.prop([sets, sets, sets])('the laws of sets', (a, b, c) => {
  expect(union(a, b)).toEqual(union(b, a))
  expect(intersection(a, b)).toEqual(intersection(b, a))
  expect(union(union(a, b), c)).toEqual(union(a, union(b, c)))
  expect(intersection(intersection(a, b), c)).toEqual(intersection(a, intersection(b, c)))
  expect(intersection(a, union(b, c))).toEqual(union(intersection(a, b), intersection(a, c)))
  expect(difference(a, union(b, c))).toEqual(intersection(difference(a, b), difference(a, c)))
  expect(union(a, EMPTY_SET)).toEqual(a)
  expect(intersection(a, EMPTY_SET)).toEqual(EMPTY_SET)
  expect(difference(a, a)).toEqual(EMPTY_SET)
})

test.prop([sets, sets])('what both hold is counted once (inclusion and exclusion)', (a, b) => {
  expect(measure(union(a, b)) + measure(intersection(a, b))).toBe(measure(a) + measure(b))
  expect(measure(difference(a, b))).toBe(measure(a) - measure(intersection(a, b)))
})

test.prop([sets])('the measure is the number of points', (set) => {
  expect(measure(set)).toBe(held(set).filter(Boolean).length)
})

test.prop([sets, point, point])(
  'clipped, a set holds what it held inside the span',
  (set, from, to) => {
    const clipped = clip(set, from, to)
    expectCanonical(clipped)
    expect(held(clipped)).toEqual(where((at) => contains(set, at) && from <= at && at < to))
  },
)

test.prop([sets, sets])('neither set is changed by what is made of both', (a, b) => {
  const before = [[...a.edges], [...b.edges]]
  union(a, b)
  intersection(a, b)
  difference(a, b)
  clip(a, 3, 9)
  expect([[...a.edges], [...b.edges]]).toEqual(before)
})

test.prop([fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: -1, max: 51 })])(
  'counting edges by halving counts what counting one by one does',
  (values, at) => {
    const rising = [...values].sort((a, b) => a - b)
    expect(edgesUpTo(rising, at)).toBe(rising.filter((value) => value <= at).length)
  },
)
