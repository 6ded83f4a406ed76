import type { Instant } from '@holdfast/kernel'
import type { Change } from './changes.ts'
import type { Layer, TurnPart } from './layer.ts'
import { bySeat, type Duty, isSameDuty } from './shift.ts'
import { outcomeOf, type SeatOutcome, type Standing, standingOf } from './standing.ts'

/** A duty with its time, before it is known whose schedule it is. */
export interface TimedDuty {
  readonly from: Instant
  readonly to: Instant
  readonly duty: Duty
}

/** What stands from an instant until the next at which anything changes. */
export interface Moment {
  readonly from: Instant
  readonly to: Instant
  readonly standing: Standing
}

/**
 * Goes through `[from, to)` from change to change: hand-offs, windows, and the beginnings and ends of everything that
 * departs from the layers. Each stretch in between is judged once, by what is there in it. The stretches tile the span.
 * What has become of a seat is kept until its turn or a change ends, since most stretches end for another layer's sake.
 */
export function* momentsOf(
  layers: readonly Layer[],
  changes: readonly Change[],
  from: Instant,
  to: Instant,
): Generator<Moment> {
  if (from >= to) return
  const tracks = layers.map((layer) => trackOf(layer, from, to))
  const near = changes.filter((change) => change.from < to && change.to > from)
  const changesAt = activeChanges(near)
  const edges = edgesOf(tracks, near, from, to)
  let active = changesAt(from)
  for (let nth = 0; nth + 1 < edges.length; nth++) {
    const [begin, end] = [edges[nth] as Instant, edges[nth + 1] as Instant]
    const before = active
    active = changesAt(begin)
    const outcomes: SeatOutcome[] = []
    for (const track of tracks) {
      advance(track, begin, active, active !== before)
      for (const outcome of track.outcomes) outcomes.push(outcome)
    }
    yield { from: begin, to: end, standing: standingOf(outcomes, active, begin) }
  }
}

/** The duties in `[from, to)`, those that go on unchanged put together; in order of their start, then of their seats. */
export function dutiesIn(moments: Iterable<Moment>): readonly TimedDuty[] {
  const done: TimedDuty[] = []
  let open: { from: Instant; to: Instant; readonly duty: Duty }[] = []
  for (const { from, to, standing } of moments) {
    const going: typeof open = []
    for (const duty of standing.duties) {
      const before = open.find((one) => isSameDuty(one.duty, duty))
      if (before !== undefined) before.to = to
      going.push(before ?? { from, to, duty })
    }
    for (const one of open) if (!going.includes(one)) done.push(one)
    open = going
  }
  done.push(...open)
  return done.sort((a, b) => a.from - b.from || bySeat(a.duty, b.duty))
}

/** A layer, and where in its turns one is. */
interface Track {
  readonly layer: Layer
  readonly parts: readonly TurnPart[]
  /** The part that holds the instant, or else the next. */
  cursor: number
  present: TurnPart | undefined
  outcomes: readonly SeatOutcome[]
}

function trackOf(layer: Layer, from: Instant, to: Instant): Track {
  return { layer, parts: layer.parts(from, to), cursor: 0, present: undefined, outcomes: [] }
}

/** Goes on to an instant after the last. */
function advance(
  track: Track,
  at: Instant,
  changes: readonly Change[],
  haveChangesChanged: boolean,
): void {
  const { layer, parts } = track
  while (track.cursor < parts.length && (parts[track.cursor] as TurnPart).to <= at) track.cursor++
  const next = parts[track.cursor]
  const present = next !== undefined && next.from <= at ? next : undefined
  if (present === track.present && !haveChangesChanged) return
  track.present = present
  track.outcomes = present === undefined ? [] : outcomesOf(layer, present, changes)
}

function outcomesOf(
  layer: Layer,
  part: TurnPart,
  changes: readonly Change[],
): readonly SeatOutcome[] {
  const { holder } = part
  return holder.map((member, nth) => {
    const name = holder.length === 1 ? layer.id : `${layer.id}/${nth + 1}`
    return outcomeOf({ layer, part, name, nth: nth + 1, member }, changes)
  })
}

/** The changes that hold at an instant, in their order, for instants that come in order. */
function activeChanges(changes: readonly Change[]): (at: Instant) => readonly Change[] {
  const waiting = changes
    .map((change, place) => ({ change, place }))
    .sort((a, b) => b.change.from - a.change.from)
  let active: typeof waiting = []
  let known: readonly Change[] = []
  let isKnownUntil = Number.NEGATIVE_INFINITY
  return (at) => {
    if (at < isKnownUntil) return known
    active = active.filter(({ change }) => change.to > at)
    for (let last = waiting.at(-1); last !== undefined && last.change.from <= at; ) {
      waiting.pop()
      if (last.change.to > at) active.push(last)
      last = waiting.at(-1)
    }
    active.sort((a, b) => a.place - b.place)
    known = active.map(({ change }) => change)
    const ends = active.map(({ change }) => change.to)
    isKnownUntil = Math.min(waiting.at(-1)?.change.from ?? Number.POSITIVE_INFINITY, ...ends)
    return known
  }
}

/** Every instant at which anything may change, in order, the ends of the span included. */
function edgesOf(
  tracks: readonly Track[],
  changes: readonly Change[],
  from: Instant,
  to: Instant,
): ArrayLike<Instant> {
  const edges = [from, to]
  for (const { parts } of tracks) {
    for (const [nth, part] of parts.entries()) {
      edges.push(part.from)
      if (parts[nth + 1]?.from !== part.to) edges.push(part.to)
    }
  }
  for (const change of changes) {
    const its = change.kind === 'fixed' ? [change, ...change.shifts] : [change]
    for (const span of its) {
      if (span.from > from && span.from < to) edges.push(span.from)
      if (span.to > from && span.to < to) edges.push(span.to)
    }
  }
  const sorted = Float64Array.from(edges).sort()
  let count = 1
  for (const edge of sorted) if (edge !== sorted[count - 1]) sorted[count++] = edge
  return sorted.subarray(0, count)
}
