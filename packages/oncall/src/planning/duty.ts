import type { Grid } from './grid.ts'

/** How often the duty of somebody breaks a rule; graded, so that a search sees when it comes nearer. */
export function faultsOf(grid: Grid, person: number, list: Int32Array, count: number): number {
  const { rules } = grid.problem
  let total = collisions(grid, list, count, rules.rest)
  const days = grid.days[person] as Int32Array
  for (const rule of rules.maxShifts) {
    total += crowding(grid, days, list, count, rule.days, rule.shifts)
  }
  if (rules.weeklyBlock > 0) total += shortWeeks(grid, person, list, count)
  if (rules.maxDuty !== null) total += overwork(grid, list, count, rules.maxDuty)
  return total
}

/** Pieces that begin before the last one ended and the rest after it is over. Other duty is not held against itself. */
export function collisions(grid: Grid, list: Int32Array, count: number, rest: number): number {
  let total = 0
  let end = Number.NEGATIVE_INFINITY
  let isOther = true
  for (let i = 0; i < count; i++) {
    const piece = list[i] as number
    const other = piece >= grid.units
    if ((grid.from[piece] as number) < end + rest && !(other && isOther)) total++
    const ends = grid.to[piece] as number
    if (ends >= end) {
      end = ends
      isOther = other
    }
  }
  return total
}

/** How many shifts too many start in so many dates on end, over all windows that begin with a shift. */
export function crowding(
  { units }: Grid,
  days: Int32Array,
  list: Int32Array,
  count: number,
  length: number,
  most: number,
): number {
  let total = 0
  let end = 0
  let planned = 0
  for (let i = 0; i < count; i++) {
    const last = (days[list[i] as number] as number) + length
    while (end < count && (days[list[end] as number] as number) < last) {
      if ((list[end] as number) < units) planned++
      end++
    }
    if (end - i > most && planned > 0) total += end - i - most
    if ((list[i] as number) < units) planned--
  }
  return total
}

/** Weeks without the free block, more where much of it is missing. */
export function shortWeeks(grid: Grid, person: number, list: Int32Array, count: number): number {
  const { weeklyBlock } = grid.problem.rules
  const weeks = grid.weeks[person] as readonly number[]
  const spoiled = grid.spoiled[person] as readonly boolean[]
  let total = 0
  let next = 0
  for (let week = 0; week + 1 < weeks.length; week++) {
    const end = weeks[week + 1] as number
    let cursor = weeks[week] as number
    let longest = 0
    for (let i = next; i < count; i++) {
      const from = grid.from[list[i] as number] as number
      const to = grid.to[list[i] as number] as number
      if (from >= end) break
      if (from - cursor > longest) longest = from - cursor
      if (to > cursor) cursor = to
      // A piece that goes on into the next week is looked at again there.
      if (to <= end && i === next) next++
    }
    if (end - cursor > longest) longest = end - cursor
    if (longest < weeklyBlock && !spoiled[week]) {
      total += 1 + Math.floor((weeklyBlock - longest) / EIGHT_HOURS)
    }
  }
  return total
}

export function overwork(grid: Grid, list: Int32Array, count: number, most: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) {
    const piece = list[i] as number
    if (piece < grid.units) sum += (grid.to[piece] as number) - (grid.from[piece] as number)
  }
  return sum > most ? 1 + Math.floor((sum - most) / EIGHT_HOURS) : 0
}

const EIGHT_HOURS = 28_800_000
