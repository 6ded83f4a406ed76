import {
  type Decision,
  type Instant,
  type InstantLike,
  type Notice,
  reason,
  refusal,
  toInstant,
} from '@holdfast/kernel'
import type { RequestCommand } from './commands/command.ts'
import { handlers } from './commands/handlers.ts'
import { type ReadCommand, readCommand } from './commands/read-command.ts'
import { isRepeated } from './commands/repeated.ts'
import type { Refused, RequestContext, Scene } from './commands/scene.ts'
import { mayBeDue, settle } from './commands/settle.ts'
import { append, type Stream, writeNext } from './commands/stream.ts'
import { submit } from './commands/submit.ts'
import { unknownKind } from './commands/unknown-kind.ts'
import { isOwnCustomer } from './commands/who-may.ts'
import type { RequestEvent } from './event.ts'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import { noticesOf } from './notices.ts'
import { isCustomer } from './parties.ts'
import { nextActionOf } from './promises/next-action.ts'
import type { RequestState } from './state.ts'
import { tasksDone } from './tasks/tasks-done.ts'

/**
 * What a command comes to: the events that happen and who must be told, or a refusal that says why not, who may, and
 * what to do instead. Pure: the same request, command, context and instant give the same answer.
 *
 * What time has brought about since is caught up first, at the instants at which it was due. A refused command gives no
 * events at all, and one that comes again, none either. `at` is when it is decided; a command tells of something
 * earlier by its own `at`, which moves clocks, and never who owned what.
 * Throws what `toInstant` throws for `at`; nothing else.
 *
 * @param state `null` before the request is submitted
 */
export function decide(
  state: RequestState | null,
  command: RequestCommand,
  context: RequestContext,
  at: InstantLike,
): Decision<RequestEvent> {
  const now = toInstant(at)
  const read = readCommand(command)
  if (!read.ok) return read
  return state === null ? begin(read, context, now) : carryOut(state, read, context, now)
}

/** What a command about a request that has come in leads to: first what time brought about, then what it asks for. */
function carryOut(
  state: RequestState,
  { command, at }: ReadCommand,
  context: RequestContext,
  now: Instant,
): Decision<RequestEvent> {
  if (command.request !== state.request) {
    return refusal('request-other', { params: { asked: command.request, found: state.request } })
  }
  if (isRepeated(state, command.id)) return nothing('requests.repeated', command)
  const { expectedSeq } = command
  if (expectedSeq !== undefined && expectedSeq !== state.seq) {
    return refusal('stale', {
      params: { expected: expectedSeq, found: state.seq },
      nextSteps: [reason('requests.next.readAgain', {})],
    })
  }
  if (command.type === 'submit') {
    return refusal('request-exists', { params: { request: state.request } })
  }
  const lifecycle = lifecycleOf(context, state.kind)
  if (lifecycle === undefined) return unknownKind(context, state.kind)
  if (!Object.hasOwn(lifecycle.states, state.state)) {
    return refusal('state-unknown', {
      params: { state: state.state, lifecycle: lifecycle.id, version: lifecycle.version },
      nextSteps: [reason('requests.next.giveLifecycle', { ...state.lifecycle })],
    })
  }

  const stream: Stream = { state, events: [], command, now }
  const settled =
    command.type === 'wake' || mayBeDue(state, lifecycle, now)
      ? settle(stream, lifecycle, context)
      : []
  const present = stream.state as RequestState
  if (command.type !== 'wake') {
    const refused = strange(present, command) ?? closedTo(present, command)
    if (refused !== undefined) return refused
    const scene: Scene = {
      state: present,
      lifecycle,
      context,
      now,
      at: at ?? now,
      by: command.by,
    }
    const outcome = handlers[command.type](scene, command as never)
    if (!outcome.ok) return outcome
    for (const draft of outcome.drafts) append(stream, draft, scene.at)
    const after: Scene = { ...scene, state: stream.state as RequestState }
    for (const draft of tasksDone(present, after)) append(stream, draft, scene.at)
  }
  return finish(stream, state, lifecycle, settled)
}

function begin(
  { command, at }: ReadCommand,
  context: RequestContext,
  now: Instant,
): Decision<RequestEvent> {
  if (command.type !== 'submit') {
    return refusal('request-unknown', {
      params: { request: command.request },
      nextSteps: [reason('requests.next.submit', {})],
    })
  }
  const lifecycle = lifecycleOf(context, command.kind)
  if (lifecycle === undefined) return unknownKind(context, command.kind)
  const stream: Stream = { state: null, events: [], command, now }
  const outcome = submit(lifecycle, command)
  if (!outcome.ok) return outcome
  for (const draft of outcome.drafts) append(stream, draft, at ?? now)
  return finish(stream, null, lifecycle, [])
}

/** What the events leave to be done, who is told of them, and why it all is so. */
function finish(
  stream: Stream,
  before: RequestState | null,
  lifecycle: Lifecycle,
  settled: ReturnType<typeof settle>,
): Decision<RequestEvent> {
  const { state, events, command, now } = stream
  if (state === null || events.length === 0) return nothing('requests.unchanged', command)
  writeNext(stream, nextActionOf(state, lifecycle, now))
  const dues = new Map(settled.map(({ due, event }) => [event.id, due]))
  const notices: Notice[] = []
  for (const event of events) notices.push(...noticesOf(event, before ?? state, dues.get(event.id)))
  return {
    ok: true,
    events,
    notices,
    reason: reason('requests.decided', {
      request: command.request,
      command: command.id,
      events: events.map(({ type }) => type),
      state: state.state,
      owner: state.owner,
    }),
  }
}

function nothing(
  code: string,
  command: { readonly id: string; readonly request: string },
): Decision<RequestEvent> {
  const { id, request } = command
  return { ok: true, events: [], notices: [], reason: reason(code, { request, command: id }) }
}

function lifecycleOf({ lifecycles }: RequestContext, kind: string): Lifecycle | undefined {
  return Object.hasOwn(lifecycles, kind) ? lifecycles[kind] : undefined
}

/** Anybody may write, but what becomes of a request is not for another customer to say, until somebody links them. */
function strange(state: RequestState, { by, type }: RequestCommand): Refused | undefined {
  if (!isCustomer(by) || FROM_ANYBODY.has(type) || isOwnCustomer(by, state)) return undefined
  const { customer } = state
  return refusal('customer-other', {
    params: { by, customer },
    ...(customer !== null && { whoMay: [customer] }),
    nextSteps: [reason('requests.next.link', { relation: 'contact', to: by })],
  })
}

/** What anybody may tell, and what only passes on what was decided about another request. */
const FROM_ANYBODY: ReadonlySet<RequestCommand['type']> = new Set([
  'message',
  'noteChild',
  'mergeInto',
])

/** What is closed is not changed any more; but things can be noted about it, and tasks it did not need be done. */
function closedTo(
  { category, state }: RequestState,
  { type }: RequestCommand,
): Refused | undefined {
  if (category !== 'closed' || AFTER_CLOSE.has(type)) return undefined
  return refusal('request-closed', {
    params: { state, on: type },
    nextSteps: [reason('requests.next.followUp', {})],
  })
}

const AFTER_CLOSE: ReadonlySet<RequestCommand['type']> = new Set([
  'followUp',
  'link',
  'unlink',
  'attachTime',
  'noteChild',
  'acceptTask',
  'declineTask',
  'finishTask',
  'cancelTask',
])
