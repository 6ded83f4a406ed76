import type { Instant } from '@holdfast/kernel'
import {
  decide,
  evolve,
  type RequestCommand,
  type RequestContext,
  type RequestEvent,
  type RequestState,
} from '@holdfast/requests'
import type { Wish } from './incident-commands.ts'

/** A command that was refused, and why. */
export interface Refused {
  readonly code: string
  readonly type: RequestCommand['type']
}

/** A request to which wishes were put, each at its time. */
export interface CarriedOut {
  readonly state: RequestState | null
  readonly events: readonly RequestEvent[]
  readonly commands: number
  readonly refused: readonly Refused[]
}

/** Puts wishes to a request, each decided when it was wished; no wish is known before the request has come in. */
export function carriedOut(
  request: string,
  wishes: readonly Wish[],
  context: RequestContext,
): CarriedOut {
  let state: RequestState | null = null
  let now: Instant = 0
  let commands = 0
  const events: RequestEvent[] = []
  const refused: Refused[] = []
  const isDone = (asked: Wish['ask'], at: Instant): boolean => {
    commands++
    const command = { id: `c${commands}`, request, at, ...asked } as RequestCommand
    const decision = decide(state, command, context, now)
    if (!decision.ok) {
      refused.push({ code: decision.refusal.code, type: asked.type })
      return false
    }
    for (const event of decision.events) {
      state = evolve(state, event)
      events.push(event)
    }
    return true
  }
  for (const { at, ask, otherwise } of wishes) {
    now = Math.max(now, at)
    if (!isDone(ask, at) && otherwise !== undefined) isDone(otherwise, at)
  }
  return { state, events, commands, refused }
}
