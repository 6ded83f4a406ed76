import { explanationFaults } from '@holdfast/kernel/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { coverage, createSchedule, explainedCoverage, oncallPhrases } from '../src/index.ts'
import { FROM, HOUR, hoursOn, schedules, sites, TO } from './random-sites.ts'

const span = { from: FROM, to: TO }
const lengthOf = (list: readonly { readonly from: number; readonly to: number }[]) =>
  list.reduce((sum, { from, to }) => sum + to - from, 0)

it('an hour is covered, a hole, or covered twice as somebody who asks for every hour finds', () => {
  fc.assert(
    fc.property(sites, (list) => {
      const report = coverage(list, span)
      const hours = list.map(hoursOn)
      const within = (parts: readonly { readonly from: number; readonly to: number }[]) =>
        Array.from({ length: (TO - FROM) / HOUR }, (_, nth) =>
          parts.some(({ from, to }) => from <= FROM + nth * HOUR && FROM + nth * HOUR < to),
        )
      const count = (nth: number) => hours.filter((site) => site[nth]).length
      expect(within(report.holes)).toEqual(within([span]).map((_, nth) => count(nth) === 0))
      expect(within(report.doubled)).toEqual(within([span]).map((_, nth) => count(nth) > 1))
      for (const { from, schedules: both } of report.doubled) {
        const on = list.filter((_, site) => hours[site]?.[(from - FROM) / HOUR])
        expect(both).toEqual(on.map(({ id }) => id))
      }
    }),
  )
})

it('covered and holes add up to the span, and holes neither touch nor overlap', () => {
  fc.assert(
    fc.property(sites, (list) => {
      const { covered, holes, isCovered } = coverage(list, span)
      expect(covered + lengthOf(holes)).toBe(TO - FROM)
      expect(isCovered).toBe(covered === TO - FROM)
      for (const [nth, hole] of holes.entries()) {
        expect(hole.from).toBeGreaterThan(holes[nth - 1]?.to ?? 0)
      }
    }),
  )
})

it('the stretches between clock changes tile the span, and share out its holes and doubles', () => {
  fc.assert(
    fc.property(sites, (list) => {
      const { phases, holes, doubled } = coverage(list, span)
      expect(phases[0]?.from).toBe(FROM)
      expect(phases.at(-1)?.to).toBe(TO)
      for (const [nth, { from, changed }] of phases.entries()) {
        expect(from).toBe(phases[nth - 1]?.to ?? FROM)
        expect(changed.length > 0).toBe(nth > 0)
      }
      const sum = (of: 'holes' | 'doubled') => phases.reduce((total, one) => total + one[of], 0)
      expect(sum('holes')).toBe(lengthOf(holes))
      expect(sum('doubled')).toBe(lengthOf(doubled))
    }),
  )
})

it('a role is covered by its schedules only, in whatever order they come', () => {
  fc.assert(
    fc.property(sites, fc.constantFrom('incident', 'triage', 'nobody'), (list, role) => {
      const own = list.filter((schedule) => schedule.role === role)
      const { role: asked, ...report } = coverage(list, { ...span, role })
      const { role: _, ...alone } = coverage(own, span)
      expect(asked).toBe(role)
      expect(report).toEqual(alone)
      const backwards = coverage(own.toReversed(), span)
      expect([backwards.covered, backwards.holes]).toEqual([report.covered, report.holes])
    }),
  )
})

it('one more schedule never opens a hole', () => {
  fc.assert(
    fc.property(sites, schedules, (list, more) => {
      const before = coverage(list, span)
      expect(coverage([...list, more], span).covered).toBeGreaterThanOrEqual(before.covered)
    }),
  )
})

it('windows that touch on the clocks of a zone cover every instant, whatever the clocks do', () => {
  const zones = fc.constantFrom('Australia/Sydney', 'Europe/Zurich', 'America/New_York')
  const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(zones, minutes, (timeZone, list) => {
      const times = list
        .toSorted((a, b) => a - b)
        .map((each) => {
          return `${String(Math.floor(each / 60)).padStart(2, '0')}:${String(each % 60).padStart(2, '0')}`
        })
      const watches = times.map((from, nth) =>
        createSchedule({
          id: `watch-${nth}`,
          version: 1,
          timeZone,
          layers: [
            {
              id: 'watch',
              rotation: { every: 'P1D', anchor: '2027-03-01T00:00', members: ['person:ada'] },
              restrictions: [{ from, to: times[(nth + 1) % times.length] as string }],
            },
          ],
        }),
      )
      expect(coverage(watches, span)).toMatchObject({ isCovered: true, holes: [], doubled: [] })
    }),
  )
})

it('an explanation answers what coverage answers, tells each hole, and every reason has words', () => {
  fc.assert(
    fc.property(sites, (list) => {
      const args = [list, span]
      const explaining = { coverage: explainedCoverage }
      const question = { method: 'coverage', args }
      expect(explanationFaults({ coverage }, explaining, question, oncallPhrases)).toEqual([])
      const { value, reason } = explainedCoverage(list, span)
      const holes = reason.children.filter(({ code }) => code === 'oncall.hole')
      expect(holes.map((one) => one.span)).toEqual(value.holes)
    }),
  )
})
