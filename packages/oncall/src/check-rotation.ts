import { DAY_MILLIS, isTimeZone, parseDuration, quote, type Sound, zoneOf } from '@holdfast/kernel'
import type { AddFinding, Path } from './add-finding.ts'
import { holderFindings } from './check-holders.ts'
import type { ReadLayer, ReadRotation } from './document.ts'
import { momentIn } from './moment.ts'

type IsWrong = (path: Path) => boolean

/** What is wrong with a rotation: who takes turns, how long these and their duty last, and its rosters. */
export function rotationFindings(
  rotation: Sound<ReadLayer>['rotation'],
  timeZone: string | undefined,
  path: Path,
  add: AddFinding,
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
  const isByWeekday = typeof monthDay === 'object'
  dutyFindings(rotation.duty, parts, isByWeekday, [...path, 'duty'], add)
  holderFindings(members, [...path, 'members'], add)
  for (const [nth, roster] of (rosters ?? []).entries()) {
    holderFindings(roster?.members, [...path, 'rosters', nth, 'members'], add)
  }
  rosterFindings(rosters, timeZone, [...path, 'rosters'], add, isWrong)
}

function dutyFindings(
  duty: string | undefined,
  parts: readonly Length[],
  isByWeekday: boolean,
  path: Path,
  add: AddFinding,
): void {
  if (duty === undefined) return
  const length = parseLength(duty)
  if (length.months > 0) {
    add('duty-unfit', 'a duty lasts hours, days or weeks', path, { found: duty })
  } else if (parts.some((part) => longestOf(part, isByWeekday) < length.millis)) {
    const message = 'the duty is longer than a turn, and ends with it'
    add('duty-longer', message, path, { severity: 'warning', found: duty })
  }
}

function rosterFindings(
  rosters: Sound<NonNullable<ReadRotation['rosters']>> | undefined,
  timeZone: string | undefined,
  path: Path,
  add: AddFinding,
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

/** No turn lasts longer: months have 31 days at most, and a weekday comes up to six days later in one than in another. */
function longestOf({ months, millis }: Length, isByWeekday: boolean): number {
  if (months === 0) return millis
  return (months * 31 + (isByWeekday ? 6 : 0)) * DAY_MILLIS
}

function lengthsOf(every: string | readonly (string | undefined)[] | undefined): readonly string[] {
  if (every === undefined) return []
  return (typeof every === 'string' ? [every] : every).filter((text) => text !== undefined)
}
