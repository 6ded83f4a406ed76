import type { UnmetWish, WishChange } from './answer.ts'
import { type Board, give, slotAt, unitsOf } from './board.ts'
import { costsOf, type RuleCost } from './costs.ts'
import { overlaps } from './grid.ts'
import type { Wish } from './problem.ts'
import { nameOf } from './report.ts'
import { hindrances } from './why-not.ts'

/** Every wish that a roster does not fulfill. A wish to be on for which there is no slot has no changes that would do. */
export function unmetWishes(board: Board): UnmetWish[] {
  const costs = costsOf(board)
  return board.grid.problem.people.flatMap(({ wishes }, person) =>
    wishes.flatMap((wish): UnmetWish[] => {
      const inIt = unitsOf(board, person).filter((unit) => overlaps(slotAt(board, unit), wish))
      if ((wish.kind === 'off') === (inIt.length === 0)) return []
      const changes =
        wish.kind === 'off'
          ? inIt.flatMap((unit) => handovers(board, unit, person, costs))
          : takeovers(board, wish, person, costs)
      return [{ person: nameOf(board, person), ...wish, changes }]
    }),
  )
}

function handovers(
  board: Board,
  unit: number,
  person: number,
  costs: readonly RuleCost[],
): WishChange[] {
  const others = [...board.grid.fixed.keys()].filter((other) => other !== person)
  return others.map((other) => change(board, unit, other, costs))
}

function takeovers(
  board: Board,
  wish: Wish,
  person: number,
  costs: readonly RuleCost[],
): WishChange[] {
  const units = [...board.holder.keys()].filter((unit) => overlaps(slotAt(board, unit), wish))
  return units.map((unit) => change(board, unit, person, costs))
}

function change(board: Board, unit: number, to: number, costs: readonly RuleCost[]): WishChange {
  const from = board.holder[unit] as number
  const found = hindrances(board, unit, to)
  const parts = {
    slot: slotAt(board, unit).id,
    from: from < 0 ? null : nameOf(board, from),
    to: nameOf(board, to),
    hindrances: found,
  }
  if (found.length > 0) return { ...parts, costs: [] }
  give(board, unit, to)
  const after = costsOf(board)
  give(board, unit, from)
  const added = after.map(({ rule, cost }, nth) => ({
    rule,
    cost: cost - (costs[nth] as RuleCost).cost,
  }))
  return { ...parts, costs: added.filter(({ cost }) => cost !== 0) }
}
