import { DAY_MILLIS, type Instant, type Zone } from '@holdfast/kernel'
import type { DutyTime } from './duty-time.ts'
import type { HandOffs } from './hand-offs.ts'

/** How many turns before a turn were somebody's, counted from the anchor; negative for turns before it. */
export type TurnCount = (turn: number) => number

/** The nth turn that is somebody's is the nth turn, where none is left out. */
export const everyTurn: TurnCount = (turn) => turn

/** What turns are told apart by. */
export interface Turns {
  readonly zone: Zone
  readonly handOffs: HandOffs
  readonly time: DutyTime
  /** When the duty of a turn ends, told when the next begins. */
  endOf(turn: number, next: Instant): Instant
}

/**
 * Counts the turns that have duty; the others pass nobody by. Turns that follow each other within a window, or between
 * two, are counted at once, so it takes steps by the number of turns or of windows, whichever is less. What was counted
 * once is kept: a turn far from the anchor is counted on from there, and answers do not depend on the order of questions.
 */
export function turnsWith(turns: Turns): TurnCount {
  const after: Knot[] = [{ distance: 0, count: 0 }]
  const before: Knot[] = [{ distance: 0, count: 0 }]
  return (turn) => {
    if (turn >= 0) {
      for (let far = distanceOf(after); far < turn; far = distanceOf(after)) {
        addRun(after, runFrom(turns, far))
      }
      return countAt(after, turn)
    }
    for (let far = distanceOf(before); far < -turn; far = distanceOf(before)) {
      for (const run of runsUntil(turns, -far, turn)) addRun(before, run)
    }
    return -countAt(before, -turn)
  }
}

/** How many of the turns up to a distance from the anchor have duty; between two knots all of them, or none. */
interface Knot {
  readonly distance: number
  readonly count: number
}

/** Turns one after the other that all have duty, or none of which has any. */
interface Run {
  readonly length: number
  readonly hasDuty: boolean
}

/** The run that begins with a turn. */
function runFrom({ zone, handOffs, time, endOf }: Turns, turn: number): Run {
  const [from, next] = [handOffs.at(turn), handOffs.at(turn + 1)]
  const end = endOf(turn, next)
  // A turn that the clock skips is no excluded one: it is used up as it is without restrictions.
  if (from >= end) {
    return { length: next > from ? 1 : Math.max(1, handOffs.turnAt(from) - turn), hasDuty: true }
  }
  const { isDuty, until } = time.stretchAt(from)
  if (isDuty) {
    return { length: next < until ? handOffs.turnAt(until - 1) + 1 - turn : 1, hasDuty: true }
  }
  if (until < end && time.isIn(until, end)) return { length: 1, hasDuty: true }
  const same = sameClockUntil(zone, from, until)
  return { length: next < same ? handOffs.turnAt(same - 1) - turn : 1, hasDuty: false }
}

/** No zone changes its clock twice within it. */
const ONE_CHANGE = 6 * DAY_MILLIS

/** An instant after `from`, no later than `until`, before which the clock does not change, and so skips no turn. */
function sameClockUntil(zone: Zone, from: Instant, until: Instant): Instant {
  const near = Math.min(until, from + ONE_CHANGE)
  const isSame = zone.offsetAt(from) === zone.offsetAt(near - 1)
  return isSame ? near : (zone.nextTransition(from) ?? near)
}

/** Turns before the anchor are counted by so much time at once, since runs are found forwards. */
const BACKWARDS = 128 * DAY_MILLIS

/** The runs just before a turn, from the last to the first, no farther back than asked. */
function runsUntil(turns: Turns, end: number, asked: number): readonly Run[] {
  const { handOffs } = turns
  const begin = Math.max(asked, Math.min(end - 1, handOffs.turnAt(handOffs.at(end) - BACKWARDS)))
  const runs: Run[] = []
  for (let turn = begin; turn < end; ) {
    const { length, hasDuty } = runFrom(turns, turn)
    const within = Math.min(length, end - turn)
    runs.push({ length: within, hasDuty })
    turn += within
  }
  return runs.reverse()
}

function addRun(knots: Knot[], { length, hasDuty }: Run): void {
  const last = knots.at(-1) as Knot
  const previous = knots.at(-2)
  const goesOn = previous !== undefined && last.count > previous.count === hasDuty
  if (goesOn) knots.pop()
  knots.push({ distance: last.distance + length, count: last.count + (hasDuty ? length : 0) })
}

function distanceOf(knots: readonly Knot[]): number {
  return (knots.at(-1) as Knot).distance
}

function countAt(knots: readonly Knot[], distance: number): number {
  let [low, high] = [0, knots.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if ((knots[middle] as Knot).distance <= distance) low = middle
    else high = middle - 1
  }
  const knot = knots[low] as Knot
  const next = knots[low + 1] ?? knot
  return knot.count + Math.min(distance - knot.distance, next.count - knot.count)
}
