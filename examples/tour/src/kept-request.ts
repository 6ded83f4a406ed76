import type { Instant, InstantLike, Notice, Refusal } from '@holdfast/kernel'
import { toInstant } from '@holdfast/kernel'
import {
  decide,
  evolve,
  type Lifecycle,
  type RequestCommand,
  type RequestContext,
  type RequestEvent,
  type RequestState,
  wakeups,
} from '@holdfast/requests'

type Asked<C> = C extends RequestCommand ? Omit<C, 'id' | 'request'> : never

/** A request as a host keeps it: its stream of events, and what they come to. */
export interface Kept {
  readonly state: RequestState
  readonly events: readonly RequestEvent[]
  /** Decides a command at an instant and appends what happens; gives the refusal where it is refused. */
  tell(at: InstantLike, command: Asked<RequestCommand>): Told | Refusal
  /** Wakes the request whenever it asks for it, until an instant. */
  passTo(at: InstantLike): readonly Told[]
}

/** What came of a command. */
export interface Told {
  readonly at: Instant
  readonly events: readonly RequestEvent[]
  readonly notices: readonly Notice[]
}

/**
 * The whole of what a host does: it keeps the events, gives commands to `decide`, and sets its alarm clocks by
 * `wakeups`. Here the events are kept in a list.
 */
export function keep(request: string, lifecycle: Lifecycle, context: RequestContext): Kept {
  const events: RequestEvent[] = []
  let state: RequestState | null = null
  let commands = 0

  function tell(like: InstantLike, asked: Asked<RequestCommand>): Told | Refusal {
    const at = toInstant(like)
    const command = { ...asked, id: `c${++commands}`, request } as RequestCommand
    const decision = decide(state, command, context, at)
    if (!decision.ok) return decision.refusal
    for (const event of decision.events) state = evolve(state, event)
    events.push(...decision.events)
    return { at, events: decision.events, notices: decision.notices }
  }

  const present = () => {
    if (state === null) throw new Error(`request ${request} has not come in`)
    return state
  }

  return {
    get state() {
      return present()
    },
    events,
    tell,
    passTo(like) {
      const until = toInstant(like)
      const told: Told[] = []
      for (;;) {
        const last = told.at(-1)?.at ?? present().submittedAt
        const [next] = wakeups(present(), lifecycle, last)
        if (next === undefined || next.at > until) return told
        const woken = tell(next.at, { type: 'wake', by: 'system:timer', key: next.key })
        if ('code' in woken) throw new Error(woken.code)
        if (woken.events.length > 0) told.push(woken)
      }
    },
  }
}
