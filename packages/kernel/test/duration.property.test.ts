import { test } from '@fast-check/vitest'
import * as fc from 'fast-check'
import { expect } from 'vitest'
import {
  addDuration,
  civil,
  dayOfLocal,
  formatDuration,
  localTimeAt,
  localTimeKind,
  parseDuration,
  toMillis,
  zoneOf,
} from '../src/index.ts'
import { HARD_ZONE_YEARS } from './hard-zones.ts'

const DAY = 86_400_000
const millis = fc.integer({ min: -(10 ** 13), max: 10 ** 13 })
const zones = fc.constantFrom(...new Set(HARD_ZONE_YEARS.map(({ zone }) => zone)))
const instants = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2095, 0, 1) })
const count = fc.integer({ min: 0, max: 40 })

test.prop([millis])('a duration written and read again is the same', (length) => {
  expect(toMillis(formatDuration(length))).toBe(length)
})

test.prop([fc.record({ y: count, m: count, w: count, d: count, h: count, min: count, s: count })])(
  'a sign turns every part around',
  ({ y, m, w, d, h, min, s }) => {
    const text = `P${y}Y${m}M${w}W${d}DT${h}H${min}M${s}S`
    const [forth, back] = [parseDuration(text), parseDuration(`-${text}`)]
    expect(forth?.months).toBe(y * 12 + m)
    expect(forth?.days).toBe(w * 7 + d)
    expect(forth?.millis).toBe(((h * 60 + min) * 60 + s) * 1000)
    for (const part of ['months', 'days', 'millis'] as const) {
      expect((forth?.[part] ?? 0) + (back?.[part] ?? 0)).toBe(0)
    }
  },
)

test.prop([instants, zones, millis.map((length) => length % (5 * 365 * DAY))])(
  'elapsed time is the same in every zone',
  (at, zone, length) => {
    expect(addDuration(at, length, zone)).toBe(at + length)
  },
)

test.prop([instants, zones, fc.integer({ min: -700, max: 700 })])(
  'days keep the time of day, unless the clock skips it',
  (at, id, days) => {
    const zone = zoneOf(id)
    const wanted = localTimeAt(zone, at) + days * DAY
    const moved = addDuration(at, `${days < 0 ? '-' : ''}P${Math.abs(days)}D`, zone)
    if (days === 0) expect(moved).toBe(at)
    else if (localTimeKind(zone, wanted) === 'skipped') {
      expect(zone.nextTransition(moved - 1)).toBe(moved)
    } else expect(localTimeAt(zone, moved)).toBe(wanted)
  },
)

test.prop([instants, zones, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3 * DAY })])(
  'moved by as many months, what the clock shows later is not earlier, unless the month lacks the day',
  (at, zone, months, later) => {
    const [first, second] = [localTimeAt(zone, at), localTimeAt(zone, at + later)]
    fc.pre(first < second && [first, second].every((local) => civil(dayOfLocal(local)).day <= 28))
    const moved = addDuration(at, `P${months}M`, zone)
    expect(addDuration(at + later, `P${months}M`, zone)).toBeGreaterThanOrEqual(moved)
  },
)
