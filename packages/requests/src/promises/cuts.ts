import { compareMarks, type Instant, type Mark } from '@holdfast/kernel'
import { isPublicAnswer, type Obligation } from '@holdfast/obligations'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { Category } from '../lifecycle/lifecycle-document.ts'
import type { RequestState } from '../state.ts'
import {
  allIn,
  beginning,
  type ChapterMarks,
  endsTelling,
  isCustomerMessage,
  isOurAct,
} from './chapter-marks.ts'
import { knownAt } from './known-at.ts'
import type { PromiseName } from './promise-terms.ts'
import { targetFor } from './target.ts'

/** One cycle of a promise: the obligation on its terms, and the marks that begin and end it. */
export interface Cut {
  readonly obligation: Obligation
  readonly marks: readonly Mark[]
}

/** A cycle by the marks that bound it; which target and whose it is follows from what was known when it was decided. */
interface Span {
  readonly promise: PromiseName
  readonly first: Mark
  readonly end: Mark | null
  readonly state: string
  readonly blocker: string | null
  /** Which step about a silent customer. */
  readonly step?: number
}

/** The cycles of everything that was and is owed up to an instant, in the order in which they began. */
export function cutsOf(state: RequestState, lifecycle: Lifecycle, at: Instant): readonly Cut[] {
  const marks = state.marks.filter((mark) => mark.at <= at)
  const ordered = [...marks].sort(compareMarks)
  const spans = [
    ...chaptersOf(marks).flatMap((chapter) => spansOf(chapter, marks, lifecycle)),
    ...offersOf(ordered),
    ...tellingsOf(ordered),
  ]
  return spans
    .sort((a, b) => compareMarks(a.first, b.first))
    .flatMap((span) => cutOf(span, { state, lifecycle, marks, at }) ?? [])
}

/** The chapters, in the order in which they were told; one that a backdated end leaves no time is none. */
function chaptersOf(marks: readonly Mark[]): readonly ChapterMarks[] {
  const places = [...marks.keys()].filter((place) => marks[place]?.state !== undefined)
  return places.flatMap((place, nth) => {
    const first = marks[place] as Mark
    const end = marks[places[nth + 1] ?? -1] ?? null
    return end !== null && compareMarks(end, first) <= 0 ? [] : [{ place, first, end }]
  })
}

function spansOf(
  chapter: ChapterMarks,
  marks: readonly Mark[],
  lifecycle: Lifecycle,
): readonly Span[] {
  const { first, end } = chapter
  const { state = '', reason: blocker = null } = first
  const until = (ends: Mark | undefined) => ({ first, end: ends ?? end, state, blocker })
  switch (categoryOf(first, lifecycle)) {
    case 'open':
      return cyclesOf('attention', chapter, allIn(marks, chapter, isOurAct))
    case 'resolved':
      return [{ promise: 'closure', ...until(allIn(marks, chapter, isCustomerMessage)[0]) }]
    case 'waiting': {
      const news = cyclesOf('news', chapter, allIn(marks, chapter, isPublicAnswer))
      if (blocker !== 'customer') return news
      const whole = until(allIn(marks, chapter, isCustomerMessage)[0])
      const steps = lifecycle.promises.silence.map(
        (_, step): Span => ({ promise: 'silence', step, ...whole }),
      )
      return [...news, ...steps]
    }
    default:
      return []
  }
}

/** What a state means; where the lifecycle does not know it any more, what entering it was called says as much. */
function categoryOf({ state = '', type }: Mark, { states }: Lifecycle): Category {
  const known = Object.hasOwn(states, state) ? states[state]?.category : undefined
  if (known !== undefined) return known
  if (type === 'waiting' || type === 'resolved') return type
  return type === 'closed' || type === 'cancelled' ? 'closed' : 'open'
}

/** One cycle after the other: each begins with what fulfilled the one before. */
function cyclesOf(
  promise: PromiseName,
  { first, end }: ChapterMarks,
  fulfilling: readonly Mark[],
): readonly Span[] {
  const { state = '', reason: blocker = null } = first
  const edges = [first, ...fulfilling]
  return edges.map((edge, nth) => ({
    promise,
    first: edge,
    end: edges[nth + 1] ?? end,
    state,
    blocker,
  }))
}

const ANSWERS: ReadonlySet<string> = new Set(['accepted', 'declined', 'recalled', 'expired'])
const OVER: ReadonlySet<string> = new Set(['resolved', 'closed', 'cancelled'])

function offersOf(ordered: readonly Mark[]): readonly Span[] {
  return ordered.flatMap((first, place) => {
    if (first.type !== 'offered' || !first.about.startsWith('offer:')) return []
    const { about } = first
    const end = ordered
      .slice(place + 1)
      .find((mark) => (mark.about === about ? ANSWERS.has(mark.type) : OVER.has(mark.type)))
    const entered = ordered.slice(0, place).findLast((mark) => mark.state !== undefined)
    const { state = '', reason: blocker = null } = entered ?? {}
    return { promise: 'acceptance', first, end: end ?? null, state, blocker }
  })
}

/**
 * What the customer was to be told of: from the first such state until somebody told them, whatever came in between.
 */
function tellingsOf(ordered: readonly Mark[]): readonly Span[] {
  const spans: Span[] = []
  let first: Mark | null = null
  const close = (end: Mark | null) => {
    if (first === null) return
    spans.push({ promise: 'tell', first, end, state: first.state ?? '', blocker: null })
    first = null
  }
  for (const mark of ordered) {
    if (endsTelling(mark)) close(mark)
    else if (first === null && mark.facts?.['tells'] === true) first = mark
  }
  close(null)
  return spans
}

interface Known {
  readonly state: RequestState
  readonly lifecycle: Lifecycle
  readonly marks: readonly Mark[]
  readonly at: Instant
}

function cutOf(span: Span, known: Known): Cut | null {
  const { promise, first, end } = span
  const { state, marks, at } = known
  const obligation = obligationOf(span, known)
  if (obligation === undefined) return null
  const cutFor = (owner: string): Cut => {
    const begun = begin(span, owner, state)
    return { obligation, marks: end === null ? [begun] : [begun, end] }
  }
  const owner = knownAt(marks, 'assignedTo', first) ?? state.owner
  const cut = cutFor(owner)
  if (promise === 'acceptance') return cut
  const read = obligation.read(cut.marks, at)[0]
  const decided = read?.breachedAt ?? null
  const last = decided !== null && (end === null || decided < end.at) ? decided : end
  const debtor = knownAt(marks, 'assignedTo', first, last)
  return debtor === undefined || debtor === owner ? cut : cutFor(debtor)
}

function obligationOf(
  { promise, first, end, state, blocker, step = 0 }: Span,
  { lifecycle: { document, promises }, marks }: Known,
): Obligation | undefined {
  // How long an offer stands is settled when it is made.
  const until = promise === 'acceptance' ? undefined : end
  const priority = knownAt(marks, 'priority', first, until) ?? null
  const situation = { priority, blocker, state }
  switch (promise) {
    case 'attention':
    case 'news':
      return promises[promise][targetFor(document[promise].targets, situation)]
    case 'acceptance':
      return promises.acceptance[targetFor(document.handover.acceptance, situation)]
    case 'tell':
      return promises.tell.get(state)
    case 'silence':
      return promises.silence[step]
    case 'closure':
      return promises.closure ?? undefined
    default:
      return promise satisfies never
  }
}

function begin({ promise, first }: Span, owner: string, state: RequestState): Mark {
  if (promise !== 'acceptance') return beginning(promise, first, owner, state)
  return { ...first, facts: { ...first.facts, assignedTo: owner } }
}
