import { type Grid, POINT } from './grid.ts'

/**
 * What the duty of somebody costs by weight: the square of each amount by their share, so that a sum is cheapest where
 * it is spread by shares; units away from home or against a wish to be off; and wishes to be on that nothing fulfills.
 * Whole numbers throughout: sums do not depend on their order.
 *
 * @param amounts of each measure, by measure and person
 * @param flat what their units cost them whatever else they hold
 */
export function burdenOf(
  grid: Grid,
  person: number,
  { amounts, flat }: { readonly amounts: Int32Array; readonly flat: number },
  list: Int32Array,
  count: number,
): number {
  const share = grid.shares[person] as number
  let total = flat
  for (let nth = 0; nth < grid.measures.length; nth++) {
    const amount = amounts[nth * grid.people + person] as number
    total += spreadCost(grid.measures[nth]?.weight as number, amount, share)
  }
  return grid.hasWishes[person] === 1 ? total + missedWishes(grid, person, list, count) : total
}

/** What an amount costs somebody with a share in percent. */
export function spreadCost(weight: number, amount: number, share: number): number {
  return share === 100
    ? weight * amount * amount * POINT
    : Math.round((weight * amount * amount * POINT * 100) / share)
}

function missedWishes(grid: Grid, person: number, list: Int32Array, count: number): number {
  const { people, weights } = grid.problem
  let total = 0
  for (const wish of people[person]?.wishes ?? []) {
    if (wish.kind === 'on' && !isOnIn(grid, wish, list, count)) {
      total += POINT * weights.wishes * wish.weight
    }
  }
  return total
}

/** Whether one of the units in a list lies, in part, in a span. */
export function isOnIn(
  grid: Grid,
  { from, to }: { readonly from: number; readonly to: number },
  list: Int32Array,
  count: number,
): boolean {
  for (let i = 0; i < count; i++) {
    const piece = list[i] as number
    const isUnit = piece < grid.units
    if (isUnit && (grid.from[piece] as number) < to && from < (grid.to[piece] as number))
      return true
  }
  return false
}
