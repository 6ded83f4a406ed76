import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  checkObligation,
  createLedger,
  createObligation,
  explained,
  type Obligation,
  readVersions,
  type Terms,
} from '../src/index.ts'
import {
  at,
  deps,
  type MarkParts,
  mark,
  news,
  only,
  promise,
  read,
  readOnly,
  solution,
  submitted,
  waits,
  zone,
} from './desk.ts'

describe('what comes after the instant asked at', () => {
  const anything = solution({
    start: { any: [{ condition: 'offered' }, { condition: 'submitted' }] },
  })
  const told = (marks: readonly Mark[]) => only(read(anything, marks, 'Mon 10:00'))
  const offered = mark('offered', 'Mon 09:00', { about: 'offer:o1' })

  it('makes nothing that happened before it inconsistent', () => {
    const later = [offered, submitted('Mon 11:00')]
    expect(told(later)).toEqual(told([offered]))
    expect(told(later).problems).toEqual([])
    expect(only(read(anything, later, 'Mon 11:00')).problems).toMatchObject([
      { code: 'inconsistent-history', marks: [offered.id] },
    ])
  })

  it('does not say what request it is about', () => {
    const { about } = told([offered, submitted('Mon 11:00')])
    expect(about).toBe('offer:o1')
    const others = [submitted('Mon 09:00'), submitted('Mon 11:00', { about: 'request:8' })]
    expect(told(others)).toEqual(told(others.slice(0, 1)))
  })

  it('is not explained either', () => {
    const telling = explained(createObligation(anything, deps))
    const later = [offered, submitted('Mon 11:00')]
    expect(telling.read(later, at('Mon 10:00'))).toEqual(telling.read([offered], at('Mon 10:00')))
  })
})

describe('a breach and a change of terms from then on', () => {
  const every = (period: string): Terms['every'] => ({
    period,
    from: 'fulfillment',
    until: { condition: 'over' },
  })
  const fast = createObligation(news('fulfillment', { every: every('PT2H') }), deps)
  const slow = createObligation(news('fulfillment', { version: 2, every: every('PT4H') }), deps)
  const start = submitted('Mon 09:00')
  const change = { from: at('Mon 16:00'), terms: slow, onChange: 'fromChange' } as const
  const versions = [change]
  const missed = (when: string) => only(fast.read([start], at(when), { versions })).missed

  it('leave the periods missed that were missed', () => {
    expect(['Mon 15:59', 'Mon 16:00', 'Tue 12:00', 'Tue 12:01'].map(missed)).toEqual([2, 2, 2, 3])
  })

  it('call no breach by the name of an earlier one', () => {
    const keys = (when: string) =>
      fast
        .wakeups([start], at(when), { versions })
        .flatMap(({ key, purpose }) => (purpose === 'breach' ? [key] : []))
    const told = ['Mon 09:00', 'Mon 12:00', 'Mon 14:00', 'Mon 16:00', 'Tue 13:00'].flatMap(keys)
    expect(told).toEqual([1, 2, 3, 4, 5].map((nth) => `news|request:7|1|breach|${nth}`))
  })

  it('leave what is owed once breached once', () => {
    const within = (length: string) =>
      createObligation(solution({ within: length, version: length }), deps)
    const [hour, two] = [within('PT1H'), within('PT2H')]
    const versions = [
      { ...change, terms: two },
      { ...change, from: at('Tue 16:00'), terms: hour },
    ]
    const state = only(hour.read([start], at('Fri 09:00'), { versions }))
    expect(state).toMatchObject({ breachedAt: at('Mon 10:00') + 1, missed: 0 })
    expect(hour.wakeups([start], at('Tue 16:00'), { versions })).toEqual([])
  })

  it('leave the breach in the period in which it was due', () => {
    const [hour, day] = ['PT1H', 'PT8H'].map((within) =>
      createObligation(solution({ within, version: within }), deps),
    ) as [Obligation, Obligation]
    const versions = [{ ...change, terms: day }]
    const paused = [start, waits('Mon 16:30')]
    const days = ['Mon 12:00', 'Mon 16:10', 'Mon 17:00'].map((when) => {
      const period = { each: 'day', timeZone: zone } as const
      const ledger = createLedger(hour.read(paused, at(when), { versions }))
      const answer = ledger.fulfillment({ by: 'period', period })
      return answer.ok && answer.groups.map((group) => group.period)
    })
    expect(days).toEqual([['2026-03-02'], ['2026-03-02'], ['2026-03-02']])
  })

  it('breach nothing while nothing was owed', () => {
    const owed = [{ ...change, terms: createObligation(solution({ within: 'PT1H' }), deps) }]
    expect(only(readVersions(owed, [start], at('Mon 16:30')))).toMatchObject({
      startedAt: start.at,
      dueAt: at('Mon 17:00'),
      breachedAt: null,
    })
  })
})

it('a message of a system is no answer of a person, also where nothing says that it is automatic', () => {
  const lifeAfter = (parts: MarkParts) =>
    readOnly(promise(), [submitted('Mon 09:00'), mark('message', 'Mon 10:00', parts)], 'Mon 11:00')
      .life
  expect(lifeAfter({ by: 'system:mail' })).toBe('running')
  expect(lifeAfter({ by: 'team:support' })).toBe('fulfilled')
  expect(lifeAfter({})).toBe('fulfilled')
})

it('several versions from one instant wake once, as the one that holds', () => {
  const obligation = createObligation(solution(), deps)
  const from = at('Tue 09:00')
  const versions = [
    { from, terms: null, onChange: 'retroactive' },
    { from, terms: obligation, onChange: 'fromChange' },
    { from, terms: obligation, onChange: 'retroactive' },
  ] as const
  const found = obligation.wakeups([submitted('Mon 09:00')], at('Mon 10:00'), { versions })
  expect(found.filter(({ purpose }) => purpose === 'change')).toMatchObject([
    { at: from, source: 'solution' },
  ])
})

it('a calendar and a zone that there are not are found, also where it is not clear how time counts', () => {
  const clock = { counts: 'bussinessTime', calendar: 'ofice', timeZone: 'Europe/Zurch' }
  const found = checkObligation({ ...promise(), clock: clock as unknown as Terms['clock'] }, deps)
  expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
    'invalid-value /clock/counts',
    'calendar-unknown /clock/calendar',
    'zone-unknown /clock/timeZone',
  ])
})
