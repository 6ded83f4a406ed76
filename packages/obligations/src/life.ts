import { type Instant, MAX_INSTANT, type Mark, parseInstant } from '@holdfast/kernel'
import {
  type Cycle,
  countedBefore,
  countedUntil,
  type End,
  latestWithin,
  periodsBreached,
} from './cycle.ts'
import type { Pause, Segment } from './state.ts'
import type { CompiledTerms } from './terms.ts'

/**
 * What happens to an obligation for one `about`: which cycles have ended, which is open, what is waited for. Marks act
 * on it one effect at a time. It is made anew for every reading and thrown away after it.
 */
export interface ObligationLife {
  readonly about: string
  readonly ended: readonly Cycle[]
  readonly open: Cycle | null
  /** The place of the mark after which no cycle was open, or the last one began; -1 when none ended. */
  readonly endedAt: number
  /** Lets time pass: waits with a date end on it, and so does what is owed until a date. */
  passTo(at: Instant): void
  /** Begins a cycle, unless one is open or the terms owe nothing at that time; says whether it did. */
  start(mark: Mark): boolean
  /** Fulfils the open cycle; a cadence goes on with the next period, unless this is the last. */
  stop(mark: Mark, place: number, isLast: boolean): void
  cancel(at: Instant, place: number): void
  reset(mark: Mark, place: number): void
  pause(mark: Mark): void
  resume(mark: Mark): void
  /** Goes on with a cycle that other terms began: its clock begins anew at an instant, its pauses are kept. */
  adopt(cycle: Cycle, at: Instant): void
  /** Begins the cycle that the end of the one before it began under other terms. */
  continueWith(cycle: Cycle): void
}

interface Wait {
  readonly mark: Mark
  /** When it ends by itself, where its mark says so. */
  readonly until: Instant | undefined
}

export function lifeOf(
  about: string,
  terms: CompiledTerms,
  before: readonly Cycle[] = [],
  endedBefore = -1,
): ObligationLife {
  const ended: Cycle[] = [...before]
  const waits = new Map<string, Wait>()
  let open: Cycle | null = null
  let endedAt = endedBefore

  function begin(mark: Mark, at: Instant, isStart: boolean, parties = terms.partiesOf(mark)): void {
    open = {
      number: ended.length + 1,
      about,
      terms,
      ...parties,
      mark,
      isStart,
      startedAt: at,
      countsFrom: at,
      periodsBefore: 0,
      segments: segmentsFrom(at),
      pauses: pausesFrom(at),
      earlierBreach: null,
      end: null,
    }
  }

  function segmentsFrom(at: Instant): readonly Segment[] {
    return waits.size === 0 ? [{ from: at, to: null }] : []
  }

  function pausesFrom(at: Instant): readonly Pause[] {
    return waits.size === 0 ? NO_PAUSES : [...waits.values()].map(({ mark }) => pauseOf(mark, at))
  }

  /** Ends the open cycle. A period that has not begun yet leaves nothing behind. */
  function finish(cycle: Cycle, end: End, place: number): void {
    endedAt = place
    open = null
    if (hasBegun(cycle, end.at)) ended.push({ ...cycle, end })
  }

  function endWait(about: string, at: Instant): void {
    if (!waits.delete(about) || open === null) return
    const pauses = open.pauses.map((pause) =>
      pause.to === null && pause.about === about ? { ...pause, to: at } : pause,
    )
    const segments = waits.size === 0 ? [...open.segments, { from: at, to: null }] : open.segments
    open = { ...open, pauses, segments }
  }

  function beginWait(mark: Mark): void {
    const wasRunning = waits.size === 0
    waits.set(mark.about, { mark, until: untilOf(mark) })
    if (open === null) return
    const pauses = [...open.pauses, pauseOf(mark, mark.at)]
    open = { ...open, pauses, ...(wasRunning && { segments: closed(open.segments, mark.at) }) }
  }

  /** The next thing that happens by itself up to an instant: the end of a wait, or of everything. */
  function nextEnding(at: Instant): { at: Instant; about: string | null } | null {
    let next: { at: Instant; about: string | null } | null = null
    if (open !== null && terms.until !== undefined && terms.until <= at) {
      next = { at: terms.until, about: null }
    }
    for (const [about, { until }] of waits) {
      if (until !== undefined && until <= at && (next === null || until < next.at)) {
        next = { at: until, about }
      }
    }
    return next
  }

  return {
    about,
    get ended() {
      return ended
    },
    get open() {
      return open
    },
    get endedAt() {
      return endedAt
    },

    passTo(at) {
      if (waits.size === 0 && terms.until === undefined) return
      for (let next = nextEnding(at); next !== null; next = nextEnding(at)) {
        if (next.about !== null) endWait(next.about, next.at)
        else if (open !== null) finish(open, { at: next.at, how: 'cancelled' }, endedAt)
      }
    },

    start(mark) {
      if (open !== null || !terms.isOwedAt(mark.at)) return false
      begin(mark, mark.at, true)
      return true
    },

    stop(mark, place, isLast) {
      const cycle = open
      const { at } = mark
      if (cycle === null || !hasBegun(cycle, at)) return
      finish(cycle, { at, how: 'fulfilled' }, place)
      if (terms.cadence === undefined || isLast || !terms.isOwedAt(at)) return
      const { debtor, creditor } = cycle
      if (terms.cadence === 'fulfillment') begin(mark, at, false, { debtor, creditor })
      else open = nextOnGrid(cycle, at, ended.length + 1)
    },

    cancel(at, place) {
      if (open !== null) finish(open, { at, how: 'cancelled' }, place)
    },

    reset(mark, place) {
      if (open === null) return
      finish(open, { at: mark.at, how: 'cancelled' }, place)
      begin(mark, mark.at, false)
    },

    pause(mark) {
      if (waits.has(mark.about)) {
        // A wait takes the place of the one before it; the clock does not run for a moment in between.
        const isPause = terms.pausesFor(mark.reason)
        if (isPause) replaceWait(mark)
        else endWait(mark.about, mark.at)
      } else if (terms.pausesFor(mark.reason)) beginWait(mark)
    },

    resume({ about: over, at }) {
      if (over.startsWith('request:')) for (const wait of [...waits.keys()]) endWait(wait, at)
      else endWait(over, at)
    },

    adopt(cycle, at) {
      const isPaused = ({ about }: Pause) => waits.has(about)
      const kept = cycle.pauses.map((pause) =>
        pause.to === null && !isPaused(pause) ? { ...pause, to: at } : pause,
      )
      const known = new Set(kept.filter(({ to }) => to === null).map((pause) => pause.about))
      const added = pausesFrom(at).filter((pause) => !known.has(pause.about))
      const breached = periodsBreached(cycle, at) > 0
      const breach = breached ? (latestWithin(cycle, cycle.periodsBefore + 1) as Instant) + 1 : null
      open = {
        ...cycle,
        number: ended.length + 1,
        terms,
        countsFrom: at,
        periodsBefore: 0,
        segments: segmentsFrom(at),
        pauses: [...kept, ...added],
        earlierBreach: cycle.earlierBreach ?? breach,
      }
    },

    continueWith({ mark, startedAt, debtor, creditor }) {
      begin(mark, startedAt, false, { debtor, creditor })
    },
  }

  function replaceWait(mark: Mark): void {
    waits.set(mark.about, { mark, until: untilOf(mark) })
    if (open === null) return
    const { at, about: over } = mark
    const earlier = open.pauses.map((pause) =>
      pause.to === null && pause.about === over ? { ...pause, to: at } : pause,
    )
    open = { ...open, pauses: [...earlier, pauseOf(mark, at)] }
  }
}

const NO_PAUSES: readonly Pause[] = Object.freeze([])

/** Whether the period of a cycle has begun: on a grid, the next one begins where the last one ends. */
export function hasBegun(cycle: Cycle, at: Instant): boolean {
  if (cycle.periodsBefore === 0) return true
  const open = cycle.end === null ? cycle : { ...cycle, end: null }
  return countedUntil(open, at) >= countedBefore(cycle)
}

/**
 * The cycle after one on a grid that was fulfilled: the next period, or, when it was late, the one that its fulfilment
 * falls in. What was missed in between is paid with it.
 */
function nextOnGrid(cycle: Cycle, at: Instant, number: number): Cycle {
  const passed = Math.max(periodsBreached(cycle, at), 1)
  return {
    ...cycle,
    number,
    isStart: false,
    periodsBefore: cycle.periodsBefore + passed,
    pauses: cycle.pauses.filter(({ to }) => to === null),
    earlierBreach: null,
  }
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

/** The date that a wait names as its end: `facts.until`, an instant after its beginning. */
export function untilOf({ at, facts }: Mark): Instant | undefined {
  const named = facts?.['until']
  const until = typeof named === 'string' ? parseInstant(named) : named
  const isInstant = typeof until === 'number' && Number.isSafeInteger(until) && until <= MAX_INSTANT
  return isInstant && until > at ? until : undefined
}
