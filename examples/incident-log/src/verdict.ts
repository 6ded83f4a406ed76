import { type Instant, MAX_INSTANT } from '@holdfast/kernel'
import type { Incident } from './incident.ts'
import type { Promises } from './promise.ts'
import type { Priority } from './vocabulary.ts'

/**
 * Whether a promise was kept. `open`: neither resolved nor late when the log ends. `unknown`: closed, and the log does
 * not say when it was resolved. `unpromised`: without a priority.
 */
export type Outcome = 'met' | 'missed' | 'open' | 'unknown' | 'unpromised'

export interface Verdict {
  readonly incident: Incident
  readonly outcome: Outcome
  /** What was promised; missing without a priority. */
  readonly promised?: Promised
  /** Milliseconds of open time from opening to resolution, or to the end of the log while unresolved. */
  readonly used?: number
}

export interface Promised {
  readonly priority: Priority
  /** Milliseconds of open time. */
  readonly within: number
  readonly due: Instant
  /** The last instant at which a resolution meets the promise. */
  readonly latest: Instant
}

/**
 * Holds an incident against its promise. The due time may lie on a close; no time passes until the next opening, so a
 * resolution at that very instant still meets the promise, and the promise is missed after it.
 */
export function verdictOn(incident: Incident, promises: Promises, logEnd: Instant): Verdict {
  const { priority, opened, resolved, isClosed } = incident
  if (priority === undefined) return { incident, outcome: 'unpromised' }
  const { calendar } = promises
  const within = promises.within[priority]
  const due = calendar.add(opened, within)
  const promised = { priority, within, due, latest: calendar.nextOpen(due) ?? MAX_INSTANT }
  if (resolved === undefined && isClosed) return { incident, outcome: 'unknown', promised }
  const until = resolved ?? logEnd
  const used = calendar.between(opened, until)
  const inTime = resolved === undefined ? 'open' : 'met'
  return { incident, outcome: until > promised.latest ? 'missed' : inTime, promised, used }
}

/** Milliseconds of open time over what was promised; negative when some was left, and 0 where it is not known. */
export function overBy({ promised, used }: Verdict): number {
  return promised === undefined || used === undefined ? 0 : used - promised.within
}
