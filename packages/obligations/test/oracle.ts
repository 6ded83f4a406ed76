/**
 * A second reading of a history, minute by minute: for every minute it asks whether the desk is open and whether
 * anybody waits, and counts. It knows no totals, no searches and no intervals. Slow, and for whole minutes only.
 */
import type { Mark } from '@holdfast/kernel'
import type { Life } from '../src/index.ts'
import { MINUTE, type Place, type Plan } from './arbitraries.ts'

/** What both readings are asked for. */
export interface Told {
  readonly cycle: number
  readonly life: Life
  readonly startedAt: number | null
  readonly used: number
  readonly dueAt: number | null
  readonly latestToMeet: number | null
  readonly fulfilledAt: number | null
  readonly cancelledAt: number | null
  readonly breachedAt: number | null
  readonly missed: number
  readonly warnedAt: readonly number[]
}

interface Cycle {
  readonly startedAt: number
  /** Which period since the start it is, from 1. */
  readonly period: number
  /** Since the start, for each minute that passed: whether the clock ran. */
  readonly ran: boolean[]
  end?: { readonly at: number; readonly how: 'fulfilled' | 'cancelled' }
  /** Whether somebody was waited for when it was last looked at. */
  paused: boolean
}

interface Ends {
  readonly due: number[]
  readonly latest: number[]
}

type EffectName = keyof Plan['effects']

const HORIZON = 200 * 24 * 60

export function oracle(plan: Plan, place: Place, marks: readonly Mark[], at: number): Told[] {
  const counts = (minute: number) => plan.counts === 'elapsedTime' || place.calendar.isOpen(minute)
  const endDate =
    plan.cadence === 'once' || plan.untilMinute === undefined
      ? Number.POSITIVE_INFINITY
      : place.from + plan.untilMinute * MINUTE

  const done: Cycle[] = []
  let open: Cycle | undefined
  const waits = new Map<string, number>()

  const past = marks.filter((mark) => mark.at <= at)
  const begin = past.reduce((first, mark) => Math.min(first, mark.at), at)
  for (let now = begin; now <= at; now += MINUTE) {
    for (const [about, until] of waits) if (until <= now) waits.delete(about)
    if (open && endDate <= now) finish(endDate, 'cancelled')
    for (const group of groupsAt(past, now)) happen(group, now)
    if (open) {
      open.paused = waits.size > 0
      if (now + MINUTE <= at) open.ran.push(waits.size === 0)
    }
  }
  return [...done, ...(open ? [open] : [])].map(tell)

  function happen(group: readonly Mark[], now: number): void {
    const hasStopped = new Set<Mark>()
    const each = (effect: EffectName, act: (mark: Mark) => void) => {
      for (const mark of group) if (has(mark, effect)) act(mark)
    }
    const stop = (mark: Mark) => {
      if (!open || hasStopped.has(mark) || !counted(mark)) return
      hasStopped.add(mark)
      fulfill(now, has(mark, 'until'))
    }
    each('cancel', () => finish(now, 'cancelled'))
    each('stop', stop)
    each('until', () => finish(now, 'cancelled'))
    each('reset', () => {
      if (!open) return
      finish(now, 'cancelled')
      open = { startedAt: now, period: 1, ran: [], paused: false }
    })
    each('pause', (mark) => {
      const isReason = !plan.pauseReasons || plan.pauseReasons.includes(mark.reason ?? '')
      if (isReason) waits.set(mark.about, untilOf(mark))
      else waits.delete(mark.about)
    })
    each('resume', (mark) => {
      if (has(mark, 'pause')) return
      if (mark.about.startsWith('request:')) waits.clear()
      else waits.delete(mark.about)
    })
    each('start', (mark) => {
      if (open || now >= endDate) return
      open = { startedAt: now, period: 1, ran: [], paused: false }
      hasStopped.add(mark)
      each('stop', stop)
    })
  }

  function has(mark: Mark, effect: EffectName): boolean {
    const { effects, pauseReasons, cadence } = plan
    if (effect === 'until' && cadence === 'once') return false
    // Where reasons are named and no condition is, waits pause, and what ends waits resumes.
    const pausing: readonly string[] | undefined = effects.pause?.length
      ? effects.pause
      : pauseReasons && ['waiting']
    if (effect === 'pause') return pausing?.includes(mark.type) === true
    if (effect === 'resume' && !effects.resume?.length) {
      const over = ['resumed', 'reopened', 'resolved', 'closed', 'cancelled']
      return pausing !== undefined && over.includes(mark.type)
    }
    if (effect === 'resume' && pausing === undefined) return false
    return effects[effect]?.includes(mark.type) === true
  }

  function counted({ type, automatic, audience }: Mark): boolean {
    if (type !== 'message') return true
    return automatic !== true && (audience !== 'internal' || plan.privateNotesFulfill)
  }

  function finish(now: number, how: 'fulfilled' | 'cancelled'): void {
    if (!open) return
    const ended = open
    ended.paused = waits.size > 0
    open = undefined
    if (hasBegun(ended)) done.push({ ...ended, end: { at: now, how } })
  }

  function fulfill(now: number, isLast: boolean): void {
    const cycle = open
    if (!cycle || !hasBegun(cycle)) return
    finish(now, 'fulfilled')
    if (plan.cadence === 'once' || isLast || now >= endDate) return
    if (plan.cadence === 'fulfillment') {
      open = { startedAt: now, period: 1, ran: [], paused: false }
      return
    }
    const passed = breaches(cycle, ends(cycle, cycle.period, now), now)
    open = { ...cycle, period: cycle.period + Math.max(passed, 1), ran: [...cycle.ran] }
  }

  /** Counted minutes up to now. */
  function total(cycle: Cycle): number {
    return cycle.ran.filter((ran, nth) => ran && counts(cycle.startedAt + nth * MINUTE)).length
  }

  function hasBegun(cycle: Cycle): boolean {
    return total(cycle) >= (cycle.period - 1) * plan.minutes
  }

  /** Whether the clock runs in the n-th minute; after what is known, as it stood last. */
  function runs(cycle: Cycle, nth: number): boolean {
    return cycle.ran[nth] ?? !cycle.paused
  }

  /**
   * The first instants with one, two... periods used up, and the beginnings of the first counted minutes too many;
   * as many as asked for, and all those up to an instant.
   */
  function ends(cycle: Cycle, periods: number, until: number): Ends {
    const found: Ends = { due: [], latest: [] }
    let counted = 0
    for (let nth = 0; nth < HORIZON; nth++) {
      const now = cycle.startedAt + nth * MINUTE
      if (counted === (found.due.length + 1) * plan.minutes) found.due.push(now)
      if (now > until && found.latest.length >= periods) return found
      if (nth >= cycle.ran.length && cycle.paused) return found
      if (!runs(cycle, nth) || !counts(now)) continue
      if (counted === (found.latest.length + 1) * plan.minutes) found.latest.push(now)
      counted++
    }
    return found
  }

  /** The first instant with so many minutes counted. */
  function first(cycle: Cycle, minutes: number, until: number): number | null {
    let left = minutes
    for (let nth = 0; cycle.startedAt + nth * MINUTE <= until; nth++) {
      const now = cycle.startedAt + nth * MINUTE
      if (left === 0) return now
      if (runs(cycle, nth) && counts(now)) left--
    }
    return null
  }

  function tell(cycle: Cycle, nth: number): Told {
    const { end, period } = cycle
    const last = end?.at ?? at
    const begun = hasBegun(cycle)
    const found = ends(cycle, period, last)
    const breached = begun ? breaches(cycle, found, last) : 0
    const latestToMeet = found.latest[period - 1] ?? null
    const warnings = [plan.minutes / 2, plan.minutes - 10].sort((a, b) => a - b)
    const warnedAt = warnings.map((minutes) =>
      begun ? first(cycle, (period - 1) * plan.minutes + minutes, last) : null,
    )
    return {
      cycle: nth + 1,
      life: end?.how ?? (begun ? (cycle.paused ? 'paused' : 'running') : 'inactive'),
      startedAt: period === 1 ? cycle.startedAt : (found.due[period - 2] ?? null),
      used: begun ? (total(cycle) - (period - 1) * plan.minutes) * MINUTE : 0,
      dueAt: found.due[period - 1] ?? null,
      latestToMeet,
      fulfilledAt: end?.how === 'fulfilled' ? end.at : null,
      cancelledAt: end?.how === 'cancelled' ? end.at : null,
      breachedAt: breached > 0 ? (latestToMeet as number) + 1 : null,
      missed: plan.cadence === 'once' ? 0 : Math.max(breached - 1, 0),
      warnedAt: warnedAt.filter((warning) => warning !== null),
    }
  }
}

/** Marks with a place in the stream one by one, in order; then the others of the instant together. */
function groupsAt(marks: readonly Mark[], now: number): (readonly Mark[])[] {
  const here = marks.filter((mark) => mark.at === now)
  const placed = here.filter(({ seq }) => seq !== undefined)
  const rest = here.filter(({ seq }) => seq === undefined).sort((a, b) => (a.id < b.id ? -1 : 1))
  const alone = placed.sort((a, b) => (a.seq as number) - (b.seq as number)).map((mark) => [mark])
  return rest.length > 0 ? [...alone, rest] : alone
}

function untilOf({ at, facts }: Mark): number {
  const until = facts?.['until']
  return typeof until === 'number' && until > at ? until : Number.POSITIVE_INFINITY
}

/** How many periods, this one first, had ended before an instant. */
function breaches({ period }: Cycle, { latest }: Ends, before: number): number {
  return latest.slice(period - 1).filter((at) => at < before).length
}
