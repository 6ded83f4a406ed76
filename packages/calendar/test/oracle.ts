import { parseLocalTime, toLocalDate, WEEKDAYS, weekdayIndex } from '@holdfast/kernel'
import type { CalendarDocument } from '../src/index.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/**
 * Business time the slow way, to compare with: the wall clock of every minute is asked from Intl, a local time is
 * resolved by looking for the first minute that shows it or a later one, and open minutes are counted one by one.
 * It shares no arithmetic with the library.
 */
export interface Oracle {
  /** The first minute looked at, and the minute after the last. */
  readonly from: number
  readonly to: number
  isOpen(at: number): boolean
  /** Open milliseconds between two whole minutes, the first not after the second. */
  between(from: number, to: number): number
}

export function oracleFor(document: CalendarDocument, from: number, to: number): Oracle {
  const wall = wallClock(document.timeZone, from, to)
  const open = new Uint8Array(wall.length)

  /** The index of the first minute whose wall clock shows `local` or later. */
  const resolve = (local: number) => {
    let index = 0
    while (index < wall.length && (wall[index] as number) < local) index++
    return index
  }
  const paint = (start: number, end: number, value: 0 | 1) => {
    open.fill(value, resolve(start), resolve(end))
  }
  const holidays = new Set(document.holidays as string[] | undefined)
  const overrides = document.overrides ?? {}
  const isPlain = (day: number) =>
    !holidays.has(toLocalDate(day)) && overrides[toLocalDate(day)] === undefined
  const windows = (list: readonly (readonly string[])[] | undefined) =>
    (list ?? []).map(([start, end]) => {
      const [opens, closes] = [start, end].map((text) => parseLocalTime(text as string) as number)
      return [
        opens as number,
        (closes as number) + ((closes as number) <= (opens as number) ? DAY : 0),
      ]
    })

  const firstDay = Math.floor((wall[0] as number) / DAY) - 1
  const lastDay = Math.floor((wall[wall.length - 1] as number) / DAY)
  for (let day = firstDay; day <= lastDay; day++) {
    const at = day * DAY
    const weekday = WEEKDAYS[weekdayIndex(day)] as (typeof WEEKDAYS)[number]
    for (const [opens, closes] of windows(document.hours[weekday]) as [number, number][]) {
      if (document.belongsTo === 'startDate') {
        if (isPlain(day)) paint(at + opens, at + closes, 1)
        continue
      }
      if (isPlain(day)) paint(at + opens, at + Math.min(closes, DAY), 1)
      if (isPlain(day + 1)) paint(at + Math.max(opens, DAY), at + Math.max(closes, DAY), 1)
    }
    for (const [opens, closes] of windows(overrides[toLocalDate(day)]) as [number, number][]) {
      paint(at + opens, at + closes, 1)
    }
  }
  for (let day = firstDay; day <= lastDay; day++) {
    const list = document.breaks?.[toLocalDate(day)]
    for (const [start, end] of windows(list) as [number, number][]) {
      paint(day * DAY + start, day * DAY + end, 0)
    }
  }
  return {
    from,
    to,
    isOpen: (at) => open[Math.floor((at - from) / MINUTE)] === 1,
    between: (start, end) => {
      let minutes = 0
      for (let at = start; at < end; at += MINUTE) minutes += open[(at - from) / MINUTE] as number
      return minutes * MINUTE
    },
  }
}

const clocks = new Map<string, Float64Array>()

/** What the clock on the wall shows at each minute, as if it were UTC. */
function wallClock(timeZone: string, from: number, to: number): Float64Array {
  const key = `${timeZone} ${from} ${to}`
  const known = clocks.get(key)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const wall = new Float64Array((to - from) / MINUTE)
  for (let index = 0; index < wall.length; index++) {
    const text = format.format(from + index * MINUTE)
    const [month, day, year, hour, minute] = (text.match(/\d+/g) as string[]).map(Number)
    wall[index] = Date.UTC(year as number, (month as number) - 1, day, hour, minute)
  }
  clocks.set(key, wall)
  return wall
}
