import { DAY_MILLIS, type Interval, type PartyRef } from '@holdfast/kernel'
import type { Shift } from '@holdfast/oncall'

/** Days or weeks in which somebody has the duty of a schedule, hours in between or not. */
export interface Turn extends Interval {
  readonly person: PartyRef
  /** On duty in it, in milliseconds. */
  readonly onDuty: number
}

/**
 * Shifts in rows in which none overlap, so that parallel seats are under each other. A seat stays in its row while that
 * is free; where nobody else is there, its row is the first.
 */
export function seatRows(shifts: readonly Shift[]): readonly (readonly Shift[])[] {
  const rows: Shift[][] = []
  for (const shift of shifts) {
    const free = rows.filter((row) => (row.at(-1)?.to ?? shift.from) <= shift.from)
    const own = free.find((row) => row.at(-1)?.seat === shift.seat) ?? free[0]
    if (own === undefined) rows.push([shift])
    else own.push(shift)
  }
  return rows
}

/** The shifts of a row as turns: those of one person less than a day apart are one. */
export function turnsOf(shifts: readonly Shift[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const { person, from, to } of shifts) {
    const last = turns.at(-1)
    const onDuty = to - from
    if (last?.person === person && from - last.to < DAY_MILLIS) {
      turns[turns.length - 1] = { ...last, to, onDuty: last.onDuty + onDuty }
    } else turns.push({ person, from, to, onDuty })
  }
  return turns
}
