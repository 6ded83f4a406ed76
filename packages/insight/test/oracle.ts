import type { Calendar } from '@holdfast/calendar'
import type { Instant, Mark } from '@holdfast/kernel'
import type { CaseLife, StateElements, Stretch } from '../src/index.ts'

/*
 * The life of a case told minute by minute, straight from what the docstrings say. Marks lie on whole minutes; what goes
 * on in a minute follows from the marks up to its beginning.
 */

const MINUTE = 60_000
const ELEMENTS = ['documentation', 'investigation', 'fix', 'verification', 'wait']

interface Options {
  readonly at?: Instant | undefined
  readonly states: StateElements
  readonly calendar: Calendar
}

/** The parts of a life that the oracle tells. */
type ToldLife = Pick<
  CaseLife,
  | 'about'
  | 'openedAt'
  | 'endedAt'
  | 'ending'
  | 'until'
  | 'elapsed'
  | 'business'
  | 'firstResolvedAt'
  | 'closedAt'
  | 'closeLag'
  | 'holder'
  | 'undone'
  | 'reopenings'
> & { readonly stretches: readonly Omit<Stretch, 'mark'>[] }

export function lifeByMinutes(
  history: readonly Mark[],
  { at, states, calendar }: Options,
): ToldLife {
  const known = [...history].sort(inOrder).filter((mark) => at === undefined || mark.at <= at)
  const about = (known.find((mark) => mark.about.startsWith('request:')) ?? known[0])?.about ?? ''
  const marks = known.filter((mark) => mark.about === about)
  const openedAt = (marks.find(({ type }) => type === 'submitted') ?? marks[0])?.at ?? Number.NaN
  const chapters = chaptersOf(marks)
  const end = chapters.at(-1)?.end ?? null
  const until = Math.max(openedAt, end?.at ?? at ?? marks.at(-1)?.at ?? Number.NaN)
  const span = (from: Instant, to: Instant) => ({
    elapsed: to - from,
    business: minutesOf(from, to).filter((minute) => calendar.isOpen(minute)).length * MINUTE,
  })
  const { closedAt = null } = chapters.at(-1) ?? {}
  const holder = marks.reduce(holderAfter, NOBODY).holder
  return {
    about,
    openedAt,
    endedAt: end && until,
    ending: end?.ending ?? null,
    until,
    ...span(openedAt, until),
    firstResolvedAt: chapters.flatMap(({ over }) => over).find(isResolution)?.at ?? null,
    closedAt,
    closeLag: end && closedAt !== null ? span(until, Math.max(until, closedAt)) : null,
    holder: holder === null ? null : (hidden(holder) as CaseLife['holder']),
    undone: chapters.flatMap(({ end, reopenedAt }) =>
      end && reopenedAt !== null ? [{ resolvedAt: end.at, reopenedAt }] : [],
    ),
    reopenings: chapters.filter(
      ({ over, reopenedAt }, nth) => reopenedAt !== null && (nth === 0 || over.length > 0),
    ).length,
    stretches: stretchesOf(minutesOf(openedAt, until).map(minuteOf(marks, states))).map(
      (stretch) => ({ ...stretch, business: span(stretch.from, stretch.to).business }),
    ),
  }
}

/** A part of a case's life up to a reopening: the marks by which it was over, and where its life ended by them. */
interface Chapter {
  readonly over: readonly Mark[]
  readonly end: { readonly at: Instant; readonly ending: NonNullable<CaseLife['ending']> } | null
  readonly closedAt: Instant | null
  readonly reopenedAt: Instant | null
}

function chaptersOf(marks: readonly Mark[]): readonly Chapter[] {
  const reopenings = marks.filter(({ type }) => type === 'reopened')
  const bounds = [undefined, ...reopenings, undefined]
  return bounds.slice(1).map((next, nth) => {
    const [from, to] = [bounds[nth], next].map((mark) => (mark ? marks.indexOf(mark) : undefined))
    return { ...chapterOf(marks.slice(from ?? 0, to)), reopenedAt: next?.at ?? null }
  })
}

function chapterOf(marks: readonly Mark[]): Omit<Chapter, 'reopenedAt'> {
  const over: Mark[] = []
  for (const mark of marks) {
    // What is cancelled is not resolved any more.
    if (isResolution(mark) && over.at(-1)?.type !== 'cancelled') over.push(mark)
    if (mark.type === 'closed' || mark.type === 'cancelled') over.push(mark)
  }
  const [first] = over
  const recorded = over.filter((mark) => isResolution(mark) && isRecorded(mark)).at(-1)
  const closings = over.slice(over.findLastIndex(isResolution) + 1)
  return {
    over,
    end: recorded
      ? { at: recorded.at, ending: 'recorded' }
      : first
        ? { at: first.at, ending: isResolution(first) ? 'observed' : (first.type as 'closed') }
        : null,
    closedAt: (closings.filter(isRecorded).at(-1) ?? closings[0])?.at ?? null,
  }
}

function isResolution({ type }: Mark): boolean {
  return type === 'resolved'
}

function isRecorded({ facts }: Mark): boolean {
  return facts?.['recorded'] === true
}

interface Minute {
  readonly at: Instant
  readonly element: Stretch['element']
  readonly party: string | null
  readonly state: string | null
  /** As the history calls it. */
  readonly holder: string | null
  /** Stated, or that it was reopened, by the marks at this very instant. */
  readonly driver: string | null
}

function minuteOf(marks: readonly Mark[], states: StateElements): (at: Instant) => Minute {
  return (at) => {
    const before = marks.filter((mark) => mark.at <= at)
    const here = before.filter((mark) => mark.at === at)
    const isOver = (chaptersOf(before).at(-1)?.over.length ?? 0) > 0
    const reopening = here.find(
      (mark) =>
        mark.type === 'reopened' &&
        (chaptersOf(marks.slice(0, marks.indexOf(mark))).at(-1)?.over.length ?? 0) > 0,
    )
    const drivers = here
      .map(({ facts }) => facts?.['driver'])
      .filter((one) => typeof one === 'string')
    const driver = drivers.at(-1) ?? (reopening ? 'reopened' : null)
    const state = before.findLast((mark) => mark.state !== undefined)?.state ?? null
    const { holder } = before.reduce(holderAfter, NOBODY)
    const doing = isOver
      ? { element: 'resolved' as const, party: null }
      : doingAt(before, at, states)
    return { at, ...doing, state, holder, driver: driver && hidden(driver) }
  }
}

type Doing = Pick<Minute, 'element' | 'party'>

/** What the desk is at, and over it the wait that holds it up. */
interface Present {
  readonly work: Doing
  readonly wait: (Doing & { readonly until: Instant }) | null
}

function doingAt(before: readonly Mark[], at: Instant, states: StateElements): Doing {
  const unknown: Present = { work: { element: 'unknown', party: null }, wait: null }
  const { work, wait } = dated(before.reduce(presentAfter(states), unknown), at)
  return wait === null ? work : { element: wait.element, party: wait.party }
}

function presentAfter(states: StateElements): (present: Present, mark: Mark) => Present {
  return (present, mark) => {
    const { work, wait } = dated(present, mark.at)
    const { type, facts, reason } = mark
    const said = saidBy(mark, states)
    const { element, party } = wait ?? work
    const isSaidAgain = said?.element === element && said.party === party
    if (type === 'resolved' || type === 'closed' || type === 'cancelled') {
      return { work, wait: wait && { ...wait, until: NEVER } }
    }
    if (type === 'waiting') {
      return {
        work,
        wait: { ...waitFor(facts?.['party'] ?? reason ?? said?.party), until: dateOf(mark) },
      }
    }
    const goesOn = type === 'resumed' || type === 'reopened'
    if (said === undefined) return { work, wait: goesOn ? null : wait }
    if (isSaidAgain && !goesOn) return { work, wait }
    const isForOthers = said.element === 'wait' && said.party !== 'queue'
    return isForOthers ? { work, wait: { ...said, until: NEVER } } : { work: said, wait: null }
  }
}

/** Without a wait whose date has come. */
function dated({ work, wait }: Present, at: Instant): Present {
  return { work, wait: wait !== null && wait.until <= at ? null : wait }
}

const NEVER = Number.POSITIVE_INFINITY

function saidBy({ facts, state, reason }: Mark, states: StateElements): Doing | undefined {
  const element = facts?.['element']
  if (ELEMENTS.includes(element as string)) {
    return element === 'wait'
      ? waitFor(facts?.['party'] ?? reason)
      : { element: element as Doing['element'], party: null }
  }
  const known = Object.entries(states).find(([name]) => name === state)?.[1]
  if (known === undefined) return undefined
  return known.element === 'wait' ? waitFor(known.party) : { element: known.element, party: null }
}

function waitFor(party: unknown): Doing {
  return { element: 'wait', party: typeof party === 'string' ? hidden(party) : null }
}

/** When a wait ends by itself: a date that lies after its beginning. */
function dateOf({ at, facts }: Mark): Instant {
  const named = facts?.['until']
  const date = typeof named === 'string' ? Date.parse(named) : Number(named ?? Number.NaN)
  return date > at ? date : NEVER
}

interface Held {
  readonly holder: string | null
  readonly offered: unknown
}

const NOBODY: Held = { holder: null, offered: undefined }

function holderAfter({ holder, offered }: Held, { type, facts }: Mark): Held {
  if (type === 'offered') return { holder, offered: facts?.['offeredTo'] }
  const to = facts?.['assignedTo'] ?? (type === 'accepted' ? offered : undefined)
  return { holder: typeof to === 'string' ? to : holder, offered }
}

/** Minutes alike are one stretch. */
function stretchesOf(minutes: readonly Minute[]): readonly Omit<Stretch, 'mark' | 'business'>[] {
  const stretches: (Omit<Stretch, 'mark' | 'business' | 'to'> & {
    to: Instant
    raw: string | null
  })[] = []
  for (const [nth, minute] of minutes.entries()) {
    const { at, element, party, state, holder } = minute
    const last = stretches.at(-1)
    const to = at + MINUTE
    const times = timesOf(minutes.slice(0, nth + 1))
    const isAlike = last?.element === element && last.party === party && last.state === state
    if (isAlike && last.raw === holder) last.to = to
    else {
      const shown = holder === null ? null : (hidden(holder) as Stretch['holder'])
      stretches.push({ from: at, to, element, party, state, holder: shown, ...times, raw: holder })
    }
  }
  return stretches.map(({ raw: _, ...stretch }) => stretch)
}

/** The how-manieth time goes on in the last of these minutes what goes on there, and why. */
function timesOf(minutes: readonly Minute[]): Pick<Stretch, 'iteration' | 'driver'> {
  let [iteration, driver, holder] = [0, null as string | null, null as string | null]
  const asked = minutes.at(-1) as Minute
  const isAsked = (one: Minute | undefined) =>
    one?.element === asked.element && one.party === asked.party
  const isOwn = asked.party === 'queue' || !['wait', 'resolved', 'unknown'].includes(asked.element)
  for (const [nth, minute] of minutes.entries()) {
    if (!isAsked(minute)) continue
    const isOther = holder !== null && minute.holder !== null && holder !== minute.holder
    if (iteration === 0) iteration = 1
    else if (!isAsked(minutes[nth - 1]) || (isOther && isOwn)) {
      iteration++
      driver = minute.driver ?? (isOther ? 'handOver' : 'unknown')
    }
    holder = minute.holder ?? holder
  }
  return { iteration, driver }
}

function minutesOf(from: Instant, to: Instant): readonly Instant[] {
  return Array.from({ length: (to - from) / MINUTE }, (_, nth) => from + nth * MINUTE)
}

function inOrder(a: Mark, b: Mark): number {
  const last = Number.MAX_SAFE_INTEGER
  return a.at - b.at || (a.seq ?? last) - (b.seq ?? last) || (a.id < b.id ? -1 : 1)
}

/** People are only `person`. */
function hidden(text: string): string {
  return text.startsWith('person:') ? 'person' : text
}
