import {
  addMonths,
  civil,
  DAY_MILLIS,
  daysInMonth,
  effectiveSpan,
  epochDayOf,
  type Instant,
  localTimeAt,
  parseDuration,
  parseLocalDateTime,
  parseLocalTime,
  resolveLocal,
  WEEKDAYS,
  weekdayIndex,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import type { ScheduleDocument } from '../src/index.ts'
import { type Seat, standing } from './oracle-changes.ts'
import { type Quarter, type Turn, walkRosters } from './oracle-rosters.ts'
import { QUARTER } from './oracle-time.ts'

type LayerDocument = ScheduleDocument['layers'][number]

/**
 * Who is on duty at every quarter of an hour in `[from, to)`, found the plainest way: by walking quarter by quarter. All
 * that is local hangs on the latest time that a clock has shown so far. So a time that comes twice counts at its first
 * occurrence, and one that is skipped when the clock has gone past it.
 */
export function onDutyByQuarters(document: ScheduleDocument, from: Instant, to: Instant) {
  const zone = zoneOf(document.timeZone)
  const whole = effectiveSpan(document.effective, zone)
  const layers = document.layers.map((layer) => walkLayer(layer, document.timeZone, from, to))
  const answers = []
  for (let at = from; at < to; at += QUARTER) {
    const seats = at >= whole.from && at < whole.to ? layers.flatMap((seatsAt) => seatsAt(at)) : []
    const isIn = at >= whole.from && at < whole.to
    answers.push(isIn ? standing(document, zone, seats, at) : [])
  }
  return answers
}

/** Walks from well before the anchor and the span until after both, and remembers whose quarter each is. */
function walkLayer(layer: LayerDocument, timeZone: string, from: Instant, to: Instant) {
  const { rotation, effective } = layer
  const zone = zoneOf(rotation.timeZone ?? timeZone)
  const anchor = resolveLocal(zone, rotation.anchor)
  const margin = String(rotation.every).includes('M') ? 75 : 30
  const start = Math.floor(Math.min(anchor, from) / QUARTER) * QUARTER - margin * DAY_MILLIS
  const end = Math.max(anchor, to)
  const turnOf = turnsOf(rotation, zone)
  const isDuty = dutyOf(layer)
  const turns: Turn[] = []
  let shown = Number.NEGATIVE_INFINITY
  for (let at = start; at < end; at += QUARTER) {
    shown = Math.max(shown, localTimeAt(zone, at))
    const { turn, since } = turnOf(shown, at)
    if (turns.at(-1)?.turn !== turn) turns.push({ turn, from: at, quarters: [] })
    turns.at(-1)?.quarters.push(isDuty(shown, since))
  }
  const within = effectiveSpan(effective, zone)
  const holding = walkRosters(layer, zoneOf(rotation.timeZone ?? timeZone), turns)
  return (at: Instant): readonly Seat[] => {
    if (at < within.from || at >= within.to) return []
    const turn = turns.findLast((one) => one.from <= at) as Turn
    if (turn.quarters[(at - turn.from) / QUARTER] !== 'duty') return []
    const { members, roster } = holding(turn, at)
    return members.map((person, nth) => ({
      person,
      seat: members.length === 1 ? layer.id : `${layer.id}/${nth + 1}`,
      layer: layer.id,
      priority: layer.priority ?? 0,
      turn: turn.turn,
      roster,
    }))
  }
}

/** Which turn it is, and how long it has lasted on the clock of the rotation. */
function turnsOf(rotation: LayerDocument['rotation'], zone: Zone) {
  const { every, clock, monthDay } = rotation
  const lengths = (typeof every === 'string' ? [every] : every).map((text) => {
    const { months = 0, days = 0, millis = 0 } = parseDuration(text) ?? {}
    return { months, millis: days * DAY_MILLIS + millis }
  })
  const anchor = parseLocalDateTime(rotation.anchor) as number
  const isElapsed = clock === 'elapsed'
  const lengthOf = (turn: number) => {
    const length = lengths[((turn % lengths.length) + lengths.length) % lengths.length]
    return length as (typeof lengths)[number]
  }
  const isMonths = lengths.some(({ months }) => months > 0)
  const first = isMonths ? monthLater(anchor, 0, monthDay) : anchor
  const beginnings = new Map([[0, isElapsed ? resolveLocal(zone, anchor) : first]])
  const monthsTo = new Map([[0, 0]])
  /** Step by step from the anchor. */
  function begin(turn: number): number {
    const known = beginnings.get(turn)
    if (known !== undefined) return known
    const before = turn > 0 ? turn - 1 : turn + 1
    begin(before)
    const sign = turn > 0 ? 1 : -1
    const { months, millis } = lengthOf(turn > 0 ? before : turn)
    const sum = (monthsTo.get(before) as number) + sign * months
    monthsTo.set(turn, sum)
    const at = isMonths ? monthLater(anchor, sum, monthDay) : begin(before) + sign * millis
    beginnings.set(turn, at)
    return at
  }
  let turn = 0
  return (shown: number, at: Instant) => {
    const now = isElapsed ? at : shown
    while (begin(turn) > now) turn--
    while (begin(turn + 1) <= now) turn++
    return { turn, since: now - begin(turn) }
  }
}

function monthLater(
  anchor: number,
  months: number,
  monthDay: LayerDocument['rotation']['monthDay'],
): number {
  const day = Math.floor(anchor / DAY_MILLIS)
  const time = anchor - day * DAY_MILLIS
  const { year, month } = civil(addMonths(day, months))
  const all = Array.from({ length: daysInMonth(year, month) }, (_, nth) =>
    epochDayOf(year, month, nth + 1),
  )
  const wanted = typeof monthDay === 'object' ? monthDay : undefined
  const fit = all.filter(
    (one) => wanted === undefined || WEEKDAYS[weekdayIndex(one)] === wanted.weekday,
  )
  const nth = wanted?.nth ?? (monthDay === 'last' ? -1 : civil(day).day)
  const chosen = nth > 0 ? (fit[nth - 1] ?? fit.at(-1)) : (fit.at(nth) ?? fit[0])
  return (chosen as number) * DAY_MILLIS + time
}

/** Whether there is duty while a clock shows something, so long after the turn began. */
function dutyOf({ restrictions, rotation }: LayerDocument) {
  const { days = 0, millis = 0 } = parseDuration(rotation.duty ?? 'P99W') ?? {}
  const longest = days * DAY_MILLIS + millis
  return (shown: number, since: number): Quarter => {
    if (since >= longest) return 'over'
    const isIn = restrictions === undefined || restrictions.some((one) => isWithin(one, shown))
    return isIn ? 'duty' : 'excluded'
  }
}

function isWithin(
  { days, from, to, toDay }: NonNullable<LayerDocument['restrictions']>[number],
  shown: number,
): boolean {
  const today = Math.floor(shown / DAY_MILLIS)
  for (let day = today - 8; day <= today; day++) {
    if (days !== undefined && !days.includes(WEEKDAYS[weekdayIndex(day)] as 'mon')) continue
    const begin = day * DAY_MILLIS + (parseLocalTime(from) as number)
    const lasts = Array.from({ length: 9 }, (_, days) => day + days)
    const ends = lasts
      .filter((last) => toDay === undefined || WEEKDAYS[weekdayIndex(last)] === toDay)
      .map((last) => last * DAY_MILLIS + (parseLocalTime(to) as number))
    const end = ends.find((one) => one > begin) ?? begin
    if (begin <= shown && shown < end) return true
  }
  return false
}
