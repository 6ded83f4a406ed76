import type { Mark } from '@holdfast/kernel'
import { historyOf } from '@holdfast/obligations'
import { describe, expect, it } from 'vitest'
import { factsOverTime } from '../src/request-facts.ts'

type Said = Pick<Mark, 'at'> & Partial<Mark>

/** What is known from which instant on, when these marks say something. */
function known(marks: readonly Said[], at = 100) {
  const complete = marks.map((mark, nth) => ({
    id: `m${nth}`,
    seq: nth,
    type: 'triaged' as const,
    about: 'request:7',
    ...mark,
  }))
  return factsOverTime(historyOf(complete), at)
}

describe('what is known of a request over time', () => {
  it('is nothing before its first mark, and nothing of one without a mark', () => {
    expect(known([])).toEqual([])
    expect(known([{ at: 10, facts: { level: 'gold' } }], 9)).toEqual([])
  })

  it('begins with its first mark, whether that says something or not', () => {
    expect(known([{ at: 10 }])).toEqual([{ from: 10, facts: {} }])
    expect(known([{ at: 10 }, { at: 20, facts: { level: 'gold' } }])).toEqual([
      { from: 10, facts: {} },
      { from: 20, facts: { level: 'gold' } },
    ])
  })

  it('is what later marks add, and what they say anew in place of what was said', () => {
    const marks = [
      { at: 10, facts: { level: 'basic', priority: 'P2' } },
      { at: 20, facts: { level: 'gold' } },
      { at: 30, facts: { language: 'de' } },
    ]
    expect(known(marks)).toEqual([
      { from: 10, facts: { level: 'basic', priority: 'P2' } },
      { from: 20, facts: { level: 'gold', priority: 'P2' } },
      { from: 30, facts: { level: 'gold', priority: 'P2', language: 'de' } },
    ])
    expect(known(marks, 20)).toHaveLength(2)
  })

  it('does not change with a mark that says what is known, or nothing', () => {
    const level = { level: 'gold' }
    expect(known([{ at: 10, facts: level }, { at: 20, facts: level }, { at: 30 }])).toEqual([
      { from: 10, facts: level },
    ])
  })

  it('changes once for all that is said in one instant', () => {
    const marks = [
      { at: 10, facts: { level: 'gold' } },
      { at: 20, facts: { level: 'basic' } },
      { at: 20, facts: { priority: 'P1' } },
    ]
    expect(known(marks)).toEqual([
      { from: 10, facts: { level: 'gold' } },
      { from: 20, facts: { level: 'basic', priority: 'P1' } },
    ])
  })

  it('is not what marks about its tasks and offers say', () => {
    const marks = [
      { at: 10, facts: { level: 'gold' } },
      { at: 20, about: 'offer:o1', facts: { level: 'basic', offeredTo: 'team:b' } },
    ]
    expect(known(marks)).toEqual([{ from: 10, facts: { level: 'gold' } }])
    expect(known([{ at: 5, about: 'offer:o1', facts: { level: 'basic' } }, ...marks])).toEqual([
      { from: 5, facts: {} },
      { from: 10, facts: { level: 'gold' } },
    ])
  })
})
