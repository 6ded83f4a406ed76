import { describe, expect, it } from 'vitest'
import { createSlots, frameReader } from '../src/facts.ts'
import { conditionParser } from '../src/parse-condition.ts'
import { allRules, indexRules } from '../src/rule-index.ts'

type Comparison = readonly [fact: string, operator: string, value: unknown]

/** An index over rules that are an `all` of comparisons, and which of them it leaves for a request. */
function indexed(rules: readonly (readonly Comparison[])[]) {
  const parser = conditionParser({})
  const nodes = rules.map((comparisons) => {
    const all = comparisons.map(([fact, operator, value]) => ({ fact, operator, value }))
    const node = parser.parse({ all }, [])
    if (node === undefined) throw new Error('no condition')
    return node
  })
  const slots = createSlots()
  const index = indexRules(nodes, slots)
  const read = frameReader(slots)
  return {
    /** The rules that are still to be asked, when they are left. */
    toAsk: index.rest.flatMap((test, rule) => (test === undefined ? [] : [rule])),
    left(facts: Record<string, unknown>): number[] {
      const bits = allRules(rules.length)
      index.narrow(read(facts, 0), bits)
      return rules.flatMap((_, rule) =>
        (((bits[rule >> 5] as number) >>> (rule & 31)) & 1) === 1 ? [rule] : [],
      )
    },
  }
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index))
}

describe('rules that ask one fact for a value', () => {
  const queues = times(70, (index): Comparison[] => [['queue', 'equal', `q${index % 35}`]])

  it('are looked up, and asked no more', () => {
    const { toAsk, left } = indexed(queues)
    expect(toAsk).toEqual([])
    expect(left({ queue: 'q3' })).toEqual([3, 38])
    expect(left({ queue: 'q34' })).toEqual([34, 69])
    expect(left({ queue: 'other' })).toEqual([])
    expect(left({})).toEqual([])
  })

  it('are asked where there is but one', () => {
    const { toAsk, left } = indexed(queues.slice(0, 1))
    expect(toAsk).toEqual([0])
    expect(left({ queue: 'q1' })).toEqual([0])
  })

  it('keep what they ask besides', () => {
    const more = queues.map((all, index): Comparison[] =>
      index === 5 ? [...all, ['tags', 'contains', 'x']] : all,
    )
    const { toAsk, left } = indexed(more)
    expect(toAsk).toEqual([5])
    expect(left({ queue: 'q5' })).toEqual([5, 40])
  })

  it('are looked up by lists and opposites as well', () => {
    const { toAsk, left } = indexed([
      ...times(10, (index): Comparison[] => [['queue', 'in', [`q${index}`, 'all']]]),
      ...times(10, (index): Comparison[] => [['queue', 'not:equal', `q${index}`]]),
      [['queue', 'notIn', ['q1', 'q2']]],
    ])
    expect(toAsk).toEqual([])
    expect(left({ queue: 'q1' })).toEqual([1, 10, 12, 13, 14, 15, 16, 17, 18, 19])
    expect(left({ queue: 'all' })).toEqual(times(21, (index) => index))
    expect(left({ queue: null })).toEqual(times(11, (index) => index + 10))
  })
})

describe('rules that ask one fact for a range', () => {
  const ranges = times(40, (index): Comparison[] => [
    ['users', 'greaterThanInclusive', index * 10],
    ['users', 'lessThan', (index + 1) * 10],
  ])

  it('are looked up between the numbers they name', () => {
    const { toAsk, left } = indexed(ranges)
    expect(toAsk).toEqual([])
    expect(left({ users: 0 })).toEqual([0])
    expect(left({ users: 9.5 })).toEqual([0])
    expect(left({ users: 10 })).toEqual([1])
    expect(left({ users: 399 })).toEqual([39])
    expect(left({ users: 400 })).toEqual([])
    expect(left({ users: -1 })).toEqual([])
    expect(left({ users: Number.NaN })).toEqual([])
  })

  it('compare texts and lists as the stock engine does, and nothing else', () => {
    const { left } = indexed(ranges)
    expect(left({ users: '15' })).toEqual([1])
    expect(left({ users: [25] })).toEqual([2])
    expect(left({ users: 'many' })).toEqual([])
    expect(left({ users: null })).toEqual([])
    expect(left({ users: true })).toEqual([])
    expect(left({})).toEqual([])
  })
})

describe('what cannot be looked up', () => {
  it('is asked: other operators, other decorators, two facts, a value that is a fact', () => {
    const { toAsk } = indexed([
      ...times(8, (): Comparison[] => [['tags', 'contains', 'x']]),
      ...times(8, (): Comparison[] => [['tags', 'someFact:equal', 'x']]),
      ...times(8, (): Comparison[] => [['users', 'lessThan', '10']]),
      ...times(8, (): Comparison[] => [['a', 'equal', { fact: 'b' }]]),
    ])
    expect(toAsk).toEqual(times(32, (index) => index))
  })

  it('of a second fact is asked where hardly a rule is left to ask', () => {
    const { toAsk } = indexed(
      times(64, (index): Comparison[] => [
        ['queue', 'equal', `q${index}`],
        ['outage', 'equal', true],
      ]),
    )
    expect(toAsk).toEqual(times(64, (index) => index))
  })

  it('of a second fact is looked up as well where many are left', () => {
    const { toAsk } = indexed(
      times(64, (index): Comparison[] => [
        ['queue', 'equal', `q${index % 2}`],
        ['tier', 'equal', `t${index % 3}`],
      ]),
    )
    expect(toAsk).toEqual([])
  })
})
