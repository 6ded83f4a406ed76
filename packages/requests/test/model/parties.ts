import type { PartyRef } from '@holdfast/kernel'

/** Members of teams and holders of roles, as the directory of the tests has them. */
export const MEMBERS: Readonly<Record<string, readonly PartyRef[]>> = {
  'team:support': ['person:ada', 'person:ben'],
  'team:platform': ['person:eve', 'person:finn'],
  'team:sales': ['person:sal'],
  'team:management': ['person:max'],
  'role:duty-manager': ['person:max'],
  'role:change-manager': ['person:ben'],
}

/** Whether somebody is a party, or belongs to it. */
export function isOf(by: PartyRef, party: string): boolean {
  return by === party || (MEMBERS[party] ?? []).includes(by)
}

/** Whether nobody at all stands for a party any more. */
export function isForsaken(party: PartyRef): boolean {
  const people = Object.values(MEMBERS).flat()
  return people.includes(party) ? false : MEMBERS[party] === undefined
}
