import { describe, expect, test } from 'vitest'
import {
  edgesUpTo,
  FIRST_DAY,
  formatInstant,
  formatLocalDateTime,
  LAST_DAY,
  localDayAt,
  localTimeAt,
  localTimeKind,
  resolveLocal,
  startOfDay,
  toEpochDay,
  toLocalDate,
  zoneOf,
} from '../src/index.ts'
import { codeOf } from './expectations.ts'
import { HARD_ZONE_YEARS } from './hard-zones.ts'
import { type WallClock, wallClock } from './wall-clock.ts'

const [MINUTE, HOUR] = [60_000, 3_600_000]

describe('a local time becomes an instant', () => {
  test.each([
    ['that exists once', 'Europe/Zurich', '2024-07-01T09:00', '2024-07-01T07:00:00.000Z', 'exact'],
    ['at 24:00', 'Europe/Zurich', '2024-07-01T24:00', '2024-07-01T22:00:00.000Z', 'exact'],
    ['before a gap', 'Europe/Zurich', '2024-03-31T01:59', '2024-03-31T00:59:00.000Z', 'exact'],
    [
      'where a gap begins',
      'Europe/Zurich',
      '2024-03-31T02:00',
      '2024-03-31T01:00:00.000Z',
      'skipped',
    ],
    ['inside a gap', 'Europe/Zurich', '2024-03-31T02:30', '2024-03-31T01:00:00.000Z', 'skipped'],
    ['where a gap ends', 'Europe/Zurich', '2024-03-31T03:00', '2024-03-31T01:00:00.000Z', 'exact'],
    [
      'before a repeated hour',
      'Europe/Zurich',
      '2024-10-27T01:59',
      '2024-10-26T23:59:00.000Z',
      'exact',
    ],
    [
      'where a repeated hour begins',
      'Europe/Zurich',
      '2024-10-27T02:00',
      '2024-10-27T00:00:00.000Z',
      'repeated',
    ],
    [
      'inside a repeated hour',
      'Europe/Zurich',
      '2024-10-27T02:30',
      '2024-10-27T00:30:00.000Z',
      'repeated',
    ],
    [
      'where a repeated hour ends',
      'Europe/Zurich',
      '2024-10-27T03:00',
      '2024-10-27T02:00:00.000Z',
      'exact',
    ],
    [
      'that New York repeats',
      'America/New_York',
      '2024-11-03T01:30',
      '2024-11-03T05:30:00.000Z',
      'repeated',
    ],
    [
      'in half an hour that is skipped',
      'Australia/Lord_Howe',
      '2024-10-06T02:15',
      '2024-10-05T15:30:00.000Z',
      'skipped',
    ],
    [
      'in half an hour that is repeated',
      'Australia/Lord_Howe',
      '2024-04-07T01:45',
      '2024-04-06T14:45:00.000Z',
      'repeated',
    ],
    [
      'at a midnight that is skipped',
      'America/Sao_Paulo',
      '2018-11-04T00:00',
      '2018-11-04T03:00:00.000Z',
      'skipped',
    ],
    [
      'on a day that is skipped',
      'Pacific/Apia',
      '2011-12-30T12:00',
      '2011-12-30T10:00:00.000Z',
      'skipped',
    ],
    [
      'at the midnight after a skipped day',
      'Pacific/Apia',
      '2011-12-31T00:00',
      '2011-12-30T10:00:00.000Z',
      'exact',
    ],
    [
      'in a gap of a quarter of an hour',
      'Asia/Kathmandu',
      '1986-01-01T00:10',
      '1985-12-31T18:30:00.000Z',
      'skipped',
    ],
    [
      'in a gap that ends on no whole minute',
      'Africa/Monrovia',
      '1972-01-07T00:30',
      '1972-01-07T00:44:30.000Z',
      'skipped',
    ],
    [
      'at the first instant',
      'Asia/Kathmandu',
      '1970-01-01T05:30',
      '1970-01-01T00:00:00.000Z',
      'exact',
    ],
  ])('%s: %s %s', (_, zone, local, instant, kind) => {
    expect(formatInstant(resolveLocal(zone, local))).toBe(instant)
    expect(localTimeKind(zone, local)).toBe(kind)
  })

  test('given as wall-clock milliseconds and with the zone at hand just the same', () => {
    const local = Date.UTC(2024, 6, 1, 9)
    expect(resolveLocal(zoneOf('Europe/Zurich'), local)).toBe(Date.UTC(2024, 6, 1, 7))
    expect(localTimeKind(zoneOf('Europe/Zurich'), local)).toBe('exact')
  })

  test.each(['2024-03-31', '09:00', '2024-02-30T09:00', '', Number.NaN, 0.5])(
    'and %j is refused, because it is none',
    (local) => {
      expect(codeOf(() => resolveLocal('Europe/Zurich', local))).toBe('local-time-invalid')
      expect(codeOf(() => localTimeKind('Europe/Zurich', local))).toBe('local-time-invalid')
    },
  )

  test('and a zone nobody knows is refused', () => {
    expect(codeOf(() => resolveLocal('Mars/Olympus', '2024-07-01T09:00'))).toBe('zone-unknown')
    expect(codeOf(() => localTimeAt('Mars/Olympus', 0))).toBe('zone-unknown')
  })
})

test('what the wall clock shows at an instant', () => {
  const at = Date.UTC(2024, 2, 31, 1)
  expect(formatLocalDateTime(localTimeAt('Europe/Zurich', at - 1))).toBe('2024-03-31T01:59:59.999')
  expect(formatLocalDateTime(localTimeAt('Europe/Zurich', at))).toBe('2024-03-31T03:00')
})

describe('around every change, each minute of the wall clock is the first instant that shows it or later', () => {
  test.each(HARD_ZONE_YEARS)('in $zone, $years', ({ zone: id, from, to }) => {
    const [zone, clock] = [zoneOf(id), wallClock(id)]
    const wrong: string[] = []
    for (let change = zone.nextTransition(from); change !== null && change < to; ) {
      const reach = Math.abs(zone.offsetAt(change) - zone.offsetAt(change - 1)) + HOUR
      const shown = readings(clock, change - 2 * reach, change + 2 * reach)
      const center = Math.round(clock.localAt(change) / MINUTE) * MINUTE
      for (let local = center - reach; local <= center + reach; local += MINUTE) {
        const kind = (['skipped', 'exact', 'repeated'] as const)[shown.times(local)]
        const isRight =
          resolveLocal(zone, local) === shown.first(local) && localTimeKind(zone, local) === kind
        if (!isRight) wrong.push(formatLocalDateTime(local))
      }
      change = zone.nextTransition(change)
    }
    expect(wrong).toEqual([])
  })
})

/** What the clock shows, read every half minute: no offset since 1970 is finer. */
function readings(clock: WallClock, from: number, to: number) {
  const [instants, highest, times] = [[] as number[], [] as number[], new Map<number, number>()]
  for (let at = from; at <= to; at += MINUTE / 2) {
    const local = clock.localAt(at)
    instants.push(at)
    highest.push(Math.max(local, highest.at(-1) ?? local))
    times.set(local, (times.get(local) ?? 0) + 1)
  }
  return {
    /** How often the clock showed a time. */
    times: (local: number) => times.get(local) ?? 0,
    /** The first instant at which it showed a time or a later one. */
    first: (local: number) => instants[edgesUpTo(highest, local - 1)],
  }
}

describe('a local date', () => {
  test('is the one on the wall when an instant comes', () => {
    const newYearInTokyo = Date.UTC(2024, 11, 31, 15)
    expect(toLocalDate(localDayAt('Asia/Tokyo', newYearInTokyo))).toBe('2025-01-01')
    expect(toLocalDate(localDayAt('Asia/Tokyo', newYearInTokyo - 1))).toBe('2024-12-31')
    expect(localDayAt(zoneOf('Asia/Tokyo'), newYearInTokyo)).toBe(toEpochDay('2025-01-01'))
  })

  test('begins at its midnight, or where the clock goes on from a midnight that it skips', () => {
    const begins = (zone: string, date: string) => formatInstant(startOfDay(zone, toEpochDay(date)))
    expect(begins('Europe/Zurich', '2024-03-31')).toBe('2024-03-30T23:00:00.000Z')
    expect(begins('America/Sao_Paulo', '2018-11-04')).toBe('2018-11-04T03:00:00.000Z')
  })

  test('that a zone left out begins with the next one', () => {
    const [left, next] = [toEpochDay('2011-12-30'), toEpochDay('2011-12-31')]
    expect(startOfDay('Pacific/Apia', left)).toBe(startOfDay('Pacific/Apia', next))
  })

  test('lies between the first and the last of the range, in UTC', () => {
    expect([FIRST_DAY, LAST_DAY].map(toLocalDate)).toEqual(['1970-01-01', '2100-12-31'])
  })
})
