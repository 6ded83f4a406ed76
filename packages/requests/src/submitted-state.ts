import type { Instant } from '@holdfast/kernel'
import type { EventOf } from './event.ts'
import type { RequestState } from './state.ts'

/** A request as it comes in: nothing has happened but its submission. */
export function submittedState(event: EventOf<'submitted'>, at: Instant): RequestState {
  const { request, kind, lifecycle, state, category, owner, approvals = [] } = event
  return {
    request,
    seq: 0,
    kind,
    lifecycle,
    title: event.title ?? null,
    submittedAt: at,
    state,
    category,
    previous: null,
    chapter: { place: 0, at },
    customer: event.customer ?? null,
    customerFacts: event.customerFacts ?? {},
    need: event.need ?? null,
    facts: event.facts ?? {},
    priority: event.priority ?? null,
    owner,
    assignee: null,
    offer: null,
    offers: 0,
    bounces: 0,
    formerOwners: [],
    wait: null,
    waits: 0,
    reopenings: 0,
    tasks: [],
    parent: event.parent ?? null,
    children: [],
    followUpOf: event.followUpOf ?? null,
    followUps: [],
    links: event.links ?? [],
    approvals: approvals.map(({ id, by }) => ({ id, by, status: 'open', decidedBy: null })),
    resolution: null,
    timeSpent: 0,
    nextAction: null,
    told: [],
    quiet: [],
    flags: [],
    unread: [],
    marks: [],
  }
}
