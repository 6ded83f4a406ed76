import { describe, expect, test } from 'vitest'
import { type Explained, explainWith, type Reason, reason } from '../src/index.ts'
import { explanationFaults } from '../src/testing.ts'
import type { Phrases } from '../src/text.ts'

/** A toy to explain: a counter open from eight to five, whose hours may be asked for. */
interface Counter {
  readonly name: string
  isOpen(hour: number): boolean
  nextOpen(hour: number): number | null
  hours(): { from: number; to: number }
}

const counter: Counter = {
  name: 'counter',
  isOpen: (hour) => {
    if (hour < 0) throw new RangeError(`hour ${hour}`)
    return hour >= 8 && hour < 17
  },
  nextOpen(hour) {
    return this.isOpen(hour) ? hour : hour < 8 ? 8 : null
  },
  hours: () => ({ from: 8, to: 17 }),
}

const explained = explainWith(counter, {
  isOpen: (open, hour) => reason(open ? 'counter.open' : 'counter.closed', { hour }),
  nextOpen: (next, hour) =>
    reason('counter.next', { hour, next }, { children: [reason('counter.hours', {})] }),
  hours: () => reason('counter.hours'),
})

const phrases: Phrases = {
  'counter.open': () => 'open',
  'counter.closed': () => 'closed',
  'counter.next': () => 'opens next',
  'counter.hours': () => 'eight to five',
}

const HOURS = [-1, 0, 7, 8, 16, 17, 23]

describe('the explaining form of a value', () => {
  test('answers what the plain form answers, with the reason beside it', () => {
    expect(explained.isOpen(9)).toEqual({
      value: true,
      reason: { code: 'counter.open', params: { hour: 9 }, children: [] },
    })
    expect(explained.nextOpen(20)).toMatchObject({ value: null, reason: { code: 'counter.next' } })
  })

  test('throws what the plain form throws', () => {
    expect(() => explained.isOpen(-1)).toThrow(RangeError)
  })

  test('has the methods and nothing else, and cannot be changed', () => {
    expect(Object.keys(explained)).toEqual(['isOpen', 'nextOpen', 'hours'])
    expect(Object.isFrozen(explained)).toBe(true)
  })

  test('obeys the law of explanations', () => {
    for (const method of ['isOpen', 'nextOpen', 'hours']) {
      for (const hour of HOURS) {
        expect(explanationFaults(counter, explained, { method, args: [hour] }, phrases)).toEqual([])
      }
    }
  })
})

describe('the law of explanations notices', () => {
  const right = reason('counter.open')
  const faults = (answer: () => unknown, catalog: Phrases = phrases, args: unknown[] = [9]) =>
    explanationFaults(counter, { isOpen: answer }, { method: 'isOpen', args }, catalog)
  const answering = (parts: Partial<Explained<unknown>>) => () => ({
    value: true,
    reason: right,
    ...parts,
  })

  test('nothing where all is well', () => {
    expect(faults(answering({}))).toEqual([])
  })

  test('another answer', () => {
    expect(faults(answering({ value: false }))).toHaveLength(1)
    expect(faults(answering({ value: undefined }))).toHaveLength(1)
    expect(faults(answering({ value: 'true' }))).toHaveLength(1)
  })

  test('an answer where the plain form throws, and the other way around', () => {
    expect(faults(answering({}), phrases, [-1])).toHaveLength(1)
    const thrower = () => {
      throw new RangeError('no')
    }
    expect(faults(thrower)).toHaveLength(1)
    expect(faults(thrower, phrases, [-1])).toHaveLength(1)
  })

  test.each([
    ['that is missing', undefined],
    ['without a code', { ...right, code: '' }],
    ['without children', { code: 'counter.open', params: {} }],
    ['with more than a reason has', { ...right, why: 'because' }],
    ['with a parameter that is no JSON', { ...right, params: { hour: Number.NaN } }],
    ['with a span that holds no time', { ...right, span: { from: 5, to: 5 } }],
    ['with a child that is malformed', { ...right, children: [{}] }],
  ])('a reason %s', (_, malformed) => {
    const [fault, ...more] = faults(answering({ reason: malformed as Reason }))
    expect(fault).toContain('isOpen: malformed reason')
    expect(more).toEqual([])
  })

  test('a code without a phrase, however deep', () => {
    const deep = reason(
      'counter.open',
      {},
      { children: [right, reason('counter.why'), reason('counter.why')] },
    )
    expect(faults(answering({ reason: deep }))).toEqual(['isOpen: no phrase for counter.why'])
    expect(faults(answering({ reason: reason('toString') }))).toHaveLength(1)
  })

  test('a method that has no explaining form', () => {
    const question = { method: 'hours', args: [] }
    expect(explanationFaults(counter, {}, question, phrases)).not.toEqual([])
  })

  test('numbers that JSON has no word for', () => {
    const plain = { load: () => Number.NaN }
    const told = { load: () => ({ value: null, reason: right }) }
    expect(explanationFaults(plain, told, { method: 'load', args: [] }, phrases)).toHaveLength(1)
  })
})
