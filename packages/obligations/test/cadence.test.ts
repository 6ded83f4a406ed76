import { describe, expect, it } from 'vitest'
import {
  answered,
  at,
  cancelled,
  closed,
  hour,
  news,
  promise,
  read,
  readOnly,
  resolved,
  resumed,
  submitted,
  waits,
  zone,
} from './desk.ts'

const start = submitted('Mon 09:00')

describe('news that are owed every four hours from the last', () => {
  const terms = news('fulfillment')

  it('begin a new period whenever they are given', () => {
    const marks = [start, answered('Mon 11:00'), answered('Mon 14:00')]
    expect(read(terms, marks, 'Mon 15:00')).toMatchObject([
      { cycle: 1, life: 'fulfilled', startedAt: at('Mon 09:00'), used: 2 * hour },
      { cycle: 2, life: 'fulfilled', startedAt: at('Mon 11:00'), used: 3 * hour },
      { cycle: 3, life: 'running', startedAt: at('Mon 14:00'), used: hour, dueAt: at('Tue 10:00') },
    ])
  })

  it('are late once, and count the further periods that went by', () => {
    const marks = [start, answered('Tue 15:00')]
    const [late, next] = read(terms, marks, 'Tue 16:00')
    // Due at 13:00 on Monday; periods also ended at 17:00 on Monday and 13:00 on Tuesday.
    expect(late).toMatchObject({
      life: 'fulfilled',
      breachedAt: at('Mon 13:00') + 1,
      missed: 2,
      used: 14 * hour,
      target: 4 * hour,
    })
    expect(next).toMatchObject({ life: 'running', startedAt: at('Tue 15:00'), missed: 0 })
  })

  it('miss one period after the other while nobody gives any', () => {
    const missedAt = (when: string | number) => readOnly(terms, [start], when).missed
    expect(missedAt('Mon 13:30')).toBe(0)
    // The second period ends at closing time, and can be met until the next opening.
    expect(missedAt('Mon 18:00')).toBe(0)
    expect(missedAt(at('Tue 09:00') + 1)).toBe(1)
    expect(missedAt(at('Tue 13:00') + 1)).toBe(2)
    expect(missedAt(at('Mon+1 09:00') + 1)).toBe(9)
  })

  it('are owed no more when the request is over', () => {
    const marks = [start, answered('Mon 11:00'), resolved('Mon 12:00')]
    expect(read(terms, marks, 'Fri 12:00')).toMatchObject([
      { life: 'fulfilled' },
      { life: 'cancelled', cancelledAt: at('Mon 12:00'), breachedAt: null },
    ])
    expect(read(terms, [...marks, answered('Tue 09:00')], 'Fri 12:00')).toHaveLength(2)
  })

  it('can be given by what ends them', () => {
    const last = promise({
      stop: { any: [{ condition: 'publicAnswer' }, { condition: 'resolved' }] },
      every: { period: 'PT4H', from: 'fulfillment', until: { condition: 'resolved' } },
    })
    expect(read(last, [start, resolved('Mon 12:00')], 'Fri 12:00')).toMatchObject([
      { cycle: 1, life: 'fulfilled', fulfilledAt: at('Mon 12:00') },
    ])
  })

  it('keep a pause that goes on while they are given', () => {
    const paused = news('fulfillment', { pauseReasons: ['customer'] })
    const marks = [start, waits('Mon 10:00'), answered('Mon 11:00'), resumed('Mon 12:00')]
    expect(read(paused, marks, 'Mon 14:00')).toMatchObject([
      { life: 'fulfilled', used: hour, pauses: [{ to: at('Mon 11:00') }] },
      {
        life: 'running',
        used: 2 * hour,
        pauses: [{ from: at('Mon 11:00'), to: at('Mon 12:00') }],
        dueAt: at('Mon 16:00'),
      },
    ])
  })
})

describe('news that are owed every four hours by the clock', () => {
  const terms = news('grid')

  it('are owed in periods that follow each other from the start', () => {
    const marks = [start, answered('Mon 11:00'), answered('Mon 14:00')]
    expect(read(terms, marks, 'Tue 10:00')).toMatchObject([
      { cycle: 1, life: 'fulfilled', startedAt: at('Mon 09:00'), used: 2 * hour },
      { cycle: 2, life: 'fulfilled', startedAt: at('Mon 13:00'), used: hour },
      // The period began at Monday's closing time.
      { cycle: 3, life: 'running', startedAt: at('Mon 17:00'), used: hour, dueAt: at('Tue 13:00') },
    ])
  })

  it('are not owed before their period begins, and cannot be given in advance', () => {
    const marks = [start, answered('Mon 10:00'), answered('Mon 12:00')]
    const [, next, ...others] = read(terms, marks, 'Mon 12:30')
    expect(others).toEqual([])
    expect(next).toMatchObject({
      cycle: 2,
      life: 'inactive',
      startedAt: at('Mon 13:00'),
      dueAt: at('Mon 17:00'),
      used: 0,
      remaining: 4 * hour,
    })
    expect(read(terms, marks, 'Mon 13:00')[1]).toMatchObject({ life: 'running', used: 0 })
  })

  it('given late are owed for the period in which they were given', () => {
    // Ends of periods: Monday 13:00 and 17:00, Tuesday 13:00 and 17:00.
    const marks = [start, answered('Tue 10:00')]
    expect(read(terms, marks, 'Tue 11:00')).toMatchObject([
      { cycle: 1, life: 'fulfilled', breachedAt: at('Mon 13:00') + 1, missed: 1 },
      { cycle: 2, life: 'running', startedAt: at('Mon 17:00'), dueAt: at('Tue 13:00') },
    ])
  })

  it('given at the end of their period are in time, and the next has begun', () => {
    const marks = [start, answered('Mon 13:00')]
    expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
      { life: 'fulfilled', breachedAt: null },
      { life: 'running', startedAt: at('Mon 13:00'), used: 0 },
    ])
  })

  it('that end before the next period begins leave nothing behind', () => {
    const marks = [start, answered('Mon 10:00'), closed('Mon 11:00')]
    expect(read(terms, marks, 'Fri 10:00')).toMatchObject([{ cycle: 1, life: 'fulfilled' }])
  })

  it('are moved by pauses, periods and all', () => {
    const paused = news('grid', { pauseReasons: ['customer'] })
    const marks = [start, answered('Mon 10:00'), waits('Mon 11:00'), resumed('Mon 13:00')]
    expect(read(paused, marks, 'Mon 16:00')[1]).toMatchObject({
      life: 'running',
      startedAt: at('Mon 15:00'),
      used: hour,
      dueAt: at('Tue 11:00'),
    })
  })

  it('count many periods that nobody met', () => {
    const always = news('grid', { clock: { counts: 'elapsedTime' } })
    const state = readOnly(always, [submitted('2020-01-01 00:00')], '2026-01-01 00:00')
    const periods = (at('2026-01-01 00:00') - at('2020-01-01 00:00')) / (4 * hour)
    // The last of them ends at the instant asked at, and may be met still.
    expect(state.missed).toBe(periods - 2)
  })
})

describe('what is owed until a date', () => {
  const untilDate = '2026-03-03T09:00:00Z' // Tuesday 10:00 in Zurich
  const until = (from: 'fulfillment' | 'grid') =>
    promise({ every: { period: 'PT4H', from, untilDate } })

  it('ends on it, without a mark', () => {
    const marks = [start, answered('Mon 11:00')]
    for (const from of ['fulfillment', 'grid'] as const) {
      expect(read(until(from), marks, 'Tue 12:00')[1]).toMatchObject({
        life: 'cancelled',
        cancelledAt: at('Tue 10:00'),
      })
    }
  })

  it('does not begin on it, or after it', () => {
    expect(readOnly(until('grid'), [submitted('Tue 10:00')], 'Tue 12:00').life).toBe('inactive')
    expect(readOnly(until('grid'), [submitted('Tue 09:59')], 'Tue 12:00').life).toBe('cancelled')
  })

  it('begins no further period with an answer on it', () => {
    const marks = [start, answered('Mon 16:00'), answered('Tue 10:00')]
    expect(read(until('fulfillment'), marks, 'Tue 12:00')).toMatchObject([
      { life: 'fulfilled' },
      { life: 'cancelled', cancelledAt: at('Tue 10:00') },
    ])
  })
})

describe('a review every two months', () => {
  const review = (from: 'fulfillment' | 'grid') =>
    promise({
      kind: 'review',
      stop: { condition: 'resolved' },
      cancel: { condition: 'cancelled' },
      every: { period: 'P2M', from },
      clock: { counts: 'localDates', timeZone: zone },
    })
  const founded = submitted('2025-12-31 10:00')

  it('comes back to the last day of a month after a shorter one', () => {
    const marks = [founded, resolved('2026-02-20 10:00'), resolved('2026-04-20 10:00')]
    expect(read(review('grid'), marks, '2026-05-01 10:00')).toMatchObject([
      { dueAt: at('2026-02-28 10:00'), life: 'fulfilled', breachedAt: null },
      { dueAt: at('2026-04-30 10:00'), life: 'fulfilled', breachedAt: null },
      { dueAt: at('2026-06-30 10:00'), life: 'running', startedAt: at('2026-04-30 10:00') },
    ])
  })

  it('counts from the last one where the terms say so', () => {
    const marks = [founded, resolved('2026-02-20 10:00')]
    expect(read(review('fulfillment'), marks, '2026-03-01 10:00')[1]).toMatchObject({
      startedAt: at('2026-02-20 10:00'),
      dueAt: at('2026-04-20 10:00'),
    })
  })

  it('that is missed is missed once for each period', () => {
    expect(readOnly(review('grid'), [founded], '2026-09-01 10:00')).toMatchObject({
      breachedAt: at('2026-02-28 10:00') + 1,
      missed: 3,
    })
  })

  it('is owed no more when it is cancelled', () => {
    const marks = [founded, cancelled('2026-01-10 10:00')]
    expect(readOnly(review('grid'), marks, '2027-01-01 10:00')).toMatchObject({
      life: 'cancelled',
      breachedAt: null,
      missed: 0,
    })
  })
})

it('a report every business day at closing time waits for the opening after a night', () => {
  const daily = promise({
    every: { period: 'P1D', from: 'grid', until: { condition: 'over' } },
    clock: { counts: 'businessDays', calendar: 'office', due: 'sameTime' },
  })
  const marks = [submitted('Mon 17:00'), answered('Mon 17:30')]
  // The first day ends as the office opens on Wednesday, and not with the last counted hour on Tuesday.
  expect(read(daily, marks, 'Tue 20:00')[1]).toMatchObject({
    life: 'inactive',
    startedAt: at('Wed 09:00'),
  })
  expect(read(daily, marks, 'Wed 09:00')[1]).toMatchObject({ life: 'running', used: 0 })
})
