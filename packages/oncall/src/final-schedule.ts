import type { Instant } from '@holdfast/kernel'
import type { Change } from './changes.ts'
import type { Layer, TurnPart } from './layer.ts'
import { bySeat, type Duty, isSameDuty } from './shift.ts'
import { type Seat, type Standing, standingOf } from './standing.ts'

/** A duty with its time, before it is known whose schedule it is. */
export type TimedDuty = Duty & { readonly from: Instant; readonly to: Instant }

/** What stands from an instant until the next at which anything changes. */
export interface Moment {
  readonly from: Instant
  readonly to: Instant
  readonly standing: Standing
}

/**
 * Goes through `[from, to)` from change to change: hand-offs, windows, and the beginnings and ends of everything that
 * departs from the layers. Each stretch in between is judged once, by what is there in it. The stretches tile the span.
 */
export function* momentsOf(
  layers: readonly Layer[],
  changes: readonly Change[],
  from: Instant,
  to: Instant,
): Generator<Moment> {
  const parts = layers.map((layer) => layer.parts(from, to))
  if (from >= to) return
  const near = changes.filter((change) => change.from < to && change.to > from)
  const changesAt = activeChanges(near)
  const edges = edgesOf(parts, near, from, to)
  const cursors = layers.map(() => 0)
  for (let nth = 0; nth + 1 < edges.length; nth++) {
    const [begin, end] = [edges[nth] as Instant, edges[nth + 1] as Instant]
    const seats: Seat[] = []
    for (const [place, layer] of layers.entries()) {
      const its = parts[place] as readonly TurnPart[]
      let cursor = cursors[place] as number
      while (cursor < its.length && (its[cursor] as TurnPart).to <= begin) cursor++
      cursors[place] = cursor
      const part = its[cursor]
      if (part !== undefined && part.from <= begin) addSeats(seats, layer, part)
    }
    yield { from: begin, to: end, standing: standingOf(seats, changesAt(begin), begin) }
  }
}

/** The duties in `[from, to)`, those that go on unchanged put together; in order of their start, then of their seats. */
export function dutiesIn(moments: Iterable<Moment>): readonly TimedDuty[] {
  const done: TimedDuty[] = []
  let open: { from: Instant; to: Instant; readonly duty: Duty }[] = []
  const close = ({ from, to, duty }: (typeof open)[number]) => done.push({ from, to, ...duty })
  for (const { from, to, standing } of moments) {
    const going: typeof open = []
    for (const duty of standing.duties) {
      const before = open.find((one) => one.to === from && isSameDuty(one.duty, duty))
      if (before !== undefined) before.to = to
      going.push(before ?? { from, to, duty })
    }
    for (const one of open) if (!going.includes(one)) close(one)
    open = going
  }
  for (const one of open) close(one)
  return done.sort((a, b) => a.from - b.from || bySeat(a, b))
}

/** The changes that hold at an instant, in their order, for instants that come in order. */
function activeChanges(changes: readonly Change[]): (at: Instant) => readonly Change[] {
  const waiting = changes
    .map((change, place) => ({ change, place }))
    .sort((a, b) => b.change.from - a.change.from)
  let active: typeof waiting = []
  let known: readonly Change[] = []
  return (at) => {
    const going = active.filter(({ change }) => change.to > at)
    let isOther = going.length < active.length
    for (let last = waiting.at(-1); last !== undefined && last.change.from <= at; ) {
      waiting.pop()
      if (last.change.to > at) {
        going.push(last)
        isOther = true
      }
      last = waiting.at(-1)
    }
    if (!isOther) return known
    active = going.sort((a, b) => a.place - b.place)
    known = active.map(({ change }) => change)
    return known
  }
}

function addSeats(seats: Seat[], layer: Layer, part: TurnPart): void {
  const { holder } = part
  for (const [nth, member] of holder.entries()) {
    const name = holder.length === 1 ? layer.id : `${layer.id}/${nth + 1}`
    seats.push({ layer, part, name, member })
  }
}

function edgesOf(
  parts: readonly (readonly TurnPart[])[],
  changes: readonly Change[],
  from: Instant,
  to: Instant,
): readonly Instant[] {
  const edges = [from, to]
  const add = (at: Instant) => {
    if (at > from && at < to) edges.push(at)
  }
  for (const list of parts) {
    for (const part of list) {
      add(part.from)
      add(part.to)
    }
  }
  for (const change of changes) {
    add(change.from)
    add(change.to)
    if (change.kind !== 'fixed') continue
    for (const shift of change.shifts) {
      add(shift.from)
      add(shift.to)
    }
  }
  const sorted = Float64Array.from(edges).sort()
  return [...sorted].filter((edge, nth) => edge !== sorted[nth - 1])
}
