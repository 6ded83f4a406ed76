import type { Instant, Mark, MarkType, Param } from '@holdfast/kernel'
import type { Entered, EventHeader, EventOf, RequestEvent, TaskData } from './event.ts'

/**
 * What an event is to the history of the request, in the words that every other package reads; `undefined` for what is
 * about the desk and not about the request. The mark has the id and the place of its event.
 */
export function markOf(event: RequestEvent, at: Instant): Mark | undefined {
  switch (event.type) {
    case 'submitted':
      return submission(event, at)
    case 'assessed':
      return mark(event, at, 'triaged', found(event))
    case 'assigned':
      return mark(event, at, 'assigned', assignment(event))
    case 'ownerChanged':
      return mark(event, at, 'assigned', ownership(event))
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
    case 'reopened':
    case 'cancelled':
      return entering(event, at, event.type)
    case 'resolved':
    case 'closed':
      return ending(event, at)
    case 'taskDispatched':
      return aboutTask(event, at, 'offered', { offeredTo: event.team })
    case 'taskAccepted':
      return aboutTask(event, at, 'accepted')
    case 'taskDeclined':
      return aboutTask(event, at, 'declined')
    case 'taskCancelled':
      return aboutTask(event, at, 'recalled')
    case 'taskDone':
      return internalMessage(aboutTask(event, at, 'message', { task: 'done' }))
    case 'quickTaskDone':
      return internalMessage(mark(event, at, 'message', { quickTask: event.what }))
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

/** Who is at work; that it is whoever did it goes without saying. */
function assignment({ assignee, by }: EventOf<'assigned'>): Facts | undefined {
  return assignee === by ? undefined : { assignee }
}

function ownership({ owner, assignee, by }: EventOf<'ownerChanged'>): Facts {
  return assignee === undefined || assignee === by
    ? { assignedTo: owner }
    : { assignedTo: owner, assignee }
}

/** What triage found, so that whatever hangs on facts hears of it. */
function found({ priority, facts }: EventOf<'assessed'>): Facts | undefined {
  if (facts === undefined) return priority === undefined ? undefined : { priority }
  return { ...ownFacts(facts), ...(priority !== undefined && { priority }) }
}

/** Words that marks say themselves. A fact that is called so by an organization would be believed. */
const WORDS: ReadonlySet<string> = new Set([
  'assignedTo',
  'assignee',
  'begins',
  'customer',
  'element',
  'followUpOf',
  'kind',
  'offeredTo',
  'party',
  'priority',
  'quickTask',
  'task',
  'tells',
  'until',
])

function ownFacts(facts: Readonly<Record<string, Param>>): Facts {
  const own = Object.entries(facts).filter(([name]) => !WORDS.has(name))
  return Object.fromEntries(own) as unknown as Facts
}

type Facts = NonNullable<Mark['facts']>
type Draft = { -readonly [K in keyof Mark]: Mark[K] }

/**
 * A mark about the request; what not every mark says is written into it, which is faster than putting parts together.
 */
function mark({ id, seq, by, request }: EventHeader, at: Instant, type: MarkType, facts?: Facts) {
  const about = `request:${request}`
  const made: Draft = { id, at, seq, type, about, by }
  if (facts !== undefined) made.facts = facts
  return made
}

function aboutOffer(
  event: EventHeader & { readonly offer: string },
  at: Instant,
  type: MarkType,
  facts?: Facts,
): Draft {
  const made = mark(event, at, type, facts)
  made.about = `offer:${event.offer}`
  return made
}

function aboutTask(
  event: EventHeader & Pick<TaskData, 'task'>,
  at: Instant,
  type: MarkType,
  facts?: Facts,
): Draft {
  const made = mark(event, at, type, facts)
  made.about = `task:${event.request}/${event.task}`
  return made
}

/** A message that does not say otherwise is public. */
function message(event: EventOf<'messaged'>, at: Instant): Mark {
  const made = mark(event, at, 'message')
  if (event.audience === 'internal') made.audience = 'internal'
  if (event.automatic === true) made.automatic = true
  return made
}

function internalMessage(made: Draft): Mark {
  made.audience = 'internal'
  return made
}

function entering(event: EventHeader & Entered, at: Instant, type: MarkType): Draft {
  const made = mark(event, at, type)
  made.state = event.state
  const facts = enteredFacts(event)
  if (facts !== undefined) made.facts = facts
  return made
}

/** Whether a machine ended it; whoever lets it go on by themselves is named by `by`. */
function ending(event: EventOf<'resolved' | 'closed'>, at: Instant): Mark {
  const made = entering(event, at, event.type)
  if (event.automatic === true) made.automatic = true
  return made
}

/** What goes on from here; that it is `wait` in a wait goes without saying. */
function enteredFacts({ category, element, party, tells }: Entered): Facts | undefined {
  const said = category === 'waiting' && element === 'wait' ? undefined : element
  if (said === undefined && party === undefined && tells === undefined) return undefined
  const facts: Facts = {}
  if (said !== undefined) facts['element'] = said
  if (party !== undefined) facts['party'] = party
  if (tells === true) facts['tells'] = true
  return facts
}

function waiting(event: EventOf<'waited'>, at: Instant): Mark {
  const { state, blocker, until } = event
  const made = mark(event, at, 'waiting')
  made.state = state
  made.reason = blocker
  const facts = enteredFacts(event)
  if (until !== undefined) made.facts = { ...facts, until }
  else if (facts !== undefined) made.facts = facts
  return made
}

function submission(event: EventOf<'submitted'>, at: Instant): Mark {
  const { owner, kind, customer, customerFacts, priority, facts, followUpOf, state } = event
  const known = {
    ...(facts && ownFacts(facts)),
    ...customerFacts,
    ...enteredFacts(event),
    kind,
    assignedTo: owner,
    ...(customer !== undefined && { customer }),
    ...(priority !== undefined && { priority }),
    ...(followUpOf !== undefined && { followUpOf }),
  }
  const made = mark(event, at, 'submitted', known as unknown as Facts)
  made.state = state
  return made
}
