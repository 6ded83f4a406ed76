import type { Mark } from '@holdfast/kernel'
import type { Facts, FactValue, LogEvent, Standing } from './log-event.ts'
import { type Offered, offerOf } from './offers.ts'
import { stateMarks } from './state-marks.ts'
import {
  doer,
  factsOf,
  holderFacts,
  type Phase,
  partyRef,
  phaseAfter,
  type Words,
} from './words.ts'

/** A mark before the marks of its case are numbered. */
export type Draft = Omit<Mark, 'id' | 'seq' | 'about'>

/** How a case stands when its events begin. */
export interface Start {
  readonly standing: Standing
  readonly facts: Facts
  readonly requester: string | undefined
}

/** What the events of a case come to, and in which phase it ends. */
export interface Folded {
  readonly drafts: Draft[]
  readonly phase: Phase | undefined
}

/** How a case stands while its events go by. */
interface Present {
  state: string | undefined
  priority: string | undefined
  group: string | undefined
  assignee: string | undefined
  /** To whom it is offered. */
  offered: Offered
  phase: Phase | undefined
  driver: string | undefined
  readonly facts: Map<string, FactValue>
}

/** The marks of events in order: each tells what is other than before. */
export function foldEvents(events: Iterable<LogEvent>, start: Start, words: Words): Folded {
  const { state, priority, group, assignee } = start.standing
  const phase = state === undefined ? undefined : words.states.get(state)?.phase
  const facts = new Map(Object.entries(start.facts))
  const none = { offered: undefined, driver: undefined }
  const present: Present = { state, priority, group, assignee, phase, facts, ...none }
  const drafts: Draft[] = []
  for (const event of events) {
    const firstOfRow = drafts.length
    const isNewState = event.state !== undefined && event.state !== present.state
    const offer = offerOf(event, present.offered, words)
    present.offered = offer.offered
    const author = event.by === undefined ? undefined : doer(event.by, start.requester)
    const by = author === undefined ? undefined : { by: author }
    addChanges(drafts, offer.event, offer.facts, present, by, words)
    if (event.message !== undefined) addMessage(drafts, event, by)
    const news = newsOf(event, present, isNewState)
    if (news !== undefined) addFacts(drafts, firstOfRow, event, news)
  }
  return { drafts, phase: present.phase }
}

type By = Pick<Draft, 'by'> | undefined

function addChanges(
  drafts: Draft[],
  event: LogEvent,
  offered: Mark['facts'],
  present: Present,
  by: By,
  words: Words,
): void {
  const { at, type } = event
  const isPriority = event.priority !== undefined && event.priority !== present.priority
  const isGroup = event.group !== undefined && event.group !== present.group
  const isAssignee = event.assignee !== undefined && event.assignee !== present.assignee
  const isState = event.state !== undefined && event.state !== present.state
  present.priority = event.priority ?? present.priority
  present.group = event.group ?? present.group
  present.assignee = event.assignee ?? present.assignee
  present.state = event.state ?? present.state
  const word = event.state === undefined ? undefined : words.states.get(event.state)
  const priority = isPriority && { priority: event.priority }
  const isHolder = isGroup || (isAssignee && !words.hasGroups)
  const holder = () => holderFacts(present.group, present.assignee, words)

  if (type !== undefined) {
    const facts = factsOf({ ...priority, ...(isHolder && holder()), ...offered, ...word?.facts })
    const { state } = event
    drafts.push({ type, at, ...(state !== undefined && { state }), ...facts, ...by })
    present.phase = word?.phase ?? phaseAfter(type) ?? present.phase
    return
  }
  if (priority !== false) drafts.push({ type: 'priorityChanged', at, facts: priority, ...by })
  if (isHolder) drafts.push({ type: 'assigned', at, facts: holder(), ...by })
  if (!isState || word === undefined) return
  for (const mark of stateMarks(event.state, word, present.phase, holder)) {
    drafts.push({ at, ...mark, ...by })
  }
  present.phase = word.phase
}

function addMessage(drafts: Draft[], { at, by: author, message }: LogEvent, by: By): void {
  if (message === undefined) return
  const { audience, isAutomatic: automatic, isCustomer } = message
  const from = isCustomer ? { by: partyRef('customer', author ?? 'unknown') } : by
  drafts.push({ type: 'message', at, ...from, audience, automatic })
}

/** On the last mark of the row; where there is none, on a note that no clock takes for an answer. */
function addFacts(drafts: Draft[], firstOfRow: number, { at }: LogEvent, news: Facts): void {
  const last = drafts.at(-1)
  if (last === undefined || drafts.length === firstOfRow) {
    drafts.push({ type: 'message', at, audience: 'internal', automatic: true, facts: news })
  } else drafts[drafts.length - 1] = { ...last, facts: { ...last.facts, ...news } }
}

/** The facts that are other than before. Why work began again is said with each state that it explains. */
function newsOf({ facts, driver }: LogEvent, present: Present, isNewState: boolean) {
  let news: Record<string, FactValue> | undefined
  for (const [name, value] of Object.entries(facts ?? {})) {
    if (present.facts.get(name) === value) continue
    present.facts.set(name, value)
    news ??= {}
    news[name] = value
  }
  if (driver === undefined || (driver === present.driver && !isNewState)) return news
  present.driver = driver
  return { ...news, driver }
}
