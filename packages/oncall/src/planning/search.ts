import { type Board, boardOf, give, restore, snapshotOf, swap } from './board.ts'
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
    let other = -1
    if (dice.below(2) === 0) {
      const people = eligible[unit] as readonly number[]
      const person = people[dice.below(people.length)] as number
      if (person === before) continue
      give(board, unit, person)
    } else {
      const near = dice.below(2) === 0 ? place + 1 + dice.below(NEAR) : dice.below(open.length)
      other = open[near % open.length] as number
      const holder = board.holder[other] as number
      const isOpen = isEligible[holder]?.[unit] === 1 && isEligible[before]?.[other] === 1
      if (holder === before || !isOpen) continue
      swap(board, unit, other)
    }
    const change = (board.hard - hard) * penalty + board.soft - soft
    if (change > 0 && change > temperature(penalty, step / iterations) * dice.courage()) {
      if (other < 0) give(board, unit, before)
      else swap(board, unit, other)
    } else if (board.hard < bestHard || (board.hard === bestHard && board.soft < bestSoft)) {
      bestHard = board.hard
      bestSoft = board.soft
      best = snapshotOf(board)
    }
  }
  restore(board, best)
}

/** Half of the swaps are tried with one of the next so many units: about two days of a usual desk. */
const NEAR = 12

/** As much as to unbalance what weighs most by ten: rules can be passed through on the way, and are not traded. */
function penaltyOf({ problem: { people, weights } }: Grid): number {
  const wishes = people.flatMap((person) => person.wishes.map(({ weight }) => weight))
  const wish = weights.wishes * Math.max(1, ...wishes)
  return 20 * POINT * Math.max(1, ...Object.values(weights), wish)
}

/** From a sixteenth of the penalty it halves six times on the way, along straight lines. These did best of those tried. */
function temperature(penalty: number, progress: number): number {
  const halvings = Math.floor(progress * 6)
  return (penalty / (16 << halvings)) * (1 - (progress * 6 - halvings) / 2)
}
