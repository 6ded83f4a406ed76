import { MAX_INSTANT } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createObligation, type Terms, type TermsVersion } from '../src/index.ts'
import {
  at,
  cancelled,
  deps,
  hour,
  promise,
  readOnly,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
  wakeups,
} from './desk.ts'

const start = submitted('Mon 09:00')

/** A wait that ends by itself. */
function waitsUntil(until: string | number, when: string, about = 'wait:w1'): typeof start {
  return waits(when, { about, facts: { until: typeof until === 'number' ? until : at(until) } })
}

describe('several waits with dates', () => {
  it('end in the order of their dates, whichever began first', () => {
    for (const [first, second] of [
      ['Mon 13:00', 'Mon 12:00'],
      ['Mon 12:00', 'Mon 13:00'],
    ] as const) {
      const marks = [
        start,
        waitsUntil(first, 'Mon 10:00'),
        waitsUntil(second, 'Mon 11:00', 'wait:w2'),
      ]
      expect(readOnly(solution(), marks, 'Mon 15:00')).toMatchObject({
        life: 'running',
        used: 3 * hour,
        pauses: [
          { about: 'wait:w1', to: at(first) },
          { about: 'wait:w2', to: at(second) },
        ],
        segments: [
          { from: at('Mon 09:00'), to: at('Mon 10:00') },
          { from: at('Mon 13:00'), to: null },
        ],
      })
    }
  })

  it('leave it paused until the last of the dates', () => {
    const marks = [
      start,
      waitsUntil('Mon 14:00', 'Mon 10:00'),
      waitsUntil('Mon 12:00', 'Mon 10:30', 'wait:w2'),
      waitsUntil('Mon 13:00', 'Mon 11:00', 'wait:w3'),
    ]
    expect(readOnly(solution(), marks, 'Mon 13:30')).toMatchObject({
      life: 'paused',
      pauses: [{ to: null }, { to: at('Mon 12:00') }, { to: at('Mon 13:00') }],
    })
    expect(readOnly(solution(), marks, 'Mon 15:00')).toMatchObject({
      life: 'running',
      used: 2 * hour,
    })
  })
})

describe('a date that is no date', () => {
  it('a fraction of a millisecond ends no wait', () => {
    const marks = [start, waitsUntil(at('Mon 12:00') + 0.5, 'Mon 10:00')]
    expect(readOnly(solution(), marks, 'Mon 15:00')).toMatchObject({ life: 'paused', used: hour })
    expect(wakeups(solution(), marks, 'Mon 11:00')).toEqual([])
  })

  it('nobody is woken for one after the last instant there is, and somebody is on the last', () => {
    const marks = (until: number) => [start, waitsUntil(until, 'Mon 10:00')]
    expect(wakeups(solution(), marks(MAX_INSTANT + 1), 'Mon 11:00')).toEqual([])
    expect(wakeups(solution(), marks(Number.POSITIVE_INFINITY), 'Mon 11:00')).toEqual([])
    expect(wakeups(solution(), marks(MAX_INSTANT), 'Mon 11:00')).toEqual([['resume', MAX_INSTANT]])
  })
})

describe('waits that were going on before it began', () => {
  it('are listed in the order in which they last began', () => {
    const marks = [
      waits('Mon 08:00'),
      waits('Mon 08:15', { about: 'wait:w2' }),
      waits('Mon 08:30', { id: 'again' }),
      start,
    ]
    expect(readOnly(solution(), marks, 'Mon 10:00').pauses).toMatchObject([
      { about: 'wait:w2', from: at('Mon 09:00') },
      { about: 'wait:w1', from: at('Mon 09:00'), mark: 'again' },
    ])
  })
})

it('a clock that a wait stops in the instant in which it began has not run', () => {
  const marks = [submitted('Mon 09:00', { seq: 1 }), waits('Mon 09:00', { seq: 2 })]
  expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
    life: 'paused',
    used: 0,
    segments: [],
    pauses: [{ from: at('Mon 09:00'), to: null }],
  })
})

describe('what has ended', () => {
  it('keeps the waits that were over before, and ends those that were not', () => {
    const marks = [
      start,
      waits('Mon 10:00'),
      resumed('Mon 11:00'),
      waits('Mon 12:00', { about: 'wait:w2' }),
      resolved('Mon 13:00'),
    ]
    expect(readOnly(solution(), marks, 'Tue 12:00')).toMatchObject({
      life: 'fulfilled',
      used: 2 * hour,
      pauses: [
        { from: at('Mon 10:00'), to: at('Mon 11:00') },
        { from: at('Mon 12:00'), to: at('Mon 13:00') },
      ],
      segments: [
        { from: at('Mon 09:00'), to: at('Mon 10:00') },
        { from: at('Mon 11:00'), to: at('Mon 12:00') },
      ],
    })
  })

  it('has run until its end, and before its waits until they began', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 11:00'), resolved('Mon 13:00')]
    expect(readOnly(solution(), marks, 'Tue 12:00').segments).toEqual([
      { from: at('Mon 09:00'), to: at('Mon 10:00') },
      { from: at('Mon 11:00'), to: at('Mon 13:00') },
    ])
  })

  it('was waited for still when its wait would have ended in the same instant', () => {
    const marks = [start, waits('Mon 10:00'), cancelled('Mon 12:00'), resumed('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Mon 15:00')).toMatchObject({
      life: 'cancelled',
      dueAt: null,
      pauses: [{ to: at('Mon 12:00') }],
    })
  })
})

describe('a wait, and a date that ends everything', () => {
  const untilOne = promise({
    // 13:00 in Zurich.
    every: { period: 'PT2H', from: 'fulfillment', untilDate: '2026-03-02T12:00:00Z' },
    pauseReasons: ['customer'],
  })
  const waiting = (until: string) => [start, waitsUntil(until, 'Mon 10:00')]

  it('the wait ends first when its date is earlier', () => {
    expect(readOnly(untilOne, waiting('Mon 12:00'), 'Mon 15:00')).toMatchObject({
      life: 'cancelled',
      cancelledAt: at('Mon 13:00'),
      used: 2 * hour,
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 12:00') }],
    })
  })

  it('the wait ends with everything when its date is later', () => {
    expect(readOnly(untilOne, waiting('Mon 14:00'), 'Mon 15:00')).toMatchObject({
      life: 'cancelled',
      cancelledAt: at('Mon 13:00'),
      used: hour,
      dueAt: null,
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 13:00') }],
      segments: [{ from: at('Mon 09:00'), to: at('Mon 10:00') }],
    })
  })

  it('everything ends first when both have the same date', () => {
    expect(readOnly(untilOne, waiting('Mon 13:00'), 'Mon 15:00')).toMatchObject({
      life: 'cancelled',
      used: hour,
      dueAt: null,
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 13:00') }],
    })
  })
})

describe('a wait around a deadline', () => {
  it('that begins with the opening until which a closing-time deadline can be kept moves that', () => {
    // Due at closing time on Monday; Tuesday's opening would be the last instant that keeps it.
    const marks = [start, waits('Tue 09:00')]
    expect(readOnly(solution(), marks, 'Tue 12:00')).toMatchObject({
      dueAt: at('Mon 17:00'),
      latestToMeet: null,
      breachedAt: null,
    })
    expect(readOnly(solution(), [...marks, resumed('Tue 11:00')], 'Tue 12:00')).toMatchObject({
      latestToMeet: at('Tue 11:00'),
      breachedAt: at('Tue 11:00') + 1,
    })
  })

  const nextDay = solution({
    within: 'P1D',
    clock: { counts: 'businessDays', calendar: 'office', due: 'endOfDay' },
  })

  it('that begins after a day is over leaves that day the last', () => {
    const marks = [start, waits('Wed 10:00'), resumed('Thu 10:00')]
    expect(readOnly(nextDay, marks, 'Thu 12:00')).toMatchObject({
      dueAt: at('Tue 17:00'),
      breachedAt: at('Tue 17:00') + 1,
    })
  })

  it('that begins as the last day ends moves the deadline to the end of the day on which it ends', () => {
    const marks = [start, waits('Tue 17:00'), resumed('Thu 10:00')]
    expect(readOnly(nextDay, marks, 'Thu 10:00')).toMatchObject({
      dueAt: at('Thu 17:00'),
      breachedAt: null,
    })
  })

  it('that covers the end of the day to which an earlier one moved the deadline moves it on', () => {
    const marks = [
      start,
      // What is paused leads into Wednesday.
      waits('Tue 16:00'),
      resumed('Wed 10:00'),
      waits('Wed 16:00', { id: 'second' }),
      resumed('Thu 10:00', { id: 'over' }),
    ]
    expect(readOnly(nextDay, marks.slice(0, 3), 'Wed 12:00').dueAt).toBe(at('Wed 17:00'))
    expect(readOnly(nextDay, marks, 'Fri 09:00')).toMatchObject({
      dueAt: at('Thu 17:00'),
      breachedAt: at('Thu 17:00') + 1,
    })
  })
})

/** Other terms from noon on, with a clock that begins anew. */
function fromNoon(terms: Terms): TermsVersion {
  return { from: at('Mon 12:00'), terms: createObligation(terms, deps), onChange: 'fromChange' }
}

describe('the pauses of what goes on under other terms from then on', () => {
  const owed = (...pauseReasons: string[]) => solution({ pauseReasons })
  const wait = (reason: string, when: string, about = 'wait:w1') => waits(when, { reason, about })

  it('go on where both pause for them, once', () => {
    const versions = [fromNoon(solution({ within: 'PT9H' }))]
    const marks = [start, waits('Mon 10:00')]
    expect(readOnly(solution(), marks, 'Mon 13:00', { versions })).toMatchObject({
      life: 'paused',
      used: 0,
      pauses: [{ from: at('Mon 10:00'), to: null }],
    })
  })

  it('end where the new ones do not pause for them', () => {
    const versions = [fromNoon(owed('vendor'))]
    expect(
      readOnly(owed('customer'), [start, wait('customer', 'Mon 10:00')], 'Mon 13:00', { versions }),
    ).toMatchObject({
      life: 'running',
      used: hour,
      pauses: [
        { about: 'wait:w1', reason: 'customer', from: at('Mon 10:00'), to: at('Mon 12:00') },
      ],
    })
  })

  it('begin where only the new ones pause for them', () => {
    const versions = [fromNoon(owed('vendor'))]
    const marks = [start, wait('vendor', 'Mon 10:00')]
    expect(readOnly(owed('customer'), marks, 'Mon 13:00', { versions })).toMatchObject({
      life: 'paused',
      used: 0,
      pauses: [{ reason: 'vendor', from: at('Mon 12:00'), to: null }],
    })
  })

  it('begin so also after an earlier one about the same that is over', () => {
    const versions = [fromNoon(owed('customer', 'vendor'))]
    const marks = [
      start,
      wait('customer', 'Mon 09:30'),
      resumed('Mon 10:00'),
      wait('vendor', 'Mon 11:00'),
    ]
    expect(readOnly(owed('customer'), marks, 'Mon 13:00', { versions }).pauses).toMatchObject([
      { reason: 'customer', from: at('Mon 09:30'), to: at('Mon 10:00') },
      { reason: 'vendor', from: at('Mon 12:00'), to: null },
    ])
  })
})
