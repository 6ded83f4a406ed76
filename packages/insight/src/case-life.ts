import type { Calendar } from '@holdfast/calendar'
import { type Instant, type InstantLike, type Mark, toInstant, typeError } from '@holdfast/kernel'
import { type History, historyOf } from '@holdfast/obligations'
import type { StateElements } from './activity.ts'
import { type Answers, answersIn } from './answers.ts'
import type { Course, Ending, Undone } from './course.ts'
import { type ElementTime, elementTimes } from './element-time.ts'
import { type HandOver, shown } from './holder.ts'
import { type CaseFact, knownFacts } from './known-facts.ts'
import { lifeLineOf } from './life-line.ts'
import type { Holder, Stretch } from './stretch.ts'
import { stretchesOf } from './stretches.ts'

/** A length of time, in milliseconds. */
export interface Span {
  readonly elapsed: number
  /** Business time; `null` without a calendar. */
  readonly business: number | null
}

/** Something in a history that cannot be as it says. It is counted as well as can be, and named. */
export interface LifeProblem {
  /**
   * `unusable-marks`, `other-request`, `no-submission`, `before-submission`, `ended-before-submission` or
   * `reopened-before-end`.
   */
  readonly code: string
  readonly marks: readonly string[]
}

/**
 * The life of a case, taken apart. It begins with the submission and ends with the last resolution that was not undone;
 * what passes from there until it is closed is the close lag, and no part of it.
 */
export interface CaseLife extends Span {
  readonly about: string
  readonly openedAt: Instant
  /** `null` while it is not over. */
  readonly endedAt: Instant | null
  readonly ending: Ending | null
  /** Up to when it was counted: its end, or while it is not over the instant that was asked about. */
  readonly until: Instant
  readonly firstResolvedAt: Instant | null
  readonly closedAt: Instant | null
  /** From its end until it was closed; `null` while either has not come. */
  readonly closeLag: Span | null
  /** Its parts: their times add up to the whole, elapsed and in business time. */
  readonly elements: readonly ElementTime[]
  /** They tile it, in order. */
  readonly stretches: readonly Stretch[]
  readonly handOvers: readonly HandOver[]
  /** Whom it belonged to at last. */
  readonly holder: Holder | null
  readonly undone: readonly Undone[]
  /** How often it was reopened: once for each of `undone`, and where nothing says when it had been over. */
  readonly reopenings: number
  readonly answers: Answers
  readonly facts: Readonly<Record<string, CaseFact>>
  readonly problems: readonly LifeProblem[]
}

export interface CaseLifeOptions {
  /** Counts business time beside elapsed time. */
  readonly calendar?: Calendar | undefined
  /** Up to when the history is known; its last mark when left out. What comes later has not happened. */
  readonly at?: InstantLike | undefined
  /** What goes on in which state, where marks name states and no elements. */
  readonly states?: StateElements | undefined
}

/**
 * Takes the life of a case apart into elements and their repetitions. The order of the marks changes nothing.
 *
 * What goes on is read off the marks: `facts.element` (and for a wait `facts.party`), else `states[mark.state]`;
 * `waiting` begins a wait for `facts.party`, else `reason`, else whom its state waits for, which `resumed`, a date in `facts.until` or another element
 * ends; the time between a resolution and its reopening is the element `resolved`. Where nothing says, it is
 * `unknown`. Only marks about the request itself count.
 *
 * An **iteration** is a time that an element goes on without another in between; of the desk's own work, and of the wait
 * to be taken up (`queue`), another holder begins a new one. Its **driver** is `facts.driver` of the marks it begins
 * with, else `reopened`, else `handOver` where another had it the time before, else `unknown`.
 *
 * **Ties**: where the history states the time of a resolution (`facts.recorded`), that one counts; of resolutions only
 * seen, the first of those that nothing undid. **Source**: R99-R101.
 * Throws `TypeError` `history-empty` when nothing has happened by then, and what `toInstant` throws.
 */
export function decomposeCaseLife(
  history: Iterable<Mark> | History,
  { calendar, at: like, states = {} }: CaseLifeOptions = {},
): CaseLife {
  const known = historyOf(history, like === undefined ? undefined : toInstant(like))
  const about = known.request ?? known.marks[0]?.about
  const marks = known.marks.filter((mark) => mark.about === about)
  const [first, last] = [marks[0], marks.at(-1)]
  if (about === undefined || first === undefined || last === undefined) {
    throw typeError('history-empty', 'a case without marks has no life')
  }
  const submitted = marks.find(({ type }) => type === 'submitted')
  const openedAt = (submitted ?? first).at
  const knownUntil = like === undefined ? last.at : toInstant(like)
  const { steps, course, handOvers } = lifeLineOf(marks, states, knownUntil)
  const { end, closedAt, firstResolvedAt, undone, reopenings } = course
  const until = Math.max(openedAt, end?.at ?? knownUntil)
  const spanOf = (from: Instant, to: Instant): Span => ({
    elapsed: to - from,
    business: calendar === undefined ? null : calendar.between(from, to),
  })
  const stretches = stretchesOf(steps, openedAt, until, calendar)
  const holder = steps.at(-1)?.holder ?? null
  return {
    about,
    openedAt,
    endedAt: end === null ? null : until,
    ending: end?.ending ?? null,
    until,
    ...spanOf(openedAt, until),
    firstResolvedAt,
    closedAt,
    closeLag: end === null || closedAt === null ? null : spanOf(until, Math.max(until, closedAt)),
    elements: elementTimes(stretches),
    stretches,
    handOvers,
    holder: holder === null ? null : shown(holder),
    undone,
    reopenings,
    answers: answersIn(marks),
    facts: knownFacts(marks),
    problems: problemsOf(known, marks, submitted, course),
  }
}

function problemsOf(
  { marks: all, unusable }: History,
  marks: readonly Mark[],
  submitted: Mark | undefined,
  { end, unexplained }: Readonly<Course>,
): readonly LifeProblem[] {
  const found: LifeProblem[] = []
  const add = (code: string, odd: readonly (string | Mark)[]) => {
    if (odd.length === 0) return
    found.push({ code, marks: odd.map((one) => (typeof one === 'string' ? one : one.id)) })
  }
  add('unusable-marks', unusable)
  add(
    'other-request',
    all.filter(({ about }) => about !== marks[0]?.about && about.startsWith('request:')),
  )
  if (unexplained !== null) add('reopened-before-end', [unexplained])
  if (submitted === undefined) {
    add('no-submission', marks.slice(0, 1))
    return found
  }
  add(
    'before-submission',
    marks.filter(({ at }) => at < submitted.at),
  )
  if (end !== null && end.at < submitted.at) add('ended-before-submission', [submitted])
  return found
}
