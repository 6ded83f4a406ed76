import fc from 'fast-check'
import { expect, it } from 'vitest'
import { credits } from '../src/index.ts'
import { histories, turned } from './random-requests.ts'
import { gold, november, policyOf } from './report-desk.ts'

const policy = policyOf([
  {
    ...gold,
    credits: [
      { metric: 'firstResponse', currency: 'CHF', perBreach: 333 },
      { metric: 'resolution', currency: 'CHF', perBreach: 70, cap: 100 },
      { metric: 'resolution', currency: 'EUR', tiers: [{ below: 0.9, amount: 41 }] },
    ],
  },
])
const at = november(20, '12:00')
const [from, to] = [november(2, '00:00'), november(16, '00:00')]

it('each breach counts in one of two periods that follow each other', () => {
  fc.assert(
    fc.property(histories, fc.integer({ min: 3, max: 15 }), (all, day) => {
      const between = november(day, '00:00')
      const breaches = (from: number, to: number) =>
        credits(policy, all, { from, to }, { at })
          .lines.filter(({ metric }) => metric === 'firstResponse')
          .reduce((sum, { breached }) => sum + breached, 0)
      expect(breaches(from, between) + breaches(between, to)).toBe(breaches(from, to))
    }),
  )
})

it('amounts are whole, within their cap, and add up to the totals', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const { lines, totals } = credits(policy, all, { from, to }, { at })
      for (const { amount, uncapped, requests } of lines) {
        expect(Number.isSafeInteger(amount) && amount > 0 && amount <= uncapped).toBe(true)
        expect(requests.length).toBeGreaterThan(0)
      }
      const sum = (all: readonly { readonly amount: number }[]) =>
        all.reduce((total, { amount }) => total + amount, 0)
      expect(sum(totals)).toBe(sum(lines))
    }),
  )
})

it('the order of histories and of their marks changes nothing', () => {
  fc.assert(
    fc.property(histories, (all) => {
      const answer = credits(policy, all, { from, to }, { at })
      expect(credits(policy, turned(all), { from, to }, { at })).toEqual(answer)
    }),
  )
})
