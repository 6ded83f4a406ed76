import type { PartyRef } from '@holdfast/kernel'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import { isCustomer, isOurs } from '../parties.ts'
import type { Link } from '../state.ts'
import type { CommandOf } from './command.ts'
import { type Draft, happens, type Outcome } from './scene.ts'
import { enteredState } from './step.ts'

/**
 * A request comes in. It is owned at once: by whom routing found, by the first person contacted where the lifecycle
 * says so (R131), else by the intake of its kind.
 */
export function submit(lifecycle: Lifecycle, command: CommandOf<'submit'>): Outcome {
  const { document } = lifecycle
  const { kind, title, customer, customerFacts, need, priority, facts } = command
  const { parent, followUpOf } = command
  const asking = customer ?? (isCustomer(command.by) ? command.by : undefined)
  const owner = ownerAtIntake(lifecycle, command)
  const links = linksWith(command, asking)
  const approvals = document.approvals?.map(({ id, by }) => ({
    id,
    // Where nobody knows the customer, whoever owns it finds out.
    by: by === 'customer' ? (asking ?? owner) : by,
  }))
  const draft: Draft = {
    type: 'submitted',
    ...enteredState({ lifecycle }, document.initial),
    kind,
    lifecycle: { id: lifecycle.id, version: lifecycle.version },
    owner,
    ...(title !== undefined && { title }),
    ...(asking !== undefined && { customer: asking }),
    ...(customerFacts !== undefined && { customerFacts }),
    ...(need !== undefined && { need }),
    ...(priority !== undefined && { priority }),
    ...(facts !== undefined && { facts }),
    ...(links.length > 0 && { links }),
    ...(parent !== undefined && { parent }),
    ...(followUpOf !== undefined && { followUpOf }),
    ...(approvals !== undefined && { approvals }),
    ...(asksAtOnce(lifecycle) && { asks: true }),
  }
  return happens(draft)
}

/** Where no state asks for approvals, they are asked for from the beginning. */
function asksAtOnce({ document: { approvals, states } }: Lifecycle): boolean {
  return approvals !== undefined && !Object.values(states).some((state) => state.asksApproval)
}

/** Who asks for a customer is linked as a contact, so that they can speak for it later. */
function linksWith(
  { by, links = [] }: CommandOf<'submit'>,
  asking: PartyRef | undefined,
): readonly Link[] {
  const isKnown = !isCustomer(by) || by === asking || links.some(({ to }) => to === by)
  return isKnown ? links : [...links, { relation: 'contact', to: by }]
}

function ownerAtIntake({ document }: Lifecycle, command: CommandOf<'submit'>): PartyRef {
  const { owner, firstContact, by } = command
  if (owner !== undefined) return owner
  if (document.firstContactOwns !== true) return document.intake
  const met = firstContact ?? by
  return isOurs(met) ? met : document.intake
}
