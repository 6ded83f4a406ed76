import {
  didYouMean,
  type Finding,
  type Interval,
  isTimeZone,
  quote,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import type { ScheduleReading } from './check-layers.ts'
import { momentIn } from './moment.ts'

type Path = (string | number)[]

/** The lists of a schedule whose entries last from one moment until another. */
const LISTS = ['coverRequests', 'overrides', 'fixed', 'shadows', 'absences'] as const

/** What is wrong with what departs from the layers: ids, spans, what is missing for a mode, layers, circles. */
export function changeFindings(reading: ScheduleReading): Finding[] {
  const { sound, finding } = reading
  const { timeZone, overrides = [], swaps = [] } = sound
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? zoneOf(timeZone) : undefined
  const findings: Finding[] = []
  const add = (code: string, message: string, path: Path, more: Partial<Finding> = {}) => {
    findings.push(finding({ code, message, path, ...more }))
  }
  const span = (
    one: Partial<Record<'from' | 'to', string | undefined>> | undefined,
    path: Path,
  ) => {
    const its = spanOf(one, zone)
    if (its === undefined || its.from < its.to) return
    add('span-empty', 'it ends before it begins, or at once', [...path, 'to'], { found: one?.to })
  }

  for (const list of LISTS) {
    for (const [nth, one] of (sound[list] ?? []).entries()) span(one, [list, nth])
  }
  for (const [nth, one] of (sound.fixed ?? []).entries()) {
    for (const [place, shift] of (one?.shifts ?? []).entries())
      span(shift, ['fixed', nth, 'shifts', place])
  }
  for (const [nth, swap] of swaps.entries()) {
    for (const [place, one] of (swap?.during ?? []).entries())
      span(one, ['swaps', nth, 'during', place])
    const [a, b] = swap?.between ?? []
    if (a !== undefined && a === b) {
      add('swap-alone', `${a} changes places with nobody`, ['swaps', nth, 'between'])
    }
  }

  const seen = new Set<string>()
  for (const list of ['swaps', 'coverRequests', 'overrides', 'fixed', 'shadows'] as const) {
    for (const [nth, one] of (sound[list] ?? []).entries()) {
      if (one?.id === undefined) continue
      if (seen.has(one.id)) {
        add('id-duplicate', `two changes are called ${quote(one.id)}`, [list, nth, 'id'], {
          found: one.id,
        })
      }
      seen.add(one.id)
    }
  }

  const layers = (sound.layers ?? []).map((layer) => layer?.id).filter((id) => id !== undefined)
  for (const [nth, override] of overrides.entries()) {
    if (override === undefined) continue
    const { mode, person, by, layer } = override
    const path: Path = ['overrides', nth]
    if (mode === 'add' && person === undefined) add('person-missing', 'nobody is added', path)
    if (mode === 'replace' && by === undefined) {
      add('person-missing', 'nobody comes instead: give `by`, or mode `remove`', path)
    }
    if ((mode === 'add' || mode === 'remove') && by !== undefined) {
      add('by-unfit', `\`by\` is for mode replace, not ${mode}`, [...path, 'by'], { found: by })
    }
    if (mode === 'replace' && person !== undefined && person === by) {
      add('replace-self', `${person} is replaced by themselves`, [...path, 'by'], { found: by })
    }
    if (layer !== undefined && !layers.includes(layer)) {
      const near = didYouMean(layer, layers)
      const more = { found: layer, expected: layers.join(', '), ...(near && { didYouMean: near }) }
      add('layer-unknown', `there is no layer ${quote(layer)}`, [...path, 'layer'], more)
    }
  }
  if (zone !== undefined) findings.push(...circleFindings(reading, zone))
  return findings
}

interface Cover extends Interval {
  readonly id: string
  readonly person: string
  readonly by: string
  readonly layer: string | undefined
  readonly path: Path
}

/** People who cover each other at the same time: nobody would be on duty, so nobody knows who is meant. */
function circleFindings({ sound, finding }: ScheduleReading, zone: Zone): Finding[] {
  const covers = [
    ...(sound.overrides ?? []).map((one, nth) => ({
      ...one,
      by: one?.mode === 'replace' ? one.by : undefined,
      path: ['overrides', nth],
    })),
    ...(sound.coverRequests ?? []).map((one, nth) => ({
      ...one,
      layer: undefined,
      by: one?.takenBy,
      path: ['coverRequests', nth],
    })),
  ].flatMap(({ id, person, by, layer, path, ...rest }): Cover[] => {
    const span = spanOf(rest, zone)
    if (id === undefined || person === undefined || by === undefined || person === by) return []
    return span === undefined ? [] : [{ id, person, by, layer, path, ...span }]
  })
  const byPerson = new Map<string, Cover[]>()
  for (const cover of covers) {
    byPerson.set(cover.person, [...(byPerson.get(cover.person) ?? []), cover])
  }
  return covers.flatMap((start) => {
    const circle = circleFrom(start, byPerson)
    // Told once, at the cover whose id is first.
    if (circle === undefined || circle.some(({ id }) => id < start.id)) return []
    const names = [...circle.map(({ person }) => person), start.person].join(' by ')
    const message = `people cover each other in a circle: ${names}`
    const found = circle.map(({ id }) => id).join(', ')
    return [finding({ code: 'override-circle', message, path: start.path, found })]
  })
}

/** The way from a cover back to whom it covers, while all of them last. */
function circleFrom(
  start: Cover,
  byPerson: ReadonlyMap<string, readonly Cover[]>,
): readonly Cover[] | undefined {
  const ways: (readonly Cover[])[] = [[start]]
  const tried = new Set<Cover>()
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const last = way.at(-1) as Cover
    if (last.by === start.person) return way
    for (const next of byPerson.get(last.by) ?? []) {
      if (tried.has(next) || !way.every((one) => canMeet(one, next))) continue
      tried.add(next)
      ways.push([...way, next])
    }
  }
  return undefined
}

function canMeet(a: Cover, b: Cover): boolean {
  const isSamePlace = a.layer === undefined || b.layer === undefined || a.layer === b.layer
  return isSamePlace && a.from < b.to && b.from < a.to
}

function spanOf(
  one: Partial<Record<'from' | 'to', string | undefined>> | undefined,
  zone: Zone | undefined,
): Interval | undefined {
  if (one?.from === undefined || one.to === undefined || zone === undefined) return undefined
  return { from: momentIn(zone, one.from), to: momentIn(zone, one.to) }
}
