import type { Mark } from '@holdfast/kernel'
import type { Facts, FactValue, LogEvent, Standing } from './log-event.ts'
import { doer, type Phase, partyRef, type Words } from './words.ts'

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

/** The marks of events in order: each tells what is other than before. */
export function foldEvents(events: Iterable<LogEvent>, start: Start, words: Words): Folded {
  const drafts: Draft[] = []
  const { requester } = start
  let { state, priority, group, assignee } = start.standing
  const known = new Map<string, FactValue>(Object.entries(start.facts))
  let phase = state === undefined ? undefined : words.states.get(state)?.phase
  let driver: string | undefined

  for (const event of events) {
    const { at } = event
    const author = event.by === undefined ? undefined : doer(event.by, requester)
    const by = author === undefined ? undefined : { by: author }
    const firstOfRow = drafts.length

    const isPriority = event.priority !== undefined && event.priority !== priority
    priority = event.priority ?? priority
    const isGroup = event.group !== undefined && event.group !== group
    group = event.group ?? group
    const isAssignee = event.assignee !== undefined && event.assignee !== assignee
    assignee = event.assignee ?? assignee
    const isState = event.state !== undefined && event.state !== state
    state = event.state ?? state
    const word = event.state === undefined ? undefined : words.states.get(event.state)

    if (event.type !== undefined) {
      const facts = {
        ...(isPriority && { priority: priority as string }),
        ...((isGroup || isAssignee) && holderFacts(group, assignee, words)),
        ...word?.facts,
      }
      const told = { ...(event.state !== undefined && { state: event.state }), ...factsOf(facts) }
      drafts.push({ type: event.type, at, ...told, ...by })
      phase = word?.phase ?? phaseAfter(event.type) ?? phase
    } else {
      if (isPriority) {
        const facts = { priority: priority as string }
        drafts.push({ type: 'priorityChanged', at, facts, ...by })
      }
      if (isGroup || (isAssignee && !words.hasGroups)) {
        drafts.push({ type: 'assigned', at, facts: holderFacts(group, assignee, words), ...by })
      }
      if (isState && word !== undefined) {
        const isDone = word.phase !== 'work' && word.phase !== 'wait'
        const wasDone = phase !== undefined && phase !== 'work' && phase !== 'wait'
        const said = { state: event.state as string }
        const told = word.facts === undefined ? said : { ...said, facts: word.facts }
        if (wasDone && !isDone) {
          const holder = holderFacts(group, assignee, words)
          if (word.phase === 'wait')
            drafts.push({ type: 'reopened', at, ...factsOf(holder), ...by })
          else {
            drafts.push({
              type: 'reopened',
              at,
              ...said,
              facts: { ...holder, ...word.facts },
              ...by,
            })
          }
        }
        if (word.phase === 'wait') {
          drafts.push({ type: 'waiting', at, ...told, reason: word.party as string, ...by })
        } else if (word.phase !== 'work') drafts.push({ type: word.phase, at, ...told, ...by })
        else if (!wasDone) drafts.push({ type: 'resumed', at, ...told, ...by })
        phase = word.phase
      }
    }

    if (event.message !== undefined) {
      const { audience, isAutomatic, isCustomer } = event.message
      const from = isCustomer ? { by: partyRef('customer', event.by ?? 'unknown') } : by
      drafts.push({ type: 'message', at, ...from, audience, automatic: isAutomatic })
    }

    let news = newFacts(event.facts, known)
    const isStateTold = isState && word !== undefined
    if (event.driver !== undefined && (isStateTold || event.driver !== driver)) {
      driver = event.driver
      news = { ...news, driver }
    }
    if (news === undefined) continue
    // Where nothing else tells of the row, a note that no clock takes for an answer.
    if (drafts.length === firstOfRow) {
      drafts.push({ type: 'message', at, audience: 'internal', automatic: true, facts: news })
    } else {
      const last = drafts.length - 1
      const draft = drafts[last] as Draft
      drafts[last] = { ...draft, facts: { ...draft.facts, ...news } }
    }
  }
  return { drafts, phase }
}

/** Whom a case belongs to: a team where the log has teams, with the person beside it. */
export function holderFacts(
  group: string | undefined,
  assignee: string | undefined,
  { hasGroups }: Words,
): Record<string, string> {
  const person = assignee === undefined ? undefined : partyRef('person', assignee)
  if (!hasGroups) return person === undefined ? {} : { assignedTo: person }
  return {
    ...(group !== undefined && { assignedTo: partyRef('team', group) }),
    ...(person !== undefined && { assignee: person }),
  }
}

/** No facts at all rather than none in it. */
export function factsOf(facts: NonNullable<Mark['facts']>): { facts?: Mark['facts'] } {
  return Object.keys(facts).length === 0 ? {} : { facts }
}

function newFacts(facts: Facts | undefined, known: Map<string, FactValue>): Facts | undefined {
  if (facts === undefined) return undefined
  let news: Record<string, FactValue> | undefined
  for (const name of Object.keys(facts)) {
    const value = facts[name] as FactValue
    if (known.get(name) === value) continue
    known.set(name, value)
    news ??= {}
    news[name] = value
  }
  return news
}

function phaseAfter(type: Mark['type']): Phase | undefined {
  if (type === 'resolved' || type === 'closed' || type === 'cancelled') return type
  return type === 'reopened' || type === 'resumed' ? 'work' : undefined
}
