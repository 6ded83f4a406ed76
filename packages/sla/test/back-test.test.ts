import { describe, expect, it } from 'vitest'
import { backTestSla } from '../src/index.ts'
import {
  type AgreementDocument,
  answered,
  GOLD_P1,
  gold,
  november,
  policyOf,
  request,
  resolved,
} from './report-desk.ts'

const HOUR = 3_600_000
const at = november(10, '12:00')
const P2 = { ...GOLD_P1, priority: 'P2' }

const answerWithin = (P1: string, parts: Partial<AgreementDocument> = {}): AgreementDocument => ({
  ...gold,
  targets: [{ metric: 'firstResponse', byPriority: { P1, P2: 'PT4H' } }],
  ...parts,
})

const now = policyOf([answerWithin('PT1H')])
const stricter = policyOf([answerWithin('PT30M')])

const fast = request('fast', [2, '09:00'], GOLD_P1, answered(2, '09:20'))
const slow = request('slow', [2, '09:00'], GOLD_P1, answered(2, '09:40'))
const late = request('late', [2, '09:00'], GOLD_P1, answered(2, '12:00'))
const calm = request('calm', [2, '09:00'], P2, answered(2, '09:40'))
const all = [fast, slow, late, calm]

describe('a back-test of policies', () => {
  it('counts the promises that flip, and says what they were and become', () => {
    expect(backTestSla(now, stricter, all, { at })).toMatchObject({
      requests: 4,
      changedRequests: 3,
      before: { met: 3, breached: 1, rate: 0.75, coverage: { withAgreement: 4 } },
      after: { met: 2, breached: 2, rate: 0.5 },
      flips: { metToBreached: 1, breachedToMet: 0, lost: 0, gained: 0, otherOutcome: 0 },
      otherAgreement: 0,
      changes: [
        {
          id: 'slow',
          agreementKind: 'sla',
          metric: 'firstResponse',
          flip: 'metToBreached',
          moved: -HOUR / 2,
          before: { outcome: 'met', latestToMeet: november(2, '10:00') },
          after: { outcome: 'breached', latestToMeet: november(2, '09:30') },
        },
        { id: 'fast', flip: null },
        { id: 'late', flip: null },
      ],
      leftOut: 0,
    })
    expect(backTestSla(stricter, now, all, { at }).flips).toMatchObject({ breachedToMet: 1 })
  })

  it('says how far deadlines move', () => {
    const other = policyOf([
      { ...gold, targets: [{ metric: 'firstResponse', byPriority: { P1: 'PT30M', P2: 'PT6H' } }] },
    ])
    expect(backTestSla(now, other, all, { at }).moves).toEqual({
      count: 4,
      earlier: 3,
      later: 1,
      min: -HOUR / 2,
      median: -HOUR / 2,
      max: 2 * HOUR,
    })
    expect(backTestSla(now, now, all, { at })).toMatchObject({
      moves: null,
      changedRequests: 0,
      changes: [],
    })
  })

  it('tells what is promised by one of the policies only', () => {
    const both = policyOf([gold])
    expect(backTestSla(now, both, all, { at }).flips).toMatchObject({ gained: 4, lost: 0 })
    expect(backTestSla(both, now, all, { at })).toMatchObject({
      flips: { gained: 0, lost: 4 },
      changes: [{ before: { outcome: 'breached' }, after: null, moved: null }, {}, {}, {}],
    })
  })

  it('tells where another agreement applies, be the outcome the same', () => {
    const renamed = policyOf([answerWithin('PT1H', { id: 'gold-plus' })])
    expect(backTestSla(now, renamed, all, { at })).toMatchObject({
      changedRequests: 4,
      otherAgreement: 4,
      flips: { otherOutcome: 0 },
      moves: null,
      changes: [
        { id: 'calm', flip: null, moved: 0, after: { agreement: 'gold-plus' } },
        {},
        {},
        {},
      ],
    })
  })

  it('tells what is decided under one policy and open under the other', () => {
    const open = request('open', [10, '11:00'], P2)
    expect(backTestSla(policyOf([answerWithin('PT1H')]), now, [open], { at }).changedRequests).toBe(
      0,
    )
    const short = policyOf([{ ...gold, targets: [{ metric: 'firstResponse', within: 'PT30M' }] }])
    expect(backTestSla(now, short, [open], { at })).toMatchObject({
      flips: { otherOutcome: 1 },
      changes: [{ before: { outcome: 'open' }, after: { outcome: 'breached' } }],
    })
  })

  it('compares what teams promise each other team by team', () => {
    const ola = (id: string, within: string): AgreementDocument => ({
      id,
      kind: 'ola',
      supports: 'gold',
      debtor: `team:${id}`,
      creditor: 'team:support',
      targets: [{ metric: 'resolution', within }],
    })
    const [a, b] = ['PT1H', 'PT4H'].map((within) =>
      policyOf([answerWithin('PT1H'), ola('platform', 'PT2H'), ola('data', within)]),
    ) as [typeof now, typeof now]
    const done = request('done', [2, '09:00'], GOLD_P1, answered(2, '09:20'), resolved(2, '11:00'))
    expect(backTestSla(a, b, [done], { at })).toMatchObject({
      flips: { breachedToMet: 1 },
      changes: [{ agreementKind: 'ola', metric: 'resolution', before: { agreement: 'data' } }],
    })
  })

  it('lists as many as asked for, the most telling, and counts the others', () => {
    const report = backTestSla(now, stricter, all, { at, limit: 1 })
    expect(report).toMatchObject({ changes: [{ id: 'slow' }], leftOut: 2 })
    expect(backTestSla(now, stricter, all, { at, limit: 0 })).toMatchObject({
      changes: [],
      leftOut: 3,
    })
    expect(() => backTestSla(now, stricter, all, { at, limit: -1 })).toThrow(
      expect.objectContaining({ code: 'limit-invalid' }),
    )
  })
})
