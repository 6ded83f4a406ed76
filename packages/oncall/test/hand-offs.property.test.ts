import {
  DAY_MILLIS,
  formatLocalDateTime,
  localTimeAt,
  localTimeKind,
  parseLocalDateTime,
  zoneOf,
} from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HandOffs, handOffsOf } from '../src/hand-offs.ts'
import { instantFrom2000, localFrom2000, ZONES } from './random-schedules.ts'

const HOUR = 3_600_000

const zone = fc.constantFrom(...ZONES).map(zoneOf)
const lengths = fc.oneof(
  fc.integer({ min: 1, max: 50 }).map((count) => `PT${count}H`),
  fc.integer({ min: 1, max: 20 }).map((count) => `P${count}D`),
  fc.integer({ min: 1, max: 5 }).map((count) => `P${count}W`),
)
const months = fc.integer({ min: 1, max: 14 }).map((count) => `P${count}M`)
const oneOrSeveral = (length: fc.Arbitrary<string>) =>
  fc.oneof(length, fc.array(length, { minLength: 1, maxLength: 4 }))
const monthDay = fc.oneof(
  fc.constant(undefined),
  fc.constant('last' as const),
  fc.record({
    weekday: fc.constantFrom('mon' as const, 'sun' as const),
    nth: fc.constantFrom(-5, -1, 1, 5),
  }),
)

const handOffs: fc.Arbitrary<HandOffs> = fc.oneof(
  fc
    .tuple(oneOrSeveral(lengths), localFrom2000, fc.constantFrom('wall', 'elapsed'), zone)
    .map(([every, anchor, clock, where]) => handOffsOf({ every, anchor, clock }, where)),
  fc
    .tuple(oneOrSeveral(months), localFrom2000, monthDay, zone)
    .map(([every, anchor, day, where]) => handOffsOf({ every, anchor, monthDay: day }, where)),
)

describe('hand-offs', () => {
  it('never go back, so turns tile', () => {
    fc.assert(
      fc.property(handOffs, instantFrom2000, (its, at) => {
        const first = its.turnAt(at) - 5
        const edges = Array.from({ length: 12 }, (_, nth) => its.at(first + nth))
        expect(edges).toEqual(edges.toSorted((a, b) => a - b))
      }),
      { numRuns: 300 },
    )
  })

  it('give each instant to the one turn that holds it', () => {
    fc.assert(
      fc.property(handOffs, instantFrom2000, (its, at) => {
        const turn = its.turnAt(at)
        expect(its.at(turn)).toBeLessThanOrEqual(at)
        expect(its.at(turn + 1)).toBeGreaterThan(at)
        const own = its.at(turn)
        expect(its.at(its.turnAt(own))).toBe(own)
      }),
      { numRuns: 300 },
    )
  })

  it('come at the same local time, whatever the clock did in between, or where it jumped over that', () => {
    const days = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(zone, localFrom2000, days, instantFrom2000, (where, anchor, count, near) => {
        const its = handOffsOf({ every: `P${count}D`, anchor }, where)
        const turn = its.turnAt(near)
        const meant = (parseLocalDateTime(anchor) as number) + turn * count * DAY_MILLIS
        const shown = localTimeAt(where, its.at(turn))
        if (localTimeKind(where, meant) === 'skipped') expect(shown).toBeGreaterThan(meant)
        else expect(shown).toBe(meant)
      }),
    )
  })

  it('lie equally far apart on an elapsed clock', () => {
    const hours = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(zone, localFrom2000, hours, instantFrom2000, (where, anchor, count, near) => {
        const its = handOffsOf({ every: `PT${count}H`, anchor, clock: 'elapsed' }, where)
        const turn = its.turnAt(near)
        expect(its.at(turn + 1) - its.at(turn)).toBe(count * HOUR)
        expect(its.at(0)).toBe(handOffsOf({ every: 'P1D', anchor }, where).at(0))
      }),
    )
  })

  it('follow from any of them as the anchor', () => {
    fc.assert(
      fc.property(
        zone,
        localFrom2000,
        fc.integer({ min: -40, max: 40 }),
        (where, anchor, shift) => {
          const day = (parseLocalDateTime(anchor) as number) + shift * 7 * DAY_MILLIS
          const other = formatLocalDateTime(day)
          const its = handOffsOf({ every: 'P1W', anchor }, where)
          const same = handOffsOf({ every: 'P1W', anchor: other }, where)
          expect(same.at(3)).toBe(its.at(shift + 3))
        },
      ),
    )
  })
})
