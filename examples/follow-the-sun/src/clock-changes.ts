import { type Instant, type Interval, zoneOf } from '@holdfast/kernel'
import type { Mark } from './charts/chart.ts'
import { dateIn, hours } from './format.ts'
import type { Picture } from './picture.ts'

/** An instant at which clocks change. */
export interface ClockChange {
  readonly at: Instant
  /** `Sydney forward 1 h, 3 Oct` */
  readonly label: string
}

/** The clock changes at the sites of a picture, in order. */
export function clockChangesOf({ roles, sites }: Picture): readonly ClockChange[] {
  const changed = new Map<Instant, Set<string>>()
  for (const { from, changed: zones } of roles.flatMap(({ coverage }) => coverage.phases)) {
    if (zones.length === 0) continue
    changed.set(from, new Set([...(changed.get(from) ?? []), ...zones]))
  }
  return [...changed]
    .sort(([a], [b]) => a - b)
    .map(([at, zones]) => {
      const there = sites.filter(({ timeZone }) => zones.has(timeZone))
      const names = there.map(({ site }) => site)
      const [zone] = [...there.map(({ timeZone }) => timeZone), ...zones]
      return {
        at,
        label: `${(names.length > 0 ? names : [...zones]).join(', ')} ${moved(zone as string, at)}`,
      }
    })
}

/** Those within a span, as they are marked in drawings. */
export function marksIn(changes: readonly ClockChange[], { from, to }: Interval): readonly Mark[] {
  return changes.filter(({ at }) => at >= from && at < to)
}

function moved(timeZone: string, at: Instant): string {
  const zone = zoneOf(timeZone)
  const by = zone.offsetAt(at) - zone.offsetAt(at - 1)
  return `${by > 0 ? 'forward' : 'back'} ${hours(Math.abs(by))}, ${dateIn(timeZone, at)}`
}
