import type { Calendar } from '@holdfast/calendar'
import {
  DAY_MILLIS,
  effectiveSpan,
  type Instant,
  type Interval,
  parseDuration,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import type { ReadLayer } from './document.ts'
import { dutyTimeOf } from './duty-time.ts'
import { type HandOffs, handOffsOf } from './hand-offs.ts'
import type { Member } from './member.ts'
import { type Era, erasOf } from './rosters.ts'
import { everyTurn, turnsWith } from './turn-count.ts'

/** A stretch of one turn in which there is duty. */
export interface TurnPart extends Interval {
  readonly turn: number
  readonly roster: string | null
  readonly holder: readonly Member[]
}

/** A layer ready to be asked. */
export interface Layer {
  readonly id: string
  readonly priority: number
  readonly zone: Zone
  readonly handOffs: HandOffs
  /** Whether turns without any duty pass nobody by. */
  readonly skipsTurns: boolean
  /** What of its turns is duty in `[from, to)`, in order. */
  parts(from: Instant, to: Instant): readonly TurnPart[]
}

/** Makes a layer ready, as far as it lies within a span. Its turns are numbered from the anchor of its rotation. */
export function layerOf(
  document: ReadLayer,
  timeZone: string,
  calendars: Readonly<Record<string, Calendar>>,
  within: Interval,
): Layer {
  const { id, priority = 0, rotation, excludedTurns = 'skip' } = document
  const zone = zoneOf(rotation.timeZone ?? timeZone)
  const handOffs = handOffsOf(rotation, zone)
  const time = dutyTimeOf(document, zone, calendars)
  const effective = effectiveSpan(document.effective, zone)
  const first = Math.max(within.from, effective.from)
  const last = Math.min(within.to, effective.to)
  const duty = rotation.duty === undefined ? undefined : parseDuration(rotation.duty)
  const dutyMillis = duty && duty.days * DAY_MILLIS + duty.millis
  const endOf = (turn: number, next: Instant) =>
    dutyMillis === undefined ? next : Math.min(next, handOffs.after(turn, dutyMillis))
  const skipsTurns = excludedTurns === 'skip' && !time.isAlways
  const count = skipsTurns ? turnsWith({ zone, handOffs, time, endOf }) : everyTurn
  const eras = erasOf(rotation, zone, handOffs, count)

  return {
    id,
    priority,
    zone,
    handOffs,
    skipsTurns,
    parts(asked, until) {
      const [from, to] = [Math.max(asked, first), Math.min(until, last)]
      if (from >= to) return []
      const { edges } = time.within(from, to)
      const parts: TurnPart[] = []
      let window = 0
      let turn = handOffs.turnAt(from)
      for (let handOff = handOffs.at(turn); handOff < to; turn++) {
        const next = handOffs.at(turn + 1)
        const [begin, end] = [Math.max(from, handOff), Math.min(to, endOf(turn, next))]
        while (window < edges.length && (edges[window + 1] as number) <= begin) window += 2
        for (let at = window; at < edges.length && (edges[at] as number) < end; at += 2) {
          const start = Math.max(begin, edges[at] as number)
          addParts(parts, eras, turn, start, Math.min(end, edges[at + 1] as number))
        }
        handOff = next
      }
      return parts
    },
  }
}

/** A turn whose roster changes while it goes on is cut there. */
function addParts(
  parts: TurnPart[],
  eras: readonly Era[],
  turn: number,
  from: Instant,
  to: Instant,
): void {
  for (let nth = 0; nth < eras.length; nth++) {
    const era = eras[nth] as Era
    const begin = Math.max(from, era.from)
    const end = Math.min(to, eras[nth + 1]?.from ?? to)
    if (begin >= end) continue
    parts.push({ from: begin, to: end, turn, roster: era.roster, holder: era.holderOf(turn) })
  }
}
