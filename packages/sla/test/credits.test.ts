import { describe, expect, it } from 'vitest'
import { createSlaPolicy, credits, type RequestHistory, succession } from '../src/index.ts'
import {
  type AgreementDocument,
  answered,
  calendars,
  GOLD_P1,
  gold,
  november,
  policyDocument,
  policyOf,
  request,
  resolved,
} from './report-desk.ts'

const at = november(20, '12:00')
const week = { from: november(2, '00:00'), to: november(9, '00:00') }

type Credit = NonNullable<AgreementDocument['credits']>[number]

const credited = (...credits: Credit[]) => policyOf([{ ...gold, credits }])
const perBreach: Credit = { metric: 'firstResponse', currency: 'CHF', perBreach: 5_000 }
const byShare: Credit = {
  metric: 'firstResponse',
  currency: 'CHF',
  tiers: [
    { below: 0.95, amount: 10_000 },
    { below: 0.8, amount: 25_000 },
    { below: 0.5, amount: 60_000 },
  ],
}

const of = (customer: string) => ({ ...GOLD_P1, customer: `customer:${customer}` })
const kept = (id: string, facts = GOLD_P1) => request(id, [2, '09:00'], facts, answered(2, '09:30'))
const late = (id: string, facts = GOLD_P1) => request(id, [2, '09:00'], facts, answered(2, '12:00'))

/** So many requests kept, and so many late. */
function history(met: number, breached: number): readonly RequestHistory[] {
  return [
    ...Array.from({ length: met }, (_, nth) => kept(`kept-${nth}`)),
    ...Array.from({ length: breached }, (_, nth) => late(`late-${nth}`)),
  ]
}

const amountFor = (credit: Credit, met: number, breached: number) =>
  credits(credited(credit), history(met, breached), week, { at }).lines[0]?.amount ?? 0

describe('credits', () => {
  it('are so much for each breach, and say which requests caused them', () => {
    expect(credits(credited(perBreach), history(3, 2), week, { at })).toMatchObject({
      final: true,
      lines: [
        {
          agreement: 'gold',
          creditor: 'customer:acme',
          metric: 'firstResponse',
          currency: 'CHF',
          amount: 10_000,
          uncapped: 10_000,
          met: 3,
          breached: 2,
          share: 0.6,
          below: null,
          requests: ['late-0', 'late-1'],
        },
      ],
      totals: [{ creditor: 'customer:acme', currency: 'CHF', amount: 10_000 }],
      coverage: { requests: 5, withAgreement: 5 },
    })
  })

  it('are never more than their cap', () => {
    const { lines } = credits(credited({ ...perBreach, cap: 7_000 }), history(0, 2), week, { at })
    expect(lines).toMatchObject([{ amount: 7_000, uncapped: 10_000 }])
  })

  it('are by the lowest tier that the share met falls under', () => {
    expect(amountFor(byShare, 19, 1)).toBe(0)
    expect(amountFor(byShare, 18, 1)).toBe(10_000)
    expect(amountFor(byShare, 4, 1)).toBe(10_000)
    expect(amountFor(byShare, 3, 1)).toBe(25_000)
    expect(amountFor(byShare, 1, 1)).toBe(25_000)
    expect(amountFor(byShare, 0, 1)).toBe(60_000)
    expect(amountFor(byShare, 0, 0)).toBe(0)
  })

  it('are counted for each creditor on its own', () => {
    const all = [late('1', of('acme')), late('2', of('acme')), late('3', of('beta'))]
    const report = credits(credited(perBreach), all, week, { at })
    expect(report.lines).toMatchObject([
      { creditor: 'customer:acme', amount: 10_000, requests: ['1', '2'] },
      { creditor: 'customer:beta', amount: 5_000, requests: ['3'] },
    ])
    expect(report.totals).toHaveLength(2)
  })

  it('add up for each currency', () => {
    const euros: Credit = { metric: 'resolution', currency: 'EUR', perBreach: 100 }
    const done = request('1', [2, '09:00'], GOLD_P1, answered(2, '12:00'), resolved(4, '12:00'))
    const report = credits(credited(perBreach, euros, perBreach), [done], week, { at })
    expect(report.totals).toEqual([
      { creditor: 'customer:acme', currency: 'CHF', amount: 10_000 },
      { creditor: 'customer:acme', currency: 'EUR', amount: 100 },
    ])
  })

  it('count a breach in the period in which the deadline lay, not in which it was made good', () => {
    const friday = request('1', [6, '16:30'], GOLD_P1, answered(9, '12:00'))
    const nextWeek = { from: week.to, to: november(16, '00:00') }
    const policy = credited(perBreach)
    // An hour from Friday 16:30 ends on Monday 9:30.
    expect(credits(policy, [friday], week, { at }).lines).toEqual([])
    expect(credits(policy, [friday], nextWeek, { at }).lines).toMatchObject([{ requests: ['1'] }])
    const early = request('2', [6, '10:00'], GOLD_P1, answered(9, '12:00'))
    expect(credits(policy, [early], week, { at }).lines).toMatchObject([{ requests: ['2'] }])
  })

  it('are not final before the period is over', () => {
    const during = credits(credited(perBreach), [late('1')], week, { at: november(2, '11:00') })
    expect(during).toMatchObject({ final: false, lines: [{ amount: 5_000 }] })
    const before = credits(credited(perBreach), [late('1')], week, { at: november(2, '09:50') })
    expect(before.lines).toEqual([])
  })

  it('are those of the last policy that came into effect before the period ended', () => {
    const years = [5_000, 8_000].map((amount, nth) =>
      createSlaPolicy(
        policyDocument([{ ...gold, credits: [{ ...perBreach, perBreach: amount }] }], {
          effective: nth === 0 ? { to: '2026-11-05' } : { from: '2026-11-05' },
          version: nth + 1,
        }),
        { calendars },
      ),
    )
    const policy = succession(years as [(typeof years)[0]])
    const early = { from: week.from, to: november(4, '00:00') }
    expect(credits(policy, [late('1')], early, { at }).lines).toMatchObject([{ amount: 5_000 }])
    expect(credits(policy, [late('1')], week, { at }).lines).toMatchObject([{ amount: 8_000 }])
  })

  it('need a period that holds time', () => {
    const empty = { from: week.to, to: week.from }
    expect(() => credits(credited(perBreach), [], empty, { at })).toThrow(
      expect.objectContaining({ code: 'interval-empty' }),
    )
  })
})
