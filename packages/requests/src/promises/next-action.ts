import {
  compareMarks,
  type Instant,
  type InstantLike,
  type PartyRef,
  toInstant,
} from '@holdfast/kernel'
import { isPublicAnswer } from '@holdfast/obligations'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { NextAction, NextActionReason, RequestState } from '../state.ts'
import { isCustomerMessage, isOurAct, latestIn } from './chapter-marks.ts'
import { isOfCustomer, type PromiseName } from './promise-terms.ts'
import {
  presentChapter,
  type Running,
  readRunning,
  runningPromises,
  waitEndsAt,
} from './running.ts'
import { keyOf } from './told-keys.ts'

/**
 * What is to be done next: the earliest of what is owed, with the last instant that still keeps it. Ties are settled in
 * the order accept, tell, inform, attend, resume, answer, close. `null` only when the request is closed, or resolved
 * with nothing to come. Where no clock can say by when, it is due since it began to be owed. Source: R7.
 */
export function nextActionOf(
  state: RequestState,
  lifecycle: Lifecycle,
  at: Instant,
): NextAction | null {
  if (state.category === 'closed') return null
  let next: NextAction | null = null
  for (const running of runningPromises(state, lifecycle)) {
    const action = actionOf(running, state, at)
    if (action !== null && isBefore(action, next)) next = action
  }
  const until = waitEndsAt(state)
  if (until !== null) {
    const action: NextAction = { at: until, by: state.owner, why: 'resume' }
    if (isBefore(action, next)) next = action
  }
  return next ?? withoutClock(state, lifecycle)
}

/** Whether the next action is overdue, or nobody knows one: the request is left to itself. Source: R7. */
export function isUnattended(
  { category, nextAction }: Pick<RequestState, 'category' | 'nextAction'>,
  at: InstantLike,
): boolean {
  if (nextAction !== null) return toInstant(at) > nextAction.at
  return category === 'open' || category === 'waiting'
}

const WHY: Readonly<Record<PromiseName, NextActionReason>> = {
  acceptance: 'accept',
  tell: 'tell',
  news: 'inform',
  attention: 'attend',
  silence: 'answer',
  closure: 'close',
}

const ORDER: readonly NextActionReason[] = [
  'accept',
  'tell',
  'inform',
  'attend',
  'resume',
  'answer',
  'close',
]

function isBefore(action: NextAction, other: NextAction | null): boolean {
  if (other === null || action.at !== other.at) return other === null || action.at < other.at
  return ORDER.indexOf(action.why) < ORDER.indexOf(other.why)
}

function actionOf(running: Running, state: RequestState, at: Instant): NextAction | null {
  const { promise } = running
  const latest = readRunning(running, at)?.latestToMeet ?? null
  if (latest === null) return null
  // What was done about a silent customer is no longer to come; where it could not be done, it is the owner's turn.
  if (isOfCustomer(promise) && latest < at && isTaken(running, state)) return null
  return { at: latest, by: actorOf(promise, state), why: WHY[promise] }
}

function isTaken(running: Running, { told, request }: RequestState): boolean {
  return told.includes(keyOf(running, request, 'breach', 0))
}

function actorOf(promise: PromiseName, { owner, customer, offer }: RequestState): PartyRef {
  if (promise === 'acceptance') return offer?.to ?? owner
  return isOfCustomer(promise) ? (customer ?? owner) : owner
}

/**
 * No clock says by when. What is open or waiting is in somebody's care all the same, and so is a customer's objection.
 */
function withoutClock(state: RequestState, { promises }: Lifecycle): NextAction | null {
  const { owner: by, marks, category } = state
  const chapter = presentChapter(state)
  if (category === 'resolved') {
    const said = latestIn(marks, chapter, isCustomerMessage)
    if (promises.closure === null) {
      const answered = latestIn(marks, chapter, isOurAct)
      const isHeard = said === null || (answered !== null && compareMarks(said, answered) < 0)
      return isHeard ? null : { at: said.at, by, why: 'attend' }
    }
    return said === null
      ? { at: chapter.first.at, by, why: 'close' }
      : { at: said.at, by, why: 'attend' }
  }
  const isWaiting = category === 'waiting'
  const last = latestIn(marks, chapter, isWaiting ? isPublicAnswer : isOurAct) ?? chapter.first
  return { at: last.at, by, why: isWaiting ? 'inform' : 'attend' }
}
