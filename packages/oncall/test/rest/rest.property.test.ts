import { reasonSchema } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  createRestRules,
  type DutySpan,
  EU_WORKING_TIME,
  oncallPhrases,
  restViolations,
  SRE_SIZING,
} from '../../src/index.ts'
import { clockAt, FROM, HOUR, PEOPLE, shifts, TO, zones } from '../fairness/random-duty.ts'

const STEP = HOUR / 2
const span = { from: FROM, to: TO }

/** For each half hour from two days before the span until a week after it, whether somebody is on duty. */
const BEGIN = FROM - 96 * HOUR
const STEPS = (TO + 240 * HOUR - BEGIN) / STEP
const timesOf = (list: readonly DutySpan[], person: string) =>
  Array.from({ length: STEPS }, (_, nth) => {
    const at = BEGIN + nth * STEP
    return list.some(
      (one) =>
        one.person === person &&
        one.isShadow !== true &&
        (one.from as number) <= at &&
        at < (one.to as number),
    )
  })

/** The most steps on end that are free. */
function longestFree(busy: readonly boolean[]): number {
  let [longest, now] = [0, 0]
  for (const isBusy of busy) {
    now = isBusy ? 0 : now + 1
    longest = Math.max(longest, now)
  }
  return longest
}

it('somebody breaks the rest of a day when from the beginning of a duty it does not come in time', () => {
  const pack = createRestRules({
    id: 'own',
    version: 1,
    rules: [{ id: 'daily', kind: 'rest', least: 'PT11H', within: 'PT24H' }],
  })
  fc.assert(
    fc.property(shifts, (list) => {
      const found = restViolations(list, pack, { from: BEGIN, to: TO + 240 * HOUR })
      for (const person of PEOPLE) {
        const busy = timesOf(list, person)
        const breaks = busy.some(
          (isBusy, nth) =>
            isBusy && busy[nth - 1] !== true && longestFree(busy.slice(nth, nth + 48)) < 22,
        )
        expect(found.violations.some((one) => one.person === person)).toBe(breaks)
      }
      for (const { person, from, found: rest } of found.violations) {
        const first = (from - BEGIN) / STEP
        expect(rest).toBe(longestFree(timesOf(list, person).slice(first, first + 48)) * STEP)
      }
    }),
  )
})

it('a week breaks its rest when no half hours of it, by its own clock, are free for long enough', () => {
  const pack = createRestRules({
    id: 'own',
    version: 1,
    rules: [{ id: 'weekly', kind: 'rest', least: 'PT130H', within: 'P1W' }],
  })
  fc.assert(
    fc.property(shifts, zones, (list, zonesOf) => {
      const { violations } = restViolations(list, pack, { ...span, zones: zonesOf })
      for (const person of PEOPLE) {
        const busy = timesOf(list, person)
        // Every week as the list of its half hours, from one Monday on the wall calendar to the next.
        const weeks: { from: number; busy: boolean[] }[] = []
        for (const [nth, isBusy] of busy.entries()) {
          const at = BEGIN + nth * STEP
          const { weekday } = clockAt(zonesOf[person] as string, at)
          const before = clockAt(zonesOf[person] as string, at - STEP)
          if (weekday === 'Mon' && before.weekday === 'Sun') weeks.push({ from: at, busy: [] })
          weeks.at(-1)?.busy.push(isBusy)
        }
        const touched = weeks.filter((week, nth) => {
          return week.from < TO && (weeks[nth + 1]?.from ?? 0) > FROM
        })
        expect(
          violations.filter((one) => one.person === person).map((one) => [one.from, one.found]),
        ).toEqual(
          touched
            .map((week) => [week.from, longestFree(week.busy) * STEP])
            .filter(([, rest]) => (rest as number) < 130 * HOUR),
        )
      }
    }),
  )
})

it('a share is too much when more than so many half hours are on duty', () => {
  fc.assert(
    fc.property(shifts, fc.integer({ min: 1, max: 10 }), (list, percent) => {
      const pack = createRestRules({
        id: 'own',
        version: 1,
        rules: [{ id: 'share', kind: 'share', percent, counts: 'duty' }],
      })
      const { violations } = restViolations(list, pack, span)
      const [first, end] = [(FROM - BEGIN) / STEP, (TO - BEGIN) / STEP]
      const tooMuch = PEOPLE.map((person) => ({
        person,
        found: timesOf(list, person).slice(first, end).filter(Boolean).length,
      })).filter(({ found }) => found * 100 > percent * (end - first))
      expect(violations.map(({ person, found }) => ({ person, found: found / STEP }))).toEqual(
        tooMuch,
      )
    }),
  )
})

it('the worst of all periods is told, and none without too much', () => {
  const pack = createRestRules({
    id: 'own',
    version: 1,
    rules: [{ id: 'w', kind: 'average', most: 'PT20H', per: 'PT168H', over: 'P1W' }],
  })
  fc.assert(
    fc.property(shifts, (list) => {
      const inUtc = Object.fromEntries(PEOPLE.map((person) => [person, 'UTC']))
      const { violations } = restViolations(list, pack, { ...span, zones: inUtc })
      for (const person of PEOPLE) {
        const busy = timesOf(list, person)
        const weeks = Array.from({ length: (TO - FROM) / (24 * HOUR) - 6 }, (_, day) => {
          const first = (FROM - BEGIN) / STEP + day * 48
          return busy.slice(first, first + 336).filter(Boolean).length * STEP
        })
        const theirs = violations.filter((one) => one.person === person)
        const worst = Math.max(...weeks)
        expect(theirs.length > 0).toBe(worst > 20 * HOUR)
        if (theirs.length > 0) expect(Math.max(...theirs.map(({ found }) => found))).toBe(worst)
        const runs = weeks.filter((week, nth) => {
          return week > 20 * HOUR && !((weeks[nth - 1] ?? 0) > 20 * HOUR)
        })
        expect(theirs).toHaveLength(runs.length)
      }
    }),
  )
})

it('more duty never mends a rule of the directive, and less never breaks one, but for where the day begins', () => {
  const pack = createRestRules({
    ...EU_WORKING_TIME,
    rules: EU_WORKING_TIME.rules.filter(({ id }) => id !== 'daily-rest'),
  })
  const count = (list: readonly DutySpan[], zonesOf: Record<string, string>) =>
    new Set(
      restViolations(list, pack, { ...span, zones: zonesOf }).violations.map(
        ({ person, rule }) => `${person} ${rule}`,
      ),
    )
  fc.assert(
    fc.property(shifts, shifts, zones, (list, more, zonesOf) => {
      const all = count([...list, ...more], zonesOf)
      expect([...count(list, zonesOf)].filter((one) => !all.has(one))).toEqual([])
    }),
  )
})

it('every violation says by how much, and why in words', () => {
  const packs = [EU_WORKING_TIME, SRE_SIZING].map((pack) => createRestRules(pack))
  const instants = fc.array(fc.integer({ min: FROM, max: TO }), { maxLength: 20 })
  fc.assert(
    fc.property(shifts, zones, instants, (list, zonesOf, times) => {
      const incidents = times.map((at) => ({ at }))
      for (const pack of packs) {
        const { violations, isKept } = restViolations(list, pack, {
          ...span,
          zones: zonesOf,
          incidents,
        })
        expect(isKept).toBe(violations.length === 0)
        for (const { found, allowed, over, kind, reason } of violations) {
          expect(over).toBe(kind === 'rest' ? allowed - found : found - allowed)
          expect(over).toBeGreaterThan(0)
          expect(reasonSchema.safeParse(reason).success).toBe(true)
          const text = renderReason(reason, { timeZone: 'UTC', phrases: [oncallPhrases] })
          expect(text).not.toMatch(/undefined|null|NaN|oncall\./)
        }
      }
    }),
  )
})

it('the order of shifts changes nothing, and a second seat at once adds nothing', () => {
  const pack = createRestRules(EU_WORKING_TIME)
  fc.assert(
    fc.property(shifts, zones, (list, zonesOf) => {
      const question = { ...span, zones: zonesOf }
      const once = restViolations(list, pack, question)
      expect(restViolations([...list, ...list].toReversed(), pack, question)).toEqual(once)
    }),
  )
})
