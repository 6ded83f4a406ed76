import type { Instant, Mark } from '@holdfast/kernel'
import {
  allBreached,
  type Cycle,
  type End,
  endOfPeriods,
  latestWithin,
  periodsBreached,
} from './cycle.ts'
import type { History } from './history.ts'
import type { Parties } from './state.ts'
import type { CompiledTerms } from './terms.ts'
import { endWait, pausesFrom, segmentsFrom, type Waits } from './waits.ts'
import { warnedBy } from './warnings.ts'

/**
 * What happens to an obligation for one `about`: which cycles have ended, which is open, what is waited for. Marks act
 * on it one effect at a time. It is made anew for every reading and thrown away after it.
 */
export interface ObligationLife {
  readonly about: string
  readonly terms: CompiledTerms
  readonly ended: Cycle[]
  open: Cycle | null
  /** The place of the mark that last ended a cycle; -1 when none did. */
  endedAt: number
  /** When a mark or a date last did, also where the period had not begun; -1 when none did. */
  endedOn: Instant
  readonly waits: Waits
}

const NONE: readonly never[] = Object.freeze([])

/** A life under these terms, with what has ended under others before them. */
export function lifeOf(
  about: string,
  terms: CompiledTerms,
  before: Pick<ObligationLife, 'ended' | 'endedAt' | 'endedOn'> | null = null,
): ObligationLife {
  const { ended, endedAt, endedOn } = before ?? NOTHING_ENDED
  return { about, terms, ended: [...ended], open: null, endedAt, endedOn, waits: new Map() }
}

const NOTHING_ENDED: Pick<ObligationLife, 'ended' | 'endedAt' | 'endedOn'> = Object.freeze({
  ended: [],
  endedAt: -1,
  endedOn: -1,
})

/** Lets time pass: waits with a date end on it, and so does what is owed until a date. */
export function passTo(life: ObligationLife, at: Instant): void {
  if (life.waits.size === 0 && life.terms.until === undefined) return
  for (let next = nextEnding(life, at); next !== null; next = nextEnding(life, at)) {
    if (next.about === null) cancel(life, next.at, life.endedAt)
    else endWait(life, next.about, next.at)
  }
}

/** The next thing that happens by itself up to an instant: the end of a wait, or of everything (`null`). */
function nextEnding(
  { open, terms: { until: end }, waits }: ObligationLife,
  at: Instant,
): { readonly at: Instant; readonly about: string | null } | null {
  // Terms that are past their end already when they are made end what is open at once, and not before they were made.
  const over =
    open !== null && end !== undefined && end <= at ? Math.max(end, open.countsFrom) : null
  let next = over === null ? null : { at: over, about: null }
  let wait: { at: Instant; about: string } | null = null
  for (const [about, { until }] of waits) {
    if (until === undefined || until > at || (wait !== null && wait.at <= until)) continue
    wait = { at: until, about }
  }
  if (wait !== null && next !== null && next.at > wait.at) next = null
  return next ?? wait
}

/** Begins a cycle, unless one is open or the terms owe nothing at that time; says whether it did. */
export function start(life: ObligationLife, mark: Mark, history: History): boolean {
  if (life.open !== null || !life.terms.isOwedAt(mark.at)) return false
  begin(life, mark, mark.at, true, life.terms.partiesOf(mark, history))
  return true
}

/** Fulfills the open cycle; a cadence goes on with the next period, unless this is the last. */
export function stop(life: ObligationLife, mark: Mark, place: number, isLast: boolean): void {
  const { open: cycle, terms } = life
  const { at } = mark
  if (cycle === null || !hasBegun(cycle, at)) return
  finish(life, cycle, { at, how: 'fulfilled' }, place)
  if (terms.cadence === undefined || isLast || !terms.isOwedAt(at)) return
  if (terms.cadence === 'fulfillment') begin(life, mark, at, false, cycle)
  else life.open = nextOnGrid(cycle, at, life.ended.length + 1)
}

/** Ends the open cycle: it is owed no more. */
export function cancel(life: ObligationLife, at: Instant, place: number): void {
  if (life.open !== null) finish(life, life.open, { at, how: 'cancelled' }, place)
}

/** Ends the open cycle and begins the next. */
export function reset(life: ObligationLife, mark: Mark, place: number, history: History): void {
  cancel(life, mark.at, place)
  begin(life, mark, mark.at, false, life.terms.partiesOf(mark, history))
}

export interface AdoptOptions {
  /** Whether it was owed before the instant; what was not cannot have been breached. */
  readonly wasOwed?: boolean
}

/** Goes on with a cycle that other terms began: its clock begins anew at an instant, its pauses are kept. */
export function adopt(
  life: ObligationLife,
  cycle: Cycle,
  at: Instant,
  { wasOwed = true }: AdoptOptions = {},
): void {
  const kept = cycle.pauses.map((pause) =>
    pause.to === null && !life.waits.has(pause.about) ? { ...pause, to: at } : pause,
  )
  const known = new Set(kept.filter(({ to }) => to === null).map(({ about }) => about))
  const added = pausesFrom(life, at).filter(({ about }) => !known.has(about))
  const breached = wasOwed ? periodsBreached(cycle, at) : 0
  const { startedAt, periodsBefore } = cycle
  const breach = breached > 0 ? (latestWithin(cycle, periodsBefore + 1) as Instant) + 1 : null
  const begins = periodsBefore === 0 ? startedAt : (endOfPeriods(cycle, periodsBefore) ?? at)
  life.open = {
    ...cycle,
    number: life.ended.length + 1,
    terms: life.terms,
    // A period on a grid that was still to come comes now.
    startedAt: Math.min(begins, at),
    countsFrom: at,
    periodsBefore: 0,
    segments: segmentsFrom(life, at),
    pauses: [...kept, ...added],
    earlierBreach: cycle.earlierBreach ?? breach,
    earlierBreached: allBreached(cycle, breached),
    earlierWarned: wasOwed ? warnedBy(cycle, at) : cycle.earlierWarned,
  }
}

/** Begins again, under these terms, a cycle that began together with, or before, the end of the last one. */
export function continueWith(
  life: ObligationLife,
  cycle: Cycle,
  at: Instant,
  history: History,
): void {
  const { isStart, mark, terms } = cycle
  passTo(life, at)
  // What fulfilled the cycle before it names nobody; what starts or resets one does, also for later periods on a grid.
  const isNamed = isStart || terms.cadence !== 'fulfillment'
  begin(life, mark, at, isStart, isNamed ? life.terms.partiesOf(mark, history) : cycle)
}

/** Goes on to the period on a grid that the ends of the earlier ones leave open. */
export function skipFulfilled(life: ObligationLife, { startedAt }: Cycle): void {
  for (const { end, startedAt: began } of life.ended) {
    const { open } = life
    if (end?.how !== 'fulfilled' || began !== startedAt || open === null) continue
    if (hasBegun(open, end.at)) life.open = nextOnGrid(open, end.at, open.number)
  }
}

function begin(
  life: ObligationLife,
  mark: Mark,
  at: Instant,
  isStart: boolean,
  { debtor, creditor }: Parties,
): void {
  life.open = {
    number: life.ended.length + 1,
    about: life.about,
    terms: life.terms,
    debtor,
    creditor,
    mark,
    isStart,
    startedAt: at,
    countsFrom: at,
    periodsBefore: 0,
    segments: segmentsFrom(life, at),
    pauses: pausesFrom(life, at),
    earlierBreach: null,
    earlierBreached: 0,
    earlierWarned: NONE,
    end: null,
  }
}

/** Ends a cycle. A period that has not begun yet leaves nothing behind. */
function finish(life: ObligationLife, cycle: Cycle, end: End, place: number): void {
  life.endedAt = place
  life.endedOn = end.at
  life.open = null
  if (!hasBegun(cycle, end.at)) return
  cycle.end = end
  life.ended.push(cycle)
}

/** Whether the period of a cycle has begun: on a grid, the next one begins where the last one ends. */
export function hasBegun(cycle: Cycle, at: Instant): boolean {
  if (cycle.periodsBefore === 0) return true
  const begins = endOfPeriods(cycle, cycle.periodsBefore)
  return begins !== null && begins <= at
}

/**
 * The cycle after one on a grid that was fulfilled: the next period, or, when it was late, the one that its fulfillment
 * falls in. What was missed in between is paid with it.
 */
function nextOnGrid(cycle: Cycle, at: Instant, number: number): Cycle {
  const passed = Math.max(periodsBreached(cycle, at), 1)
  return {
    ...cycle,
    number,
    isStart: false,
    periodsBefore: cycle.periodsBefore + passed,
    end: null,
    pauses: cycle.pauses.filter(({ to }) => to === null || to >= at),
    earlierBreach: null,
    earlierBreached: 0,
    earlierWarned: NONE,
  }
}
