import type { Finding, Interval, Zone } from '@holdfast/kernel'
import type { ScheduleReading } from './check-layers.ts'
import { momentIn } from './moment.ts'

interface Cover extends Interval {
  readonly id: string
  readonly person: string
  readonly by: string
  readonly layer: string | undefined
  readonly seat: number | undefined
  readonly path: (string | number)[]
}

/**
 * People who cover each other at the same time: nobody would be on duty, so nobody knows who is meant. Covers that hold
 * at one time all hold when the last of them begins, so each is asked about for its own beginning.
 */
export function circleFindings(reading: ScheduleReading, zone: Zone): Finding[] {
  const covers = coversOf(reading, zone)
  const told = new Set<string>()
  return covers.flatMap((start) => {
    const circle = circleThrough(start, covers)
    if (circle === undefined) return []
    const found = circle.map(({ id }) => id).sort()
    if (told.has(found.join())) return []
    told.add(found.join())
    const names = [...circle.map(({ person }) => person), start.person].join(' by ')
    const message = `people cover each other in a circle: ${names}`
    const first = circle.find(({ id }) => id === found[0]) ?? start
    const { finding } = reading
    return [
      finding({ code: 'override-circle', message, path: first.path, found: found.join(', ') }),
    ]
  })
}

function coversOf({ sound }: ScheduleReading, zone: Zone): readonly Cover[] {
  const { overrides = [], coverRequests = [] } = sound
  const all = [
    ...overrides.map((one, nth) => {
      const by = one?.mode === 'replace' ? one.by : undefined
      return { ...one, by, path: ['overrides', nth] }
    }),
    ...coverRequests.map((one, nth) => {
      return {
        ...one,
        layer: undefined,
        seat: undefined,
        by: one?.takenBy,
        path: ['coverRequests', nth],
      }
    }),
  ]
  return all.flatMap(({ id, person, by, layer, seat, path, from, to }): Cover[] => {
    if (id === undefined || person === undefined || by === undefined || person === by) return []
    if (from === undefined || to === undefined) return []
    const span = { from: momentIn(zone, from), to: momentIn(zone, to) }
    return [{ id, person, by, layer, seat, path, ...span }]
  })
}

/** The way from a cover back to whom it covers, by covers that hold when it begins, in one place. */
function circleThrough(start: Cover, covers: readonly Cover[]): readonly Cover[] | undefined {
  const active = covers.filter(({ from, to }) => from <= start.from && start.from < to)
  // Covers in one place are asked about once: hundreds at a time would take minutes otherwise.
  const places = new Map(active.map((cover) => [JSON.stringify([cover.layer, cover.seat]), cover]))
  for (const place of places.values()) {
    const isOn = (cover: Cover) =>
      (cover.layer === undefined || cover.layer === place.layer) &&
      (cover.seat === undefined || cover.seat === place.seat)
    if (!isOn(start)) continue
    const circle = wayBack(start, active.filter(isOn))
    if (circle !== undefined) return circle
  }
  return undefined
}

function wayBack(start: Cover, active: readonly Cover[]): readonly Cover[] | undefined {
  const ways: (readonly Cover[])[] = [[start]]
  const tried = new Set<Cover>([start])
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const { by } = way.at(-1) as Cover
    if (by === start.person) return way
    for (const next of active) {
      if (next.person !== by || tried.has(next)) continue
      tried.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}
