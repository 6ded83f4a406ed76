import type { Interval } from '@holdfast/kernel'
import { type Grid, overlaps } from './grid.ts'
import { type ModelRow, type SeatVariable, term } from './model.ts'
import type { RosterPerson } from './problem.ts'
import { cliques } from './shortages.ts'

interface DutyRows {
  readonly binaries: readonly string[]
  readonly rows: readonly ModelRow[]
}

/** The rules that hold for the duty of one person, for everybody. */
export function dutyRows(grid: Grid, seats: readonly SeatVariable[]): DutyRows {
  const sets = cliques(grid).map((units) => new Set(units))
  const binaries: string[] = []
  const rows: ModelRow[] = []
  for (const [person, { history }] of grid.problem.people.entries()) {
    const own = seats.filter((seat) => seat.person === person)
    const groups = sets
      .map((units) => own.filter(({ unit }) => units.has(unit)))
      .filter((group) => group.length > 0)
    const blocks = blockRows(grid, person, own, groups)
    binaries.push(...blocks.binaries)
    const named = [
      ...groups.filter((group) => group.length > 1).map((group) => atMost('rest', group, 1)),
      ...own
        .filter(({ unit }) => history.some((duty) => collides(grid, unit, duty)))
        .map((seat) => atMost('other', [seat], 0)),
      ...crowdRows(grid, person, own),
      ...shareRows(grid, own),
      ...blocks.rows,
    ]
    rows.push(...named.map((row, nth) => ({ ...row, name: `${row.name}_${person}_${nth}` })))
  }
  return { binaries, rows }
}

function atMost(name: string, seats: readonly SeatVariable[], bound: number): ModelRow {
  return { name, terms: seats.map((seat) => term(1, seat.name)), sense: '<=', bound }
}

/** Whether a unit lies within other duty or the rest before and after it. */
function collides(grid: Grid, unit: number, duty: Interval): boolean {
  const { rest } = grid.problem.rules
  const isBefore = (grid.to[unit] as number) + rest <= duty.from
  const isAfter = duty.to + rest <= (grid.from[unit] as number)
  return !isBefore && !isAfter
}

function crowdRows(grid: Grid, person: number, own: readonly SeatVariable[]): ModelRow[] {
  const days = grid.days[person] as Int32Array
  const others = (grid.fixed[person] as readonly number[]).map((piece) => days[piece] as number)
  const dayOf = ({ unit }: SeatVariable) => days[unit] as number
  return grid.problem.rules.maxShifts.flatMap(({ shifts, days: length }) => {
    const starts = [...new Set([...own.map(dayOf), ...others])].sort((a, b) => a - b)
    return starts.flatMap((first) => {
      const isIn = (day: number) => day >= first && day < first + length
      const inIt = own.filter((seat) => isIn(dayOf(seat)))
      const left = Math.max(0, shifts - others.filter(isIn).length)
      return inIt.length <= left ? [] : [atMost('crowd', inIt, left)]
    })
  })
}

function shareRows(grid: Grid, own: readonly SeatVariable[]): ModelRow[] {
  const { maxDuty } = grid.problem.rules
  if (maxDuty === null || own.length === 0) return []
  const minutes = (millis: number) => millis / 60_000
  const length = ({ unit }: SeatVariable) => (grid.to[unit] as number) - (grid.from[unit] as number)
  const terms = own.map((seat) => term(minutes(length(seat)), seat.name))
  return [{ name: 'share', terms, sense: '<=', bound: minutes(maxDuty) }]
}

/**
 * In each week one of some blocks is free. It is enough to look at those that begin with the week or when a shift ends:
 * a free block can be moved back to the last end before it.
 */
function blockRows(
  grid: Grid,
  person: number,
  own: readonly SeatVariable[],
  groups: readonly (readonly SeatVariable[])[],
): DutyRows {
  const { weeklyBlock } = grid.problem.rules
  const { history } = grid.problem.people[person] as RosterPerson
  const weeks = grid.weeks[person] as readonly number[]
  const binaries: string[] = []
  const rows: ModelRow[] = []
  const spanOf = ({ unit }: SeatVariable) => ({
    from: grid.from[unit] as number,
    to: grid.to[unit] as number,
  })
  for (const [week, from] of weeks.slice(0, -1).entries()) {
    const span = { from, to: weeks[week + 1] as number }
    const touching = own.filter((seat) => overlaps(spanOf(seat), span))
    if (weeklyBlock === 0 || touching.length === 0 || grid.spoiled[person]?.[week]) continue
    const ends = [...touching.map((seat) => spanOf(seat).to), ...history.map(({ to }) => to)]
    const begins = [...new Set([from, ...ends.filter((end) => end > from)])].sort((a, b) => a - b)
    const blocks = begins
      .map((start) => ({ from: start, to: start + weeklyBlock }))
      .filter((block) => block.to <= span.to && !history.some((duty) => overlaps(duty, block)))
    const names = blocks.map((_, nth) => `free_${person}_${week}_${nth}`)
    binaries.push(...names)
    rows.push({ name: 'block', terms: names.map((name) => term(1, name)), sense: '>=', bound: 1 })
    for (const [nth, block] of blocks.entries()) {
      for (const group of groups) {
        const inIt = group.filter((seat) => overlaps(spanOf(seat), block))
        if (inIt.length === 0) continue
        const terms = [...inIt.map(({ name }) => term(1, name)), term(1, names[nth] as string)]
        rows.push({ name: 'free', terms, sense: '<=', bound: 1 })
      }
    }
  }
  return { binaries, rows }
}
