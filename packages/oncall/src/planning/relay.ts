import { type Board, give, isBetter, swap, unitsOf } from './board.ts'
import type { Grid, Measure } from './grid.ts'

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
        if (tradeAlong(board, giver, taker, isStrict)) return true
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

/**
 * The giver trades with somebody on duty at the same time, and they with the taker: nobody's hours change, so that roles
 * can be evened out also between people who are never on duty together.
 */
function tradeAlong(board: Board, giver: number, taker: number, isStrict: boolean): boolean {
  const { hard, soft } = board
  const isDone = () =>
    isBetter(board, hard, soft) && !(isStrict && board.faults.some((faults) => faults > 0))
  for (const [unit, other, third] of tradesOf(board, giver)) {
    swap(board, unit, other)
    if (isDone()) return true
    if (third !== taker) {
      for (const [own, theirs, holder] of tradesOf(board, third)) {
        if (holder !== taker) continue
        swap(board, own, theirs)
        if (isDone()) return true
        swap(board, own, theirs)
      }
    }
    swap(board, unit, other)
  }
  return false
}

/** The units of somebody with those of others at exactly the same time that they could have instead, and who has them. */
function tradesOf(board: Board, person: number): [number, number, number][] {
  const { grid, holder } = board
  return unitsOf(board, person).flatMap((unit) =>
    neighborsOf(grid, unit).flatMap((other): [number, number, number][] => {
      const theirs = holder[other] as number
      if (theirs < 0 || theirs === person) return []
      const isOpen = grid.isEligible[theirs]?.[unit] === 1 && grid.isEligible[person]?.[other] === 1
      return isOpen ? [[unit, other, theirs]] : []
    }),
  )
}

/** Units are in the order of time, so those at the same time lie side by side. */
function neighborsOf({ from, to, units }: Grid, unit: number): number[] {
  const isSame = (other: number) => from[other] === from[unit] && to[other] === to[unit]
  const found: number[] = []
  for (let other = unit - 1; other >= 0 && isSame(other); other--) found.push(other)
  for (let other = unit + 1; other < units && isSame(other); other++) found.push(other)
  return found
}
