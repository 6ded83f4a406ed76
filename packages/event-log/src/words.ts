import type { Mark, PartyRef } from '@holdfast/kernel'
import type { ReadMapping, StateMeaning } from './document.ts'

/** How a case stands in a state of the log. */
export type Phase = 'work' | 'wait' | 'resolved' | 'closed' | 'cancelled'

/** A state of the log, made ready for marks. */
export interface StateWord {
  readonly phase: Phase
  /** Whom a wait is for; `undefined` for everything else. */
  readonly party: string | undefined
  /** What the mark says of it; shared by all marks that say no more. */
  readonly facts: Mark['facts']
}

/** What the words of a log mean, as far as marks need it. */
export interface Words {
  readonly states: ReadonlyMap<string, StateWord>
  /** Whether cases belong to teams; else to persons. */
  readonly hasGroups: boolean
  /** Whether the rows of a case stand the newest first. */
  readonly isNewestFirst: boolean
  /** The stamps that the log is said to have. */
  readonly stamps: { readonly opened: boolean; readonly resolved: boolean }
}

/** The words of a mapping. */
export function wordsOf(mapping: ReadMapping): Words {
  const { states = {}, stamps = {}, rows = [], initial, newestFirst = false } = mapping
  const words = Object.entries(states).map(([text, meaning]) => [text, stateWord(meaning)] as const)
  return {
    states: new Map(words),
    hasGroups: initial?.group !== undefined || rows.some(({ group }) => group !== undefined),
    isNewestFirst: newestFirst,
    stamps: { opened: stamps.opened !== undefined, resolved: stamps.resolved !== undefined },
  }
}

function stateWord(meaning: StateMeaning): StateWord {
  if (typeof meaning === 'string') {
    return { phase: meaning, party: undefined, facts: undefined }
  }
  const { element, party } = meaning
  if (element === 'wait' && party !== 'queue') {
    return { phase: 'wait', party, facts: Object.freeze({ element }) }
  }
  const facts = element === 'wait' ? { element, party: 'queue' } : { element }
  return { phase: 'work', party: undefined, facts: Object.freeze(facts) }
}

/** A party of the log's own name for it; the names of parties have no line breaks. */
export function partyRef(kind: 'team' | 'person' | 'customer', name: string): PartyRef {
  return `${kind}:${/[\r\n\u2028\u2029]/.test(name) ? name.replace(/\s+/g, ' ') : name}`
}

/** Who did something: the customer when it is who asked, else somebody at the desk. */
export function doer(name: string, requester: string | undefined): PartyRef {
  return partyRef(name === requester ? 'customer' : 'person', name)
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

/** The phase that a mark of a type alone begins. */
export function phaseAfter(type: Mark['type']): Phase | undefined {
  if (type === 'resolved' || type === 'closed' || type === 'cancelled') return type
  return type === 'reopened' || type === 'resumed' ? 'work' : undefined
}
