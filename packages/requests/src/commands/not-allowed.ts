import { type PartyRef, refusal } from '@holdfast/kernel'
import { isCustomer } from '../parties.ts'
import type { CommandType } from './command-document.ts'
import type { Refused, Scene } from './scene.ts'
import { partiesOf } from './who-may.ts'

/** Somebody may not do something; others may. */
export function notAllowed(by: PartyRef, on: string, whoMay: PartyRef[]): Refused {
  return refusal('not-allowed', { params: { by, on }, whoMay })
}

/** What we do among ourselves is for anybody but the customer. */
export function refusedToCustomer({ by, state }: Scene, on: CommandType): Refused | undefined {
  if (!isCustomer(by)) return undefined
  return notAllowed(by, on, partiesOf(['owner', 'assignee'], state))
}
