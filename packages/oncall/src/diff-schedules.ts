import type { Instant, InstantLike, Interval, PartyRef } from '@holdfast/kernel'
import type { Schedule } from './schedule.ts'
import type { Shift } from './shift.ts'
import { timeOf } from './span.ts'

/** A span in which other people are on duty. */
export interface DutyChange extends Interval {
  readonly before: readonly PartyRef[]
  readonly after: readonly PartyRef[]
}

/** What a change of schedules means to one person: whom to tell. */
export interface PersonChange {
  readonly person: PartyRef
  /** Milliseconds of duty that they had before and have no more. */
  readonly lost: number
  /** Milliseconds of duty that they did not have before. */
  readonly gained: number
}

export interface ScheduleDiff extends Interval {
  /** In order; spans without a difference are left out. Shadows do not count. */
  readonly changes: readonly DutyChange[]
  /** Everybody whose duty changes, in order of their names. */
  readonly people: readonly PersonChange[]
}

/**
 * Whose duty differs between two schedules in a span: two versions of one, before a roster changes. Seats and reasons do
 * not matter, only who is on duty. Throws `RangeError` `span-reversed`, and what `toInstant` throws.
 */
export function diffSchedules(
  a: Schedule,
  b: Schedule,
  { from: begin, to: end }: { readonly from: InstantLike; readonly to: InstantLike },
): ScheduleDiff {
  const { from, to } = timeOf({ from: begin, to: end })
  const before = crews(a.shifts(from, to))
  const after = crews(b.shifts(from, to))
  const changes: { from: Instant; to: Instant; before: Crew; after: Crew }[] = []
  const people = new Map<PartyRef, { lost: number; gained: number }>()
  const edges = [...new Set([from, to, ...[...before, ...after].map(({ at }) => at)])]
  edges.sort((x, y) => x - y)
  const [crewBefore, crewAfter] = [follow(before), follow(after)]
  for (const [nth, at] of edges.entries()) {
    const until = edges[nth + 1]
    if (until === undefined) break
    const [was, is] = [crewBefore(at), crewAfter(at)]
    if (was.join() === is.join()) continue
    const last = changes.at(-1)
    const goesOn =
      last?.to === at && last.before.join() === was.join() && last.after.join() === is.join()
    if (goesOn) last.to = until
    else changes.push({ from: at, to: until, before: was, after: is })
    for (const person of new Set([...was, ...is])) {
      const sum = people.get(person) ?? { lost: 0, gained: 0 }
      people.set(person, sum)
      if (!is.includes(person)) sum.lost += until - at
      if (!was.includes(person)) sum.gained += until - at
    }
  }
  const told = [...people]
    .filter(([, { lost, gained }]) => lost > 0 || gained > 0)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([person, sums]): PersonChange => ({ person, ...sums }))
  return { from, to, changes, people: told }
}

/** Who is on duty together, in order of their names. */
type Crew = readonly PartyRef[]

interface CrewChange {
  readonly at: Instant
  readonly crew: Crew
}

/** Who is on duty from each instant at which that changes. */
function crews(shifts: readonly Shift[]): readonly CrewChange[] {
  const edges = shifts
    .filter(({ isShadow }) => !isShadow)
    .flatMap(({ person, from, to }) => [
      { at: from, person, by: 1 },
      { at: to, person, by: -1 },
    ])
    .sort((a, b) => a.at - b.at)
  const seats = new Map<PartyRef, number>()
  const changes: CrewChange[] = []
  for (const [nth, { at, person, by }] of edges.entries()) {
    const count = (seats.get(person) ?? 0) + by
    if (count === 0) seats.delete(person)
    else seats.set(person, count)
    if (edges[nth + 1]?.at !== at) changes.push({ at, crew: [...seats.keys()].sort() })
  }
  return changes
}

/** Who is on duty at instants that come in order. */
function follow(changes: readonly CrewChange[]): (at: Instant) => Crew {
  let next = 0
  let crew: Crew = []
  return (at) => {
    for (let change = changes[next]; change !== undefined && change.at <= at; ) {
      crew = change.crew
      next++
      change = changes[next]
    }
    return crew
  }
}
