import type { Directory, PartyKind, PartyRef } from '@holdfast/kernel'

/** What kind of party somebody is. */
export function kindOf(party: PartyRef): PartyKind {
  return party.slice(0, party.indexOf(':')) as PartyKind
}

/** Whether somebody is at the customer. */
export function isCustomer(party: PartyRef): boolean {
  return party.startsWith('customer:')
}

/** Whether somebody is a machine. */
export function isSystem(party: PartyRef): boolean {
  return party.startsWith('system:')
}

/** Whether somebody is one of ours: only a person, a team or a role can be accountable for anything. */
export function isOurs(party: PartyRef): boolean {
  return party.startsWith('person:') || isGroup(party)
}

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
