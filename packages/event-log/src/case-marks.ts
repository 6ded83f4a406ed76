import type { Instant, Mark } from '@holdfast/kernel'
import { type Beginning, beginningOf, isEnd } from './beginning.ts'
import { recordOf } from './case-record.ts'
import { type Draft, foldEvents } from './fold-events.ts'
import { compareEvents, type Facts, type LogEvent, NO_TIME, plainEvent } from './log-event.ts'
import type { OddityCode } from './report.ts'
import { isOver } from './state-marks.ts'
import { factsOf, holderFacts, partyRef, type Words } from './words.ts'

/** The history of a case, and what is odd about its rows. */
export interface CaseHistory {
  readonly marks: readonly Mark[]
  /** Events told again under an id that the case had already. */
  readonly repeated: number
  readonly oddities: readonly OddityCode[]
}

/**
 * The marks of a case from what its rows tell, in order of time, then `seq`, then the file. The order of rows in the
 * file does not matter otherwise. No marks where nothing has a time.
 */
export function marksOfCase(id: string, inFile: readonly LogEvent[], words: Words): CaseHistory {
  const { events, repeated } = inOrder(inFile)
  const record = recordOf(events)
  const { resolved, closed } = record.stamps
  const firstTimed = events.findIndex(({ at }) => at !== NO_TIME)
  const timed = firstTimed < 0 ? [] : events.slice(firstTimed)
  const first = timed[0]
  const opened = record.stamps.opened ?? first?.at ?? resolved ?? closed
  if (opened === undefined) return { marks: [], repeated, oddities: [] }

  const { requester, initial } = record
  const facts = firstFacts(events, first)
  const beginning = beginningOf(opened, timed, initial, words)
  const { apart, compared } = beginning
  const begun = apart === undefined ? [] : [plainEvent(opened, { state: apart })]
  const start = { standing: compared, facts, requester }
  const { drafts, phase } = foldEvents([...begun, ...timed], start, words)

  sort(drafts)
  stamp(drafts, 'resolved', resolved)
  stamp(drafts, 'closed', closed)
  const submission = submissionOf(opened, beginning, facts, words)
  const by = requester === undefined ? {} : { by: partyRef('customer', requester) }
  const place = drafts.findIndex(({ at }) => at >= opened)
  drafts.splice(place < 0 ? drafts.length : place, 0, { ...submission, ...by })

  const about = `request:${id}`
  const marks = drafts.map((draft, seq): Mark => ({ id: `${id}/${seq}`, seq, about, ...draft }))
  const oddities: OddityCode[] = []
  if (isOutOfOrder(words.isNewestFirst ? inFile.toReversed() : inFile))
    oddities.push('out-of-order')
  if (first !== undefined && first.at < opened) oddities.push('before-opened')
  if (record.isOpeningMoved) oddities.push('opening-moved')
  if (words.stamps.opened && record.stamps.opened === undefined) oddities.push('opened-missing')
  if (resolved !== undefined && resolved < opened) oddities.push('resolved-before-opened')
  if (closed !== undefined && closed < opened) oddities.push('closed-before-opened')
  const isDone = isOver(phase) || closed !== undefined
  const isSaidOver = !timed.some(({ state }) => state !== undefined) && isEnd(initial?.state, words)
  if (isSaidOver && !isDone && resolved === undefined) oddities.push('end-unknown')
  if (words.stamps.resolved && resolved === undefined && isDone) oddities.push('resolved-missing')
  return { marks, repeated, oddities }
}

/** What is known from the beginning: of events at the first instant, what the first of them says. */
function firstFacts(events: readonly LogEvent[], first: LogEvent | undefined): Facts {
  const early = events.filter(({ at }) => at === NO_TIME || at === first?.at)
  const untimed = early.filter(({ at }) => at === NO_TIME)
  const timed = early.slice(untimed.length).reverse()
  return Object.assign({}, ...[...untimed, ...timed].map((event) => event.facts))
}

/** Sorted, and each event once. */
function inOrder(inFile: readonly LogEvent[]): { events: readonly LogEvent[]; repeated: number } {
  let events = inFile
  for (let n = 1; n < inFile.length; n++) {
    if (compareEvents(inFile[n - 1] as LogEvent, inFile[n] as LogEvent) <= 0) continue
    events = inFile.toSorted(compareEvents)
    break
  }
  if (!events.some(({ id }) => id !== undefined)) return { events, repeated: 0 }
  const seen = new Set<string>()
  const once = events.filter(({ id }) => {
    const isNew = id === undefined || !seen.has(id)
    if (id !== undefined) seen.add(id)
    return isNew
  })
  return { events: once, repeated: events.length - once.length }
}

function isOutOfOrder(inFile: readonly LogEvent[]): boolean {
  let latest = NO_TIME
  for (const { at, isOrdered } of inFile) {
    if (!isOrdered) continue
    if (at !== NO_TIME && at < latest) return true
    latest = Math.max(latest, at)
  }
  return false
}

function submissionOf(
  at: Instant,
  { submitted: { state, priority, group, assignee } }: Beginning,
  facts: Facts,
  words: Words,
): Draft {
  const said = {
    ...(priority !== undefined && { priority }),
    ...holderFacts(group, assignee, words),
    ...(state === undefined ? undefined : words.states.get(state)?.facts),
    ...facts,
  }
  return { type: 'submitted', at, ...(state !== undefined && { state }), ...factsOf(said) }
}

const RECORDED = Object.freeze({ recorded: true })

/** A mark at the recorded time, or on the mark that says the same at that time. */
function stamp(drafts: Draft[], type: 'resolved' | 'closed', at: Instant | undefined): void {
  if (at === undefined) return
  const same = drafts.findIndex((draft) => draft.at === at && draft.type === type)
  const twin = drafts[same]
  if (twin !== undefined) {
    drafts[same] = { ...twin, facts: twin.facts ? { ...twin.facts, ...RECORDED } : RECORDED }
    return
  }
  // What is resolved and closed at one instant is resolved first.
  const isAfter = (draft: Draft) =>
    draft.at > at || (draft.at === at && type === 'resolved' && draft.type === 'closed')
  const place = drafts.findIndex(isAfter)
  drafts.splice(place < 0 ? drafts.length : place, 0, { type, at, facts: RECORDED })
}

function sort(drafts: Draft[]): void {
  for (let n = 1; n < drafts.length; n++) {
    if ((drafts[n - 1] as Draft).at <= (drafts[n] as Draft).at) continue
    drafts.sort((a, b) => a.at - b.at)
    return
  }
}
