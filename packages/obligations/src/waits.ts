import type { Instant, Mark } from '@holdfast/kernel'
import type { Cycle } from './cycle.ts'
import type { Pause, Segment } from './state.ts'
import type { CompiledTerms } from './terms.ts'
import { untilOf } from './wait-end.ts'

/** What is waited for at present, by what each wait is about. The clock runs while there is none. */
export type Waits = Map<string, Wait>

export interface Wait {
  readonly mark: Mark
  /** When it ends by itself, where its mark says so. */
  readonly until: Instant | undefined
}

/** A life, as far as waits act on it. */
interface Waiting {
  readonly terms: CompiledTerms
  readonly open: Cycle | null
  readonly waits: Waits
}

const NO_SEGMENTS: readonly Segment[] = Object.freeze([])
const NO_PAUSES: readonly Pause[] = Object.freeze([])

/** When the clock of a cycle that begins now runs. */
export function segmentsFrom({ waits }: Waiting, at: Instant): readonly Segment[] {
  return waits.size === 0 ? [{ from: at, to: null }] : NO_SEGMENTS
}

/** The pauses that a cycle begins in. */
export function pausesFrom({ waits }: Waiting, at: Instant): readonly Pause[] {
  return waits.size === 0 ? NO_PAUSES : [...waits.values()].map(({ mark }) => pauseOf(mark, at))
}

/**
 * A mark that meets the pause condition. A wait takes the place of the one about the same before it, and the clock does
 * not run for a moment in between; a wait for what does not pause ends it.
 */
export function waitFor(life: Waiting, mark: Mark): void {
  const { waits, terms, open } = life
  const { about, at } = mark
  if (!terms.pausesFor(mark)) {
    endWait(life, about, at)
    return
  }
  const wasRunning = waits.size === 0
  const isOther = waits.has(about)
  // Anew, so that the waits stay in the order in which they began.
  if (isOther) waits.delete(about)
  waits.set(about, { mark, until: untilOf(mark) })
  if (open === null) return
  const before = isOther ? withEnd(open.pauses, about, at) : open.pauses
  open.pauses = [...before, pauseOf(mark, at)]
  if (wasRunning) open.segments = closed(open.segments, at)
}

/** A mark that meets the resume condition: one about the request ends every wait, another the wait that it is about. */
export function stopWaiting(life: Waiting, { about, at }: Mark): void {
  const over = about.startsWith('request:') ? [...life.waits.keys()] : [about]
  for (const wait of over) endWait(life, wait, at)
}

/** Ends the wait about something, if there is one; after the last one the clock runs again. */
export function endWait(life: Waiting, about: string, at: Instant): void {
  const { open, waits } = life
  if (!waits.delete(about) || open === null) return
  open.pauses = withEnd(open.pauses, about, at)
  if (waits.size === 0) open.segments = [...open.segments, { from: at, to: null }]
}

/** The pauses when the one about something ends at an instant; one without length is none. */
function withEnd(pauses: readonly Pause[], about: string, at: Instant): readonly Pause[] {
  const place = pauses.findLastIndex((pause) => pause.to === null && pause.about === about)
  const pause = pauses[place]
  if (pause === undefined) return pauses
  return pause.from < at ? pauses.with(place, { ...pause, to: at }) : pauses.toSpliced(place, 1)
}

function pauseOf(mark: Mark, from: Instant): Pause {
  return {
    from,
    to: null,
    about: mark.about,
    mark: mark.id,
    reason: mark.reason ?? null,
    by: mark.by ?? null,
  }
}

/** The segments when the last one ends at an instant; one without length is none. */
function closed(segments: readonly Segment[], at: Instant): readonly Segment[] {
  const last = segments[segments.length - 1]
  if (last === undefined) return segments
  const earlier = segments.slice(0, -1)
  return last.from < at ? [...earlier, { from: last.from, to: at }] : earlier
}
