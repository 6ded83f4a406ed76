import { decide, type RequestCommand, type RequestState } from '@holdfast/requests'
import { context } from './office.ts'
import type { Told } from './streams.ts'

/** A command for a request as it stands, a minute after it was told of last. */
export interface Asked {
  readonly state: RequestState
  readonly command: RequestCommand
  readonly at: number
  /** The event of the lifecycle that it is; of messages the one that a customer's would be. */
  readonly event: string
}

const BY = { by: 'person:support-1' } as const

const MESSAGES = [
  { event: '', type: 'message', ...BY, text: 'We are looking into it.' },
  { event: '', type: 'message', ...BY, audience: 'internal', text: 'Seen before in May.' },
  { event: 'customerMessage', type: 'message', by: 'customer:acme', text: 'Nightly at two.' },
]

const CHANGES = [
  { event: 'move:fixing', type: 'move', ...BY, to: 'fixing' },
  { event: 'move:verifying', type: 'move', ...BY, to: 'verifying' },
  { event: 'move:investigating', type: 'move', ...BY, to: 'investigating' },
  { event: 'wait:customer', type: 'wait', ...BY, for: 'customer' },
  { event: 'wait:vendor', type: 'wait', ...BY, for: 'vendor' },
  { event: 'resume', type: 'resume', ...BY },
  {
    event: 'resolve',
    type: 'resolve',
    ...BY,
    cause: 'Memory',
    effect: 'No figures',
    summary: 'More of it',
  },
]

/** What can be asked of a request as it stands: as many messages as changes of state, where it is both. */
export function commandsFor(
  { state, at: last }: Told,
  kind: 'messages' | 'changes of state' | 'both',
): readonly Asked[] {
  const at = last + 60_000
  const possible = (all: readonly { readonly event: string }[]) =>
    all.flatMap(({ event, ...asked }) => {
      const command = { id: 'next', request: state.request, ...asked } as unknown as RequestCommand
      return decide(state, command, context, at).ok ? { state, command, at, event } : []
    })
  if (kind === 'messages') return possible(MESSAGES)
  const changes = possible(CHANGES)
  if (kind === 'changes of state') return changes
  const messages = possible(MESSAGES)
  return changes.flatMap((change, nth) => [change, messages[nth % messages.length] as Asked])
}
