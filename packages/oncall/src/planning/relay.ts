import { type Board, give, isBetter, unitsOf } from './board.ts'
import type { Measure } from './grid.ts'

/**
 * Where somebody has too much of something and another too little, and no unit can go from one to the other: a unit of
 * the first goes to a third, who gives one of theirs to the other. Whether that was for the better.
 */
export function relay(board: Board, isStrict: boolean): boolean {
  const { grid } = board
  for (const [nth, measure] of grid.measures.entries()) {
    if (measure.weight === 0) continue
    const above = (person: number) => aboveShare(board, nth, person)
    const open = [...measure.isOpen.keys()].filter((person) => measure.isOpen[person])
    const order = open.sort((a, b) => above(b) - above(a) || a - b)
    for (const giver of order) {
      for (const taker of order.toReversed()) {
        if (above(giver) - above(taker) <= 1) break
        if (passAlong(board, measure, giver, taker, isStrict)) return true
      }
    }
  }
  return false
}

/** How much more of a measure somebody has than their share of it. */
function aboveShare({ grid, amounts, totals }: Board, nth: number, person: number): number {
  const { share } = grid.measures[nth] as Measure
  const fair = ((totals[nth] as number) * (grid.shares[person] as number)) / share
  return (amounts[nth * grid.people + person] as number) - fair
}

function passAlong(
  board: Board,
  { amounts }: Measure,
  giver: number,
  taker: number,
  isStrict: boolean,
): boolean {
  const { eligible, isEligible } = board.grid
  const { hard, soft } = board
  for (const unit of unitsOf(board, giver)) {
    if (amounts[giver]?.[unit] === 0) continue
    for (const third of eligible[unit] as readonly number[]) {
      if (third === giver || third === taker) continue
      give(board, unit, third)
      for (const other of unitsOf(board, third)) {
        if (other === unit || isEligible[taker]?.[other] !== 1) continue
        give(board, other, taker)
        const isClean = board.faults[third] === 0 && board.faults[taker] === 0
        if ((!isStrict || isClean) && isBetter(board, hard, soft)) return true
        give(board, other, third)
      }
    }
    give(board, unit, giver)
  }
  return false
}
