import { type Board, give, slotAt, unitsOf } from './board.ts'
import { collisions, crowding, overwork, shortWeeks } from './duty.ts'
import { forbidden, type Grid, type Group } from './grid.ts'
import type { RosterPerson, Slot } from './problem.ts'

/** The hard rules, by the names that answers call them. */
export type RosterRule =
  | 'absence'
  | 'skill'
  | 'language'
  | 'one-at-a-time'
  | 'rest'
  | 'max-shifts'
  | 'weekly-block'
  | 'max-share'
  | 'presence'

/** A rule that keeps a slot from somebody, with the other slots of theirs that it hangs on. */
export interface Hindrance {
  readonly rule: RosterRule
  readonly slots: readonly string[]
}

/** Every rule that would be broken if somebody held a unit as well; the rest of the roster as it is. */
export function hindrances(board: Board, unit: number, person: number): Hindrance[] {
  const { grid } = board
  const { people } = grid.problem
  const always = forbidden(people[person] as RosterPerson, slotAt(board, unit))
  if (always.length > 0) return always.map((rule) => ({ rule, slots: [] }))
  const holder = board.holder[unit] as number
  const before = brokenRules(board, person)
  const needs = groupFaults(board)
  const others = unitsOf(board, person)
  give(board, unit, person)
  const after = brokenRules(board, person)
  const isNeedBroken = groupFaults(board) > needs
  give(board, unit, holder)
  const broken = [...after].filter(([rule, count]) => count > (before.get(rule) ?? 0))
  const found = broken.map(([rule]) => ({
    rule,
    slots: namesOf(grid, linked(grid, person, rule, unit, others)),
  }))
  return isNeedBroken ? [...found, { rule: 'presence', slots: [] }] : found
}

/** How often each rule is broken by the duty of somebody. */
function brokenRules({ grid, lists, counts }: Board, person: number): Map<RosterRule, number> {
  const { rules } = grid.problem
  const list = lists[person] as Int32Array
  const count = counts[person] as number
  const days = grid.days[person] as Int32Array
  const overlaps = collisions(grid, list, count, 0)
  const crowds = rules.maxShifts.map((rule) =>
    crowding(grid, days, list, count, rule.days, rule.shifts),
  )
  const { maxDuty, weeklyBlock, rest } = rules
  return new Map<RosterRule, number>([
    ['one-at-a-time', overlaps],
    ['rest', collisions(grid, list, count, rest) - overlaps],
    ['max-shifts', crowds.reduce((sum, crowd) => sum + crowd, 0)],
    ['weekly-block', weeklyBlock > 0 ? shortWeeks(grid, person, list, count) : 0],
    ['max-share', maxDuty === null ? 0 : overwork(grid, list, count, maxDuty)],
  ])
}

/** By how many people the needs of groups are missed. */
export function groupFaults({ grid, have }: Board): number {
  let total = 0
  for (let nth = 0; nth < have.length; nth++) {
    total += Math.max(0, (grid.groups[nth] as Group).need.count - (have[nth] as number))
  }
  return total
}

/** The units of somebody that are near enough to a unit to matter to a rule. */
function linked(
  grid: Grid,
  person: number,
  rule: RosterRule,
  unit: number,
  others: readonly number[],
): readonly number[] {
  const { rest, maxShifts } = grid.problem.rules
  const from = grid.from[unit] as number
  const to = grid.to[unit] as number
  const within = (margin: number) =>
    others.filter(
      (other) =>
        (grid.from[other] as number) < to + margin && (grid.to[other] as number) + margin > from,
    )
  if (rule === 'one-at-a-time') return within(0)
  if (rule === 'rest') return within(rest)
  if (rule === 'max-shifts') {
    const days = grid.days[person] as Int32Array
    const reach = Math.max(...maxShifts.map((one) => one.days))
    return others.filter(
      (other) => Math.abs((days[other] as number) - (days[unit] as number)) < reach,
    )
  }
  if (rule !== 'weekly-block') return []
  const weeks = grid.weeks[person] as readonly number[]
  return others.filter((other) =>
    weeks.some((begins, nth) => {
      const ends = weeks[nth + 1] ?? begins
      const isIn = (piece: number) =>
        (grid.from[piece] as number) < ends && (grid.to[piece] as number) > begins
      return isIn(other) && isIn(unit)
    }),
  )
}

function namesOf({ slotOf, problem }: Grid, units: readonly number[]): string[] {
  return [...new Set(units.map((unit) => (problem.slots[slotOf[unit] as number] as Slot).id))]
}
