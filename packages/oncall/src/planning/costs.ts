import { type Board, slotAt, unitsOf } from './board.ts'
import { isOnIn, spreadCost } from './burden.ts'
import { overlaps, POINT } from './grid.ts'
import { isAway } from './local-spans.ts'
import type { RosterPerson } from './problem.ts'

/** What a soft rule costs; a hundred is one point of weight. */
export interface RuleCost {
  /** `shifts`, `hours`, `nights`, `weekends`, `role:…`, `home` or `wishes`. */
  readonly rule: string
  readonly cost: number
}

/** What each soft rule that has a weight costs; together that is what the search makes small. */
export function costsOf(board: Board): RuleCost[] {
  const { grid, amounts, totals } = board
  const spreads = grid.measures.map(({ name, weight, share }, nth) => {
    const own = grid.shares.reduce(
      (all, percent, person) =>
        all + spreadCost(weight, amounts[nth * grid.people + person] as number, percent),
      0,
    )
    return { rule: name, cost: own - spreadCost(weight, totals[nth] as number, share), weight }
  })
  const { weights, people } = grid.problem
  return [
    ...spreads.filter(({ weight }) => weight > 0).map(({ rule, cost }) => ({ rule, cost })),
    { rule: 'home', cost: sum(people, (_, nth) => POINT * weights.home * awayCount(board, nth)) },
    { rule: 'wishes', cost: sum(people, (_, nth) => POINT * weights.wishes * missed(board, nth)) },
  ]
}

/** How many units somebody holds away from home. */
export function awayCount(board: Board, person: number): number {
  const who = board.grid.problem.people[person] as RosterPerson
  return unitsOf(board, person).filter((unit) => isAway(who, slotAt(board, unit))).length
}

function missed(board: Board, person: number): number {
  const { grid, lists, counts } = board
  const { wishes } = grid.problem.people[person] as RosterPerson
  const units = unitsOf(board, person)
  return sum(wishes, (wish) => {
    if (wish.kind === 'off') {
      return wish.weight * units.filter((unit) => overlaps(wish, slotAt(board, unit))).length
    }
    const list = lists[person] as Int32Array
    return isOnIn(grid, wish, list, counts[person] as number) ? 0 : wish.weight
  })
}

function sum<T>(list: readonly T[], of: (one: T, nth: number) => number): number {
  return list.reduce((total, one, nth) => total + of(one, nth), 0)
}
