import { describe, expect, it } from 'vitest'
import { createObligation, type Terms, type TermsVersion } from '../src/index.ts'
import {
  answered,
  at,
  cancelled,
  closed,
  deps,
  hour,
  mark,
  news,
  read,
  readOnly,
  resumed,
  solution,
  submitted,
  waits,
} from './desk.ts'

function from(
  when: string,
  terms: Terms,
  onChange: TermsVersion['onChange'] = 'retroactive',
): TermsVersion {
  return { from: at(when), terms: createObligation(terms, deps), onChange }
}

const start = submitted('Mon 09:00')
const grid = (parts: Partial<Terms> = {}) => news('grid', { pauseReasons: ['customer'], ...parts })
const renamed = { title: 'In other words' }

describe('the pauses of a period on a grid', () => {
  it('are those that last when the one before it is fulfilled, and those after', () => {
    const marks = [
      start,
      waits('Mon 09:30', { about: 'wait:w1' }),
      resumed('Mon 10:00', { about: 'wait:w1' }),
      waits('Mon 10:30', { about: 'wait:w2' }),
      answered('Mon 11:00'),
      resumed('Mon 12:00', { about: 'wait:w2' }),
      waits('Mon 16:00', { about: 'wait:w3' }),
    ]
    expect(read(grid(), marks, 'Mon 16:30')).toMatchObject([
      {
        life: 'fulfilled',
        pauses: [
          { about: 'wait:w1', from: at('Mon 09:30'), to: at('Mon 10:00') },
          { about: 'wait:w2', from: at('Mon 10:30'), to: at('Mon 11:00') },
        ],
      },
      {
        life: 'paused',
        startedAt: at('Mon 15:00'),
        used: hour,
        pauses: [
          { about: 'wait:w2', from: at('Mon 10:30'), to: at('Mon 12:00') },
          { about: 'wait:w3', from: at('Mon 16:00'), to: null },
        ],
      },
    ])
  })

  it('are the same whether a wait ends just before the news of its instant or just after', () => {
    const wait = waits('Mon 10:00')
    const over = (seq: number) => resumed('Mon 11:00', { seq })
    const given = (seq: number) => answered('Mon 11:00', { seq })
    const both = [{ from: at('Mon 10:00'), to: at('Mon 11:00') }]
    for (const marks of [
      [start, wait, over(1), given(2)],
      [start, wait, given(1), over(2)],
      [start, wait, resumed('Mon 11:00'), answered('Mon 11:00')],
    ]) {
      expect(read(grid(), marks, 'Mon 15:00')).toMatchObject([
        { pauses: both },
        { startedAt: at('Mon 14:00'), pauses: both },
      ])
    }
  })
})

describe('a period on a grid that has not begun', () => {
  it('has no beginning while a wait leaves it open', () => {
    const marks = [start, answered('Mon 10:00'), waits('Mon 11:00')]
    expect(read(grid(), marks, 'Tue 15:00')[1]).toMatchObject({
      life: 'inactive',
      startedAt: null,
      used: 0,
      dueAt: null,
    })
  })

  it('is not fulfilled by what comes during that wait', () => {
    const marks = [start, answered('Mon 10:00'), waits('Mon 11:00'), answered('Mon 15:00')]
    const states = read(grid(), [...marks, resumed('Mon 16:00')], 'Tue 10:00')
    expect(states).toMatchObject([
      { cycle: 1, life: 'fulfilled' },
      // Two of its four hours were left when the wait began: from 16:00 on, one on each day.
      { cycle: 2, life: 'running', startedAt: at('Tue 10:00'), used: 0 },
    ])
  })
})

it('periods that a wait leaves open are not missed', () => {
  for (const cadence of ['grid', 'fulfillment'] as const) {
    const terms = news(cadence, { pauseReasons: ['customer'] })
    expect(readOnly(terms, [start, waits('Mon 14:00')], 'Fri 12:00')).toMatchObject({
      life: 'paused',
      breachedAt: at('Mon 13:00') + 1,
      missed: 0,
    })
  }
})

describe('a retroactive change of terms on a grid', () => {
  it('skips no period for one that an earlier grid fulfilled', () => {
    const marks = [
      start,
      answered('Mon 10:00'),
      closed('Mon 12:00'),
      submitted('Tue 09:00'),
      answered('Tue 14:00'),
    ]
    const versions = [from('Tue 15:00', grid(renamed))]
    const states = read(grid(), marks, 'Tue 16:00', { versions })
    expect(states).toEqual(read(grid(), marks, 'Tue 16:00'))
    expect(states.at(-1)).toMatchObject({ startedAt: at('Tue 13:00'), dueAt: at('Tue 17:00') })
  })

  it('skips no period for one that was cancelled in the instant in which it began', () => {
    const marks = [
      submitted('Mon 09:00', { seq: 1 }),
      closed('Mon 09:00', { seq: 2 }),
      submitted('Mon 09:00', { seq: 3, id: 'again' }),
      answered('Mon 14:00'),
    ]
    const versions = [from('Mon 15:00', grid(renamed))]
    const states = read(grid(), marks, 'Mon 16:00', { versions })
    expect(states).toEqual(read(grid(), marks, 'Mon 16:00'))
    expect(states.at(-1)).toMatchObject({ cycle: 3, startedAt: at('Mon 13:00') })
  })

  it('skips one long period for two short ones in it', () => {
    const short = grid({
      every: { period: 'PT2H', from: 'grid', until: { condition: 'over' } },
    })
    const marks = [start, answered('Mon 10:00'), answered('Mon 12:00')]
    const versions = [from('Mon 14:00', grid())]
    expect(read(short, marks, 'Mon 15:00', { versions })).toMatchObject([
      { cycle: 1, target: 2 * hour },
      { cycle: 2, target: 2 * hour },
      { cycle: 3, target: 4 * hour, startedAt: at('Mon 13:00'), dueAt: at('Mon 17:00') },
    ])
  })
})

it('what began stays begun when it began, however often its terms change from then on', () => {
  const versions = [
    from('Mon 11:00', solution({ within: 'PT4H' }), 'fromChange'),
    from('Mon 12:00', solution({ within: 'PT6H' }), 'fromChange'),
  ]
  expect(readOnly(solution(), [start], 'Mon 13:00', { versions })).toMatchObject({
    startedAt: at('Mon 09:00'),
    used: hour,
    target: 6 * hour,
  })
})

it('a cancelled grid is owed no more, and begins again from a new start', () => {
  const terms = grid({ cancel: { condition: 'cancelled' } })
  const marks = [
    start,
    answered('Mon 10:00'),
    cancelled('Mon 14:00'),
    mark('submitted', 'Tue 10:00'),
  ]
  expect(read(terms, marks, 'Tue 12:00')).toMatchObject([
    { cycle: 1, life: 'fulfilled' },
    { cycle: 2, life: 'cancelled', startedAt: at('Mon 13:00'), used: hour },
    { cycle: 3, life: 'running', startedAt: at('Tue 10:00'), used: 2 * hour },
  ])
})
