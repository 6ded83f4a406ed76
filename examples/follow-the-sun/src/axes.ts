import { DAY_MILLIS, type Interval, zoneOf } from '@holdfast/kernel'
import type { Axis } from './charts/chart.ts'
import { dateIn, dayIn, timeIn } from './format.ts'
import type { SitePicture } from './picture.ts'

/** More weeks than these are named by month, fewer days than these one by one. */
const [MANY_DAYS, FEW_DAYS] = [130, 15] as const
const HALF_DAY = DAY_MILLIS / 2
const MONDAY = 4 * DAY_MILLIS

/** The dates of UTC over a long span: Mondays, the first of each month, or every day. */
export function dateAxis(span: Interval): Axis {
  const days = (span.to - span.from) / DAY_MILLIS
  const all = Array.from({ length: days }, (_, nth) => span.from + nth * DAY_MILLIS)
  const isNamed = (at: number) => {
    if (days > MANY_DAYS) return dateIn('UTC', at).startsWith('1 ')
    return days <= FEW_DAYS || (at - MONDAY) % (7 * DAY_MILLIS) === 0
  }
  const ticks = all.filter(isNamed).map((at) => ({ at, label: dateIn('UTC', at) }))
  return { name: 'UTC', ticks }
}

/** Twice a day, what the clocks of UTC and of every site show; those that have moved stand out. */
export function clockAxes(span: Interval, sites: readonly SitePicture[]): readonly Axis[] {
  const instants = Array.from(
    { length: Math.ceil((span.to - span.from) / HALF_DAY) },
    (_, nth) => span.from + nth * HALF_DAY,
  )
  const days = instants
    .filter((at) => at % DAY_MILLIS === 0)
    .map((at) => ({ at, label: dayIn('UTC', at) }))
  const utc = instants.map((at) => ({ at, label: timeIn('UTC', at) }))
  const local = sites.map(({ site, timeZone }): Axis => {
    const zone = zoneOf(timeZone)
    const ticks = instants.map((at) => ({
      at,
      label: timeIn(timeZone, at),
      isMoved: zone.offsetAt(at) !== zone.offsetAt(span.from),
    }))
    return { name: site, ticks }
  })
  return [{ name: '', ticks: days }, { name: 'UTC', ticks: utc }, ...local]
}
