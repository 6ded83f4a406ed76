import type { Mark, Wakeup } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createObligation, type ReadOptions, type Terms } from '../src/index.ts'
import {
  answered,
  asked,
  at,
  deps,
  mark,
  news,
  offered,
  promise,
  resumed,
  solution,
  submitted,
  waits,
} from './desk.ts'

const start = submitted('Mon 09:00')

function wakeupsOf(
  terms: Terms,
  marks: readonly Mark[],
  when: string | number,
  options?: ReadOptions,
): readonly Wakeup[] {
  const instant = typeof when === 'number' ? when : at(when)
  return createObligation(terms, deps).wakeups(marks, instant, options)
}

function keys(...asked: Parameters<typeof wakeupsOf>): readonly string[] {
  return wakeupsOf(...asked).map(({ key }) => key)
}

describe('the key of a wake-up', () => {
  it('names the obligation, what it is about, the cycle, what for, and which', () => {
    expect(wakeupsOf(solution({ warnAt: [0.5] }), [start], 'Mon 09:30')).toEqual([
      {
        key: 'solution|request:7|1|warn|1',
        at: at('Mon 13:00'),
        source: 'solution',
        purpose: 'warn',
      },
      {
        key: 'solution|request:7|1|breach|1',
        at: at('Tue 09:00') + 1,
        source: 'solution',
        purpose: 'breach',
      },
    ])
  })

  it('numbers the warnings from one, and tells the next alone', () => {
    const terms = solution({ warnAt: ['PT1H', 0.5, 0.75] })
    const warning = (when: string) => keys(terms, [start], when).filter((key) => /warn/.test(key))
    expect(warning('Mon 12:59')).toEqual(['solution|request:7|1|warn|1'])
    expect(warning('Mon 13:00')).toEqual(['solution|request:7|1|warn|2'])
    expect(warning('Mon 15:00')).toEqual(['solution|request:7|1|warn|3'])
    expect(warning('Mon 16:00')).toEqual([])
  })

  it('numbers the breaches of a cadence from one', () => {
    const breach = (when: string) => keys(news('fulfillment'), [start], when)
    expect(breach('Mon 12:00')).toEqual(['news|request:7|1|breach|1'])
    expect(breach('Mon 14:00')).toEqual(['news|request:7|1|breach|2'])
    expect(breach('Tue 14:00')).toEqual(['news|request:7|1|breach|4'])
  })

  it('goes on with the breaches before a change from then on', () => {
    const hourly = news('fulfillment', {
      every: { period: 'PT1H', from: 'fulfillment', until: { condition: 'over' } },
    })
    const terms = createObligation(hourly, deps)
    const versions = [{ from: at('Mon 14:00'), terms, onChange: 'fromChange' as const }]
    expect(wakeupsOf(news('fulfillment'), [start], 'Mon 14:30', { versions })).toMatchObject([
      { key: 'news|request:7|1|breach|2', at: at('Mon 15:00') + 1 },
    ])
  })

  it('has the number of the cycle', () => {
    const marks = [start, answered('Mon 10:00')]
    expect(keys(news('fulfillment'), marks, 'Mon 11:00')).toEqual(['news|request:7|2|breach|1'])
  })

  it('says nothing more of a period that begins', () => {
    const marks = [start, answered('Mon 10:00')]
    expect(wakeupsOf(news('grid'), marks, 'Mon 11:00')).toMatchObject([
      { key: 'news|request:7|2|recur', at: at('Mon 13:00') },
      { key: 'news|request:7|2|breach|1', at: at('Tue 09:00') + 1 },
    ])
  })

  it('says nothing more of an end', () => {
    const untilDate = '2026-03-02T10:00:00Z'
    const dated = promise({ every: { period: 'PT4H', from: 'grid', untilDate } })
    expect(wakeupsOf(dated, [start], 'Mon 10:00')).toMatchObject([
      { key: 'answer|request:7|1|end', at: at('Mon 11:00') },
      { key: 'answer|request:7|1|breach|1' },
    ])
  })

  it('names what the wait is about that ends', () => {
    const marks = [start, waits('Mon 10:00', { facts: { until: at('Mon 12:00') } })]
    expect(keys(solution(), marks, 'Mon 11:00')).toEqual(['solution|request:7|1|resume|wait:w1'])
  })

  it('is the same while its instant moves', () => {
    const wait = (until: string) => waits('Mon 10:00', { facts: { until: at(until) } })
    const before = wakeupsOf(solution(), [start, wait('Mon 12:00')], 'Mon 11:00')
    const moved = waits('Mon 10:30', { facts: { until: at('Mon 15:00') } })
    const after = wakeupsOf(solution(), [start, wait('Mon 12:00'), moved], 'Mon 11:00')
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
    expect(after.map(({ at: when }) => when)).toEqual([at('Mon 15:00')])
  })

  it('orders those of one instant', () => {
    const each = promise({ id: 'each', per: 'about', start: { condition: 'offered' } })
    const marks = ['o2', 'o1'].map((id) => offered('Mon 10:00', { about: `offer:${id}` }))
    expect(keys(each, [...marks].reverse(), 'Mon 11:00')).toEqual([
      'each|offer:o1|1|breach|1',
      'each|offer:o2|1|breach|1',
    ])
    expect(keys(each, marks, 'Mon 11:00')).toEqual(keys(each, [...marks].reverse(), 'Mon 11:00'))
  })

  it('names the terms that a change brings, and when', () => {
    const terms = createObligation(promise({ id: 'fast', within: 'PT1H' }), deps)
    const versions = [{ from: at('Mon 11:00'), terms, onChange: 'retroactive' as const }]
    expect(keys(promise(), [start], 'Mon 10:00', { versions })).toEqual([
      `fast|change|${at('Mon 11:00')}`,
      'answer|request:7|1|breach|1',
    ])
  })
})

describe('a wake-up', () => {
  it('is never at the instant asked at, nor before it', () => {
    const terms = solution({ warnAt: [0.5] })
    expect(keys(terms, [start], at('Mon 13:00') - 1)).toHaveLength(2)
    expect(keys(terms, [start], 'Mon 13:00')).toEqual(['solution|request:7|1|breach|1'])
    expect(keys(terms, [start], at('Tue 09:00'))).toEqual(['solution|request:7|1|breach|1'])
    expect(keys(terms, [start], at('Tue 09:00') + 1)).toEqual([])
    const wait = waits('Mon 10:00', { facts: { until: at('Mon 12:00') } })
    expect(keys(solution(), [start, wait], at('Mon 12:00') - 1)).toEqual([
      'solution|request:7|1|resume|wait:w1',
    ])
    expect(keys(solution(), [start, wait], 'Mon 12:00')).toEqual(['solution|request:7|1|breach|1'])
  })

  it('for the beginning of a period is there only before it', () => {
    const marks = [start, answered('Mon 10:00')]
    expect(keys(news('grid'), marks, at('Mon 13:00') - 1)).toHaveLength(2)
    expect(keys(news('grid'), marks, 'Mon 13:00')).toEqual(['news|request:7|2|breach|1'])
  })

  it('for the beginning of a period is not there for a day that has begun', () => {
    const daily = promise({
      within: 'P1D',
      clock: { counts: 'businessDays', calendar: 'office', due: 'endOfDay' },
    })
    expect(wakeupsOf(daily, [start], 'Mon 10:00')).toMatchObject([
      { key: 'answer|request:7|1|breach|1', at: at('Tue 17:00') + 1 },
    ])
  })

  it('for a breach is not there while a wait leaves the deadline open, from the first instant on', () => {
    const terms = solution({ elapsed: 'PT8H' })
    const marks = [mark('submitted', 0), waits(0)]
    expect(wakeupsOf(terms, marks, 0)).toEqual([])
  })
})

describe('the end of a wait wakes', () => {
  const until = (when: string) => ({ facts: { until: at(when) } })

  it('at once when it is said', () => {
    const marks = [start, waits('Mon 10:00', until('Mon 12:00'))]
    expect(wakeupsOf(solution(), marks, 'Mon 10:00')).toMatchObject([
      { key: 'solution|request:7|1|resume|wait:w1', at: at('Mon 12:00') },
    ])
  })

  it('for each wait on its own, also where their marks have one id', () => {
    const marks = [
      start,
      waits('Mon 10:00', { id: 'w', about: 'wait:w1', ...until('Mon 15:00') }),
      waits('Mon 10:30', { id: 'w', about: 'wait:w2', ...until('Mon 14:00') }),
      waits('Mon 10:45', { id: 'w', about: 'wait:w3' }),
    ]
    expect(wakeupsOf(solution(), marks, 'Mon 11:00')).toMatchObject([
      { key: 'solution|request:7|1|resume|wait:w2', at: at('Mon 14:00') },
      { key: 'solution|request:7|1|resume|wait:w1', at: at('Mon 15:00') },
    ])
  })

  it('whatever else is said about it', () => {
    const marks = [
      start,
      asked('Mon 09:30', { about: 'wait:w1' }),
      waits('Mon 10:00', until('Mon 12:00')),
      asked('Mon 10:30', { about: 'wait:w1', ...until('Mon 16:00') }),
      asked('Mon 10:45', { about: 'wait:w1' }),
    ]
    expect(wakeupsOf(solution(), marks, 'Mon 11:00')).toMatchObject([{ at: at('Mon 12:00') }])
  })

  it('no more once it is over, while another goes on', () => {
    const marks = [
      start,
      waits('Mon 10:00', until('Mon 12:00')),
      waits('Mon 10:00', { id: 'other', about: 'wait:w2' }),
      resumed('Mon 11:00'),
    ]
    expect(wakeupsOf(solution(), marks, 'Mon 11:30')).toEqual([])
  })

  it('not for what is to be said later', () => {
    const marks = [
      start,
      waits('Mon 10:00', until('Mon 12:00')),
      waits('Mon 11:00', until('Mon 14:00')),
    ]
    expect(wakeupsOf(solution(), marks, 'Mon 10:59')).toMatchObject([{ at: at('Mon 12:00') }])
    expect(wakeupsOf(solution(), marks, 'Mon 11:00')).toMatchObject([{ at: at('Mon 14:00') }])
  })
})
