import {
  compareMarks,
  type Instant,
  MARK_TYPES,
  MAX_INSTANT,
  type Mark,
  MIN_INSTANT,
} from '@holdfast/kernel'
import type { Facts } from '@holdfast/rules'
import { factsOf } from './mark-facts.ts'
import type { Problem } from './state.ts'

/** The marks of one request, in order, checked once; every obligation reads the same one. */
export interface History {
  readonly marks: readonly Mark[]
  /** Of the mark at each place the number of its type in `MARK_TYPES`; -1 for a type that is not known. */
  readonly types: readonly number[]
  /** The `about` of the request, where a mark says so. */
  readonly request: string | undefined
  readonly problems: readonly Problem[]
  /** The ids of marks that nobody can place in time. */
  readonly unusable: readonly string[]
  /** What conditions can ask of the mark at a place; made when first asked for. */
  factsAt(place: number): Facts
}

/**
 * The history of one request, ready to be read by many obligations. Never throws: marks that nobody can place in time,
 * and marks from before the request was submitted, become problems `inconsistent-history`; the first are left out, the
 * others count as they stand. A mark that comes twice counts once. With an instant, what comes after it has not happened.
 */
export function historyOf(marks: Iterable<Mark> | History, at: Instant = MAX_INSTANT): History {
  return upTo('factsAt' in marks ? marks : sortedHistory(marks), at)
}

/** What had happened by an instant. */
function upTo(history: History, at: Instant): History {
  const { marks, types, unusable } = history
  let to = marks.length
  while (to > 0 && (marks[to - 1] as Mark).at > at) to--
  if (to === marks.length) return history
  const known = marks.slice(0, to)
  const request = requestOf(known)
  const problems = problemsOf(known, unusable, request)
  return { ...history, marks: known, types: types.slice(0, to), request, problems }
}

function sortedHistory(marks: Iterable<Mark>): History {
  const unusable: string[] = []
  const usable: Mark[] = []
  let isSorted = true
  for (const mark of marks) {
    if (!isUsable(mark)) {
      unusable.push(nameOf(mark))
      continue
    }
    const last = usable[usable.length - 1]
    if (last !== undefined && compareMarks(last, mark) >= 0) isSorted = false
    usable.push(mark)
  }
  const sorted = isSorted ? usable : distinct(usable.sort(byTimeAndContent))
  const request = requestOf(sorted)
  unusable.sort()
  const facts: Facts[] = []
  return {
    marks: sorted,
    types: sorted.map(({ type }) => NUMBERS.get(type) ?? -1),
    request,
    problems: problemsOf(sorted, unusable, request),
    unusable,
    factsAt(place) {
      let known = facts[place]
      if (known === undefined) {
        known = factsOf(sorted[place] as Mark)
        facts[place] = known
      }
      return known
    },
  }
}

function requestOf(sorted: readonly Mark[]): string | undefined {
  return sorted.find(({ about }) => about.startsWith('request:'))?.about
}

/** What a promise with one clock for the request is about; `undefined` where nothing has happened. */
export function aboutOfAll({
  request,
  marks,
}: Pick<History, 'request' | 'marks'>): string | undefined {
  return request ?? marks[0]?.about
}

const NUMBERS: ReadonlyMap<string, number> = new Map(MARK_TYPES.map((type, nth) => [type, nth]))

function isUsable(mark: unknown): mark is Mark {
  if (typeof mark !== 'object' || mark === null) return false
  const { id, at, seq, type, about, by, facts } = mark as Partial<Mark>
  return (
    Number.isSafeInteger(at) &&
    (at as number) >= MIN_INSTANT &&
    (at as number) <= MAX_INSTANT &&
    (seq === undefined || Number.isSafeInteger(seq)) &&
    typeof id === 'string' &&
    typeof type === 'string' &&
    typeof about === 'string' &&
    (by === undefined || typeof by === 'string') &&
    (facts === undefined || (typeof facts === 'object' && facts !== null))
  )
}

function nameOf(mark: unknown): string {
  const id = (mark as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : '?'
}

/** Marks that claim the same place are told apart by what they say, so that their order never depends on the input. */
function byTimeAndContent(a: Mark, b: Mark): number {
  const order = compareMarks(a, b)
  if (order !== 0) return order
  const [first, second] = [contentOf(a), contentOf(b)]
  return first < second ? -1 : first > second ? 1 : 0
}

/** A mark with a circle or a big number in its facts is no plain data, and still no reason to throw. */
function contentOf(mark: Mark): string {
  try {
    return JSON.stringify(mark)
  } catch {
    return mark.type
  }
}

function distinct(sorted: readonly Mark[]): readonly Mark[] {
  return sorted.filter((mark, place) => {
    const last = sorted[place - 1]
    return last === undefined || compareMarks(last, mark) !== 0
  })
}

const FINE: readonly Problem[] = Object.freeze([])

function problemsOf(
  sorted: readonly Mark[],
  unusable: readonly string[],
  request: string | undefined,
): readonly Problem[] {
  const [first] = sorted
  const submitted = sorted.find(({ type }) => type === 'submitted')
  const isEarly = first !== undefined && submitted !== undefined && first.at < submitted.at
  const isOther = ({ about }: Mark) => about !== request && about.startsWith('request:')
  if (unusable.length === 0 && !isEarly && !sorted.some(isOther)) return FINE
  const others = sorted.filter(isOther)
  const problems: Problem[] = []
  const add = (marks: readonly string[], message: string) =>
    problems.push({ code: 'inconsistent-history', marks, message })
  if (unusable.length > 0) {
    add(
      unusable,
      'these marks lack an id, a type, what they are about, or a time from 1970 to 2100, or a part of them is of another kind',
    )
  }
  if (isEarly) {
    const early = sorted.filter(({ at }) => at < submitted.at).map(({ id }) => id)
    add(early, 'these happened before the request was submitted')
  }
  if (others.length > 0) {
    add(
      others.map(({ id }) => id),
      `these are about another request than ${request}`,
    )
  }
  return problems
}
