import type { Directory, PartyRef } from '@holdfast/kernel'
import type { RequestState } from '../state.ts'

/**
 * Whether somebody is a party or belongs to it. Without a directory nobody knows who belongs to a team or holds a role,
 * and a person's membership is not doubted; a person who is asked for by name is always that person only.
 */
export function isOneOf(by: PartyRef, party: PartyRef, directory: Directory | undefined): boolean {
  if (by === party) return true
  if (!by.startsWith('person:') || !isGroup(party)) return false
  return directory === undefined || directory.members(party).includes(by.slice('person:'.length))
}

function isGroup(party: PartyRef): boolean {
  return party.startsWith('team:') || party.startsWith('role:')
}

/** Whether somebody is at the customer. */
export function isCustomer(by: PartyRef): boolean {
  return by.startsWith('customer:')
}

/** Whether somebody is at the customer whose request it is, or linked to it; anybody, while nobody knows whose it is. */
export function isOwnCustomer(
  by: PartyRef,
  { customer, links }: Pick<RequestState, 'customer' | 'links'>,
): boolean {
  return customer === null || by === customer || links.some(({ to }) => to === by)
}

/** Whether a machine acts. */
export function isSystem(by: PartyRef): boolean {
  return by.startsWith('system:')
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
      return !isCustomer(by) && !isSystem(by)
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
