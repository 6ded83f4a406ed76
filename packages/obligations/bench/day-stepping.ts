/** Business time as it is usually counted: day after day, with luxon. */
import type { Calendar } from '@holdfast/calendar'
import { DateTime } from 'luxon'
import { office } from './promises.ts'

const ZONE = 'Europe/Zurich'
const HOURS: readonly (readonly [number, number])[] = [
  [8, 12],
  [13, 18],
]
const HOLIDAYS = new Set(['2026-12-25'])

/** The open times of a day. */
function windowsOf(day: DateTime): readonly (readonly [number, number])[] {
  if (day.weekday > 5 || HOLIDAYS.has(day.toISODate() ?? '')) return []
  return HOURS.map(([from, to]) => [
    day.set({ hour: from }).toMillis(),
    day.set({ hour: to }).toMillis(),
  ])
}

function between(from: number, to: number): number {
  let day = DateTime.fromMillis(from, { zone: ZONE }).startOf('day')
  let total = 0
  while (day.toMillis() < to) {
    for (const [opens, closes] of windowsOf(day)) {
      total += Math.max(0, Math.min(closes, to) - Math.max(opens, from))
    }
    day = day.plus({ days: 1 })
  }
  return total
}

function add(from: number, millis: number): number {
  let day = DateTime.fromMillis(from, { zone: ZONE }).startOf('day')
  let left = millis
  for (;;) {
    for (const [opens, closes] of windowsOf(day)) {
      const begin = Math.max(opens, from)
      if (closes <= begin) continue
      if (closes - begin >= left) return begin + left
      left -= closes - begin
    }
    day = day.plus({ days: 1 })
  }
}

function nextOpen(at: number): number {
  let day = DateTime.fromMillis(at, { zone: ZONE }).startOf('day')
  for (;;) {
    for (const [opens, closes] of windowsOf(day)) if (closes > at) return Math.max(opens, at)
    day = day.plus({ days: 1 })
  }
}

/** The questions that the loop asks, answered by stepping through days. */
export const dayStepping: Calendar = { ...office, between, add, nextOpen }
