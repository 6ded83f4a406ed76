import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type PersonnelQuestion, personnelNeed } from '../../src/index.ts'
import { faultsOf } from './reasons.ts'

const HOUR = 3_600_000

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const hours = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * HOUR)
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const lent = fc.record({
  from: fc.constant('team:platform'),
  people: fc.nat({ max: 3 }),
  share: share(0.1, 1),
})
const location = fc.record({
  id: fc.constantFrom('zurich', 'portland', 'wellington', 'pune'),
  seats: maybe(fc.integer({ min: 1, max: 4 })),
  incidents: maybe(share(0, 200)),
  lent: maybe(fc.array(lent, { maxLength: 2 })),
})
const question: fc.Arbitrary<PersonnelQuestion> = fc.record({
  locations: fc.uniqueArray(location, { minLength: 1, selector: ({ id }) => id }),
  hours: fc.record({
    covered: hours(1, 168),
    person: maybe(hours(10, 60)),
    seats: fc.integer({ min: 1, max: 3 }),
  }),
  absence: share(0, 0.8),
  maxShare: share(0.05, 1),
  load: fc.record({ incidents: share(0, 300), interval: fc.constant(168 * HOUR) }),
  minimums: maybe(fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 3 })),
})

/** A question with more of one thing, and perhaps of the others. */
function worse(question: PersonnelQuestion, more: readonly [number, number, number]) {
  const [hours, absence, incidents] = more
  const covered = question.hours.covered as number
  const asked = question.load.incidents
  return {
    ...question,
    hours: { ...question.hours, covered: covered + hours * (168 * HOUR - covered) },
    absence: question.absence + absence * (0.9 - question.absence),
    load: { ...question.load, incidents: asked + incidents * 100 },
    locations: question.locations.map((place) => ({
      ...place,
      incidents: place.incidents === undefined ? undefined : place.incidents + incidents * 100,
    })),
  }
}

it('more hours, absence or load never needs fewer people, at any place', () => {
  const step = fc.constantFrom(0, 0.25, 0.5, 1)
  fc.assert(
    fc.property(question, fc.tuple(step, step, step), (question, more) => {
      const [before, after] = [question, worse(question, more)].map((one) => personnelNeed(one))
      for (const [nth, { people, own }] of (before?.locations ?? []).entries()) {
        expect(after?.locations[nth]?.people).toBeGreaterThanOrEqual(people)
        expect(after?.locations[nth]?.own).toBeGreaterThanOrEqual(own)
      }
    }),
  )
})

it('is the most that any bound asks for, and says so in words', () => {
  fc.assert(
    fc.property(question, (question) => {
      const { people, own, locations, reason } = personnelNeed(question)
      expect(people).toBe(locations.reduce((sum, one) => sum + one.people, 0))
      expect(own).toBe(locations.reduce((sum, one) => sum + one.own, 0))
      for (const { people, own, decidedBy, bounds } of locations) {
        const most = Math.max(...Object.values(bounds).map((bound) => bound ?? 0))
        expect(people).toBeGreaterThanOrEqual(most - 1e-9)
        expect(people).toBeLessThan(most + 1)
        expect(Math.ceil((bounds[decidedBy] ?? 0) - 1e-9)).toBe(people)
        expect(own).toBeLessThanOrEqual(people)
      }
      expect(faultsOf([reason])).toEqual([])
    }),
  )
})

it('people who are lent save no more people than they are', () => {
  fc.assert(
    fc.property(question, (question) => {
      const alone = personnelNeed({
        ...question,
        locations: question.locations.map((place) => ({ ...place, lent: [] })),
      })
      const found = personnelNeed(question)
      for (const [nth, { people, own }] of found.locations.entries()) {
        const heads = (question.locations[nth]?.lent ?? []).reduce(
          (sum, one) => sum + one.people,
          0,
        )
        expect(people).toBe(alone.locations[nth]?.own)
        expect(people - own).toBeLessThanOrEqual(heads)
        expect(people - own).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})
