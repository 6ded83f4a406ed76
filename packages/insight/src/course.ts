import type { Instant, Mark } from '@holdfast/kernel'
import { untilOf } from '@holdfast/obligations'
import {
  type Activity,
  isOwn,
  isSame,
  type StateElements,
  statedBy,
  UNKNOWN,
  waitOf,
} from './activity.ts'

/** How a case's life came to its end. */
export type Ending =
  /** The history states when it was resolved. */
  | 'recorded'
  /** It went into a resolved state. */
  | 'observed'
  /** It was closed without having been resolved. */
  | 'closed'
  | 'cancelled'

/** A resolution that did not hold. */
export interface Undone {
  readonly resolvedAt: Instant
  readonly reopenedAt: Instant
}

/** How far a case has come while its marks go by. */
export interface Course {
  phase: 'open' | 'resolved' | 'closed' | 'cancelled'
  /** Where its life ends, unless it is reopened. */
  end: { readonly at: Instant; readonly ending: Ending } | null
  closedAt: Instant | null
  firstResolvedAt: Instant | null
  readonly undone: Undone[]
  /** How often it was reopened; twice with nothing done in between is once. */
  reopenings: number
  /** Whether it was reopened since it was over last. */
  isReopened: boolean
  /** The mark of a reopening before which nothing says that it was over. */
  unexplained: string | null
  /** What goes on. */
  present: Activity
  /** The desk's own, which goes on again when a wait is over, or a resolution undone. */
  work: Activity
  /** The end of a wait that has a date. */
  waitEnd: { readonly at: Instant; readonly mark: string } | null
}

export function newCourse(): Course {
  return {
    phase: 'open',
    end: null,
    closedAt: null,
    firstResolvedAt: null,
    undone: [],
    reopenings: 0,
    isReopened: false,
    unexplained: null,
    present: UNKNOWN,
    work: UNKNOWN,
    waitEnd: null,
  }
}

/** What a mark does to a case. */
export function take(course: Course, mark: Mark, states: StateElements): void {
  const stated = statedBy(mark, states)
  switch (mark.type) {
    case 'resolved':
      resolve(course, mark)
      break
    case 'closed':
    case 'cancelled':
      finish(course, mark, mark.type)
      break
    case 'reopened':
      reopen(course, mark, stated)
      break
    case 'waiting':
      wait(course, mark, stated)
      break
    case 'resumed':
      goOn(course, stated ?? course.work)
      break
    default:
      if (stated !== undefined && !isSame(stated, course.present)) goOn(course, stated)
  }
}

/** A resolution that the history states counts before one that was only seen; of those seen, the first. */
function resolve(course: Course, { at, facts }: Mark): void {
  if (course.phase === 'cancelled') return
  const isRecorded = facts?.['recorded'] === true
  if (isRecorded) course.end = { at, ending: 'recorded' }
  else if (course.phase === 'open') course.end = { at, ending: 'observed' }
  course.phase = 'resolved'
  course.isReopened = false
  course.closedAt = null
  course.firstResolvedAt ??= at
  course.waitEnd = null
}

function finish(course: Course, { at, facts }: Mark, how: 'closed' | 'cancelled'): void {
  if (course.phase === 'open') course.end = { at, ending: how }
  course.phase = how
  course.isReopened = false
  if (course.closedAt === null || facts?.['recorded'] === true) course.closedAt = at
  course.waitEnd = null
}

function reopen(course: Course, { at, id }: Mark, stated: Activity | undefined): void {
  if (course.end !== null) course.undone.push({ resolvedAt: course.end.at, reopenedAt: at })
  else if (!course.isReopened) course.unexplained = id
  if (!course.isReopened) course.reopenings++
  course.isReopened = true
  course.phase = 'open'
  course.end = null
  course.closedAt = null
  goOn(course, stated ?? course.work)
}

function wait(course: Course, mark: Mark, stated: Activity | undefined): void {
  const until = untilOf(mark)
  course.present = waitOf(mark, stated)
  course.waitEnd = until === undefined ? null : { at: until, mark: mark.id }
}

function goOn(course: Course, activity: Activity): void {
  course.present = activity
  // A wait for others is over when the desk goes on, however it was told.
  if (isOwn(activity)) course.work = activity
  course.waitEnd = null
}
