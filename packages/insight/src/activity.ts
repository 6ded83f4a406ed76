import { CASE_ELEMENTS, type CaseElement, type Mark } from '@holdfast/kernel'
import { shown } from './holder.ts'
import type { LifeElement } from './stretch.ts'

/** What goes on: an element, and for a wait whom it is for. */
export interface Activity {
  readonly element: LifeElement
  readonly party: string | null
}

/** What goes on in each state, by the state's name: for histories whose marks name states and no elements. */
export type StateElements = Readonly<
  Record<string, { readonly element: CaseElement; readonly party?: string | undefined }>
>

export const UNKNOWN: Activity = Object.freeze({ element: 'unknown', party: null })
export const TAKEN_FOR_RESOLVED: Activity = Object.freeze({ element: 'resolved', party: null })

const ELEMENTS: ReadonlySet<unknown> = new Set(CASE_ELEMENTS)

/** What a mark says that goes on from here; `undefined` where it does not say. Its facts come before its state. */
export function statedBy(mark: Mark, states: StateElements): Activity | undefined {
  const { facts, state } = mark
  const element = facts?.['element']
  if (ELEMENTS.has(element)) {
    return activity(element as CaseElement, facts?.['party'] ?? mark.reason)
  }
  if (state === undefined || !Object.hasOwn(states, state)) return undefined
  const known = states[state]
  return known === undefined ? undefined : activity(known.element, known.party)
}

/** The wait that a mark of type `waiting` begins; whom it is for may only be known from the state. */
export function waitOf({ facts, reason }: Mark, stated: Activity | undefined): Activity {
  return activity('wait', facts?.['party'] ?? reason ?? stated?.party)
}

/** Whether two are the same element, and the same wait. */
export function isSame(a: Activity, b: Activity): boolean {
  return a.element === b.element && a.party === b.party
}

/** Whether the desk itself is at it, or nobody yet: then another holder begins anew. A wait for others goes on. */
export function isOwn({ element, party }: Activity): boolean {
  return (
    element !== 'resolved' && element !== 'unknown' && (element !== 'wait' || party === 'queue')
  )
}

function activity(element: CaseElement, party: unknown): Activity {
  return { element, party: element === 'wait' && typeof party === 'string' ? shown(party) : null }
}
