import { EVENT_SCHEMA, type EventType, type RequestEvent, type StoredEvent } from './event.ts'

/** Whether an event is one of this version. */
export function isKnown(event: StoredEvent): event is RequestEvent {
  return event.schema <= EVENT_SCHEMA && Object.hasOwn(TYPES, event.type)
}

/** The types of event that there are; the type of the record holds it complete. */
const TYPES: Readonly<Record<EventType, true>> = {
  submitted: true,
  assessed: true,
  assigned: true,
  offered: true,
  offerAccepted: true,
  offerDeclined: true,
  offerRecalled: true,
  offerExpired: true,
  ownerChanged: true,
  messaged: true,
  moved: true,
  waited: true,
  resumed: true,
  resolved: true,
  reopened: true,
  closed: true,
  cancelled: true,
  followedUp: true,
  linked: true,
  unlinked: true,
  timeAttached: true,
  approved: true,
  approvalRejected: true,
  taskAdded: true,
  taskChanged: true,
  taskDispatched: true,
  taskAccepted: true,
  taskDeclined: true,
  taskDone: true,
  taskCancelled: true,
  taskSplit: true,
  taskRejoined: true,
  quickTaskDone: true,
  split: true,
  rejoined: true,
  childChanged: true,
  told: true,
}
