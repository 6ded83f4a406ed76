import type { Calendar } from '@holdfast/calendar'
import {
  DAY_MILLIS,
  type DocumentReading,
  didYouMean,
  type Finding,
  isTimeZone,
  parseDuration,
  quote,
  type Sound,
  toPointer,
  zoneOf,
} from '@holdfast/kernel'
import type { ReadLayer, ReadRotation, ReadSchedule } from './document.ts'
import { momentIn } from './moment.ts'

export type ScheduleReading = DocumentReading<ReadSchedule>

type Path = (string | number)[]
type IsWrong = (path: Path) => boolean
type Add = (code: string, message: string, path: Path, more?: Partial<Finding>) => void

/** What is wrong with layers: their ids, calendars, and rotations. */
export function layerFindings(
  { sound, finding, findings: ofShape }: ScheduleReading,
  calendars: Readonly<Record<string, Calendar>>,
): Finding[] {
  const findings: Finding[] = []
  // What is there and has the wrong shape is not missing.
  const wrong = new Set(ofShape.map(({ pointer }) => pointer))
  const isWrong: IsWrong = (path) => wrong.has(toPointer(path))
  const add: Add = (code, message, path, more = {}) => {
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
    rotationFindings(layer.rotation, sound.timeZone, [...path, 'rotation'], add, isWrong)
  }
  return findings
}

function rotationFindings(
  rotation: Sound<ReadLayer>['rotation'],
  timeZone: string | undefined,
  path: Path,
  add: Add,
  isWrong: IsWrong,
): void {
  if (rotation === undefined) return
  const { members, rosters, first, clock, monthDay } = rotation
  const areWrong = isWrong([...path, 'members']) || isWrong([...path, 'rosters'])
  if (members === undefined && rosters === undefined && !areWrong) {
    add('roster-missing', 'nobody takes turns: give members, or rosters', path)
  }
  if (members !== undefined && rosters !== undefined) {
    add('roster-twice', 'members are given twice: as such, and in rosters', [...path, 'members'])
  }
  const count = (members ?? rosters?.[0]?.members)?.length
  if (first !== undefined && count !== undefined && first >= count) {
    const expected = `0 to ${count - 1}`
    add('first-unknown', `there is no member number ${first}`, [...path, 'first'], { expected })
  }
  const parts = lengthsOf(rotation.every).map(parseLength)
  const hasMonths = parts.some((part) => part.months > 0)
  if (hasMonths && parts.some((part) => part.months === 0)) {
    add('length-mixed', 'months come round with months only', [...path, 'every'])
  }
  if (hasMonths && clock === 'elapsed') {
    add('clock-unfit', 'months have no length that could pass', [...path, 'clock'])
  }
  if (!hasMonths && parts.length > 0 && monthDay !== undefined) {
    add('month-day-unfit', 'only turns of months begin on a day of the month', [
      ...path,
      'monthDay',
    ])
  }
  if (typeof monthDay === 'object' && monthDay?.nth === 0) {
    add('month-day-unfit', 'no weekday is number 0 of its month', [...path, 'monthDay', 'nth'])
  }
  dutyFindings(rotation.duty, parts, [...path, 'duty'], add)
  rosterFindings(rosters, timeZone, [...path, 'rosters'], add, isWrong)
}

function dutyFindings(
  duty: string | undefined,
  parts: readonly Length[],
  path: Path,
  add: Add,
): void {
  if (duty === undefined) return
  const length = parseLength(duty)
  if (length.months > 0) {
    add('duty-unfit', 'a duty lasts hours, days or weeks', path, { found: duty })
  } else if (parts.some(({ months, millis }) => months === 0 && millis < length.millis)) {
    const message = 'the duty is longer than a turn, and ends with it'
    add('duty-longer', message, path, { severity: 'warning', found: duty })
  }
}

function rosterFindings(
  rosters: Sound<NonNullable<ReadRotation['rosters']>> | undefined,
  timeZone: string | undefined,
  path: Path,
  add: Add,
  isWrong: IsWrong,
): void {
  const zone = timeZone !== undefined && isTimeZone(timeZone) ? zoneOf(timeZone) : undefined
  const seen = new Set<string>()
  let last = Number.NEGATIVE_INFINITY
  for (const [nth, roster] of (rosters ?? []).entries()) {
    if (roster === undefined) continue
    const { id, from } = roster
    if (id !== undefined && seen.has(id)) {
      add('id-duplicate', `there are two rosters ${quote(id)}`, [...path, nth, 'id'], { found: id })
    }
    if (id !== undefined) seen.add(id)
    if (nth > 0 && from === undefined && !isWrong([...path, nth, 'from'])) {
      add('roster-undated', 'only the first roster needs no date', [...path, nth])
    }
    if (nth === 0 && from !== undefined) {
      const message = 'the first roster holds from the beginning; its date changes nothing'
      add('roster-dated', message, [...path, nth, 'from'], { severity: 'warning' })
    }
    if (nth === 0 || from === undefined || zone === undefined) continue
    const at = momentIn(zone, from)
    if (at <= last) {
      add('roster-order', 'it comes before the roster above it', [...path, nth, 'from'], {
        found: from,
      })
    }
    last = at
  }
}

interface Length {
  readonly months: number
  readonly millis: number
}

function parseLength(text: string): Length {
  const { months = 0, days = 0, millis = 0 } = parseDuration(text) ?? {}
  return { months, millis: days * DAY_MILLIS + millis }
}

function lengthsOf(every: string | readonly (string | undefined)[] | undefined): readonly string[] {
  if (every === undefined) return []
  return (typeof every === 'string' ? [every] : every).filter((text) => text !== undefined)
}
