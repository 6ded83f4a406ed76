import { didYouMean, type Finding, isTimeZone, quote, zoneOf } from '@holdfast/kernel'
import { circleFindings } from './check-circles.ts'
import type { ScheduleReading } from './check-layers.ts'
import { swapFindings } from './check-swaps.ts'
import { spanIn } from './moment.ts'

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
    const its = spanIn(zone, one)
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
  }

  findings.push(...swapFindings(reading, zone))
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
    const { mode, person, by, layer, seat } = override
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
    if (seat === undefined) continue
    const seats = seatsOf(sound.layers, layer)
    if (layer === undefined || mode === 'add') {
      add('seat-unfit', 'a seat is one of a layer, whose turn is changed', [...path, 'seat'])
    } else if (seats !== undefined && seat > seats) {
      const more = { found: seat, expected: seats === 1 ? '1' : `1 to ${seats}` }
      add('seat-unknown', `${quote(layer)} has no seat ${seat}`, [...path, 'seat'], more)
    }
  }
  for (const [nth, request] of (sound.coverRequests ?? []).entries()) {
    const { person, takenBy } = request ?? {}
    if (person === undefined || person !== takenBy) continue
    const path = ['coverRequests', nth, 'takenBy']
    add('replace-self', `${person} covers themselves`, path, { found: takenBy })
  }
  if (zone !== undefined) findings.push(...circleFindings(reading, zone))
  return findings
}

/** How many have a turn of a layer together at most; `undefined` where that cannot be read. */
function seatsOf(layers: ScheduleReading['sound']['layers'], id: string | undefined) {
  const rotation = layers?.find((layer) => layer?.id === id)?.rotation
  const holders = [rotation, ...(rotation?.rosters ?? [])].flatMap((one) => one?.members ?? [])
  if (holders.length === 0) return undefined
  return Math.max(...holders.map((holder) => (Array.isArray(holder) ? holder.length : 1)))
}
