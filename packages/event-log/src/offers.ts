import type { Mark } from '@holdfast/kernel'
import type { LogEvent, Standing } from './log-event.ts'
import { holderFacts, type Words } from './words.ts'

/** To whom a case is offered. */
export type Offered = Pick<Standing, 'group' | 'assignee'> | undefined

const TYPES: ReadonlySet<Mark['type'] | undefined> = new Set([
  'offered',
  'declined',
  'expired',
  'recalled',
])

/** Whether whom an event names is one to whom a case was offered, and not yet who has it. */
export function isOffer({ type }: Pick<LogEvent, 'type'>): boolean {
  return TYPES.has(type)
}

/**
 * An event as it changes whom a case belongs to. An offer changes nothing until it is accepted; who accepts without
 * being named is to whom it was offered last.
 */
export function offerOf(
  event: LogEvent,
  before: Offered,
  words: Words,
): { readonly event: LogEvent; readonly facts: Mark['facts']; readonly offered: Offered } {
  const { type, group, assignee } = event
  if (type === 'accepted') {
    const isNamed = group !== undefined || assignee !== undefined
    return {
      event: isNamed ? event : { ...event, ...before },
      facts: undefined,
      offered: undefined,
    }
  }
  if (!isOffer(event)) return { event, facts: undefined, offered: before }
  const unmoved = { ...event, group: undefined, assignee: undefined }
  const { assignedTo } = holderFacts(group, assignee, words)
  if (type !== 'offered') return { event: unmoved, facts: undefined, offered: undefined }
  const facts = assignedTo === undefined ? undefined : { offeredTo: assignedTo }
  return { event: unmoved, facts, offered: { group, assignee } }
}
