import { compareMarks, type Mark } from '@holdfast/kernel'
import { isPublicAnswer } from '@holdfast/obligations'
import { isCustomer, isOurs } from '../parties.ts'
import type { RequestState } from '../state.ts'
import type { PromiseName } from './promise-terms.ts'

/** A stretch of the life of a request in one state: the mark that enters it, and the one that enters the next. */
export interface ChapterMarks {
  /** The place of its first mark in the history. */
  readonly place: number
  readonly first: Mark
  /** The mark that begins the next chapter; `null` while it lasts. */
  readonly end: Mark | null
}

/**
 * The latest mark of a chapter that passes a test. Chapters follow each other as they were told; within one, marks are
 * read by when they happened, so a late fact counts when it was, and so does what was told before a chapter that is
 * dated back to before it.
 */
export function latestIn(
  marks: readonly Mark[],
  chapter: ChapterMarks,
  passes: (mark: Mark) => boolean,
): Mark | null {
  const { first } = chapter
  let latest: Mark | null = null
  // Nothing before this is asked what it is: most marks of a long chapter are older than what was found.
  let since = first.at
  for (let place = marks.length - 1; place >= 0; place--) {
    const mark = marks[place] as Mark
    if (mark.at < since) continue
    if (latest !== null && compareMarks(mark, latest) < 0) continue
    if (!isWithin(mark, chapter) || !passes(mark)) continue
    latest = mark
    since = mark.at
  }
  return latest
}

/** All marks of a chapter that pass a test, in the order in which they happened. */
export function allIn(
  marks: readonly Mark[],
  chapter: ChapterMarks,
  passes: (mark: Mark) => boolean,
): readonly Mark[] {
  const found: Mark[] = []
  for (const mark of marks) {
    if (mark.at < chapter.first.at) continue
    if (isWithin(mark, chapter) && passes(mark)) found.push(mark)
  }
  return found.sort(compareMarks)
}

function isWithin(mark: Mark, { first, end }: ChapterMarks): boolean {
  return (
    mark.state === undefined &&
    compareMarks(first, mark) < 0 &&
    (end === null || compareMarks(mark, end) < 0)
  )
}

/** Something that a person of ours did, for the customer to see or not. */
export function isOurAct({ by, automatic }: Mark): boolean {
  return automatic !== true && by !== undefined && isOurs(by)
}

/** The customer was told something by a person, or there is nothing to tell any more. */
export function endsTelling(mark: Mark): boolean {
  return mark.type === 'closed' || mark.type === 'cancelled' || isPublicAnswer(mark)
}

/** A person at the customer wrote. */
export function isCustomerMessage({ type, by, automatic }: Mark): boolean {
  return type === 'message' && automatic !== true && by !== undefined && isCustomer(by)
}

/** The mark as the reading of a promise begins with it: about the request, naming who owes what to whom from it on. */
export function beginning(
  promise: PromiseName,
  mark: Mark,
  owner: string,
  { request, customer }: Pick<RequestState, 'request' | 'customer'>,
): Mark {
  const { id, at, seq, type, by, state, reason } = mark
  const parties = customer === null ? { assignedTo: owner } : { assignedTo: owner, customer }
  return {
    id,
    at,
    type,
    about: `request:${request}`,
    facts: promise === 'tell' ? { tells: true, ...parties } : { begins: promise, ...parties },
    ...(seq !== undefined && { seq }),
    ...(by !== undefined && { by }),
    ...(state !== undefined && { state }),
    ...(reason !== undefined && { reason }),
  }
}
