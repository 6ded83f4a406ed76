import { type Board, give, isBetter, swap } from './board.ts'
import { relay } from './relay.ts'

/**
 * Single changes, swaps and relays, in order, as long as one of them is for the better.
 *
 * @param isStrict nobody is given what breaks a rule for them, even where less is broken then
 */
export function descend(board: Board, open: readonly number[], isStrict = false): void {
  const { eligible, isEligible } = board.grid
  for (let improved = true; improved; ) {
    improved = false
    for (const unit of open) {
      for (const person of eligible[unit] as readonly number[]) {
        improved = tryGive(board, unit, person, isStrict) || improved
      }
    }
    for (const [nth, unit] of open.entries()) {
      for (const other of open.slice(nth + 1, nth + 1 + REACH)) {
        const a = board.holder[unit] as number
        const b = board.holder[other] as number
        if (a === b || a < 0 || b < 0) continue
        if (isEligible[b]?.[unit] !== 1 || isEligible[a]?.[other] !== 1) continue
        improved = trySwap(board, unit, other, isStrict) || improved
      }
    }
    improved ||= relay(board, isStrict)
  }
}

/** How far swaps look; a month of a usual desk. */
const REACH = 180

function tryGive(board: Board, unit: number, person: number, isStrict: boolean): boolean {
  const before = board.holder[unit] as number
  if (person === before) return false
  const { hard, soft } = board
  give(board, unit, person)
  const isAllowed = !isStrict || board.faults[person] === 0
  if (isAllowed && isBetter(board, hard, soft)) return true
  give(board, unit, before)
  return false
}

function trySwap(board: Board, a: number, b: number, isStrict: boolean): boolean {
  const { hard, soft } = board
  const ofA = board.holder[a] as number
  const ofB = board.holder[b] as number
  swap(board, a, b)
  const isAllowed = !isStrict || (board.faults[ofA] === 0 && board.faults[ofB] === 0)
  if (isAllowed && isBetter(board, hard, soft)) return true
  swap(board, a, b)
  return false
}
