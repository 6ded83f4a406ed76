import type { Directory, PartyRef } from '@holdfast/kernel'
import { isCustomer, isOneOf, isOurs, isSystem } from '../parties.ts'
import type { RequestState } from '../state.ts'

/**
 * Whether somebody is at the customer whose request it is, or linked to it; anybody, while nobody knows whose it is.
 */
export function isOwnCustomer(
  by: PartyRef,
  { customer, links }: Pick<RequestState, 'customer' | 'links'>,
): boolean {
  return customer === null || by === customer || links.some(({ to }) => to === by)
}

/** What somebody is to a request, as lifecycles name it. */
export function isActor(
  by: PartyRef,
  actor: string,
  { owner, assignee }: Pick<RequestState, 'owner' | 'assignee'>,
  directory: Directory | undefined,
): boolean {
  switch (actor) {
    case 'owner':
      return isOneOf(by, owner, directory)
    case 'assignee':
      return assignee !== null && isOneOf(by, assignee, directory)
    case 'desk':
      return isOurs(by)
    case 'customer':
      return isCustomer(by)
    case 'system':
      return isSystem(by)
    default:
      return isOneOf(by, actor as PartyRef, directory)
  }
}

/** The parties that actors stand for in a request; `desk` stands for its owner. */
export function partiesOf(
  actors: readonly string[],
  { owner, assignee, customer }: Pick<RequestState, 'owner' | 'assignee' | 'customer'>,
): PartyRef[] {
  const parties = new Set<PartyRef>()
  for (const actor of actors) {
    if (actor === 'owner' || actor === 'desk') parties.add(owner)
    else if (actor === 'assignee') parties.add(assignee ?? owner)
    else if (actor === 'customer') {
      if (customer !== null) parties.add(customer)
    } else if (actor !== 'system') parties.add(actor as PartyRef)
  }
  return [...parties]
}
