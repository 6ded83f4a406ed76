import { type DocumentSource, type Interval, quote, rangeError } from '@holdfast/kernel'
import type { RosterPlan } from './answer.ts'
import { type Board, boardOf, give } from './board.ts'
import { checkRoster, type TakenSeat } from './check-roster.ts'
import { costsOf } from './costs.ts'
import type { RosterProblemDocument } from './document.ts'
import { gridOf } from './grid.ts'
import { problemOf } from './problem.ts'
import { assignmentsIn, spreadsOf, totalsOf, uncoveredIn, unmetNeedsIn } from './report.ts'
import { rosterReason } from './roster-reason.ts'
import { shortagesIn } from './shortages.ts'
import { unmetWishes } from './wishes.ts'

/**
 * What there is to say of a roster that a solver or people made, as `planRoster` says it of its own: totals, spreads,
 * costs, and why each unmet wish was not met. Seats that are not given are told as uncovered.
 *
 * Throws a `DocumentError` that names everything `checkRosterProblem` finds, and `RangeError` `roster-broken` where a
 * rule is broken for somebody; `checkRoster` says which.
 */
export function planOf(
  seats: readonly TakenSeat[],
  problem: RosterProblemDocument | DocumentSource,
): RosterPlan {
  const made = problemOf(problem)
  const broken = checkRoster(seats, problem).find(
    ({ rule, person }) => person !== null || rule === 'overfull',
  )
  if (broken !== undefined) {
    const { rule, slots } = broken
    throw rangeError('roster-broken', `the rule ${rule} is broken for ${quote(slots[0])}`)
  }
  const board = boardOf(gridOf(made))
  const { slotOf } = board.grid
  for (const { slot, person } of seats) {
    const nth = made.slots.findIndex(({ id }) => id === slot)
    const unit = slotOf.findIndex((of, at) => of === nth && board.holder[at] === -1)
    give(
      board,
      unit,
      made.people.findIndex(({ id }) => id === person),
    )
  }
  return planOfBoard(board, made.period)
}

/** What a search leaves on a board. */
export function planOfBoard(board: Board, period: Interval): RosterPlan {
  const uncovered = uncoveredIn(board)
  const unmetNeeds = unmetNeedsIn(board)
  const isFound = uncovered.length === 0 && unmetNeeds.length === 0
  const shortages = isFound ? [] : shortagesIn(board.grid)
  const plan: Omit<RosterPlan, 'reason'> = {
    outcome: isFound ? 'found' : shortages.length > 0 ? 'impossible' : 'none-found',
    period,
    assignments: assignmentsIn(board),
    uncovered,
    unmetNeeds,
    shortages,
    totals: totalsOf(board),
    spreads: spreadsOf(board),
    costs: costsOf(board),
    wishes: unmetWishes(board),
  }
  return { ...plan, reason: rosterReason(plan) }
}
