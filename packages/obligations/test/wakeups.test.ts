import { describe, expect, it } from 'vitest'
import { createObligation } from '../src/index.ts'
import {
  answered,
  at,
  deps,
  news,
  offered,
  promise,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
  wakeups,
} from './desk.ts'

const start = submitted('Mon 09:00')

describe('an obligation wakes', () => {
  it('to warn and to be breached', () => {
    const terms = promise({ warnAt: [0.5, 'PT1H'] })
    expect(wakeups(terms, [start], 'Mon 10:00')).toEqual([
      ['warn', at('Mon 11:00')],
      ['breach', at('Mon 13:00') + 1],
    ])
    expect(wakeups(terms, [start], 'Mon 11:00')).toEqual([
      ['warn', at('Mon 12:00')],
      ['breach', at('Mon 13:00') + 1],
    ])
  })

  it('for a breach after the grace of the night', () => {
    expect(wakeups(promise(), [submitted('Mon 13:00')], 'Mon 14:00')).toEqual([
      ['breach', at('Tue 09:00') + 1],
    ])
  })

  it('no more once it is breached, unless it recurs', () => {
    expect(wakeups(promise(), [start], 'Mon 14:00')).toEqual([])
    // Monday's second period can be met until Tuesday's opening.
    expect(wakeups(news('fulfillment'), [start], 'Mon 14:00')).toEqual([
      ['breach', at('Tue 09:00') + 1],
    ])
  })

  it('no more once it is over, and not before it begins', () => {
    expect(wakeups(promise(), [start, answered('Mon 10:00')], 'Mon 11:00')).toEqual([])
    expect(wakeups(promise(), [], 'Mon 11:00')).toEqual([])
  })

  it('not while it is paused, unless its wait has a date', () => {
    expect(wakeups(solution(), [start, waits('Mon 10:00')], 'Mon 11:00')).toEqual([])
    const until = '2026-03-04T08:00:00Z'
    const marks = [start, waits('Mon 10:00', { facts: { until } })]
    expect(wakeups(solution(), marks, 'Mon 11:00')).toEqual([['resume', at('Wed 09:00')]])
    expect(wakeups(solution(), marks, 'Wed 09:00')).toEqual([['breach', at('Wed 16:00') + 1]])
  })

  it('when the next period begins, and what comes of it', () => {
    const marks = [start, answered('Mon 10:00')]
    expect(wakeups(news('grid', { warnAt: ['PT1H'] }), marks, 'Mon 11:00')).toEqual([
      ['recur', at('Mon 13:00')],
      ['warn', at('Mon 16:00')],
      ['breach', at('Tue 09:00') + 1],
    ])
  })

  it('when a date ends it', () => {
    const dated = promise({
      every: { period: 'PT4H', from: 'grid', untilDate: '2026-03-02T10:00:00Z' },
    })
    expect(wakeups(dated, [start], 'Mon 10:00')).toEqual([
      ['end', at('Mon 11:00')],
      ['breach', at('Mon 13:00') + 1],
    ])
  })

  it('when its terms change', () => {
    const terms = createObligation(promise({ within: 'PT1H' }), deps)
    const versions = [{ from: at('Mon 11:00'), terms, onChange: 'retroactive' as const }]
    expect(wakeups(promise(), [start], 'Mon 10:00', { versions })).toEqual([
      ['change', at('Mon 11:00')],
      ['breach', at('Mon 13:00') + 1],
    ])
    expect(wakeups(promise(), [start], 'Mon 11:00', { versions })).toEqual([])
  })
})

describe('the key of a wake-up', () => {
  const keys = (marks: Parameters<typeof wakeups>[1], when: string) =>
    createObligation(solution({ warnAt: [0.5] }), deps)
      .wakeups(marks, at(when))
      .map(({ key }) => key)

  it('stays when its instant moves, so that a host moves its timer', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 12:00')]
    expect(keys([start], 'Mon 09:30')).toEqual(keys(marks, 'Mon 12:30'))
  })

  it('is another one in another cycle, and for another warning', () => {
    const again = [start, resolved('Mon 10:00'), submitted('Mon 11:00')]
    const all = [...keys([start], 'Mon 09:30'), ...keys(again, 'Mon 11:30')]
    expect(new Set(all).size).toBe(4)
  })

  it('tells apart what is owed about several things', () => {
    const acceptance = promise({
      id: 'acceptance',
      per: 'about',
      start: { condition: 'offered' },
      stop: { condition: 'accepted' },
    })
    const marks = [
      start,
      offered('Mon 10:00', { about: 'offer:o1' }),
      offered('Mon 10:00', { about: 'offer:o2' }),
    ]
    const found = createObligation(acceptance, deps).wakeups(marks, at('Mon 11:00'))
    expect(found.map(({ at: when }) => when)).toEqual([at('Mon 14:00') + 1, at('Mon 14:00') + 1])
    expect(new Set(found.map(({ key }) => key)).size).toBe(2)
  })
})
