import { createCalendar } from '@holdfast/calendar'
import { explanationFaults } from '@holdfast/kernel/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type DutySpan, explainedFairness, fairness, oncallPhrases } from '../../src/index.ts'
import { countedByHand, FROM, PEOPLE, shifts, TO, zones } from './random-duty.ts'

const EASTER = ['2027-03-26', '2027-03-29']
const holidays = (timeZone: string) =>
  createCalendar({ id: timeZone, version: 1, timeZone, hours: {}, holidays: EASTER })
const calendars = {
  'Europe/Zurich': holidays('Europe/Zurich'),
  'Australia/Sydney': holidays('Australia/Sydney'),
}
const span = { from: FROM, to: TO }
const ask = (list: readonly DutySpan[], zonesOf: Record<string, string>) =>
  fairness(list, { ...span, zones: zonesOf, calendars })

it('holidays, weekends, nights and days are what a clock on the wall says, and add up', () => {
  fc.assert(
    fc.property(shifts, zones, (list, zonesOf) => {
      for (const { person, had } of ask(list, zonesOf).people) {
        const zone = zonesOf[person] as string
        const off = Object.hasOwn(calendars, zone) ? EASTER : []
        const { holiday, weekend, night, day, total } = had
        expect({ holiday, weekend, night, day }).toEqual(countedByHand(list, person, zone, off))
        expect(holiday + weekend + night + day).toBe(total)
      }
    }),
  )
})

it('a second seat at the same time adds nothing', () => {
  fc.assert(
    fc.property(shifts, zones, (list, zonesOf) => {
      const seated = [...list, ...list.map((shift) => ({ ...shift, role: 'second' }))]
      expect(ask(seated, zonesOf)).toEqual(ask(list, zonesOf))
    }),
  )
})

it('the order of shifts changes nothing, and cutting one in two changes nothing', () => {
  fc.assert(
    fc.property(shifts, zones, fc.nat(100), (list, zonesOf, percent) => {
      const cut = list.flatMap((shift) => {
        const [from, to] = [shift.from as number, shift.to as number]
        const at = from + Math.floor(((to - from) * percent) / 100)
        return [
          { ...shift, from: at },
          { ...shift, to: at },
        ]
      })
      expect(ask(cut.toReversed(), zonesOf)).toEqual(ask(list, zonesOf))
    }),
  )
})

it('shares add up to what all had together, but for rounding', () => {
  const parts = fc.record({
    'person:ada': fc.nat(200),
    'person:ben': fc.nat(200),
    'person:eva': fc.nat(200),
  })
  fc.assert(
    fc.property(shifts, zones, parts, (list, zonesOf, shares) => {
      const all = { ...zonesOf, 'person:eva': 'Europe/Zurich' }
      const { people } = fairness(list, { ...span, zones: all, shares })
      const sum = (of: 'had' | 'share') => people.reduce((total, one) => total + one[of].total, 0)
      const hasWeight = people.some(({ person }) => {
        return (Object.hasOwn(shares, person) ? shares[person as 'person:ada'] : 100) > 0
      })
      if (hasWeight) expect(Math.abs(sum('had') - sum('share'))).toBeLessThanOrEqual(people.length)
    }),
  )
})

it('who is furthest from the share is at least as far as anybody', () => {
  fc.assert(
    fc.property(shifts, zones, (list, zonesOf) => {
      const { people, spreads } = ask(list, zonesOf)
      for (const { measure, furthest, off, least, most, spread } of spreads) {
        const offs = people.map(({ had, share }) => Math.abs(had[measure] - share[measure]))
        // Shares are rounded to the millisecond, distances are compared before.
        expect(Math.abs(off)).toBeGreaterThanOrEqual(Math.max(0, ...offs) - 1)
        expect(spread).toBe(most - least)
        if (furthest === null) expect(Math.max(0, ...offs)).toBeLessThan(1)
      }
    }),
  )
})

it('an explanation answers what fairness answers, and every reason has words', () => {
  fc.assert(
    fc.property(shifts, zones, fc.boolean(), (list, zonesOf, isKnown) => {
      const known = isKnown ? zonesOf : { [PEOPLE[0]]: 'Europe/Zurich', [PEOPLE[1]]: 'Mars/Base' }
      const args = [list, { ...span, zones: known, calendars }]
      const question = { method: 'fairness', args }
      const explaining = { fairness: explainedFairness }
      expect(explanationFaults({ fairness }, explaining, question, oncallPhrases)).toEqual([])
    }),
  )
})
