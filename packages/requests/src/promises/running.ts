import { compareMarks, type Instant, type Mark } from '@holdfast/kernel'
import { isPublicAnswer, type Obligation, type ObligationState } from '@holdfast/obligations'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { RequestState } from '../state.ts'
import {
  beginning,
  type ChapterMarks,
  endsTelling,
  isCustomerMessage,
  isOurAct,
  latestIn,
} from './chapter-marks.ts'
import type { PromiseName } from './promise-terms.ts'
import { type Situation, targetFor } from './target.ts'

/** A promise that is owed now, and what of the history it needs: a single mark, however long the history is. */
export interface Running {
  readonly promise: PromiseName
  /** Which target or step of the document. */
  readonly index: number
  readonly obligation: Obligation
  /** The mark that its open cycle begins with, naming its parties. */
  readonly first: Mark
}

/** Everything that is owed now by a time, in no particular order. Nothing once the request is closed. */
export function runningPromises(state: RequestState, lifecycle: Lifecycle): readonly Running[] {
  if (state.category === 'closed') return []
  const found: Running[] = []
  const chapter = presentChapter(state)
  add(found, acceptance(state, lifecycle))
  add(found, tell(state, lifecycle))
  if (state.category === 'open') add(found, cadence(state, lifecycle, chapter, 'attention'))
  if (state.category === 'resolved') add(found, closure(state, lifecycle, chapter))
  if (state.category === 'waiting') {
    add(found, cadence(state, lifecycle, chapter, 'news'))
    found.push(...silence(state, lifecycle, chapter))
  }
  return found
}

/** A promise that is owed now, as it stands at an instant, or where it begins if that is later. */
export function readRunning({ obligation, first }: Running, at: Instant): ObligationState | null {
  return obligation.read([first], Math.max(at, first.at))[0] ?? null
}

/** When a wait that has a date ends; `null` for one without. A date from before it began ends it at once. */
export function waitEndsAt({ wait }: Pick<RequestState, 'wait'>): Instant | null {
  return wait === null || wait.until === null ? null : Math.max(wait.until, wait.since)
}

function add(found: Running[], running: Running | null): void {
  if (running !== null) found.push(running)
}

/** The chapter that a request is in. */
export function presentChapter({ marks, chapter: { place } }: RequestState): ChapterMarks {
  return { place, first: marks[place] as Mark, end: null }
}

/** What decides now which of several targets applies. */
function situationOf({ priority, wait, state }: RequestState): Situation {
  return { priority, blocker: wait?.blocker ?? null, state }
}

function begun(promise: PromiseName, mark: Mark, state: RequestState): Mark {
  return beginning(promise, mark, state.owner, state)
}

const FULFILLED_BY = { attention: isOurAct, news: isPublicAnswer } as const

/** What is owed again and again counts from what last fulfilled it. */
function cadence(
  state: RequestState,
  { document, promises }: Lifecycle,
  chapter: ChapterMarks,
  promise: 'attention' | 'news',
): Running | null {
  const index = targetFor(document[promise].targets, situationOf(state))
  const obligation = promises[promise][index]
  if (obligation === undefined) return null
  const last = latestIn(state.marks, chapter, FULFILLED_BY[promise])
  return { promise, index, obligation, first: begun(promise, last ?? chapter.first, state) }
}

function acceptance(state: RequestState, { document, promises }: Lifecycle): Running | null {
  const { offer } = state
  if (offer === null) return null
  const index = targetFor(document.handover.acceptance, offer.made)
  const obligation = promises.acceptance[index]
  if (obligation === undefined) return null
  const { id, at, from, to } = offer
  const facts = { assignedTo: from, offeredTo: to }
  const first: Mark = { id, at, seq: 0, type: 'offered', about: `offer:${id}`, by: from, facts }
  return { promise: 'acceptance', index, obligation, first }
}

/** What the customer has not been told of yet; the first of several counts. */
function tell(state: RequestState, { promises }: Lifecycle): Running | null {
  if (promises.tell.size === 0) return null
  const first = untold(state.marks)
  const obligation = promises.tell.get(first?.state ?? '')
  if (first === null || obligation === undefined) return null
  return { promise: 'tell', index: 0, obligation, first: begun('tell', first, state) }
}

/** The first mark since the last answer, or the last end, that enters a state the customer must be told of. */
function untold(marks: readonly Mark[]): Mark | null {
  let heard: Mark | null = null
  for (const mark of marks) {
    if (!endsTelling(mark)) continue
    if (heard === null || compareMarks(heard, mark) < 0) heard = mark
  }
  let first: Mark | null = null
  for (const mark of marks) {
    if (mark.facts?.['tells'] !== true) continue
    if (heard !== null && compareMarks(mark, heard) <= 0) continue
    if (first === null || compareMarks(mark, first) < 0) first = mark
  }
  return first
}

function silence(
  state: RequestState,
  { promises }: Lifecycle,
  chapter: ChapterMarks,
): readonly Running[] {
  if (state.wait?.blocker !== 'customer' || promises.silence.length === 0) return []
  if (latestIn(state.marks, chapter, isCustomerMessage) !== null) return []
  const first = begun('silence', chapter.first, state)
  return promises.silence.map((obligation, index) => ({
    promise: 'silence',
    index,
    obligation,
    first,
  }))
}

function closure(
  state: RequestState,
  { promises }: Lifecycle,
  chapter: ChapterMarks,
): Running | null {
  if (promises.closure === null) return null
  if (latestIn(state.marks, chapter, isCustomerMessage) !== null) return null
  const first = begun('closure', chapter.first, state)
  return { promise: 'closure', index: 0, obligation: promises.closure, first }
}
