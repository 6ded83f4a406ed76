import { formatInstant, type Instant, type PartyRef } from '@holdfast/kernel'
import { EVENT_SCHEMA, type RequestEvent } from '../event.ts'
import { evolve } from '../evolve.ts'
import type { FlagCode, NextAction, RequestState } from '../state.ts'
import type { Draft } from './scene.ts'

/** Whom events are by that time brings about. */
export const CLOCK: PartyRef = 'system:clock'

/** The stream of a request while a command is decided: what it has come to, and the events that led there. */
export interface Stream {
  state: RequestState | null
  readonly events: RequestEvent[]
  readonly command: { readonly id: string; readonly request: string; readonly by: PartyRef }
  readonly now: Instant
}

/** Makes a draft an event at the end of the stream. */
export function append(stream: Stream, draft: Draft, at: Instant): RequestEvent {
  const { state, events, command, now } = stream
  const when = draft.at ?? at
  const flag = flagOf(state, draft, when, now)
  const event = {
    ...draft,
    id: `${command.id}/${events.length + 1}`,
    at: formatInstant(when),
    seq: (state?.seq ?? 0) + 1,
    by: draft.by ?? command.by,
    request: command.request,
    schema: EVENT_SCHEMA,
    ...(flag !== undefined && { flag }),
  } as RequestEvent
  events.push(event)
  stream.state = evolve(state, event)
  return event
}

/** What cannot be about a time. It is kept as it came, so that nothing is lost, and found. */
function flagOf(
  state: RequestState | null,
  { type }: Draft,
  at: Instant,
  now: Instant,
): FlagCode | undefined {
  if (at > now) return 'in-future'
  if (state === null) return undefined
  if (at < state.submittedAt) return 'before-submission'
  if (at < state.chapter.at && CHANGES_STATE.has(type)) return 'before-state'
  return undefined
}

const CHANGES_STATE: ReadonlySet<Draft['type']> = new Set([
  'moved',
  'waited',
  'resumed',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
])

/** Writes what is to be done next into the last event, so that the stream alone says it. */
export function writeNext(stream: Stream, next: NextAction | null): void {
  const { events, state } = stream
  const last = events.at(-1)
  if (last === undefined || state === null || isSameAction(next, state.nextAction)) return
  events[events.length - 1] = {
    ...last,
    next: next === null ? null : { ...next, at: formatInstant(next.at) },
  }
  stream.state = { ...state, nextAction: next }
}

function isSameAction(a: NextAction | null, b: NextAction | null): boolean {
  return a === b || (a !== null && a.at === b?.at && a.by === b.by && a.why === b.why)
}
