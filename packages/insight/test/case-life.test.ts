import { createCalendar } from '@holdfast/calendar'
import type { MarkType } from '@holdfast/kernel'
import { historyOf } from '@holdfast/obligations'
import { describe, expect, it } from 'vitest'
import { decomposeCaseLife } from '../src/index.ts'
import {
  clock,
  doing,
  type Happened,
  lifeOf,
  lifeWith,
  marksOf,
  minute,
  minutes,
  stretchesIn,
  timeIn,
} from './desk.ts'

const submitted: Happened = [0, 'submitted', { facts: { element: 'wait', party: 'queue' } }]

describe('the elements of a life', () => {
  it('are what the marks say that goes on, in the order in which R100 names them', () => {
    const life = lifeOf(
      submitted,
      [5, 'assigned', doing('verification')],
      [6, 'message', doing('fix')],
      [16, 'message', doing('investigation')],
      [46, 'message', doing('documentation')],
      [50, 'resolved'],
    )
    expect(timeIn(life)).toEqual({
      documentation: 4,
      investigation: 30,
      fix: 10,
      verification: 1,
      'wait queue': 5,
    })
    expect(life.elements.map(({ element }) => element)).toEqual([
      'documentation',
      'investigation',
      'fix',
      'verification',
      'wait',
    ])
    expect(minutes(life.elapsed)).toBe(50)
  })

  it('are unknown until something says what goes on', () => {
    expect(
      stretchesIn(lifeOf([0, 'submitted'], [7, 'message', doing('fix')], [9, 'resolved'])),
    ).toEqual(['0-7 unknown', '7-9 fix'])
  })

  it('are not changed by a word that names no element', () => {
    const life = lifeOf(submitted, [4, 'message', doing('lunch')], [9, 'resolved'])
    expect(timeIn(life)).toEqual({ 'wait queue': 9 })
  })

  it('know a party only for waits', () => {
    const life = lifeOf([0, 'submitted', doing('fix', { party: 'customer' })], [3, 'resolved'])
    expect(timeIn(life)).toEqual({ fix: 3 })
  })

  it('come in business time too with a calendar', () => {
    const calendar = createCalendar({
      id: 'office',
      version: 1,
      timeZone: 'UTC',
      hours: { mon: [['08:05', '08:20']] },
    })
    const life = lifeWith(
      { calendar },
      submitted,
      [10, 'assigned', doing('fix')],
      [30, 'resolved'],
      [31, 'closed'],
    )
    expect(life.elements.map(({ business }) => minutes(business))).toEqual([10, 5])
    expect(life.stretches.map(({ business }) => minutes(business))).toEqual([5, 10])
    expect(minutes(life.business)).toBe(15)
    expect(life.closeLag).toEqual({ elapsed: 60_000, business: 0 })
  })

  it('have no business time without a calendar', () => {
    const life = lifeOf(submitted, [30, 'resolved'])
    expect(life.business).toBeNull()
    expect(life.elements[0]?.business).toBeNull()
    expect(life.stretches[0]?.business).toBeNull()
  })
})

describe('the end of a life', () => {
  it('is the first resolution that nothing undid; what follows until it is closed is the lag', () => {
    const life = lifeOf(
      submitted,
      [20, 'resolved'],
      [30, 'resolved'],
      [50, 'closed'],
      [60, 'closed'],
    )
    expect(life.ending).toBe('observed')
    expect(clock(life.endedAt)).toBe(20)
    expect(clock(life.until)).toBe(20)
    expect(clock(life.closedAt)).toBe(50)
    expect(minutes(life.closeLag?.elapsed)).toBe(30)
    expect(minutes(life.elapsed)).toBe(20)
  })

  it('is the last one after a reopening, and the time between is the element resolved', () => {
    const life = lifeOf(
      [0, 'submitted', doing('investigation')],
      [10, 'resolved'],
      [14, 'closed'],
      [17, 'reopened'],
      [20, 'resolved'],
    )
    expect(stretchesIn(life)).toEqual([
      '0-10 investigation',
      '10-17 resolved',
      '17-20 investigation',
    ])
    expect(clock(life.endedAt)).toBe(20)
    expect(clock(life.firstResolvedAt)).toBe(10)
    expect(life.closedAt).toBeNull()
    expect(life.closeLag).toBeNull()
    expect(life.undone).toEqual([{ resolvedAt: minute(10), reopenedAt: minute(17) }])
  })

  it('has not come while it is reopened', () => {
    const life = lifeOf(submitted, [10, 'resolved'], [17, 'reopened'])
    expect(life.endedAt).toBeNull()
    expect(life.ending).toBeNull()
    expect(clock(life.until)).toBe(17)
    expect(timeIn(life)).toEqual({ 'wait queue': 10, resolved: 7 })
  })

  it('is where the history states it, though another was seen earlier', () => {
    const life = lifeOf(
      submitted,
      [10, 'resolved'],
      [15, 'resolved', { facts: { recorded: true } }],
      [16, 'resolved'],
    )
    expect(life.ending).toBe('recorded')
    expect(clock(life.endedAt)).toBe(15)
    expect(clock(life.firstResolvedAt)).toBe(10)
    expect(stretchesIn(life)).toEqual(['0-10 wait queue', '10-15 resolved'])
  })

  it('is the closing where it was never resolved', () => {
    const life = lifeOf(submitted, [10, 'closed'], [12, 'closed', { facts: { recorded: true } }])
    expect(life.ending).toBe('closed')
    expect(clock(life.endedAt)).toBe(10)
    expect(clock(life.closedAt)).toBe(12)
    expect(life.firstResolvedAt).toBeNull()
  })

  it('is the cancellation, and no resolution counts after it', () => {
    const life = lifeOf(
      submitted,
      [10, 'cancelled'],
      [12, 'resolved', { facts: { recorded: true } }],
    )
    expect(life.ending).toBe('cancelled')
    expect(clock(life.endedAt)).toBe(10)
    expect(clock(life.closedAt)).toBe(10)
    expect(life.firstResolvedAt).toBeNull()
  })

  it('was the closing, where what was closed is resolved later', () => {
    const life = lifeOf(submitted, [10, 'closed'], [12, 'resolved'])
    expect([life.ending, clock(life.endedAt), life.closedAt]).toEqual(['closed', 10, null])
  })

  it('is not undone by a reopening of what was never over', () => {
    const life = lifeOf([0, 'submitted', doing('fix')], [5, 'reopened'], [8, 'resolved'])
    expect(life.undone).toEqual([])
    expect(timeIn(life)).toEqual({ fix: 8 })
  })

  it('was reopened as often as that followed an end, or the first time nothing says of which', () => {
    const reopenings = (...types: MarkType[]) =>
      lifeOf(submitted, ...types.map((type, nth): [number, MarkType] => [nth + 1, type])).reopenings
    expect(reopenings('resolved', 'closed')).toBe(0)
    expect(reopenings('resolved', 'reopened', 'reopened', 'closed', 'reopened')).toBe(2)
    expect(reopenings('reopened', 'resumed', 'reopened')).toBe(1)
    expect(reopenings('reopened', 'cancelled', 'reopened')).toBe(2)
  })

  it('lies no earlier than the beginning', () => {
    const life = lifeOf([-5, 'resolved'], submitted, [3, 'closed'])
    expect(life.elapsed).toBe(0)
    expect(clock(life.endedAt)).toBe(0)
    expect(life.stretches).toEqual([])
    expect(minutes(life.closeLag?.elapsed)).toBe(3)
  })

  it('leaves no lag where it was closed before it was resolved', () => {
    const life = lifeOf(submitted, [4, 'cancelled'], [4, 'closed'])
    expect(life.closeLag?.elapsed).toBe(0)
  })
})

describe('what is known', () => {
  const happened: readonly Happened[] = [submitted, [5, 'assigned', doing('fix')], [9, 'resolved']]

  it('ends at the last mark, and with an instant at that instant', () => {
    expect(clock(lifeOf(submitted, [5, 'message']).until)).toBe(5)
    expect(clock(lifeWith({ at: minute(30) }, submitted, [5, 'message']).until)).toBe(30)
    expect(lifeWith({ at: '2026-11-02T08:07:00Z' }, ...happened).endedAt).toBeNull()
    expect(timeIn(lifeWith({ at: minute(7) }, ...happened))).toEqual({ fix: 2, 'wait queue': 5 })
  })

  it('is the same when the history was read before', () => {
    const marks = marksOf(...happened)
    expect(decomposeCaseLife(historyOf(marks), { at: minute(7) })).toEqual(
      decomposeCaseLife(marks, { at: minute(7) }),
    )
  })

  it('is nothing before the first mark', () => {
    expect(() => decomposeCaseLife([])).toThrow(expect.objectContaining({ code: 'history-empty' }))
    expect(() => lifeWith({ at: minute(-1) }, ...happened)).toThrow(TypeError)
  })

  it('is of the request alone: tasks have lives of their own', () => {
    const life = lifeOf(
      [-3, 'message', { about: 'task:7/1', ...doing('verification') }],
      submitted,
      [4, 'resolved', { about: 'task:7/1' }],
      [9, 'resolved'],
      [20, 'message', { about: 'task:7/1' }],
    )
    expect(life.about).toBe('request:7')
    expect(timeIn(life)).toEqual({ 'wait queue': 9 })
  })

  it('is of the first thing that is told of where there is no request', () => {
    const life = lifeOf(
      [0, 'submitted', { about: 'task:1' }],
      [4, 'message', { about: 'task:2' }],
      [6, 'resolved', { about: 'task:1' }],
      [7, 'message', { about: 'task:2' }],
    )
    expect([life.about, minutes(life.elapsed)]).toEqual(['task:1', 6])
  })
})
