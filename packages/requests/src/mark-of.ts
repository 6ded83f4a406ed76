import type { Instant, Mark, MarkType, Param } from '@holdfast/kernel'
import type { Entered, EventHeader, RequestEvent, TaskData } from './event.ts'

/**
 * What an event is to the history of the request, in the words that every other package reads; `undefined` for what is
 * about the desk and not about the request. The mark has the id and the place of its event.
 */
export function markOf(event: RequestEvent, at: Instant): Mark | undefined {
  switch (event.type) {
    case 'submitted':
      return submission(event, at)
    case 'assessed':
      return event.priority === undefined
        ? mark(event, at, 'triaged')
        : mark(event, at, 'triaged', { priority: event.priority })
    case 'assigned':
      return mark(event, at, 'assigned', { assignee: event.assignee })
    case 'ownerChanged':
      return mark(event, at, 'assigned', {
        assignedTo: event.owner,
        ...(event.assignee !== undefined && { assignee: event.assignee }),
      })
    case 'offered':
      return aboutOffer(event, at, 'offered', { offeredTo: event.to })
    case 'offerAccepted':
      return aboutOffer(event, at, 'accepted')
    case 'offerDeclined':
      return aboutOffer(event, at, 'declined')
    case 'offerRecalled':
      return aboutOffer(event, at, 'recalled')
    case 'offerExpired':
      return aboutOffer(event, at, 'expired')
    case 'messaged':
      return message(event, at)
    case 'moved':
    case 'resumed':
      return entering(event, at, 'resumed')
    case 'waited':
      return waiting(event, at)
    case 'resolved':
    case 'reopened':
    case 'closed':
    case 'cancelled':
      return entering(event, at, event.type)
    case 'taskDispatched':
      return aboutTask(event, at, 'offered', { offeredTo: event.team })
    case 'taskAccepted':
      return aboutTask(event, at, 'accepted')
    case 'taskDeclined':
      return aboutTask(event, at, 'declined')
    case 'taskCancelled':
      return aboutTask(event, at, 'recalled')
    case 'taskDone':
      return { ...aboutTask(event, at, 'message', { task: 'done' }), audience: 'internal' }
    case 'quickTaskDone':
      return { ...mark(event, at, 'message', { quickTask: event.what }), audience: 'internal' }
    case 'followedUp':
    case 'linked':
    case 'unlinked':
    case 'timeAttached':
    case 'approved':
    case 'approvalRejected':
    case 'taskAdded':
    case 'taskChanged':
    case 'taskSplit':
    case 'taskRejoined':
    case 'split':
    case 'rejoined':
    case 'childChanged':
    case 'told':
      return undefined
    default:
      return event satisfies never
  }
}

type Facts = Record<string, Param>

function mark(
  { id, seq, by, request }: EventHeader,
  at: Instant,
  type: MarkType,
  facts?: Facts,
): Mark {
  const about = `request:${request}`
  return facts === undefined
    ? { id, at, seq, type, about, by }
    : { id, at, seq, type, about, by, facts: facts as Mark['facts'] }
}

function aboutOffer(
  event: EventHeader & { readonly offer: string },
  at: Instant,
  type: MarkType,
  facts?: Facts,
): Mark {
  return { ...mark(event, at, type, facts), about: `offer:${event.offer}` }
}

function aboutTask(
  event: EventHeader & Pick<TaskData, 'task'>,
  at: Instant,
  type: MarkType,
  facts?: Facts,
): Mark {
  return { ...mark(event, at, type, facts), about: `task:${event.request}/${event.task}` }
}

function message(event: Extract<RequestEvent, { type: 'messaged' }>, at: Instant): Mark {
  const { id, seq, by, request, audience, automatic } = event
  const said: Mark = { id, at, seq, type: 'message', about: `request:${request}`, by }
  if (audience === 'public' && automatic !== true) return said
  return {
    ...said,
    ...(audience === 'internal' && { audience }),
    ...(automatic === true && { automatic }),
  }
}

function entering(
  event: EventHeader & Entered & { readonly automatic?: true },
  at: Instant,
  type: MarkType,
): Mark {
  const { id, seq, by, request, state, automatic } = event
  const entered: Mark = { id, at, seq, type, about: `request:${request}`, by, state }
  const facts = enteredFacts(event)
  if (facts === undefined && automatic !== true) return entered
  return {
    ...entered,
    ...(automatic === true && { automatic }),
    ...(facts !== undefined && { facts }),
  }
}

function enteredFacts({ element, party, tells }: Entered): Mark['facts'] | undefined {
  if (element === undefined && tells === undefined) return undefined
  return {
    ...(element !== undefined && { element }),
    ...(party !== undefined && { party }),
    ...(tells === true && { tells }),
  }
}

function waiting(event: Extract<RequestEvent, { type: 'waited' }>, at: Instant): Mark {
  const entered = entering(event, at, 'waiting')
  const { blocker, until } = event
  return {
    ...entered,
    reason: blocker,
    ...(until !== undefined && { facts: { ...entered.facts, until } }),
  }
}

function submission(event: Extract<RequestEvent, { type: 'submitted' }>, at: Instant): Mark {
  const { owner, kind, customer, customerFacts, priority, facts, followUpOf } = event
  const known = {
    ...facts,
    ...customerFacts,
    ...enteredFacts(event),
    kind,
    assignedTo: owner,
    ...(customer !== undefined && { customer }),
    ...(priority !== undefined && { priority }),
    ...(followUpOf !== undefined && { followUpOf }),
  }
  return { ...mark(event, at, 'submitted', known as Facts), state: event.state }
}
