import type { Instant } from '@holdfast/kernel'
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

/**
 * Puts wishes to a request, each decided when it was wished; no wish is known before the request has come in.
 *
 * @param waking wakes it at every wake-up that it has under this lifecycle; nobody does when left out
 */
export function carriedOut(
  request: string,
  wishes: readonly Wish[],
  context: RequestContext,
  waking?: Lifecycle,
): CarriedOut {
  let state: RequestState | null = null
  let now: Instant = 0
  let commands = 0
  const events: RequestEvent[] = []
  const refused: Refused[] = []
  const isDone = (asked: Omit<RequestCommand, 'id' | 'request'>): boolean => {
    commands++
    const command = { id: `c${commands}`, request, ...asked } as RequestCommand
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
  const wakeUntil = (at: Instant, lifecycle: Lifecycle) => {
    for (;;) {
      const next = state === null ? undefined : wakeups(state, lifecycle, now)[0]
      if (next === undefined || next.at > at) return
      now = Math.max(now, next.at)
      isDone({ type: 'wake', by: 'system:clock', key: next.key } as Wish['ask'])
    }
  }
  for (const { at, ask, otherwise } of wishes) {
    if (waking !== undefined) wakeUntil(at, waking)
    now = Math.max(now, at)
    if (!isDone({ ...ask, at }) && otherwise !== undefined) isDone({ ...otherwise, at })
  }
  return { state, events, commands, refused }
}
