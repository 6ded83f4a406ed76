import {
  type Instant,
  type InstantLike,
  interval,
  type LocalDate,
  localDayAt,
  toLocalDate,
  zoneOf,
} from '@holdfast/kernel'
import { type History, historyOf, isOpen } from '@holdfast/obligations'
import { type Coverage, coverageCount } from './coverage.ts'
import { compareText } from './first-of.ts'
import { type Capacity, planWork, type WorkPlan } from './forecast-plan.ts'
import type { ForecastStatus, OpenPromise } from './open-promise.ts'
import type { SlaPolicy, SlaState } from './policy.ts'
import { promisesByKey } from './promise-change.ts'
import { type RequestHistory, readRequest } from './request-history.ts'

export interface ForecastOptions {
  /** How far it looks; after `at`. */
  readonly until: InstantLike
  /** The IANA zone of the days; that of the policy when left out, else UTC. */
  readonly timeZone?: string | undefined
  /** Who is there to do the work; without it there is no plan. */
  readonly capacity?: Capacity | undefined
}

/** What happens on one local date when nobody acts. */
export interface ForecastDay {
  readonly date: LocalDate
  /** How many promises can be kept on it for the last time, and will be breached. */
  readonly willBreach: number
  /** How many promises warn next on it. */
  readonly warnings: number
}

export interface Forecast {
  readonly at: Instant
  readonly until: Instant
  readonly timeZone: string
  /** By `latestToMeet` (what is paused last), then by request, `about`, kind of agreement, metric and cycle. */
  readonly promises: readonly OpenPromise[]
  readonly counts: Readonly<Record<ForecastStatus, number>>
  /** Every date from that of `at` to that of the last instant before `until`. */
  readonly days: readonly ForecastDay[]
  readonly plan: WorkPlan | null
  readonly coverage: Coverage
}

/**
 * What is still owed at an instant, and what comes of it by another when nobody acts: waits with a date end, agreements
 * come into effect, and clocks go on. With `capacity`, also when each request would be done, and what is breached even
 * so. The order of histories changes nothing, as long as their ids differ.
 *
 * Throws `RangeError` `interval-empty` unless `at` is before `until`, `zone-unknown`, what `toInstant` throws, and for
 * capacity `agents-invalid`, `handling-invalid`, `duration-invalid` and `TypeError` `duration-not-fixed`.
 */
export function forecast(
  policy: SlaPolicy,
  histories: Iterable<RequestHistory>,
  like: InstantLike,
  options: ForecastOptions,
): Forecast {
  const { from: at, to: until } = interval(like, options.until)
  const { timeZone = policy.document.timeZone ?? 'UTC', capacity } = options
  const zone = zoneOf(timeZone)
  const coverage = coverageCount()
  const promises: OpenPromise[] = []
  for (const { id, marks } of histories) {
    // Marks after `at` have not happened yet.
    const history = historyOf(marks, at)
    const reading = readRequest(policy, history, at)
    coverage.add(reading)
    if (reading.states.some(isOpen)) {
      promises.push(...openPromises(policy, id, history, reading.states, { at, until }))
    }
  }
  promises.sort(byUrgency)
  const counts = { breached: 0, willBreach: 0, paused: 0, inTime: 0 }
  for (const { status } of promises) counts[status]++
  return {
    at,
    until,
    timeZone,
    promises,
    counts,
    days: daysOf(promises, (instant) => localDayAt(zone, instant), { at, until }),
    plan: capacity === undefined ? null : planWork(promises, at, capacity),
    coverage: coverage.total(),
  }
}

interface Span {
  readonly at: Instant
  readonly until: Instant
}

function openPromises(
  policy: SlaPolicy,
  id: string,
  history: History,
  states: readonly SlaState[],
  { at, until }: Span,
): readonly OpenPromise[] {
  const later = promisesByKey(policy.read(history, until).states)
  const warnings = nextWarnings(policy, history, at)
  return [...promisesByKey(states)].flatMap(([key, state]) => {
    if (!isOpen(state)) return []
    const { agreement, agreementKind, metric, priority, about, cycle, debtor, creditor } = state
    const then = later.get(key)
    const breachedAt = state.breachedAt ?? then?.breachedAt ?? null
    const place = { agreement, agreementKind, metric, priority, about, cycle }
    const promise: OpenPromise = {
      id,
      ...place,
      debtor,
      creditor,
      status: statusOf(state, breachedAt),
      isPaused: state.life === 'paused',
      waitingFor: waitsOf(state),
      latestToMeet: state.latestToMeet ?? then?.latestToMeet ?? null,
      breachedAt,
      nextWarning: warnings.get(warningKey(state)) ?? null,
      remaining: state.remaining,
    }
    return [promise]
  })
}

function statusOf({ breachedAt: late, life }: SlaState, breachedAt: Instant | null) {
  if (late !== null) return 'breached'
  if (breachedAt !== null) return 'willBreach'
  return life === 'paused' ? 'paused' : 'inTime'
}

/** The reasons of the waits that last, each once. */
function waitsOf({ pauses }: SlaState): readonly string[] {
  const reasons = pauses.flatMap(({ to, reason }) => (to === null && reason ? [reason] : []))
  return [...new Set(reasons)].sort(compareText)
}

/** The next warning of each promise that warns again. */
function nextWarnings(
  policy: SlaPolicy,
  history: History,
  at: Instant,
): ReadonlyMap<string, Instant> {
  const found = new Map<string, Instant>()
  for (const { key, at: when, purpose } of policy.wakeups(history, at)) {
    if (purpose !== 'warn') continue
    const promise = key.slice(0, key.lastIndexOf('|warn|'))
    if (!found.has(promise)) found.set(promise, when)
  }
  return found
}

/** What the keys of wake-ups begin with. */
function warningKey({ obligation, about, cycle }: SlaState): string {
  return `${obligation}|${about}|${cycle}`
}

function daysOf(
  promises: readonly OpenPromise[],
  dayOf: (at: Instant) => number,
  { at, until }: Span,
): readonly ForecastDay[] {
  const first = dayOf(at)
  const days = Array.from({ length: dayOf(until - 1) - first + 1 }, (_, nth) => ({
    date: toLocalDate(first + nth),
    willBreach: 0,
    warnings: 0,
  }))
  const dayAt = (instant: Instant) => days[dayOf(instant) - first]
  for (const { status, breachedAt, nextWarning } of promises) {
    const last = status === 'willBreach' ? dayAt((breachedAt as Instant) - 1) : undefined
    if (last !== undefined) last.willBreach++
    const warned = nextWarning === null ? undefined : dayAt(nextWarning)
    if (warned !== undefined && (nextWarning as Instant) < until) warned.warnings++
  }
  return days
}

const NEVER = Number.MAX_SAFE_INTEGER

function byUrgency(a: OpenPromise, b: OpenPromise): number {
  return (
    (a.latestToMeet ?? NEVER) - (b.latestToMeet ?? NEVER) ||
    compareText(a.id, b.id) ||
    compareText(a.about, b.about) ||
    compareText(a.agreementKind, b.agreementKind) ||
    compareText(a.metric, b.metric) ||
    compareText(a.agreement, b.agreement) ||
    a.cycle - b.cycle
  )
}
