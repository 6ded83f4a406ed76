import type { Calendar } from '@holdfast/calendar'
import { type DocumentReading, didYouMean, type Finding, quote, toPointer } from '@holdfast/kernel'
import type { AddFinding, Path } from './add-finding.ts'
import { rotationFindings } from './check-rotation.ts'
import type { ReadSchedule } from './document.ts'

export type ScheduleReading = DocumentReading<ReadSchedule>

/** What is wrong with layers: their ids, calendars, and rotations. */
export function layerFindings(
  { sound, finding, findings: ofShape }: ScheduleReading,
  calendars: Readonly<Record<string, Calendar>>,
): Finding[] {
  const findings: Finding[] = []
  // What is there and has the wrong shape is not missing.
  const wrong = new Set(ofShape.map(({ pointer }) => pointer))
  const isWrong = (path: Path) => wrong.has(toPointer(path))
  const add: AddFinding = (code, message, path, more = {}) => {
    findings.push(finding({ code, message, path, ...more }))
  }
  const known = Object.keys(calendars)
  const seen = new Set<string>()
  for (const [nth, layer] of (sound.layers ?? []).entries()) {
    if (layer === undefined) continue
    const path: Path = ['layers', nth]
    const { id, calendar } = layer
    if (id !== undefined && seen.has(id)) {
      add('id-duplicate', `there are two layers ${quote(id)}`, [...path, 'id'], { found: id })
    }
    if (id !== undefined) seen.add(id)
    if (calendar !== undefined && !known.includes(calendar)) {
      const near = didYouMean(calendar, known)
      const more = {
        found: calendar,
        expected: known.join(', '),
        ...(near && { didYouMean: near }),
      }
      add(
        'calendar-unknown',
        `there is no calendar ${quote(calendar)}`,
        [...path, 'calendar'],
        more,
      )
    }
    for (const [place, restriction] of (layer.restrictions ?? []).entries()) {
      if (restriction?.days?.length !== 0) continue
      const at = [...path, 'restrictions', place, 'days']
      add('days-empty', 'it begins on no day, so it allows no duty', at, { severity: 'warning' })
    }
    rotationFindings(layer.rotation, sound.timeZone, [...path, 'rotation'], add, isWrong)
  }
  return findings
}
