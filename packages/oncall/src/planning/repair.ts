import { type Board, give, unitsOf } from './board.ts'
import { descend } from './descend.ts'

/**
 * Leaves seats empty rather than break a rule: units are taken from people until nothing is broken for them, and then
 * given to others where that breaks nothing, also by passing on one unit of theirs.
 */
export function repair(board: Board): void {
  const { grid } = board
  for (let person = 0; person < grid.people; person++) {
    while ((board.faults[person] as number) > 0) give(board, worstUnitOf(board, person), -1)
  }
  const open = [...grid.eligible.keys()].filter((unit) => grid.eligible[unit]?.length !== 0)
  do descend(board, open, true)
  while (open.some((unit) => board.holder[unit] === -1 && passOn(board, unit)))
}

/** The unit without which the least is broken for a person; ties by what is wished for, then the earliest. */
function worstUnitOf(board: Board, person: number): number {
  let worst = -1
  let faults = Number.POSITIVE_INFINITY
  let soft = Number.POSITIVE_INFINITY
  for (const unit of unitsOf(board, person)) {
    give(board, unit, -1)
    const left = board.faults[person] as number
    if (left < faults || (left === faults && board.soft < soft)) {
      worst = unit
      faults = left
      soft = board.soft
    }
    give(board, unit, person)
  }
  return worst
}

/** Fills a unit by somebody who passes on another of theirs. Whether that went. */
function passOn(board: Board, unit: number): boolean {
  const { eligible } = board.grid
  const { hard } = board
  for (const person of eligible[unit] as readonly number[]) {
    give(board, unit, person)
    for (const other of unitsOf(board, person)) {
      if (other === unit) continue
      for (const next of eligible[other] as readonly number[]) {
        if (next === person) continue
        give(board, other, next)
        const isClean = board.faults[person] === 0 && board.faults[next] === 0
        if (isClean && board.hard < hard) return true
      }
      give(board, other, person)
    }
    give(board, unit, -1)
  }
  return false
}
