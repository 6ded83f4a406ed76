import {
  civil,
  daysInMonth,
  type EpochDay,
  epochDayOf,
  quote,
  WEEKDAYS,
  weekdayIndex,
} from '@holdfast/kernel'
import { unreadable } from './unread.ts'

/** When an event comes again, by days. Source: RFC 5545, 3.3.10. */
export interface Recurrence {
  readonly freq: string
  readonly interval: number
  /** How often it takes place at most, the first time included. */
  readonly count: number | null
  /** The last day, included. */
  readonly until: EpochDay | null
  /** 0 for Monday. */
  readonly weekStart: number
  readonly by: Readonly<Record<string, readonly (string | number)[]>>
}

/**
 * The days of a recurrence up to an end, excluded, each day tried once: so every rule ends, also one that no day can
 * meet, on which the library's own iterator does not. A day that a month lacks is left out, as the standard says.
 */
export function recurringDays(rule: Recurrence, first: EpochDay, end: EpochDay): EpochDay[] {
  const { interval, count, until } = rule
  const isMeant = dayTest(rule, first)
  const periodOf = periodIn(rule)
  const positions = (rule.by['BYSETPOS'] ?? []).map(Number)
  const last = Math.min(end, (until ?? end) + 1)
  const days: EpochDay[] = []
  const takes = (period: readonly EpochDay[]) => {
    const chosen = positions.length === 0 ? period : atPositions(period, positions)
    for (const day of chosen) {
      if (day >= first && day < last && days.length < (count ?? Infinity)) days.push(day)
    }
  }
  let period: EpochDay[] = []
  let current = periodOf(first)
  const begin = current
  // From the beginning of the first period, since positions count from there; to the end of the last.
  for (let day = first - 366; ; day++) {
    const nth = periodOf(day)
    if (nth < begin) continue
    if (nth !== current) {
      takes(period)
      period = []
      current = nth
      if (day >= last || days.length >= (count ?? Infinity)) return days
    }
    if ((nth - begin) % interval === 0 && isMeant(day)) period.push(day)
  }
}

/** The number of the period that a day falls in. */
function periodIn({ freq, weekStart }: Recurrence): (day: EpochDay) => number {
  if (freq === 'DAILY') return (day) => day
  // Epoch day 4 is a Monday.
  if (freq === 'WEEKLY') return (day) => Math.floor((day - 4 - weekStart) / 7)
  if (freq === 'MONTHLY') {
    return (day) => {
      const { year, month } = civil(day)
      return year * 12 + month
    }
  }
  if (freq === 'YEARLY') return (day) => civil(day).year
  throw unreadable('rule-unsupported', `an event every ${freq.toLowerCase()} is no day of its own`)
}

/** Whether a day meets every part of a rule; what the rule does not say is as on its first day. */
function dayTest(rule: Recurrence, first: EpochDay): (day: EpochDay) => boolean {
  const { freq, by } = rule
  for (const part of Object.keys(by)) {
    if (!SUPPORTED.has(part)) {
      throw unreadable('rule-unsupported', `${part} in a recurrence is not read`)
    }
  }
  const start = civil(first)
  const has = (part: string) => by[part] !== undefined
  const tests: ((day: EpochDay) => boolean)[] = []
  if (has('BYMONTH')) tests.push(among(by['BYMONTH'], (day) => [civil(day).month]))
  if (has('BYMONTHDAY')) tests.push(among(by['BYMONTHDAY'], placesInMonth))
  if (has('BYYEARDAY')) tests.push(among(by['BYYEARDAY'], placesInYear))
  if (has('BYDAY')) tests.push(weekdayTest(rule))
  const saysDay = has('BYMONTHDAY') || has('BYYEARDAY') || has('BYDAY')
  if (!saysDay && freq === 'WEEKLY') tests.push((day) => (day - first) % 7 === 0)
  if (!saysDay && (freq === 'MONTHLY' || freq === 'YEARLY')) {
    tests.push((day) => civil(day).day === start.day)
    if (freq === 'YEARLY' && !has('BYMONTH')) tests.push((day) => civil(day).month === start.month)
  }
  return (day) => tests.every((test) => test(day))
}

const SUPPORTED = new Set(['BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYDAY', 'BYSETPOS'])

function among(
  wanted: readonly (string | number)[] = [],
  places: (day: EpochDay) => readonly number[],
): (day: EpochDay) => boolean {
  const numbers = new Set(wanted.map(Number))
  return (day) => places(day).some((place) => numbers.has(place))
}

/** Counted from the beginning, and from the end. */
function placesInMonth(day: EpochDay): readonly number[] {
  const { year, month, day: nth } = civil(day)
  return [nth, nth - daysInMonth(year, month) - 1]
}

function placesInYear(day: EpochDay): readonly number[] {
  const { year } = civil(day)
  return [day - epochDayOf(year, 1, 1) + 1, day - epochDayOf(year + 1, 1, 1)]
}

/** `MO` is every Monday, `-1SU` the last Sunday of the month, or of the year where months are not named. */
function weekdayTest({ freq, by }: Recurrence): (day: EpochDay) => boolean {
  const isOfMonth = freq === 'MONTHLY' || by['BYMONTH'] !== undefined
  const wanted = (by['BYDAY'] ?? []).map((text) => {
    const match = /^([+-]?\d+)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(String(text))
    if (match === null) throw unreadable('rule-unreadable', `${quote(text)} is no weekday`)
    const weekday = WEEKDAYS.findIndex((day) => day.startsWith((match[2] as string).toLowerCase()))
    return { weekday, nth: Number(match[1] ?? 0) }
  })
  return (day) => {
    const [front, back] = isOfMonth ? placesInMonth(day) : placesInYear(day)
    const places = [Math.ceil((front as number) / 7), -Math.ceil(-(back as number) / 7), 0]
    return wanted.some(({ weekday, nth }) => weekday === weekdayIndex(day) && places.includes(nth))
  }
}

function atPositions(days: readonly EpochDay[], positions: readonly number[]): EpochDay[] {
  return days.filter(
    (_, nth) => positions.includes(nth + 1) || positions.includes(nth - days.length),
  )
}
