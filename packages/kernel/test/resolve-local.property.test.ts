import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import {
  intervalSet,
  localTimeAt,
  localTimeKind,
  MAX_INSTANT,
  MIN_INSTANT,
  measure,
  resolveLocal,
  zoneOf,
} from '../src/index.ts'
import { HARD_ZONE_YEARS } from './hard-zones.ts'

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]
const zones = [...new Set(HARD_ZONE_YEARS.map(({ zone }) => zone))].map(zoneOf)
const changes = HARD_ZONE_YEARS.flatMap(({ zone: id, from, to }) => {
  const found: { id: string; change: number }[] = []
  const zone = zoneOf(id)
  for (let at = zone.nextTransition(from); at !== null && at < to; at = zone.nextTransition(at)) {
    found.push({ id, change: at })
  }
  return found
})

/** A zone and an instant in it, mostly within a day or two of a change. */
const moments = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -2 * 1440, max: 2 * 1440 }))
      .map(([{ id, change }, minutes]) => ({ zone: zoneOf(id), at: change + minutes * MINUTE })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      zone: fc.constantFrom(...zones),
      at: fc.integer({ min: MIN_INSTANT, max: MAX_INSTANT }),
    }),
  },
)
const spans = fc.integer({ min: 0, max: 2 * DAY })

test.prop([moments, spans])(
  'a later local time is never an earlier instant',
  ({ zone, at }, span) => {
    const local = localTimeAt(zone, at)
    expect(resolveLocal(zone, local + span)).toBeGreaterThanOrEqual(resolveLocal(zone, local))
  },
)

test.prop([moments])(
  'what the clock shows leads back to the instant, or to the first of two that show it',
  ({ zone, at }) => {
    const local = localTimeAt(zone, at)
    const resolved = resolveLocal(zone, local)
    expect(resolved).toBeLessThanOrEqual(at)
    expect(localTimeAt(zone, resolved)).toBe(local)
    if (resolved < at) expect(localTimeKind(zone, local)).toBe('repeated')
  },
)

test.prop([moments, fc.integer({ min: -26 * 60, max: 26 * 60 })])(
  'the instant of a local time shows it, or is the end of the gap that it falls into',
  ({ zone, at }, minutes) => {
    const local = localTimeAt(zone, at) + minutes * MINUTE
    const resolved = resolveLocal(zone, local)
    if (localTimeKind(zone, local) === 'skipped') {
      expect(zone.nextTransition(resolved - 1)).toBe(resolved)
      expect(localTimeAt(zone, resolved)).toBeGreaterThan(local)
      expect(localTimeAt(zone, resolved - 1)).toBeLessThan(local)
    } else expect(localTimeAt(zone, resolved)).toBe(local)
  },
)

test.prop([
  moments,
  fc.array(fc.integer({ min: 1, max: 8 * 60 }), { minLength: 1, maxLength: 12 }),
])(
  'windows that touch on the wall clock tile the time between the first and the last',
  ({ zone, at }, lengths) => {
    let local = localTimeAt(zone, at)
    const edges = [local, ...lengths.map((minutes) => (local += minutes * MINUTE))]
    const instants = edges.map((edge) => resolveLocal(zone, edge))
    const windows = instants.slice(1).map((to, index) => ({ from: instants[index] as number, to }))
    const covered = (instants.at(-1) as number) - (instants[0] as number)
    expect(windows.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0)).toBe(covered)
    expect(measure(intervalSet(windows))).toBe(covered)
  },
)

test.prop([moments])(
  'a second occurrence comes exactly as much later as the clock was put back',
  ({ zone, at }) => {
    const local = localTimeAt(zone, at)
    const first = resolveLocal(zone, local)
    fc.pre(first < at)
    expect(at - first).toBe(zone.offsetAt(first) - zone.offsetAt(at))
    expect(at - first).toBeLessThanOrEqual(3 * HOUR)
  },
)
