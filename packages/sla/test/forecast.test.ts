import { describe, expect, it } from 'vitest'
import { type Capacity, type Forecast, forecast, type RequestHistory } from '../src/index.ts'
import {
  type AgreementDocument,
  answered,
  calendars,
  GOLD_P1,
  gold,
  november,
  policyOf,
  request,
  resolved,
} from './report-desk.ts'

const MINUTE = 60_000
const answers: AgreementDocument = {
  ...gold,
  targets: [
    { metric: 'firstResponse', byPriority: { P1: 'PT1H', P2: 'PT8H' }, warnAt: [0.5, 0.75] },
  ],
}
const policy = policyOf([answers])
const P2 = { ...GOLD_P1, priority: 'P2' }

/** Monday at eleven. */
const at = november(2, '11:00')
const until = november(4, '00:00')
const zurich = { until, timeZone: 'Europe/Zurich' } as const

const late = request('late', [2, '09:00'])
const pressing = request('pressing', [2, '10:40'])
const calm = request('calm', [2, '10:30'], P2)
const done = request('done', [2, '09:00'], GOLD_P1, answered(2, '09:10'))

const ids = ({ promises }: Forecast) => promises.map(({ id }) => id)

describe('a forecast', () => {
  it('has what is still owed, the most pressing first, and what comes of it when nobody acts', () => {
    const answer = forecast(policy, [calm, done, pressing, late], at, zurich)
    expect(answer).toMatchObject({
      promises: [
        {
          id: 'late',
          status: 'breached',
          breachedAt: november(2, '10:00') + 1,
          remaining: -60 * MINUTE,
        },
        {
          id: 'pressing',
          agreement: 'gold',
          metric: 'firstResponse',
          debtor: 'team:support',
          creditor: 'customer:acme',
          status: 'willBreach',
          latestToMeet: november(2, '11:40'),
          nextWarning: november(2, '11:10'),
        },
        { id: 'calm', status: 'willBreach', latestToMeet: november(3, '10:30') },
      ],
      counts: { breached: 1, willBreach: 2, paused: 0, inTime: 0 },
      plan: null,
      coverage: { requests: 4, withAgreement: 4 },
    })
    const soon = forecast(policy, [calm], at, { until: november(3, '10:30') })
    expect(soon.promises).toMatchObject([{ status: 'inTime', breachedAt: null }])
  })

  it('counts by date of a zone', () => {
    const { days } = forecast(policy, [calm, pressing, late], at, zurich)
    expect(days).toEqual([
      { date: '2026-11-02', willBreach: 1, warnings: 2 },
      { date: '2026-11-03', willBreach: 1, warnings: 0 },
    ])
    expect(forecast(policy, [calm], at, { until }).timeZone).toBe('UTC')
  })

  it('says what is waited for, and foresees the end of a wait with a date', () => {
    const pausable = policyOf([
      {
        ...gold,
        targets: [{ metric: 'resolution', within: 'PT2H', pauseReasons: ['customer', 'date'] }],
      },
    ])
    const waiting = request('waiting', [2, '10:00'], GOLD_P1, [
      2,
      '10:30',
      'waiting',
      { reason: 'customer' },
    ])
    const parked = request('parked', [2, '10:00'], GOLD_P1, [
      2,
      '10:30',
      'waiting',
      { reason: 'date', facts: { until: '2026-11-03T09:00:00+01:00' } },
    ])
    expect(forecast(pausable, [waiting, parked], at, zurich)).toMatchObject({
      promises: [
        {
          id: 'parked',
          status: 'willBreach',
          isPaused: true,
          waitingFor: ['date'],
          latestToMeet: november(3, '10:30'),
        },
        { id: 'waiting', status: 'paused', waitingFor: ['customer'], latestToMeet: null },
      ],
      counts: { paused: 1, willBreach: 1 },
    })
  })

  it('looks at nothing that happens later', () => {
    const answeredLater = request(
      '1',
      [2, '10:40'],
      GOLD_P1,
      answered(2, '11:20'),
      resolved(2, '12:00'),
    )
    expect(forecast(policy, [answeredLater], at, zurich).counts).toMatchObject({ willBreach: 1 })
  })

  it('needs an end that comes after its beginning', () => {
    expect(() => forecast(policy, [], at, { until: at })).toThrow(
      expect.objectContaining({ code: 'interval-empty' }),
    )
  })
})

describe('a plan', () => {
  const capacity: Capacity = { agents: 1, handling: 'PT30M', calendar: calendars.office }
  const plan = (histories: readonly RequestHistory[], parts: Partial<Capacity> = {}) =>
    forecast(policy, histories, at, { until, capacity: { ...capacity, ...parts } }).plan

  it('takes the earliest deadline first, and says what is breached even so', () => {
    const next = request('next', [2, '10:45'])
    expect(plan([calm, next, pressing, late])).toMatchObject({
      requests: [
        { id: 'late', startsAt: at, doneAt: november(2, '11:30'), breaches: [] },
        { id: 'pressing', doneAt: november(2, '12:00'), breaches: [{ id: 'pressing' }] },
        { id: 'next', doneAt: november(2, '12:30'), breaches: [{ id: 'next' }] },
        { id: 'calm', doneAt: november(2, '13:00'), breaches: [] },
      ],
      breaches: 2,
      maxLateness: 90 * MINUTE,
      waiting: 0,
    })
    expect(plan([calm, next, pressing, late], { agents: 2 })).toMatchObject({
      requests: [
        {},
        { id: 'pressing', doneAt: november(2, '11:30') },
        { doneAt: november(2, '12:00') },
        {},
      ],
      breaches: 1,
    })
  })

  it('goes on at the next opening where the day is over', () => {
    expect(plan([calm, pressing], { handling: 'PT4H' })?.requests).toMatchObject([
      { id: 'pressing', doneAt: november(2, '15:00') },
      { id: 'calm', startsAt: november(2, '15:00'), doneAt: november(3, '11:00'), breaches: [{}] },
    ])
    expect(plan([calm, pressing], { handling: 'PT6H' })?.requests[1]).toMatchObject({
      startsAt: november(3, '09:00'),
    })
  })

  it('has each request once, however much is owed to it, and none that waits for others', () => {
    const two = policyOf([gold])
    const waiting = request('waiting', [2, '09:00'], GOLD_P1, answered(2, '09:10'), [
      2,
      '09:30',
      'waiting',
      { reason: 'customer' },
    ])
    const { plan, promises } = forecast(two, [pressing, waiting], at, { until, capacity })
    expect(promises.map(({ id }) => id)).toEqual(['pressing', 'pressing', 'waiting'])
    expect(plan).toMatchObject({ requests: [{ id: 'pressing' }], waiting: 1 })
  })

  it('is settled by id where deadlines are the same', () => {
    const twins = ['b', 'a'].map((id) => request(id, [2, '10:40']))
    expect(plan(twins)?.requests.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(ids(forecast(policy, twins, at, { until }))).toEqual(['a', 'b'])
  })

  it('needs somebody to work, and work that takes time', () => {
    const code = (code: string) => expect.objectContaining({ code })
    expect(() => plan([], { agents: 0 })).toThrow(code('agents-invalid'))
    expect(() => plan([], { agents: 1.5 })).toThrow(code('agents-invalid'))
    expect(() => plan([], { handling: 'PT0S' })).toThrow(code('handling-invalid'))
    expect(() => plan([], { handling: 'P1D' })).toThrow(code('duration-not-fixed'))
  })
})
