import type { RequestEvent } from '@holdfast/requests'

/** A request as somebody would keep it who writes for these events alone: one object, changed in place. */
export interface Kept {
  seq: number
  state: string
  owner: string
  assignee: string | null
  priority: string | null
  offer: { readonly id: string; readonly to: string } | null
  wait: { readonly blocker: string } | null
  previous: string | null
  bounces: number
  timeSpent: number
  readonly tasks: Map<string, string>
  readonly marks: { readonly id: string; readonly at: number; readonly type: string }[]
}

export function emptyKept(): Kept {
  return {
    seq: 0,
    state: '',
    owner: '',
    assignee: null,
    priority: null,
    offer: null,
    wait: null,
    previous: null,
    bounces: 0,
    timeSpent: 0,
    tasks: new Map(),
    marks: [],
  }
}

/**
 * Carries an event out. Knows no unknown types, no duplicates, no links, children, approvals or resolutions, and no
 * next action; forgets what it was.
 */
export function keep(kept: Kept, event: RequestEvent): void {
  kept.seq = event.seq
  switch (event.type) {
    case 'submitted':
      kept.owner = event.owner
      kept.state = event.state
      kept.priority = event.priority ?? null
      break
    case 'assessed':
      kept.priority = event.priority ?? kept.priority
      break
    case 'assigned':
      kept.assignee = event.assignee
      break
    case 'ownerChanged':
      kept.owner = event.owner
      kept.assignee = event.assignee ?? null
      break
    case 'offered':
      kept.offer = { id: event.offer, to: event.to }
      break
    case 'offerDeclined':
    case 'offerExpired':
      kept.bounces++
      kept.offer = null
      break
    case 'offerAccepted':
    case 'offerRecalled':
      kept.offer = null
      break
    case 'waited':
      kept.previous ??= kept.state
      kept.state = event.state
      kept.wait = { blocker: event.blocker }
      break
    case 'moved':
    case 'resumed':
    case 'reopened':
    case 'resolved':
    case 'closed':
    case 'cancelled':
      kept.state = event.state
      kept.wait = null
      kept.previous = null
      break
    case 'timeAttached':
      kept.timeSpent += event.millis
      return
    case 'taskAdded':
    case 'taskDispatched':
    case 'taskAccepted':
    case 'taskDone':
      kept.tasks.set(event.task, event.type)
      break
    default:
  }
  kept.marks.push({ id: event.id, at: Date.parse(event.at), type: event.type })
}
