import type { Directory, PartyRef } from '@holdfast/kernel'
import type { DutySpan } from '../fairness/duty-span.ts'
import type { PayRate } from './document.ts'

/** The rates that hold for somebody, the highest first. **Ties**: as the document lists them. */
export function ratesFor(
  person: PartyRef,
  rates: readonly PayRate[],
  directory: Directory | undefined,
): readonly PayRate[] {
  const isMeant = (party: PartyRef) => {
    if (party === person) return true
    const members = directory?.members(party) ?? []
    return members.some((id) => `person:${id}` === person)
  }
  return rates
    .filter(({ people }) => people === undefined || people.some(isMeant))
    .sort((a, b) => b.amount - a.amount)
}

/** Whether a rate holds on the duty. */
export function holdsOn({ roles }: PayRate, { role }: Pick<DutySpan, 'role'>): boolean {
  return roles === undefined || (typeof role === 'string' && roles.includes(role))
}
