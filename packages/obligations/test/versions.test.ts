import { describe, expect, it } from 'vitest'
import {
  createObligation,
  readVersions,
  type Terms,
  type TermsVersion,
  wakeupsOfVersions,
} from '../src/index.ts'
import {
  answered,
  at,
  deps,
  hour,
  mark,
  news,
  promise,
  read,
  readOnly,
  reopened,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
} from './desk.ts'

function from(
  when: string,
  terms: Terms | null,
  onChange: TermsVersion['onChange'] = 'retroactive',
): TermsVersion {
  return { from: at(when), terms: terms && createObligation(terms, deps), onChange }
}

const start = submitted('Mon 09:00')
const slow = solution({ within: 'PT16H' })
const fast = solution({ within: 'PT4H' })

describe('a retroactive change of terms', () => {
  it('holds from the beginning of what is open', () => {
    const versions = [from('Mon 11:00', fast)]
    expect(readOnly(slow, [start], 'Mon 10:59', { versions })).toMatchObject({
      target: 16 * hour,
      dueAt: at('Tue 17:00'),
    })
    expect(readOnly(slow, [start], 'Mon 11:00', { versions })).toMatchObject({
      startedAt: at('Mon 09:00'),
      target: 4 * hour,
      used: 2 * hour,
      dueAt: at('Mon 13:00'),
    })
  })

  it('can find that it is breached already', () => {
    const versions = [from('Mon 15:00', fast)]
    expect(readOnly(slow, [start], 'Mon 15:00', { versions })).toMatchObject({
      breachedAt: at('Mon 13:00') + 1,
    })
  })

  it('keeps the pauses', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 12:00')]
    const versions = [from('Mon 14:00', fast)]
    expect(readOnly(slow, marks, 'Mon 14:00', { versions })).toMatchObject({
      used: 3 * hour,
      dueAt: at('Mon 15:00'),
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 12:00') }],
    })
  })

  it('keeps a pause that is not over', () => {
    const marks = [start, waits('Mon 10:00')]
    const versions = [from('Mon 14:00', fast)]
    expect(readOnly(slow, marks, 'Mon 15:00', { versions })).toMatchObject({
      life: 'paused',
      used: hour,
      pauses: [{ from: at('Mon 10:00'), to: null }],
    })
  })

  it('pauses for what pauses under the new terms', () => {
    const marks = [start, waits('Mon 10:00', { reason: 'vendor' }), resumed('Mon 12:00')]
    const versions = [from('Mon 14:00', solution({ pauseReasons: ['vendor'] }))]
    expect(readOnly(slow, marks, 'Mon 13:00', { versions }).used).toBe(4 * hour)
    expect(readOnly(slow, marks, 'Mon 14:00', { versions }).used).toBe(3 * hour)
  })

  it('leaves what has ended as it ended', () => {
    const marks = [start, resolved('Mon 15:00'), reopened('Tue 09:00')]
    const versions = [from('Tue 10:00', fast)]
    expect(read(slow, marks, 'Tue 10:00', { versions })).toMatchObject([
      { cycle: 1, target: 16 * hour, life: 'fulfilled', breachedAt: null },
      { cycle: 2, target: 4 * hour, life: 'running', startedAt: at('Tue 09:00') },
    ])
  })

  it('and back changes nothing', () => {
    const versions = [from('Mon 11:00', fast), from('Mon 15:00', slow)]
    expect(readOnly(slow, [start], 'Mon 16:00', { versions })).toEqual(
      readOnly(slow, [start], 'Mon 16:00'),
    )
  })

  it('that a later one at the same instant replaces was never made', () => {
    const versions = [from('Mon 11:00', null), from('Mon 11:00', fast)]
    expect(readOnly(slow, [start], 'Mon 12:00', { versions }).target).toBe(4 * hour)
  })

  it('may come in any order', () => {
    const versions = [from('Mon 15:00', fast), from('Mon 11:00', solution({ within: 'PT1H' }))]
    expect(readOnly(slow, [start], 'Mon 16:00', { versions })).toMatchObject({
      target: 4 * hour,
      breachedAt: at('Mon 13:00') + 1,
    })
  })

  it('goes on with the period of a cadence that is open', () => {
    const marks = [start, answered('Mon 11:00')]
    const versions = [from('Mon 12:00', news('fulfillment', { every: twoHours('fulfillment') }))]
    expect(read(news('fulfillment'), marks, 'Mon 12:30', { versions })).toMatchObject([
      { cycle: 1, target: 4 * hour },
      { cycle: 2, target: 2 * hour, startedAt: at('Mon 11:00'), dueAt: at('Mon 13:00') },
    ])
  })

  it('does not owe again a period on a grid that was fulfilled', () => {
    const marks = [start, answered('Mon 10:00')]
    const versions = [from('Mon 12:00', news('grid', { every: twoHours('grid') }))]
    expect(read(news('grid'), marks, 'Mon 12:30', { versions })).toMatchObject([
      { cycle: 1, target: 4 * hour, life: 'fulfilled' },
      { cycle: 2, startedAt: at('Mon 11:00'), dueAt: at('Mon 13:00'), breachedAt: null },
    ])
  })

  it('keeps the pauses of the earlier periods on a grid', () => {
    const grid = news('grid', { pauseReasons: ['customer'] })
    const renamed = { ...grid, title: 'In other words' }
    const marks = [start, waits('Mon 10:00'), resumed('Mon 11:00'), answered('Mon 12:00')]
    const versions = [from('Mon 16:00', renamed)]
    expect(read(grid, marks, 'Mon 16:30', { versions })).toEqual(read(grid, marks, 'Mon 16:30'))
    expect(read(grid, marks, 'Mon 16:30')[1]).toMatchObject({ startedAt: at('Mon 14:00') })
  })

  it('does not begin again what a date has ended', () => {
    const dated = promise({
      every: { period: 'PT4H', from: 'grid', untilDate: '2026-03-03T09:00:00Z' },
    })
    const versions = [from('Wed 09:00', fast)]
    expect(read(dated, [start], 'Wed 10:00', { versions })).toMatchObject([
      { cycle: 1, life: 'cancelled', cancelledAt: at('Tue 10:00') },
    ])
  })

  it('does not begin again what a date ended before its period began', () => {
    const dated = (title: string) =>
      promise({
        title,
        every: { period: 'PT4H', from: 'grid', untilDate: '2026-03-02T10:00:00Z' },
      })
    // Monday's first period is fulfilled; the date comes at 11:00, before the second begins.
    const marks = [start, answered('Mon 10:00'), submitted('Mon 10:30')]
    const versions = [from('Mon 12:00', dated('In other words'))]
    expect(read(dated('In these'), marks, 'Mon 13:00', { versions })).toMatchObject([
      { cycle: 1, life: 'fulfilled' },
    ])
  })

  it('reads what happened together together', () => {
    const grid = (title: string) =>
      promise({
        title,
        start: { condition: 'submitted' },
        stop: { condition: 'resolved' },
        cancel: { condition: 'cancelled' },
        every: { period: 'PT4H', from: 'grid' },
        pauseReasons: ['customer'],
      })
    // The wait is over with the resolution of the same instant, which fulfills what began in it.
    const marks = [submitted('Mon 09:00'), resolved('Mon 09:00'), waits('Mon 09:00')]
    const versions = [from('Mon 12:00', grid('In other words'))]
    const states = read(grid('In these'), marks, 'Mon 14:00', { versions })
    expect(states).toEqual(read(grid('In these'), marks, 'Mon 14:00'))
    expect(states).toMatchObject([
      { cycle: 1, life: 'fulfilled', used: 0 },
      { cycle: 2, life: 'running', startedAt: at('Mon 13:00'), pauses: [] },
    ])
  })

  it('keeps what began in the instant in which something else ended', () => {
    const marks = [start, resolved('Mon 12:00'), reopened('Mon 12:00')]
    const versions = [from('Mon 14:00', fast)]
    expect(read(slow, marks, 'Mon 15:00', { versions })).toMatchObject([
      { cycle: 1, life: 'fulfilled', target: 16 * hour },
      { cycle: 2, life: 'running', target: 4 * hour, startedAt: at('Mon 12:00'), used: 3 * hour },
    ])
  })
})

function twoHours(cadence: 'fulfillment' | 'grid'): NonNullable<Terms['every']> {
  return { period: 'PT2H', from: cadence, until: { condition: 'over' } }
}

describe('a change of terms from then on', () => {
  it('begins the clock anew', () => {
    const versions = [from('Mon 11:00', fast, 'fromChange')]
    expect(readOnly(slow, [start], 'Mon 12:00', { versions })).toMatchObject({
      cycle: 1,
      startedAt: at('Mon 09:00'),
      target: 4 * hour,
      used: hour,
      dueAt: at('Mon 15:00'),
    })
  })

  it('keeps the pauses, and one that goes on pauses still', () => {
    const marks = [
      start,
      waits('Mon 10:00'),
      resumed('Mon 10:30'),
      waits('Mon 10:45', { id: 'second' }),
    ]
    const versions = [from('Mon 12:00', fast, 'fromChange')]
    const open = { from: at('Mon 10:45'), to: null, mark: 'second' }
    expect(readOnly(slow, marks, 'Mon 13:00', { versions })).toMatchObject({
      life: 'paused',
      used: 0,
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 10:30') }, open],
    })
    expect(
      readOnly(slow, [...marks, resumed('Mon 14:00')], 'Mon 15:00', { versions }),
    ).toMatchObject({ used: hour, dueAt: at('Tue 10:00') })
  })

  it('keeps a breach from before', () => {
    const versions = [from('Mon 15:00', slow, 'fromChange')]
    const state = readOnly(fast, [start], 'Mon 16:00', { versions })
    expect(state).toMatchObject({
      breachedAt: at('Mon 13:00') + 1,
      dueAt: at('Wed 15:00'),
      used: hour,
    })
    const again = [...versions, from('Mon 16:00', fast, 'fromChange')]
    expect(readOnly(fast, [start], 'Fri 16:00', { versions: again }).breachedAt).toBe(
      at('Mon 13:00') + 1,
    )
  })

  it('goes on with the period on a grid that is open, from where that began', () => {
    const marks = [start, answered('Mon 10:00')]
    const twice = news('grid', { every: twoHours('grid') })
    const versions = [from('Mon 14:00', twice, 'fromChange')]
    expect(read(news('grid'), marks, 'Mon 15:00', { versions })[1]).toMatchObject({
      cycle: 2,
      startedAt: at('Mon 13:00'),
      used: hour,
      dueAt: at('Mon 16:00'),
    })
    const early = [from('Mon 11:00', twice, 'fromChange')]
    expect(read(news('grid'), marks, 'Mon 12:00', { versions: early })[1]).toMatchObject({
      cycle: 2,
      life: 'running',
      startedAt: at('Mon 11:00'),
      dueAt: at('Mon 13:00'),
    })
  })

  it('to terms that owe what nothing owed before owes it from then on', () => {
    const versions = [from('Mon 12:00', fast, 'fromChange')]
    expect(readVersions(versions, [start], at('Mon 13:00'))).toMatchObject([
      {
        life: 'running',
        startedAt: at('Mon 09:00'),
        used: hour,
        dueAt: at('Mon 16:00'),
      },
    ])
  })

  it('does not take up what would have ended before', () => {
    const marks = [start, resolved('Mon 10:00')]
    const versions = [from('Mon 12:00', fast, 'fromChange')]
    expect(readVersions(versions, marks, at('Mon 13:00'))).toMatchObject([{ life: 'inactive' }])
  })
})

describe('terms that end', () => {
  it('leave nothing owed', () => {
    const versions = [from('Mon 11:00', null)]
    expect(readOnly(slow, [start], 'Fri 12:00', { versions })).toMatchObject({
      life: 'cancelled',
      cancelledAt: at('Mon 11:00'),
      used: 2 * hour,
    })
  })

  it('leave nothing to begin', () => {
    const versions = [from('Mon 08:00', null)]
    expect(readOnly(slow, [start], 'Fri 12:00', { versions })).toMatchObject({ life: 'inactive' })
  })

  it('end what versions promised from the beginning, and undo what they promised later', () => {
    const ended = (first: string) => [from(first, slow), from('Mon 12:00', null)]
    const always = [{ ...from('Mon 08:00', slow), from: 0 }, from('Mon 12:00', null)]
    const marks = [start, resolved('Mon 11:00')]
    expect(readVersions(always, marks, at('Mon 13:00'))).toMatchObject([{ life: 'fulfilled' }])
    expect(readVersions(always, [start], at('Mon 13:00'))).toMatchObject([
      { life: 'cancelled', cancelledAt: at('Mon 12:00') },
    ])
    expect(readVersions(ended('Mon 10:00'), marks, at('Mon 13:00'))).toEqual([])
    expect(readVersions(ended('Mon 10:00'), [start], at('Mon 13:00'))).toEqual([])
  })

  it('leave no gap where others follow from the beginning', () => {
    const first = { ...from('Mon 08:00', slow), from: 0 }
    const gap = [first, from('Mon 11:00', null), from('Mon 12:00', fast)]
    const marks = [start]
    expect(readVersions(gap, marks, at('Mon 11:30'))).toMatchObject([{ life: 'cancelled' }])
    expect(readVersions(gap, marks, at('Mon 13:00'))).toEqual(
      readVersions([from('Mon 08:00', fast)], marks, at('Mon 13:00')),
    )
    const back = [first, from('Mon 11:00', null), from('Mon 12:00', slow)]
    expect(readVersions(back, marks, at('Mon 13:00'))).toEqual(
      readVersions([from('Mon 08:00', slow)], marks, at('Mon 13:00')),
    )
  })

  it('do not end for good: what begins afterwards is owed', () => {
    const versions = [from('Mon 11:00', null), from('Tue 09:00', fast, 'fromChange')]
    const marks = [start, reopened('Tue 10:00')]
    expect(read(slow, marks, 'Tue 11:00', { versions })).toMatchObject([
      { cycle: 1, life: 'cancelled' },
      { cycle: 2, life: 'running', startedAt: at('Tue 10:00'), used: hour },
    ])
  })
})

describe('promises that only versions make', () => {
  it('owe nothing before the first', () => {
    const versions = [from('Mon 12:00', fast)]
    expect(readVersions(versions, [start], at('Mon 11:00'))).toEqual([])
    expect(wakeupsOfVersions(versions, [start], at('Mon 11:00'))).toMatchObject([
      { purpose: 'change', at: at('Mon 12:00') },
    ])
    expect(readVersions(versions, [start], at('Mon 12:00'))).toMatchObject([
      { life: 'running', used: 3 * hour },
    ])
  })

  it('are nothing without any', () => {
    expect(readVersions([], [start], at('Mon 11:00'))).toEqual([])
    expect(wakeupsOfVersions([], [start], at('Mon 11:00'))).toEqual([])
  })
})

it('a change of terms at the instant of a mark comes before the mark', () => {
  const versions = [from('Mon 11:00', fast)]
  const marks = [start, mark('resolved', 'Mon 11:00')]
  expect(readOnly(slow, marks, 'Mon 12:00', { versions })).toMatchObject({
    life: 'fulfilled',
    target: 4 * hour,
  })
})
