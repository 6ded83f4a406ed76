import { type Board, boardOf, changePlaces, give, restore, snapshotOf, swap } from './board.ts'
import { descend } from './descend.ts'
import { type Dice, diceOf } from './dice.ts'
import { type Grid, POINT } from './grid.ts'

export interface Effort {
  readonly seed: number
  /** How many changes are tried. */
  readonly iterations: number
}

/**
 * The best board that was found: a greedy start, annealing that may pass through broken rules, and at the end steps
 * downhill as long as there are any. Rules before wishes: of two boards the one with less hard is the better, then the
 * one with less soft. Arithmetic is on whole numbers, or on floats by `+ - × ÷` and rounding, which are exact or the
 * same in every engine; so the same problem and effort give the same board everywhere.
 */
export function search(grid: Grid, { seed, iterations }: Effort): Board {
  const board = boardOf(grid)
  const open = [...grid.eligible.keys()].filter((unit) => grid.eligible[unit]?.length !== 0)
  startGreedily(board, open)
  if (open.length > 0) anneal(board, open, diceOf(seed), iterations)
  descend(board, open)
  return board
}

/** The unit that the fewest can take goes first, to whom it fits best; ties by time, then by id. */
function startGreedily(board: Board, open: readonly number[]): void {
  const { eligible } = board.grid
  const asked = (unit: number) => (eligible[unit] as readonly number[]).length
  for (const unit of open.toSorted((a, b) => asked(a) - asked(b) || a - b)) {
    let [best, hard, soft] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (const person of eligible[unit] as readonly number[]) {
      give(board, unit, person)
      if (board.hard < hard || (board.hard === hard && board.soft < soft)) {
        ;[best, hard, soft] = [person, board.hard, board.soft]
      }
    }
    give(board, unit, best)
  }
}

function anneal(board: Board, open: readonly number[], dice: Dice, iterations: number): void {
  const { eligible, isEligible } = board.grid
  const penalty = penaltyOf(board.grid)
  let best = snapshotOf(board)
  let bestHard = board.hard
  let bestSoft = board.soft
  for (let step = 0; step < iterations; step++) {
    const { hard, soft } = board
    const place = dice.below(open.length)
    const unit = open[place] as number
    const before = board.holder[unit] as number
    const kind = dice.below(4)
    let other = -1
    let holder = -1
    let end = -1
    if (kind === 3) {
      other = dice.below(board.grid.people)
      end = Math.min(board.grid.units, unit + 2 + dice.below(BLOCK))
      if (before < 0 || other === before || !changePlaces(board, before, other, unit, end)) continue
    } else if (kind === 0) {
      const person = anyOf(eligible[unit] as readonly number[], dice)
      if (person === before) continue
      give(board, unit, person)
    } else {
      const near = dice.below(2) === 0 ? place + 1 + dice.below(NEAR) : dice.below(open.length)
      other = open[near % open.length] as number
      holder = board.holder[other] as number
      const next = kind === 1 ? anyOf(eligible[other] as readonly number[], dice) : before
      if (holder === before || holder === next) continue
      if (isEligible[holder]?.[unit] !== 1 || isEligible[next]?.[other] !== 1) continue
      if (kind === 1) {
        give(board, other, next)
        give(board, unit, holder)
      } else {
        swap(board, unit, other)
      }
    }
    const change = (board.hard - hard) * penalty + board.soft - soft
    if (change > 0 && change > temperature(penalty, step / iterations) * dice.courage()) {
      if (kind === 3) {
        changePlaces(board, before, other, unit, end)
      } else if (kind === 2) {
        swap(board, unit, other)
      } else {
        give(board, unit, before)
        if (kind === 1) give(board, other, holder)
      }
    } else if (board.hard < bestHard || (board.hard === bestHard && board.soft < bestSoft)) {
      bestHard = board.hard
      bestSoft = board.soft
      best = snapshotOf(board)
    }
  }
  restore(board, best)
}

function anyOf(people: readonly number[], dice: Dice): number {
  return people[dice.below(people.length)] as number
}

/** People change places for up to so many units: about a week of a usual desk. */
const BLOCK = 42

/** Half of the swaps are tried with one of the next so many units: about two days of a usual desk. */
const NEAR = 12

/** As much as to unbalance what weighs most by ten: rules can be passed through on the way, and are not traded. */
function penaltyOf({ problem: { people, weights } }: Grid): number {
  const wishes = people.flatMap((person) => person.wishes.map(({ weight }) => weight))
  const wish = weights.wishes * Math.max(1, ...wishes)
  return 20 * POINT * Math.max(1, ...Object.values(weights), wish)
}

/**
 * From a thirtieth of the penalty it halves twice on the way, along straight lines. Those of many that did best on rosters
 * of three sites; what is left to gain at the end are steps downhill.
 */
function temperature(penalty: number, progress: number): number {
  const halvings = Math.floor(progress * 2)
  return (penalty / (30 << halvings)) * (1 - (progress * 2 - halvings) / 2)
}
