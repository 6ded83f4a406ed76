import type { RequestState } from './state.ts'

/** A request that is being changed, before anybody else sees it. */
export type StateDraft = { -readonly [K in keyof RequestState]: RequestState[K] }

/**
 * A copy to write into. Spelled out, because spreading an object of this size leaves the fast path of the engine as
 * soon as its fields have held different kinds of values, and then takes ten times as long as everything else about an
 * event.
 */
export function copyOf(state: RequestState): StateDraft {
  return {
    request: state.request,
    seq: state.seq,
    kind: state.kind,
    lifecycle: state.lifecycle,
    title: state.title,
    submittedAt: state.submittedAt,
    state: state.state,
    category: state.category,
    previous: state.previous,
    chapter: state.chapter,
    customer: state.customer,
    customerFacts: state.customerFacts,
    need: state.need,
    facts: state.facts,
    priority: state.priority,
    owner: state.owner,
    assignee: state.assignee,
    offer: state.offer,
    offers: state.offers,
    bounces: state.bounces,
    formerOwners: state.formerOwners,
    wait: state.wait,
    waits: state.waits,
    reopenings: state.reopenings,
    tasks: state.tasks,
    parent: state.parent,
    children: state.children,
    followUpOf: state.followUpOf,
    followUps: state.followUps,
    links: state.links,
    approvals: state.approvals,
    resolution: state.resolution,
    timeSpent: state.timeSpent,
    nextAction: state.nextAction,
    told: state.told,
    quiet: state.quiet,
    flags: state.flags,
    unread: state.unread,
    marks: state.marks,
  }
}
