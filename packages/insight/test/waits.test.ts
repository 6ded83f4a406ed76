import { describe, expect, it } from 'vitest'
import { doing, type Happened, lifeOf, lifeWith, minute, stretchesIn, timeIn } from './desk.ts'

const submitted: Happened = [0, 'submitted', { facts: { element: 'wait', party: 'queue' } }]

describe('a wait', () => {
  it('is for the party or the reason that it names', () => {
    const life = lifeOf(
      [0, 'submitted', doing('investigation')],
      [1, 'waiting', { reason: 'customer' }],
      [3, 'waiting', { reason: 'date', facts: { party: 'vendor' } }],
      [7, 'waiting'],
      [15, 'resumed'],
      [31, 'resolved'],
    )
    expect(stretchesIn(life)).toEqual([
      '0-1 investigation',
      '1-3 wait customer',
      '3-7 wait vendor',
      '7-15 wait',
      '15-31 investigation',
    ])
    expect(life.elements.map(({ element, party }) => [element, party])).toEqual([
      ['investigation', null],
      ['wait', 'customer'],
      ['wait', 'vendor'],
      ['wait', null],
    ])
  })

  it('stands in an answer in order of its party, the unknown one last', () => {
    const wait = (at: number, reason?: string): Happened => [
      at,
      'waiting',
      reason === undefined ? {} : { reason },
    ]
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      wait(1),
      wait(2, 'vendor'),
      wait(3),
      wait(4, 'customer'),
      wait(5, 'team'),
      wait(6, 'sales'),
      [7, 'resolved'],
    )
    expect(life.elements.map(({ party }) => party)).toEqual([
      null,
      'customer',
      'sales',
      'team',
      'vendor',
      null,
    ])
    expect(Object.keys(timeIn(life)).at(-1)).toBe('wait')
  })

  it('goes on while a mark says the same again, and ends with another element', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [2, 'waiting', { reason: 'customer' }],
      [4, 'message', doing('wait', { party: 'customer' })],
      [6, 'message', doing('verification')],
      [9, 'resolved'],
    )
    expect(stretchesIn(life)).toEqual(['0-2 fix', '2-6 wait customer', '6-9 verification'])
  })

  it.each([
    ['as an instant', minute(10)],
    ['as text', '2026-11-02T08:10:00Z'],
  ])('ends by a date, given %s, without a mark', (_, until) => {
    const life = lifeWith(
      { at: minute(12) },
      [0, 'submitted', doing('fix')],
      [4, 'waiting', { reason: 'date', facts: { until } }],
    )
    expect(stretchesIn(life)).toEqual(['0-4 fix', '4-10 wait date', '10-12 fix'])
    expect(life.stretches.map(({ mark }) => mark)).toEqual(['m0', 'm1', 'm1'])
  })

  it('told again at its very date is another wait', () => {
    const until = minute(6)
    const life = lifeWith(
      { at: minute(9) },
      [0, 'submitted', doing('fix')],
      [2, 'waiting', { reason: 'date', facts: { until } }],
      [6, 'message', doing('wait', { party: 'date' })],
      [8, 'message'],
    )
    expect(stretchesIn(life)).toEqual(['0-2 fix', '2-9 wait date'])
  })

  it('has not ended before its date', () => {
    const happened: readonly Happened[] = [
      [0, 'submitted', doing('fix')],
      [4, 'waiting', { reason: 'date', facts: { until: minute(10) } }],
    ]
    const until = (at: number) => stretchesIn(lifeWith({ at: minute(at) }, ...happened))
    expect(until(9)).toEqual(['0-4 fix', '4-9 wait date'])
    expect(until(10)).toEqual(['0-4 fix', '4-10 wait date'])
  })

  it('whose date lies behind it ends when it is resumed', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [4, 'waiting', { reason: 'date', facts: { until: minute(4) } }],
      [7, 'resumed'],
      [9, 'resolved'],
    )
    expect(stretchesIn(life)).toEqual(['0-4 fix', '4-7 wait date', '7-9 fix'])
  })

  it('begun anew, resumed or resolved forgets the date that it had', () => {
    const soon = { reason: 'date', facts: { until: minute(6) } }
    const soonAnd = (...happened: readonly Happened[]) =>
      stretchesIn(
        lifeWith(
          { at: minute(9) },
          [0, 'submitted', doing('fix')],
          [2, 'waiting', soon],
          ...happened,
        ),
      )
    expect(soonAnd([4, 'waiting', { reason: 'customer' }])).toEqual([
      '0-2 fix',
      '2-4 wait date',
      '4-9 wait customer',
    ])
    expect(soonAnd([4, 'resumed', doing('verification')])).toEqual([
      '0-2 fix',
      '2-4 wait date',
      '4-9 verification',
    ])
    for (const over of ['resolved', 'closed', 'cancelled'] as const) {
      expect(soonAnd([4, over], [5, 'reopened', doing('documentation')])).toEqual([
        '0-2 fix',
        '2-4 wait date',
        '4-5 resolved',
        '5-9 documentation',
      ])
    }
  })

  it('gives way to the work before it, however it was told', () => {
    const life = lifeOf(
      [0, 'submitted', doing('investigation')],
      [2, 'message', doing('wait', { party: 'customer' })],
      [5, 'resumed'],
      [9, 'resolved'],
    )
    expect(stretchesIn(life)).toEqual([
      '0-2 investigation',
      '2-5 wait customer',
      '5-9 investigation',
    ])
  })

  it('to be taken up goes on after a wait for others', () => {
    const life = lifeOf(
      submitted,
      [2, 'waiting', { reason: 'customer' }],
      [5, 'resumed'],
      [9, 'resolved'],
    )
    expect(timeIn(life)).toEqual({ 'wait customer': 3, 'wait queue': 6 })
  })
})
