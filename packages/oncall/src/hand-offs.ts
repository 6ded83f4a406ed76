import {
  addMonths,
  civil,
  DAY_MILLIS,
  dayOfLocal,
  daysInMonth,
  type EpochDay,
  epochDayOf,
  type Instant,
  type LocalMillis,
  localTimeAt,
  MAX_INSTANT,
  parseDuration,
  parseLocalDateTime,
  resolveLocal,
  WEEKDAYS,
  weekdayIndex,
  type Zone,
} from '@holdfast/kernel'
import type { ReadRotation } from './document.ts'

/** The hand-offs of a rotation, numbered from its anchor (0) forwards and backwards. Turn `n` begins with hand-off `n`. */
export interface HandOffs {
  /** The instant of a hand-off; the next is never before it. */
  at(turn: number): Instant
  /** The turn that holds an instant; of turns that hold no time, none. */
  turnAt(at: Instant): number
  /** The instant so many milliseconds after a hand-off, on the clock of the rotation. */
  after(turn: number, millis: number): Instant
}

/**
 * The hand-offs of a rotation: by arithmetic on the wall clock of a zone, each made an instant by itself, so that none
 * depends on another and clock changes move nothing. A turn that lies in a skipped hour holds no time. With
 * `clock: 'elapsed'`, turns of hours, days and weeks last equally long instead. Months are clamped to their last day and
 * return to the anchor's.
 */
export function handOffsOf(rotation: ReadRotation, zone: Zone): HandOffs {
  const anchor = parseLocalDateTime(rotation.anchor) as LocalMillis
  const every = typeof rotation.every === 'string' ? [rotation.every] : rotation.every
  const lengths = every.map((text) => parseDuration(text))
  const hasMonths = lengths.some((length) => (length?.months ?? 0) > 0)
  if (!hasMonths) {
    const millis = lengths.map((length) => (length?.days ?? 0) * DAY_MILLIS + (length?.millis ?? 0))
    const steps = cycleOf(millis)
    if (rotation.clock === 'elapsed') return elapsed(resolveLocal(zone, anchor), steps)
    const localOf = (turn: number) => anchor + steps.offset(turn)
    return onTheWall(zone, localOf, (local) => steps.turnAt(local - anchor))
  }
  const steps = cycleOf(lengths.map((length) => length?.months ?? 0))
  const day = dayOfLocal(anchor)
  const time = anchor - day * DAY_MILLIS
  const dayIn = monthDayOf(rotation.monthDay, day)
  const localOf = (turn: number) => dayIn(steps.offset(turn)) * DAY_MILLIS + time
  const guess = (local: LocalMillis) => steps.turnAt(monthsBetween(day, dayOfLocal(local)))
  return onTheWall(zone, localOf, guess)
}

/** Lengths that come round: how far a turn lies from the first, and which turn holds a distance. */
interface Cycle {
  offset(turn: number): number
  turnAt(distance: number): number
}

function cycleOf(lengths: readonly number[]): Cycle {
  const starts: number[] = []
  let whole = 0
  for (const length of lengths) {
    starts.push(whole)
    whole += length
  }
  const count = lengths.length
  return {
    offset(turn) {
      const round = Math.floor(turn / count)
      return round * whole + (starts[turn - round * count] as number)
    },
    turnAt(distance) {
      const round = Math.floor(distance / whole)
      const rest = distance - round * whole
      let nth = count - 1
      while ((starts[nth] as number) > rest) nth--
      return round * count + nth
    },
  }
}

function elapsed(anchor: Instant, steps: Cycle): HandOffs {
  return {
    at: (turn) => anchor + steps.offset(turn),
    turnAt: (at) => steps.turnAt(at - anchor),
    after: (turn, millis) => anchor + steps.offset(turn) + millis,
  }
}

/** Years beyond the library's range hold no hand-offs that matter; zones know no offsets there. */
const MARGIN = 20 * DAY_MILLIS

function onTheWall(
  zone: Zone,
  localOf: (turn: number) => LocalMillis,
  guess: (local: LocalMillis) => number,
): HandOffs {
  const instantOf = (local: LocalMillis): Instant =>
    local < -MARGIN || local > MAX_INSTANT + MARGIN ? Number(local) : resolveLocal(zone, local)
  const at = (turn: number) => instantOf(localOf(turn))
  return {
    at,
    after: (turn, millis) => instantOf(localOf(turn) + millis),
    turnAt(instant) {
      let turn = guess(localTimeAt(zone, instant))
      while (at(turn) > instant) turn--
      while (at(turn + 1) <= instant) turn++
      return turn
    },
  }
}

function monthsBetween(from: EpochDay, to: EpochDay): number {
  const [a, b] = [civil(from), civil(to)]
  return (b.year - a.year) * 12 + b.month - a.month
}

/** Which day it is so many months after the anchor's month. */
function monthDayOf(
  monthDay: ReadRotation['monthDay'],
  anchor: EpochDay,
): (months: number) => EpochDay {
  if (monthDay === undefined) return (months) => addMonths(anchor, months)
  const { year, month } = civil(anchor)
  const first = epochDayOf(year, month, 1)
  if (typeof monthDay === 'string') {
    return (months) => {
      const day = addMonths(first, months)
      const its = civil(day)
      return day + daysInMonth(its.year, its.month) - 1
    }
  }
  const wanted = WEEKDAYS.indexOf(monthDay.weekday)
  return (months) => nthWeekday(addMonths(first, months), wanted, monthDay.nth)
}

/** The nth weekday of a month, counted from its end when negative; where there is no fifth, the last. */
function nthWeekday(first: EpochDay, weekday: number, nth: number): EpochDay {
  const { year, month } = civil(first)
  const days = daysInMonth(year, month)
  const offset = (weekday - weekdayIndex(first) + 7) % 7
  const count = 1 + Math.floor((days - 1 - offset) / 7)
  const place = nth > 0 ? Math.min(nth, count) - 1 : Math.max(0, count + nth)
  return first + offset + 7 * place
}
