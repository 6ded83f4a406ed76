import { quote, rangeError } from './errors.ts'
import type { Instant } from './instant.ts'
import { DAY_MILLIS, type EpochDay } from './local-date.ts'
import { dayOfLocal, type LocalMillis, parseLocalDateTime } from './local-time.ts'
import { type Zone, zoneOf } from './zone.ts'

/** More than any offset from UTC, so that every instant a local time can mean lies within it. */
const REACH = 16 * 3_600_000

/** What the clocks of a zone do with a local time. */
export type LocalTimeKind = 'exact' | 'repeated' | 'skipped'

/**
 * The instant of a local time: the only place in the library where a wall clock becomes an instant.
 *
 * **Ties**: a repeated local time is its first occurrence, a skipped one the end of the gap, for starts and ends
 * alike, so that windows that touch on the wall clock touch in time, and order is kept.
 * Throws `RangeError` `zone-unknown` and `local-time-invalid`.
 *
 * @param zone an IANA id, or the `Zone` where many times are resolved
 * @param local wall-clock milliseconds, or a text such as `2024-03-31T02:30`
 */
export function resolveLocal(zone: string | Zone, local: LocalMillis | string): Instant {
  const inZone = typeof zone === 'string' ? zoneOf(zone) : zone
  const wall = toLocalMillis(local)
  const before = inZone.offsetAt(wall - REACH)
  const after = inZone.offsetAt(wall + REACH)
  if (before === after) return wall - before
  const change = inZone.nextTransition(wall - REACH) as Instant
  return wall - before < change ? wall - before : Math.max(change, wall - after)
}

/** Whether a local time exists once, twice (the clock was put back) or not at all (put forward). */
export function localTimeKind(zone: string | Zone, local: LocalMillis | string): LocalTimeKind {
  const inZone = typeof zone === 'string' ? zoneOf(zone) : zone
  const wall = toLocalMillis(local)
  const at = resolveLocal(inZone, wall)
  if (localTimeAt(inZone, at) !== wall) return 'skipped'
  const change = inZone.nextTransition(at)
  if (change === null) return 'exact'
  // After the change, the clock shows the same once more when it is put back far enough.
  return wall - inZone.offsetAt(change) >= change ? 'repeated' : 'exact'
}

/** What the wall clock of a zone shows at an instant. */
export function localTimeAt(zone: string | Zone, at: Instant): LocalMillis {
  return at + (typeof zone === 'string' ? zoneOf(zone) : zone).offsetAt(at)
}

/** The local date on which an instant falls. */
export function localDayAt(zone: string | Zone, at: Instant): EpochDay {
  return dayOfLocal(localTimeAt(zone, at))
}

/** When a local date begins. One that the zone left out begins and ends when the next begins. */
export function startOfDay(zone: string | Zone, day: EpochDay): Instant {
  return resolveLocal(zone, day * DAY_MILLIS)
}

function toLocalMillis(local: LocalMillis | string): LocalMillis {
  const millis = typeof local === 'string' ? parseLocalDateTime(local) : local
  if (millis === undefined || !Number.isInteger(millis)) {
    throw rangeError(
      'local-time-invalid',
      `${quote(local)} is not a local time such as "2024-03-31T02:30"`,
    )
  }
  return millis
}
