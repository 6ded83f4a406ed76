import { describe, expect, test } from 'vitest'
import { formatInstant, isTimeZone, MAX_INSTANT, MIN_INSTANT, zoneOf } from '../src/index.ts'
import { codeOf } from './expectations.ts'
import { HARD_ZONE_YEARS } from './hard-zones.ts'
import { transitionsBetween, wallClock } from './wall-clock.ts'

const HOUR = 3_600_000

describe('the offset of every hour is the one Intl shows on the clock', () => {
  test.each(HARD_ZONE_YEARS)('in $zone, $years', ({ zone: id, from, to }) => {
    const [zone, clock] = [zoneOf(id), wallClock(id)]
    const wrong: string[] = []
    for (let at = from; at < to; at += HOUR) {
      if (zone.offsetAt(at) !== clock.offsetAt(at)) wrong.push(formatInstant(at))
    }
    expect(wrong).toEqual([])
  })
})

describe('every change of the offset is found, to the second', () => {
  test.each(HARD_ZONE_YEARS)('in $zone, $years', ({ zone: id, from, to }) => {
    const [zone, clock] = [zoneOf(id), wallClock(id)]
    const expected = transitionsBetween(clock, from, to, HOUR)
    const found: number[] = []
    for (
      let at = zone.nextTransition(from);
      at !== null && at <= to;
      at = zone.nextTransition(at)
    ) {
      found.push(at)
    }
    expect(found.map(formatInstant)).toEqual(expected.map(formatInstant))
    for (const change of expected) {
      expect(zone.offsetAt(change - 1)).toBe(clock.offsetAt(change - 1))
      expect(zone.offsetAt(change)).toBe(clock.offsetAt(change))
    }
  })
})

describe('the change in question', () => {
  test.each([
    ['Europe/Zurich', '2024-03-31T01:00:00.000Z', 1, 2],
    ['Europe/Zurich', '2024-10-27T01:00:00.000Z', 2, 1],
    ['Australia/Lord_Howe', '2024-04-06T15:00:00.000Z', 11, 10.5],
    ['Asia/Kathmandu', '1985-12-31T18:30:00.000Z', 5.5, 5.75],
    ['Pacific/Apia', '2011-12-30T10:00:00.000Z', -10, 14],
    ['America/Argentina/Tucuman', '2004-06-01T03:00:00.000Z', -3, -4],
    ['America/Argentina/Tucuman', '2004-06-13T04:00:00.000Z', -4, -3],
    ['Africa/Monrovia', '1972-01-07T00:44:30.000Z', -2670 / 3600, 0],
    ['Antarctica/Troll', '2024-03-31T01:00:00.000Z', 0, 2],
  ])('in %s at %s goes from %d to %d hours', (id, text, before, after) => {
    const [zone, change] = [zoneOf(id), Date.parse(text)]
    expect(zone.nextTransition(change - 1)).toBe(change)
    expect(zone.offsetAt(change - 1)).toBe(before * HOUR)
    expect(zone.offsetAt(change)).toBe(after * HOUR)
  })
})

describe('a zone without changes', () => {
  test('has none to come', () => {
    expect(zoneOf('UTC').nextTransition(MIN_INSTANT)).toBeNull()
    expect(zoneOf('Asia/Kathmandu').nextTransition(Date.UTC(1986, 0, 1))).toBeNull()
  })

  test('has the same offset at both ends of the range and beyond', () => {
    const zone = zoneOf('Asia/Tokyo')
    for (const at of [MIN_INSTANT, MAX_INSTANT, MIN_INSTANT - 40 * HOUR, MAX_INSTANT + 40 * HOUR]) {
      expect(zone.offsetAt(at)).toBe(9 * HOUR)
    }
  })
})

describe('what is a time zone', () => {
  test.each(['Europe/Zurich', 'UTC', 'Etc/GMT+5', 'EST5EDT', 'America/Argentina/Tucuman'])(
    '%s is one',
    (id) => {
      expect(isTimeZone(id)).toBe(true)
      expect(zoneOf(id).id).toBe(id)
    },
  )

  test.each([
    '',
    '+02:00',
    '-05',
    'undefined',
    'Europe',
    'Europe/Zürich',
    'Mars/Olympus',
    ' UTC',
    'UTC\n',
  ])('%j is none', (id) => {
    expect(isTimeZone(id)).toBe(false)
    expect(codeOf(() => zoneOf(id))).toBe('zone-unknown')
  })

  test('nothing at all is none, and never the zone of the process', () => {
    expect(codeOf(() => zoneOf(undefined as never))).toBe('zone-unknown')
    expect(codeOf(() => zoneOf(null as never))).toBe('zone-unknown')
  })

  test('a zone is found once and shared', () => {
    expect(zoneOf('Europe/Zurich')).toBe(zoneOf('Europe/Zurich'))
    expect(Object.isFrozen(zoneOf('Europe/Zurich'))).toBe(true)
  })
})

test('outside the range a zone keeps the offset of the end that is nearer', () => {
  const zurich = zoneOf('Europe/Zurich')
  const [early, late] = [Date.UTC(1900, 0, 1), Date.UTC(2200, 6, 1)]
  expect(zurich.offsetAt(early)).toBe(zurich.offsetAt(Date.UTC(1969, 11, 1)))
  expect(zurich.offsetAt(late)).toBe(zurich.offsetAt(Date.UTC(2101, 1, 28)))
  expect(zurich.nextTransition(early)).toBe(zurich.nextTransition(0))
  expect(zurich.nextTransition(late)).toBeNull()
})
