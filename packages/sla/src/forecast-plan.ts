import type { Calendar } from '@holdfast/calendar'
import { type Duration, type Instant, quote, rangeError, toMillis } from '@holdfast/kernel'
import { compareText } from './first-of.ts'
import type { OpenPromise } from './open-promise.ts'

/** Who is there to do the work. */
export interface Capacity {
  /** How many work at the same time; whole and positive. */
  readonly agents: number
  /** The working time that one request takes, positive and of fixed length: `PT30M`. */
  readonly handling: Duration
  /** When they work. What is not done by closing time goes on at the next opening. */
  readonly calendar: Calendar
}

/** When one request would be done. */
export interface PlannedRequest {
  readonly id: string
  /** The earliest `latestToMeet` of what is owed to it; `null` where nothing of it ever falls due. */
  readonly deadline: Instant | null
  /** `null` when the calendar has too little open time before 2101. */
  readonly startsAt: Instant | null
  readonly doneAt: Instant | null
  /** What would be late when it is done then, and is not late yet. */
  readonly breaches: readonly OpenPromise[]
}

export interface WorkPlan {
  /** In the order in which they are worked on. */
  readonly requests: readonly PlannedRequest[]
  /** How many promises are breached even so. */
  readonly breaches: number
  /** How long after the deadline it is done, of the request that is done the latest after it; negative where all are in time. */
  readonly maxLateness: number | null
  /** How many requests wait for somebody else with everything that is owed to them, so that nobody can work on them. */
  readonly waiting: number
}

/**
 * The plan by the earliest deadline first: each request is one unit of work, for whoever is free next; ties by id. For
 * work that is all there and takes equally long, no other order makes the greatest lateness smaller, with one agent or
 * many (J. R. Jackson, "Scheduling a production line to minimize maximum tardiness", 1955). It does not minimize how
 * many are late: what is late already goes first.
 *
 * Throws `RangeError` `agents-invalid`, `handling-invalid` and `duration-invalid`, and `TypeError` `duration-not-fixed`.
 */
export function planWork(
  promises: readonly OpenPromise[],
  at: Instant,
  { agents, handling, calendar }: Capacity,
): WorkPlan {
  if (!Number.isSafeInteger(agents) || agents < 1) {
    throw rangeError('agents-invalid', `${quote(agents)} is not a number of agents`)
  }
  const length = toMillis(handling)
  if (length <= 0) throw rangeError('handling-invalid', `${quote(handling)} is no time to work in`)
  const worked = (millis: number) => orNull(() => calendar.add(at, millis))
  const byRequest = new Map<string, OpenPromise[]>()
  for (const promise of promises) {
    const known = byRequest.get(promise.id)
    if (known === undefined) byRequest.set(promise.id, [promise])
    else known.push(promise)
  }
  const all = [...byRequest].map(([id, owed]) => ({ id, owed, deadline: deadlineOf(owed) }))
  const queue = all
    .filter(({ owed }) => owed.some(({ isPaused }) => !isPaused))
    .sort((a, b) => (a.deadline ?? NEVER) - (b.deadline ?? NEVER) || compareText(a.id, b.id))
  const requests = queue.map(({ id, owed, deadline }, nth): PlannedRequest => {
    // All take equally long, so all agents are free again at once.
    const round = Math.floor(nth / agents)
    const begins = worked(round * length)
    const doneAt = worked((round + 1) * length)
    const startsAt = doneAt === null || begins === null ? null : calendar.nextOpen(begins)
    const breaches = owed.filter((promise) => isLateAt(promise, doneAt))
    return { id, deadline, startsAt, doneAt, breaches }
  })
  return {
    requests,
    breaches: requests.reduce((sum, { breaches }) => sum + breaches.length, 0),
    maxLateness: maxLatenessOf(requests),
    waiting: all.length - queue.length,
  }
}

const NEVER = Number.MAX_SAFE_INTEGER

function deadlineOf(owed: readonly OpenPromise[]): Instant | null {
  const deadlines = owed.flatMap(({ isPaused, latestToMeet }) =>
    isPaused || latestToMeet === null ? [] : [latestToMeet],
  )
  return deadlines.length === 0 ? null : Math.min(...deadlines)
}

function isLateAt({ status, isPaused, latestToMeet }: OpenPromise, doneAt: Instant | null) {
  if (status === 'breached' || isPaused || latestToMeet === null) return false
  return doneAt === null || doneAt > latestToMeet
}

function maxLatenessOf(requests: readonly PlannedRequest[]): number | null {
  return requests.reduce<number | null>((most, { deadline, doneAt }) => {
    if (deadline === null || doneAt === null) return most
    return Math.max(most ?? Number.NEGATIVE_INFINITY, doneAt - deadline)
  }, null)
}

function orNull(ask: () => Instant): Instant | null {
  try {
    return ask()
  } catch (error) {
    if ((error as { code?: string }).code === 'never-open') return null
    throw error
  }
}
