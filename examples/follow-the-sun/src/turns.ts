import { DAY_MILLIS, type Instant, type Interval, type PartyRef } from '@holdfast/kernel'
import type { Shift } from '@holdfast/oncall'

/** Days or weeks in which somebody has the duty of a schedule, hours in between or not. */
export interface Turn extends Interval {
  readonly person: PartyRef
  /** On duty in it, in milliseconds. */
  readonly onDuty: number
}

/**
 * Shifts as rows of turns: shifts of one person less than a day apart are one turn, and turns that overlap, as those of
 * parallel seats do, are in rows of their own.
 */
export function turnRows(shifts: readonly Shift[]): readonly (readonly Turn[])[] {
  const rows: { person: PartyRef; from: Instant; to: Instant; onDuty: number }[][] = []
  for (const { person, from, to } of shifts) {
    const onDuty = to - from
    const goesOn = rows
      .map((row) => row.at(-1))
      .find((last) => last?.person === person && last.to <= from && from - last.to < DAY_MILLIS)
    if (goesOn !== undefined) {
      goesOn.to = to
      goesOn.onDuty += onDuty
      continue
    }
    const free = rows.find((row) => (row.at(-1)?.to ?? from) <= from)
    if (free === undefined) rows.push([{ person, from, to, onDuty }])
    else free.push({ person, from, to, onDuty })
  }
  return rows
}
