import { parseDuration, parseLocalDate, weekdayOf } from '@holdfast/kernel'
import type { ReadLayer, ReadRotation, ReadTurnHolder } from '../document.ts'
import { membersOf } from '../member.ts'
import { escaped, list } from './markdown.ts'

type NameOf = (person: string) => string

/** A layer in words: its rotation, when there is duty, and who takes turns. */
export function layerWords(layer: ReadLayer, timeZone: string, nameOf: NameOf): string {
  const { id, title, priority = 0, rotation, restrictions, calendar } = layer
  const zone = rotation.timeZone ?? timeZone
  const lines = [
    `turns of ${lengthsOf(rotation)}, handed over ${handOver(rotation)} by the clock of ${zone}${
      rotation.clock === 'elapsed' ? ', then after the same time whatever the clocks do' : ''
    }`,
    ...(rotation.duty === undefined ? [] : [`on duty for ${lengthWords(rotation.duty)} of each`]),
    ...(restrictions ?? []).map(restrictionWords),
    ...(calendar === undefined ? [] : [`in the open time of ${calendar}`]),
    ...rostersOf(rotation, nameOf),
  ]
  return [`**${escaped(title ?? id)}** (priority ${priority})`, '', list(lines.map(escaped))].join(
    '\n',
  )
}

function lengthsOf({ every }: ReadRotation): string {
  return (Array.isArray(every) ? every : [every]).map(lengthWords).join(', then ')
}

/** `P1W`: 1 week. Other lengths than the rotation's, such as minutes, as they are written. */
function lengthWords(text: string): string {
  const { months, days, millis } = parseDuration(text) ?? { months: 0, days: 0, millis: 0 }
  if (months > 0) return counted(months, 'month')
  if (days > 0) return days % 7 === 0 ? counted(days / 7, 'week') : counted(days, 'day')
  return millis % HOUR === 0 ? counted(millis / HOUR, 'hour') : text
}

const HOUR = 3_600_000

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

const WEEKDAY_NAMES: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** Weeks hand over on a weekday, months on a day, anything else at a time counted from the anchor. */
function handOver({ every, anchor, monthDay }: ReadRotation): string {
  const [date = '', time = ''] = anchor.split('T')
  const parts = (Array.isArray(every) ? every : [every]).map(parseDuration)
  if (parts.every((part) => part !== undefined && part.days > 0 && part.days % 7 === 0)) {
    const day = parseLocalDate(date)
    return `on ${day === undefined ? date : WEEKDAY_NAMES[weekdayOf(day)]} at ${time}`
  }
  if (parts.every((part) => part !== undefined && part.months > 0)) {
    if (monthDay === 'last') return `on the last day of the month at ${time}`
    if (typeof monthDay === 'object') {
      return `on ${WEEKDAY_NAMES[monthDay.weekday]} number ${monthDay.nth} of the month at ${time}`
    }
    return `on day ${Number(date.slice(-2))} of the month at ${time}`
  }
  return `at ${time}, counted from ${date}`
}

function restrictionWords({
  days,
  from,
  to,
  toDay,
}: NonNullable<ReadLayer['restrictions']>[number]) {
  const named = (days ?? []).map((day) => WEEKDAY_NAMES[day] ?? day)
  const on = days === undefined ? 'every day' : `on ${named.join(', ')}`
  return `${on} from ${from} to ${to}${toDay === undefined ? '' : ` on ${WEEKDAY_NAMES[toDay] ?? toDay}`}`
}

function rostersOf({ members, rosters }: ReadRotation, nameOf: NameOf): readonly string[] {
  const turns = (holders: readonly ReadTurnHolder[]) =>
    holders
      .map((holder) =>
        membersOf(holder)
          .map(({ person }) => nameOf(person))
          .join(' with '),
      )
      .join(', ')
  if (members !== undefined) return [`in turn: ${turns(members)}`]
  return (rosters ?? []).map(({ id, from, rollout, members: own }) => {
    const since = from === undefined ? '' : ` from ${from} (${rollout ?? 'afterCurrentTurn'})`
    return `in turn${since}, roster ${id}: ${turns(own)}`
  })
}
