import { compileCondition } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { AT, compared } from './desk.ts'

/** Whether a comparison holds for a fact. */
function holds(fact: unknown, operator: string, value: unknown): boolean {
  const condition = compileCondition({ all: [compared('x', operator, value)] })
  return condition.test({ x: fact }, { at: AT, missing: 'allow' })
}

describe('a text', () => {
  it('contains, begins or ends with another, capitals or not', () => {
    expect(holds('Everything is DOWN', 'textContains', 'down')).toBe(true)
    expect(holds('everything is down', 'textContains', 'IS Down')).toBe(true)
    expect(holds('Rechnung ÜBERFÄLLIG', 'textContains', 'überfällig')).toBe(true)
    expect(holds('upside', 'textContains', 'down')).toBe(false)
    // A sigma at the end of a word is another small letter than one inside.
    expect(holds('ΟΔΟΣΑ', 'textContains', 'ΟΔΟΣ')).toBe(true)
    expect(holds('οδός', 'textEndsWith', 'ΌΣ')).toBe(true)
    expect(holds('URGENT: help', 'textStartsWith', 'urgent')).toBe(true)
    expect(holds('not urgent', 'textStartsWith', 'urgent')).toBe(false)
    expect(holds('ada@Example.com', 'textEndsWith', '@EXAMPLE.COM')).toBe(true)
    expect(holds('ada@example.com.evil', 'textEndsWith', '@example.com')).toBe(false)
    expect(holds('', 'textContains', 'a')).toBe(false)
  })

  it('contains one of several', () => {
    const words = ['down', 'Outage']
    expect(holds('an OUTAGE', 'textContainsAny', words)).toBe(true)
    expect(holds('is down', 'textContainsAny', words)).toBe(true)
    expect(holds('all fine', 'textContainsAny', words)).toBe(false)
  })

  it('is like a pattern, in which a star is any letters, also none', () => {
    const cases: [string, string, boolean][] = [
      ['ab', 'ab', true],
      ['AB', 'ab', true],
      ['abc', 'ab', false],
      ['ab', 'ab*', true],
      ['ab', '*ab', true],
      ['ab', '*', true],
      ['', '*', true],
      ['', '**', true],
      ['ab', 'a**b', true],
      ['axb', 'a**b', true],
      ['ab', '**a**b**', true],
      // The letters at the beginning cannot be those at the end as well.
      ['aba', 'aba*aba', false],
      ['ab', 'ab*b', false],
      ['abb', 'ab*b', true],
      ['a', 'a*a', false],
      ['abcabc', 'abc*abc', true],
      ['xaya', '*a*a', true],
      ['xa', '*a*a', false],
      ['a-b-c', 'a*b*c', true],
      ['a-c-b', 'a*b*c', false],
      ['line one\nline two', 'line*two', true],
    ]
    for (const [text, pattern, like] of cases) {
      expect([text, pattern, holds(text, 'textLike', pattern)]).toEqual([text, pattern, like])
    }
  })

  it('is never read as a regular expression', () => {
    expect(holds('aaa', 'textLike', 'a+')).toBe(false)
    expect(holds('a+', 'textLike', 'a+')).toBe(true)
    expect(holds('abc', 'textLike', 'a.c')).toBe(false)
    expect(holds('(a', 'textContains', '(')).toBe(true)
  })

  it('takes no longer, however the pattern is made', () => {
    const started = performance.now()
    expect(holds('a'.repeat(50_000), 'textLike', `${'*a'.repeat(500)}*b`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('that is none makes every comparison false, and its denial true', () => {
    for (const fact of [undefined, null, 7, true, ['down'], { down: 1 }, new String('down')]) {
      for (const operator of ['textContains', 'textStartsWith', 'textEndsWith', 'textLike']) {
        expect(holds(fact, operator, 'down')).toBe(false)
        expect(holds(fact, `not:${operator}`, 'down')).toBe(true)
      }
      expect(holds(fact, 'textContainsAny', ['down'])).toBe(false)
      expect(holds(fact, 'not:textContainsAny', ['down'])).toBe(true)
    }
  })
})

describe('an instant', () => {
  const noon = '2027-03-01T12:00:00Z'
  const millis = Date.parse(noon)
  /** As a library of dates would have it. */
  const luxonLike = { toMillis: () => millis, ts: 0 }
  const temporalLike = { epochMilliseconds: millis }

  it('is before, on or after another, whatever the offsets', () => {
    expect(holds('2027-03-01T13:00:00+02:00', 'dateBefore', noon)).toBe(true)
    expect(holds('2027-03-01T11:30:00-01:00', 'dateAfter', noon)).toBe(true)
    expect(holds('2027-03-01T07:00:00-05:00', 'dateOnOrBefore', noon)).toBe(true)
    expect(holds('2027-03-01T07:00:00-05:00', 'dateOnOrAfter', noon)).toBe(true)
    expect(holds(noon, 'dateBefore', noon)).toBe(false)
    expect(holds(noon, 'dateAfter', noon)).toBe(false)
  })

  it('is text with an offset, milliseconds, or an object that knows', () => {
    for (const fact of [noon, millis, new Date(millis), luxonLike, temporalLike]) {
      expect(holds(fact, 'dateOnOrAfter', noon)).toBe(true)
      expect(holds(fact, 'dateOnOrAfter', millis)).toBe(true)
      expect(holds(fact, 'dateAfter', noon)).toBe(false)
    }
  })

  it('lies in the past or the future by a duration, counted from the instant asked at', () => {
    // Asked at nine.
    const cases: [string, string, string, boolean][] = [
      ['2027-03-01T05:00:00Z', 'dateOlderThan', 'PT4H', false],
      ['2027-03-01T04:59:59.999Z', 'dateOlderThan', 'PT4H', true],
      ['2027-03-01T10:00:00Z', 'dateOlderThan', 'PT0S', false],
      ['2027-03-01T05:00:00Z', 'dateWithinLast', 'PT4H', true],
      ['2027-03-01T04:59:59.999Z', 'dateWithinLast', 'PT4H', false],
      [AT, 'dateWithinLast', 'PT4H', true],
      ['2027-03-01T09:00:00.001Z', 'dateWithinLast', 'PT4H', false],
      ['2027-03-01T13:00:00Z', 'dateWithinNext', 'PT4H', true],
      ['2027-03-01T13:00:00.001Z', 'dateWithinNext', 'PT4H', false],
      [AT, 'dateWithinNext', 'PT4H', true],
      ['2027-03-01T08:59:59.999Z', 'dateWithinNext', 'PT4H', false],
    ]
    for (const [fact, operator, span, held] of cases) {
      expect([fact, operator, holds(fact, operator, span)]).toEqual([fact, operator, held])
    }
  })

  it('that is none makes every comparison false, and its denial true', () => {
    const broken = {
      toMillis() {
        throw new Error('no instant')
      },
    }
    const nothings = [undefined, null, '', 'yesterday', '2027-03-01', '2027-03-01T12:00:00']
    const oddities = [Number.NaN, 1.5, true, [noon], {}, new Date(Number.NaN), broken]
    for (const fact of [...nothings, ...oddities]) {
      for (const operator of ['dateBefore', 'dateOnOrBefore', 'dateAfter', 'dateOnOrAfter']) {
        expect(holds(fact, operator, noon)).toBe(false)
        expect(holds(fact, `not:${operator}`, noon)).toBe(true)
      }
      for (const operator of ['dateOlderThan', 'dateWithinLast', 'dateWithinNext']) {
        expect(holds(fact, operator, 'PT4H')).toBe(false)
        expect(holds(fact, `not:${operator}`, 'PT4H')).toBe(true)
      }
    }
  })
})

describe('a duration', () => {
  it('is shorter or longer than another, however both are written', () => {
    expect(holds('PT90M', 'durationLessThanInclusive', 'PT1H30M')).toBe(true)
    expect(holds('PT90M', 'durationGreaterThanInclusive', 5_400_000)).toBe(true)
    expect(holds('PT90M', 'durationLessThan', 'PT1H30M')).toBe(false)
    expect(holds(5_400_001, 'durationGreaterThan', 'PT1H30M')).toBe(true)
    expect(holds('PT5M', 'durationLessThan', 'PT90S')).toBe(false)
    expect(holds('PT0S', 'durationLessThan', 'PT1S')).toBe(true)
  })

  it('of days or months has no fixed length, so nothing is said of it', () => {
    for (const fact of [
      'P1D',
      'P1M',
      'P1W',
      '4h',
      '',
      null,
      undefined,
      true,
      ['PT1H'],
      Number.NaN,
    ]) {
      for (const operator of ['durationLessThan', 'durationGreaterThanInclusive']) {
        expect(holds(fact, operator, 'PT100H')).toBe(false)
        expect(holds(fact, `not:${operator}`, 'PT100H')).toBe(true)
      }
    }
  })
})

describe('decorators', () => {
  it('ask some or every element of a list, and a fact that is no list never holds', () => {
    expect(holds(['a', 'DOWN'], 'someFact:textContains', 'down')).toBe(true)
    expect(holds(['a', 'DOWN'], 'everyFact:textContains', 'down')).toBe(false)
    expect(holds([], 'someFact:equal', 1)).toBe(false)
    expect(holds([], 'everyFact:equal', 1)).toBe(true)
    expect(holds('down', 'someFact:textContains', 'down')).toBe(false)
    expect(holds('down', 'not:someFact:textContains', 'down')).toBe(true)
  })

  it('compare with some or every value, and turn a comparison round', () => {
    expect(holds(5, 'someValue:lessThan', [3, 6])).toBe(true)
    expect(holds(5, 'everyValue:lessThan', [3, 6])).toBe(false)
    expect(holds('down', 'swap:textContains', 'is down')).toBe(true)
    expect(holds(['a', 'b'], 'everyFact:someValue:equal', ['b', 'a', 'c'])).toBe(true)
  })
})
