import { describe, expect, it } from 'vitest'
import {
  answered,
  at,
  news,
  promise,
  read,
  readOnly,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
} from './desk.ts'

const start = submitted('Mon 09:00')

describe('a warning', () => {
  const terms = solution({
    warnAt: [0.25, 0.75],
    consequences: [{ on: 'warning', kind: 'notify', to: 'role:lead', params: { by: 'mail' } }],
  })

  it('has come at its very instant, with what follows, and not a millisecond before', () => {
    expect(readOnly(terms, [start], at('Mon 11:00') - 1)).toMatchObject({
      warnedAt: [],
      consequences: [],
    })
    expect(readOnly(terms, [start], 'Mon 11:00')).toMatchObject({
      warnedAt: [at('Mon 11:00')],
      consequences: [
        {
          on: 'warning',
          at: at('Mon 11:00'),
          kind: 'notify',
          to: 'role:lead',
          params: { by: 'mail' },
        },
      ],
    })
  })

  it('that a wait leaves open has not come, and comes after it', () => {
    const marks = [start, waits('Mon 12:00')]
    expect(readOnly(terms, marks, 'Fri 12:00').warnedAt).toEqual([at('Mon 11:00')])
    expect(readOnly(terms, [...marks, resumed('Tue 12:00')], 'Fri 12:00').warnedAt).toEqual([
      at('Mon 11:00'),
      at('Tue 15:00'),
    ])
  })

  it('has come when the end comes in its instant, and does not come after it', () => {
    const end = (when: string) => [start, resolved(when)]
    expect(readOnly(terms, end('Mon 11:00'), 'Fri 12:00').warnedAt).toEqual([at('Mon 11:00')])
    expect(readOnly(terms, end('Mon 12:00'), 'Fri 12:00').warnedAt).toEqual([at('Mon 11:00')])
    expect(readOnly(terms, end('Mon 10:59'), 'Fri 12:00').warnedAt).toEqual([])
  })

  it('at once does not come before the period that it is about', () => {
    const daily = news('grid', {
      every: { period: 'P1D', from: 'grid', until: { condition: 'over' } },
      clock: { counts: 'businessDays', calendar: 'office', due: 'sameTime' },
      warnAt: ['PT8H'],
    })
    // Due at the opening on Wednesday, though the last hour that counts is over at closing time on Tuesday.
    const marks = [submitted('Mon 17:00'), answered('Mon 17:30')]
    expect(read(daily, marks, 'Tue 20:00')[1]).toMatchObject({ life: 'inactive', warnedAt: [] })
    expect(read(daily, marks, 'Wed 09:00')[1]?.warnedAt).toHaveLength(1)
  })
})

describe('a breach', () => {
  it('of terms without consequences has none', () => {
    expect(readOnly(promise(), [start], 'Tue 12:00')).toMatchObject({
      breachedAt: at('Mon 13:00') + 1,
      consequences: [],
    })
  })

  it('has those of terms that name them, from its first millisecond on', () => {
    const terms = promise({ consequences: [{ on: 'breach', kind: 'escalate' }] })
    expect(readOnly(terms, [start], 'Mon 13:00').consequences).toEqual([])
    expect(readOnly(terms, [start], at('Mon 13:00') + 1).consequences).toEqual([
      { on: 'breach', at: at('Mon 13:00') + 1, kind: 'escalate', to: null, params: {} },
    ])
  })
})

it('what is owed once is missed once, however late it is', () => {
  expect(readOnly(promise(), [start], 'Mon+1 12:00')).toMatchObject({
    breachedAt: at('Mon 13:00') + 1,
    missed: 0,
  })
})
