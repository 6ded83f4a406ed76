import { explanationFaults } from '@holdfast/kernel/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  createPayRates,
  type DutySpan,
  explainedPay,
  oncallPhrases,
  pay,
  TIME_KINDS,
  type TimeKind,
} from '../../src/index.ts'
import { FROM, HOUR, kindAt, PEOPLE, shifts, TO, zones } from '../fairness/random-duty.ts'

const span = { from: FROM, to: TO }
const ratesOf = (per: fc.Arbitrary<'hour' | 'shift'>) =>
  fc
    .array(
      fc.record(
        {
          id: fc.constant(''),
          per,
          amount: fc.nat(10_007),
          kinds: fc.subarray([...TIME_KINDS], { minLength: 1 }),
          roles: fc.subarray(['incident', 'triage'], { minLength: 1 }),
          people: fc.subarray([...PEOPLE], { minLength: 1 }),
        },
        { requiredKeys: ['id', 'per', 'amount'] },
      ),
      { maxLength: 6 },
    )
    .map((list) =>
      createPayRates({
        id: 'rates',
        version: 1,
        currency: 'CHF',
        rates: list.map((rate, nth) => ({ ...rate, id: `r${nth}` })),
      }),
    )
const hourly = ratesOf(fc.constant('hour'))
const any = ratesOf(fc.constantFrom('hour', 'shift'))

it('hours are paid as somebody adds them up half hour by half hour, by the highest rate then', () => {
  fc.assert(
    fc.property(shifts, zones, hourly, (list, zonesOf, rates) => {
      const report = pay(list, rates, { ...span, zones: zonesOf })
      for (const person of PEOPLE) {
        const halves = new Map<TimeKind, number>()
        for (let at = FROM; at < TO; at += HOUR / 2) {
          const seats = list.filter(
            (one) =>
              one.person === person &&
              one.isShadow !== true &&
              (one.from as number) <= at &&
              at < (one.to as number),
          )
          if (seats.length === 0) continue
          const kind = kindAt(zonesOf[person] as string, at)
          const holding = rates.rates.filter(
            ({ kinds, people, roles }) =>
              kinds?.includes(kind) !== false &&
              people?.includes(person) !== false &&
              seats.some(({ role }) => roles === undefined || roles.includes(role ?? '')),
          )
          if (holding.length === 0) continue
          const best = Math.max(...holding.map(({ amount }) => amount))
          halves.set(kind, (halves.get(kind) ?? 0) + best)
        }
        const found = report.people.find((one) => one.person === person)
        expect(found?.lines.map(({ part, amount }) => [part, amount]) ?? []).toEqual(
          TIME_KINDS.flatMap((kind) => {
            const sum = halves.get(kind)
            return sum === undefined ? [] : [[kind, Math.floor((sum + 1) / 2)]]
          }),
        )
      }
    }),
  )
})

it('lines add up to people, and people to the whole; their time is all of the duty', () => {
  fc.assert(
    fc.property(shifts, zones, any, (list, zonesOf, rates) => {
      const { people, amount } = pay(list, rates, { ...span, zones: zonesOf })
      const sum = (amounts: readonly { readonly amount: number }[]) =>
        amounts.reduce((total, one) => total + one.amount, 0)
      expect(sum(people)).toBe(amount)
      for (const person of people) {
        expect(sum(person.lines)).toBe(person.amount)
        const paid = person.lines
          .filter(({ part }) => part !== 'shifts')
          .flatMap(({ by }) => by.map(({ count }) => count))
        expect(paid.reduce((total, count) => total + count, 0) + person.withoutRate).toBe(
          person.onDuty,
        )
      }
    }),
  )
})

it('everybody is paid for their own duty, whoever else is on duty', () => {
  fc.assert(
    fc.property(shifts, zones, any, (list, zonesOf, rates) => {
      const question = { ...span, zones: zonesOf }
      const alone = PEOPLE.flatMap((person) => {
        return pay(
          list.filter((one) => one.person === person),
          rates,
          question,
        ).people
      })
      expect(pay(list.toReversed(), rates, question).people).toEqual(alone)
    }),
  )
})

it('a second seat with the same role pays nothing more', () => {
  fc.assert(
    fc.property(shifts, zones, any, (list, zonesOf, rates) => {
      const question = { ...span, zones: zonesOf }
      const twice = list.flatMap((shift) => [shift, { ...shift }])
      expect(pay(twice, rates, question)).toEqual(pay(list, rates, question))
    }),
  )
})

it('more duty by the hour never pays less, and cutting a shift in two pays the same', () => {
  fc.assert(
    fc.property(shifts, shifts, zones, hourly, (list, more, zonesOf, rates) => {
      const question = { ...span, zones: zonesOf }
      const amount = (of: readonly DutySpan[]) => pay(of, rates, question).amount
      expect(amount([...list, ...more])).toBeGreaterThanOrEqual(amount(list))
      const cut = list.flatMap((shift) => {
        const [from, to] = [shift.from as number, shift.to as number]
        const at = Math.floor((from + to) / 2)
        return [
          { ...shift, to: at },
          { ...shift, from: at },
        ]
      })
      expect(pay(cut, rates, question)).toEqual(pay(list, rates, question))
    }),
  )
})

it('two halves of a period pay what the whole does, but for a unit of rounding in each line', () => {
  const middle = fc.integer({ min: FROM, max: TO })
  fc.assert(
    fc.property(shifts, zones, any, middle, (list, zonesOf, rates, at) => {
      const amount = (from: number, to: number) =>
        pay(list, rates, { from, to, zones: zonesOf }).amount
      const apart = Math.abs(amount(FROM, at) + amount(at, TO) - amount(FROM, TO))
      expect(apart).toBeLessThanOrEqual(PEOPLE.length * TIME_KINDS.length)
    }),
  )
})

it('an explanation answers what pay answers, and every reason has words', () => {
  const phrases = oncallPhrases
  fc.assert(
    fc.property(shifts, zones, any, (list, zonesOf, rates) => {
      const known = { ...zonesOf, 'person:dan': 'nowhere' }
      const question = { method: 'pay', args: [list, rates, { ...span, zones: known }] }
      expect(explanationFaults({ pay }, { pay: explainedPay }, question, phrases)).toEqual([])
    }),
  )
})
