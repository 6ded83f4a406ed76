import type { PartyRef, Refusal } from '@holdfast/kernel'
import type { CommandType } from '../src/commands/command-document.ts'
import {
  type CommandOf,
  decide,
  evolve,
  type RequestCommand,
  type RequestEvent,
  type RequestState,
  react,
} from '../src/index.ts'
import type { Link } from '../src/state.ts'
import { context } from './told-story.ts'

type Told = {
  [T in CommandType]: Omit<CommandOf<T>, 'id' | 'by' | 'request'> & {
    readonly by?: PartyRef
    readonly request?: string
  }
}[CommandType]

/** Requests that are told command by command; what one asks of another happens at once. */
export interface Family {
  of(request: string): RequestState
  links(request: string): readonly string[]
  /** Carries a command out, and what follows from it elsewhere; the refusal where it is refused. */
  tell(command: Told): Refusal | undefined
  readonly events: readonly RequestEvent[]
  /** Refusals of what one request asked of another. */
  readonly lost: readonly Refusal[]
}

const at = '2027-03-01T10:00:00Z'

/** Request 7 is an incident of Acme with these links; what is not said to whom is said of it, by ada. */
export function family(links: readonly Link[] = []): Family {
  const requests: Record<string, RequestState> = {}
  const events: RequestEvent[] = []
  const lost: Refusal[] = []
  let count = 0

  function carryOut(command: RequestCommand): Refusal | undefined {
    const before = requests[command.request] ?? null
    const decision = decide(before, command, { ...context, requests }, at)
    if (!decision.ok) return decision.refusal
    let state = before
    const follows: RequestCommand[] = []
    for (const event of decision.events) {
      state = evolve(state, event)
      if (state !== null) follows.push(...react(event, state))
    }
    if (state !== null) requests[command.request] = state
    events.push(...decision.events)
    for (const next of follows) {
      const refused = carryOut(next)
      if (refused !== undefined) lost.push(refused)
    }
    return undefined
  }

  const told: Family = {
    of: (request) => requests[request] as RequestState,
    links: (request) => (requests[request]?.links ?? []).map(({ to }) => to),
    tell: (command) => carryOut({ id: `c${++count}`, by: 'person:ada', request: '7', ...command }),
    events,
    lost,
  }
  told.tell({
    type: 'submit',
    by: 'customer:acme',
    kind: 'incident',
    title: 'Exports fail',
    customer: 'customer:acme',
    priority: 'P3',
    links,
  })
  told.tell({ type: 'take' })
  return told
}
