import type { Mark } from '@holdfast/kernel'
import type { StoredEvent } from './event.ts'
import { evolve } from './evolve.ts'
import { isKnown } from './known-event.ts'
import type { RequestState } from './state.ts'
import { type Upcaster, upcast } from './upcast.ts'

export interface ReplayOptions {
  /** Makes old events new ones. */
  readonly upcasters?: readonly Upcaster[] | undefined
}

/** What is odd about a stream. */
export interface StreamProblem {
  /**
   * `gap`: events before this one are missing. `repeated`: its place is taken. `before-submission`: nothing had come
   * in. `unread`: its type or schema is not known, or it lacks what its type says. `other-request`: it belongs to
   * another stream.
   */
  readonly code: 'gap' | 'repeated' | 'before-submission' | 'unread' | 'other-request'
  readonly event: string
  readonly seq: number
}

/** A request as its stream tells it, and what is odd about the stream. */
export interface Replay {
  readonly state: RequestState | null
  readonly problems: readonly StreamProblem[]
}

/**
 * A request from its events, in whatever order and however often they come: they count by `seq`. What cannot be read
 * takes its place and is reported.
 */
export function replay(events: Iterable<StoredEvent>, options: ReplayOptions = {}): Replay {
  const problems: StreamProblem[] = []
  let state: RequestState | null = null
  let last = 0
  let request: string | undefined
  for (const event of inOrder(events, options)) {
    const { id, seq } = event
    const problem = (code: StreamProblem['code']) => problems.push({ code, event: id, seq })
    request ??= event.request
    if (event.request !== request) {
      problem('other-request')
      continue
    }
    if (seq === last) {
      problem('repeated')
      continue
    }
    if (seq > last + 1) problem('gap')
    last = seq
    const after = evolve(state, event)
    const isLost = after === null && isKnown(event) && event.type !== 'submitted'
    if (isLost) problem('before-submission')
    else if (after === null || after.unread !== (state ?? after).unread) problem('unread')
    state = after
  }
  return { state, problems }
}

/** The history that the events of a request tell: what obligations, SLA and insight read. As `state.marks`. */
export function marksOf(
  events: Iterable<StoredEvent>,
  options: ReplayOptions = {},
): readonly Mark[] {
  return replay(events, options).state?.marks ?? []
}

function inOrder(
  events: Iterable<StoredEvent>,
  { upcasters = [] }: ReplayOptions,
): readonly StoredEvent[] {
  const all = [...events].map((event) => upcast(event, upcasters))
  return all.sort((a, b) => a.seq - b.seq)
}
