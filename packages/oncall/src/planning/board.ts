import { burdenOf, spreadCost } from './burden.ts'
import { faultsOf } from './duty.ts'
import type { Grid, Group, Measure } from './grid.ts'
import type { Slot } from './problem.ts'

/** A roster that is being made: who holds each unit, and what that costs. Changed in place. */
export interface Board {
  readonly grid: Grid
  /** By unit: the person, or -1. */
  readonly holder: Int32Array
  /** By person: their pieces in the order of time. */
  readonly lists: readonly Int32Array[]
  readonly counts: Int32Array
  readonly faults: Int32Array
  readonly burdens: Float64Array
  /** By measure and person: how much of it their units are. */
  readonly amounts: Int32Array
  /** By person: what their units cost whatever else they hold. */
  readonly flat: Float64Array
  /** By group: how many of its units are held by people who have what it needs. */
  readonly have: Int32Array
  /** Faults of all people, unmet needs and uncovered units. */
  hard: number
  /** Burdens of all people, less what an even spread of the same would cost. */
  soft: number
  /** Burdens of all people. */
  burden: number
  /** By measure: how much of it there is. */
  readonly totals: Int32Array
}

export function boardOf(grid: Grid): Board {
  const most = Math.max(0, ...grid.fixed.map((fixed) => fixed.length)) + grid.units
  const lists = grid.fixed.map((fixed) => {
    const list = new Int32Array(most)
    list.set(fixed)
    return list
  })
  const counts = Int32Array.from(grid.fixed, (fixed) => fixed.length)
  const amounts = new Int32Array(grid.measures.length * grid.people)
  const burdens = Float64Array.from(lists, (list, person) =>
    burdenOf(grid, person, { amounts, flat: 0 }, list, counts[person] as number),
  )
  const burden = burdens.reduce((sum, one) => sum + one, 0)
  return {
    grid,
    holder: new Int32Array(grid.units).fill(-1),
    lists,
    counts,
    faults: new Int32Array(grid.people),
    burdens,
    amounts,
    flat: new Float64Array(grid.people),
    have: new Int32Array(grid.groups.length),
    hard: grid.units + grid.groups.reduce((sum, { need }) => sum + need.count, 0),
    soft: burden,
    burden,
    totals: new Int32Array(grid.measures.length),
  }
}

/** Gives a unit to somebody, or to nobody (-1). */
export function give(board: Board, unit: number, person: number): void {
  const before = board.holder[unit] as number
  if (before === person) return
  if (before >= 0) {
    remove(board, unit, before)
    recount(board, before)
    regroup(board, unit, before, -1)
  }
  if (person >= 0) {
    insert(board, unit, person)
    recount(board, person)
    regroup(board, unit, person, 1)
  }
  board.hard += Number(person < 0) - Number(before < 0)
  board.holder[unit] = person
  board.soft = board.burden - evenBurden(board)
}

/** Two units change hands. */
export function swap(board: Board, a: number, b: number): void {
  const [ofA, ofB] = [board.holder[a] as number, board.holder[b] as number]
  if (ofA === ofB) return
  if (ofA < 0 || ofB < 0) {
    give(board, a, -1)
    give(board, b, ofA)
    give(board, a, ofB)
    return
  }
  remove(board, a, ofA)
  remove(board, b, ofB)
  insert(board, b, ofA)
  insert(board, a, ofB)
  recount(board, ofA)
  recount(board, ofB)
  regroup(board, a, ofA, -1)
  regroup(board, b, ofB, -1)
  regroup(board, a, ofB, 1)
  regroup(board, b, ofA, 1)
  board.holder[a] = ofB
  board.holder[b] = ofA
  board.soft = board.burden - evenBurden(board)
}

/**
 * Two people change places for all units that begin in `[first, end)` of the order of units. Whether they may; doing it
 * again undoes it.
 */
export function changePlaces(
  board: Board,
  a: number,
  b: number,
  first: number,
  end: number,
): boolean {
  const { isEligible } = board.grid
  const { holder } = board
  for (let unit = first; unit < end; unit++) {
    const by = holder[unit]
    if (by === a && isEligible[b]?.[unit] !== 1) return false
    if (by === b && isEligible[a]?.[unit] !== 1) return false
  }
  for (let unit = first; unit < end; unit++) {
    const by = holder[unit] as number
    if (by !== a && by !== b) continue
    const to = by === a ? b : a
    remove(board, unit, by)
    regroup(board, unit, by, -1)
    insert(board, unit, to)
    regroup(board, unit, to, 1)
    holder[unit] = to
  }
  recount(board, a)
  recount(board, b)
  board.soft = board.burden - evenBurden(board)
  return true
}

/** Whether a board is better than one was: by what is hard, then by what is soft. */
export function isBetter(board: Board, hard: number, soft: number): boolean {
  return board.hard < hard || (board.hard === hard && board.soft < soft)
}

/** What a board looks like, to come back to it. */
export function snapshotOf(board: Board): Int32Array {
  return board.holder.slice()
}

export function restore(board: Board, holders: Int32Array): void {
  for (let unit = 0; unit < holders.length; unit++) give(board, unit, holders[unit] as number)
}

/** The units that somebody holds, in the order of time. */
export function unitsOf({ grid, lists, counts }: Board, person: number): number[] {
  const list = lists[person] as Int32Array
  return Array.from(list.subarray(0, counts[person])).filter((piece) => piece < grid.units)
}

export function slotAt({ grid }: Board, unit: number): Slot {
  return grid.problem.slots[grid.slotOf[unit] as number] as Slot
}

function recount(board: Board, person: number): void {
  const list = board.lists[person] as Int32Array
  const count = board.counts[person] as number
  const parts = { amounts: board.amounts, flat: board.flat[person] as number }
  const faults = faultsOf(board.grid, person, list, count)
  const burden = burdenOf(board.grid, person, parts, list, count)
  board.hard += faults - (board.faults[person] as number)
  board.burden += burden - (board.burdens[person] as number)
  board.faults[person] = faults
  board.burdens[person] = burden
}

/** What all amounts would cost, were they spread by shares to the fraction. */
function evenBurden({ grid, totals }: Board): number {
  let sum = 0
  for (let nth = 0; nth < totals.length; nth++) {
    const { weight, share } = grid.measures[nth] as Measure
    sum += spreadCost(weight, totals[nth] as number, share)
  }
  return sum
}

function regroup(board: Board, unit: number, person: number, by: 1 | -1): void {
  const { grid, have } = board
  for (const nth of grid.groupsOf[unit] as readonly number[]) {
    const { has, need } = grid.groups[nth] as Group
    if (has[person] === 0) continue
    const before = have[nth] as number
    have[nth] = before + by
    board.hard += Math.max(0, need.count - before - by) - Math.max(0, need.count - before)
  }
}

function remove(board: Board, unit: number, person: number): void {
  const list = board.lists[person] as Int32Array
  const count = board.counts[person] as number
  const place = placeOf(board.grid, list, count, unit)
  for (let i = place; i + 1 < count; i++) list[i] = list[i + 1] as number
  board.counts[person] = count - 1
  measure(board, unit, person, -1)
}

function insert(board: Board, unit: number, person: number): void {
  const list = board.lists[person] as Int32Array
  const count = board.counts[person] as number
  const place = placeOf(board.grid, list, count, unit)
  for (let i = count; i > place; i--) list[i] = list[i - 1] as number
  list[place] = unit
  board.counts[person] = count + 1
  measure(board, unit, person, 1)
}

function measure(board: Board, unit: number, person: number, by: 1 | -1): void {
  const { grid } = board
  for (let nth = 0; nth < grid.measures.length; nth++) {
    const amount = grid.measures[nth]?.amounts[person]?.[unit] as number
    const place = nth * grid.people + person
    board.amounts[place] = (board.amounts[place] as number) + by * amount
    board.totals[nth] = (board.totals[nth] as number) + by * amount
  }
  const flat = grid.flat[person]?.[unit] as number
  board.flat[person] = (board.flat[person] as number) + by * flat
}

/** Where a piece stands, or would stand, in a list. */
function placeOf({ rank }: Grid, list: Int32Array, count: number, piece: number): number {
  let place = count
  while (place > 0 && (rank[list[place - 1] as number] as number) >= (rank[piece] as number))
    place--
  return place
}
