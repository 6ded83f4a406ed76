import { createCalendar } from '@holdfast/calendar'
import { describe, expect, it } from 'vitest'
import type { CaseLife } from '../src/index.ts'
import { answer, easy, groupOf, groupsOf, hard, open } from './counted-lives.ts'
import { doing, lifeOf, lifeWith } from './desk.ts'

const MINUTE = 60_000

describe('the figures of a group', () => {
  // Counted in each test, so that a mutant is held against it.
  const count = () => groupOf([hard, easy, open])

  it('count cases, and how those ended that are over', () => {
    const group = count()
    expect(group.key).toEqual({})
    expect([group.cases, group.ended]).toEqual([3, 2])
    expect(group.endings).toEqual({ recorded: 1, observed: 1, closed: 0, cancelled: 0 })
    const ends = (['closed', 'cancelled'] as const).map((type) =>
      lifeOf([0, 'submitted'], [1, type]),
    )
    expect(groupOf(ends).endings).toEqual({ recorded: 0, observed: 0, closed: 1, cancelled: 1 })
  })

  it('tell how long lives are, to their first resolution, first answer and closing', () => {
    const group = count()
    expect(group.life).toMatchObject({
      count: 2,
      sum: 120 * MINUTE,
      p50: 20 * MINUTE,
      max: 100 * MINUTE,
    })
    expect(group.lifeBusiness).toBeNull()
    expect(group.toFirstResolution).toMatchObject({ count: 2, sum: 80 * MINUTE })
    expect(group.toFirstAnswer).toMatchObject({ count: 2, sum: 20 * MINUTE })
    expect(group.closeLag).toMatchObject({ count: 2, sum: 60 * MINUTE })
    expect(group.openToClose).toMatchObject({ count: 2, sum: 180 * MINUTE })
    expect(group.closeLagShare).toBe(1 / 3)
  })

  it('take what happened before the submission for no time at all', () => {
    const odd = lifeOf([-9, 'message', answer], [-5, 'resolved'], [0, 'submitted'])
    const { toFirstAnswer, toFirstResolution } = groupOf([odd])
    expect([toFirstAnswer?.sum, toFirstResolution?.sum]).toEqual([0, 0])
  })

  it('take elements apart: time, share, iterations, drivers, cases', () => {
    const group = count()
    const none = { business: null, businessShare: null, party: null }
    expect(group.elements).toEqual([
      {
        ...none,
        element: 'fix',
        elapsed: 80 * MINUTE,
        share: 80 / 120,
        iterations: 4,
        repeats: 2,
        drivers: { handOver: 1, reopened: 1 },
        cases: 2,
      },
      {
        ...none,
        element: 'wait',
        party: 'queue',
        elapsed: 10 * MINUTE,
        share: 10 / 120,
        iterations: 1,
        repeats: 0,
        drivers: {},
        cases: 1,
      },
      {
        ...none,
        element: 'resolved',
        elapsed: 30 * MINUTE,
        share: 30 / 120,
        iterations: 1,
        repeats: 0,
        drivers: {},
        cases: 1,
      },
    ])
  })

  it('tell the time in states before the end, the longest first', () => {
    const group = count()
    expect(group.states).toEqual([
      { state: 'Active', elapsed: 80 * MINUTE, share: 80 / 90 },
      { state: 'New', elapsed: 10 * MINUTE, share: 10 / 90 },
    ])
    const later = lifeOf(
      [0, 'submitted', { state: 'a' }],
      [1, 'message', { state: 'b' }],
      [9, 'resolved'],
    )
    expect(groupOf([later]).states.map(({ state }) => state)).toEqual(['b', 'a'])
    expect(groupOf([lifeOf([0, 'submitted'], [9, 'resolved'])]).states).toEqual([])
    const twin = lifeOf(
      [0, 'submitted', { state: 'b' }],
      [5, 'message', { state: 'a' }],
      [10, 'resolved'],
    )
    expect(groupOf([twin]).states.map(({ state }) => state)).toEqual(['a', 'b'])
  })

  it('count hand-overs, returns and reopenings: cases, all, and most in one case', () => {
    const group = count()
    expect(group.handOvers).toEqual({ cases: 1, total: 2, most: 2 })
    expect(group.returns).toEqual({ cases: 1, total: 1, most: 1 })
    expect(group.reopenings).toEqual({ cases: 1, total: 1, most: 1 })
  })

  it('count what the log says of reassignments and targets, of those of which it does', () => {
    const group = count()
    expect(group.reassigned).toEqual({ cases: 1, of: 2 })
    expect(groupOf([hard, hard, easy]).reassigned).toEqual({ cases: 2, of: 3 })
    expect(group.targetMet).toEqual({ cases: 1, of: 2 })
    const untold = lifeOf([0, 'submitted', { facts: { reassignments: 'many', targetMet: 'yes' } }])
    expect(groupOf([untold])).toMatchObject({
      reassigned: { cases: 0, of: 0 },
      targetMet: { cases: 0, of: 0 },
    })
  })

  it('count problems once a case', () => {
    const group = count()
    expect(group.problems).toEqual({ 'no-submission': 1 })
  })

  it('are empty, and not missing, without cases', () => {
    expect(groupsOf([])).toEqual([
      {
        key: {},
        cases: 0,
        ended: 0,
        endings: { recorded: 0, observed: 0, closed: 0, cancelled: 0 },
        life: null,
        lifeBusiness: null,
        toFirstResolution: null,
        toFirstAnswer: null,
        closeLag: null,
        closeLagShare: null,
        openToClose: null,
        elements: [],
        states: [],
        handOvers: { cases: 0, total: 0, most: 0 },
        returns: { cases: 0, total: 0, most: 0 },
        reopenings: { cases: 0, total: 0, most: 0 },
        reassigned: { cases: 0, of: 0 },
        prematurelyResolved: { cases: 0, of: 0 },
        silent: { cases: 0, of: 0 },
        targetMet: { cases: 0, of: 0 },
        problems: {},
      },
    ])
  })

  it('have business time with a calendar, and no share of none', () => {
    const hours = { mon: [['08:10', '08:20']] } satisfies Record<string, [string, string][]>
    const calendar = createCalendar({ id: 'office', version: 1, timeZone: 'UTC', hours })
    const [inside, outside] = [0, 60].map((from) =>
      lifeWith(
        { calendar },
        [from, 'submitted', doing('fix')],
        [from + 15, 'message', doing('verification')],
        [from + 25, 'resolved'],
      ),
    ) as [CaseLife, CaseLife]
    const group = groupOf([inside])
    expect(group.lifeBusiness?.sum).toBe(10 * MINUTE)
    expect(group.elements.map(({ business, businessShare }) => [business, businessShare])).toEqual([
      [5 * MINUTE, 0.5],
      [5 * MINUTE, 0.5],
    ])
    expect(groupOf([outside]).elements).toMatchObject([
      { business: 0, businessShare: null },
      { business: 0, businessShare: null },
    ])
  })
})

describe('thresholds', () => {
  it('say from when on a silence is one: longer than a week when left out', () => {
    const silence = (minutes: number) =>
      lifeOf([0, 'submitted'], [1, 'message', answer], [1 + minutes, 'message', answer])
    const week = 7 * 24 * 60
    expect(groupOf([silence(week), silence(week + 1), easy]).silent).toEqual({ cases: 1, of: 2 })
    expect(groupOf([hard, easy, open], { silentAfter: 'PT75M' }).silent).toEqual({
      cases: 1,
      of: 2,
    })
    expect(groupOf([hard, easy, open], { silentAfter: 74 * MINUTE }).silent.cases).toBe(2)
  })

  it('say until when a reopening shows that a resolution was premature: two weeks when left out', () => {
    const reopened = (minutes: number) =>
      lifeOf([0, 'submitted'], [1, 'resolved'], [1 + minutes, 'reopened'])
    const weeks = 14 * 24 * 60
    const lives = [reopened(weeks), reopened(weeks + 1), easy, open, open]
    expect(groupOf(lives).prematurelyResolved).toEqual({ cases: 1, of: 3 })
    expect(groupOf([hard], { undoneWithin: 'PT30M' }).prematurelyResolved.cases).toBe(1)
    expect(groupOf([hard], { undoneWithin: 'PT29M' }).prematurelyResolved.cases).toBe(0)
    const closed = lifeOf([0, 'submitted'], [1, 'closed'], [2, 'reopened'])
    expect(groupOf([closed]).prematurelyResolved).toEqual({ cases: 1, of: 1 })
  })
})
