import type { CaseElement, Param, PartyRef, WaitReason } from '@holdfast/kernel'
import type { Category } from './lifecycle/lifecycle-document.ts'
import type { PromiseName } from './promises/promise-terms.ts'
import type { ChildStatus, CustomerFacts, FlagCode, Link, NextActionReason } from './state.ts'

/** The version of the events that this package writes. */
export const EVENT_SCHEMA = 1

/** What every event says. Plain JSON. */
export interface EventHeader {
  /** `${command.id}/${n}`, n from 1. */
  readonly id: string
  /** When it happened: 24-character UTC, `2027-03-01T09:00:00.000Z`. */
  readonly at: string
  /** Its place in the stream of the request, from 1. */
  readonly seq: number
  readonly by: PartyRef
  readonly request: string
  readonly schema: number
  /** What is to be done from here on; `null` for nothing. Left out where it stays as it was. */
  readonly next?: NextActionData | null
  /** What of its time cannot be. */
  readonly flag?: FlagCode
}

/** A next action as events tell it. */
export interface NextActionData {
  readonly at: string
  readonly by: PartyRef
  readonly why: NextActionReason
}

/** The state that an event leads to. */
export interface Entered {
  readonly state: string
  readonly category: Category
  readonly element?: CaseElement
  /** For the element `wait`, whom it is for, where no blocker says so. */
  readonly party?: string
  /** The customer must be told of the state. */
  readonly tells?: true
  /** Whoever has to approve is asked anew. */
  readonly asks?: true
}

/** What a task says. */
export interface TaskData {
  readonly task: string
  readonly title: string
  readonly team?: PartyRef
  readonly context?: string
  readonly acceptanceCriteria?: readonly string[]
  readonly customerImpact?: string
  readonly required?: boolean
  readonly links?: readonly Link[]
}

/** What can happen to a request, by its name, with what it says beside the header. */
export interface EventPayloads {
  submitted: Entered & {
    readonly kind: string
    readonly lifecycle: { readonly id: string; readonly version: string | number }
    readonly owner: PartyRef
    readonly title?: string
    readonly customer?: PartyRef
    readonly customerFacts?: CustomerFacts
    readonly need?: string
    readonly priority?: string
    readonly facts?: Readonly<Record<string, Param>>
    readonly links?: readonly Link[]
    readonly parent?: string
    readonly followUpOf?: string
    readonly approvals?: readonly { readonly id: string; readonly by: PartyRef }[]
  }
  /** Triage: priority and facts. */
  assessed: {
    readonly priority?: string
    readonly facts?: Readonly<Record<string, Param>>
    readonly need?: string
  }
  assigned: { readonly assignee: PartyRef }
  offered: {
    readonly offer: string
    readonly to: PartyRef
    readonly need?: string
    readonly context?: string
    readonly openQuestions?: readonly string[]
  }
  offerAccepted: { readonly offer: string }
  offerDeclined: {
    readonly offer: string
    readonly reason: string
    readonly openQuestions?: readonly string[]
  }
  offerRecalled: { readonly offer: string; readonly reason?: string }
  offerExpired: { readonly offer: string }
  /** Somebody else is accountable from here on. */
  ownerChanged: { readonly owner: PartyRef; readonly assignee?: PartyRef }
  messaged: {
    readonly audience: 'public' | 'internal'
    readonly automatic?: true
    readonly text?: string
    readonly channel?: string
  }
  moved: Entered & { readonly reason?: string }
  waited: Entered & {
    readonly blocker: WaitReason
    readonly until?: string
    readonly detail?: string
  }
  resumed: Entered & { readonly reason?: string; readonly automatic?: true }
  resolved: Entered & {
    readonly cause?: string
    readonly effect?: string
    readonly summary?: string
    readonly automatic?: true
  }
  reopened: Entered & { readonly reason?: string; readonly automatic?: true }
  closed: Entered & { readonly automatic?: true }
  cancelled: Entered & { readonly reason: string; readonly into?: string }
  followedUp: { readonly as: string; readonly title?: string; readonly text?: string }
  linked: { readonly link: Link }
  unlinked: { readonly link: Link }
  timeAttached: {
    readonly millis: number
    readonly activity?: string
    readonly billable?: boolean
  }
  approved: { readonly approval: string; readonly note?: string }
  approvalRejected: { readonly approval: string; readonly reason: string }
  taskAdded: TaskData
  taskChanged: Partial<TaskData> & { readonly task: string }
  taskDispatched: { readonly task: string; readonly team: PartyRef }
  taskAccepted: { readonly task: string }
  taskDeclined: { readonly task: string; readonly reason: string }
  taskDone: { readonly task: string; readonly result?: string }
  taskCancelled: { readonly task: string; readonly reason: string }
  taskSplit: { readonly task: string; readonly into: readonly TaskData[] }
  taskRejoined: { readonly task: string }
  quickTaskDone: {
    readonly what: string
    readonly minutes: number
    readonly affects?: readonly PartyRef[]
  }
  /** Requests were split off; the links they took with them are theirs until they re-join. */
  split: { readonly into: readonly ChildData[] }
  rejoined: { readonly child: string; readonly links: readonly Link[] }
  childChanged: {
    readonly child: string
    readonly status: ChildStatus
  }
  /** Something was told, or noted as told, because its time had come. */
  told: {
    readonly key: string
    readonly what: PromiseName | 'wait'
    readonly late: boolean
  }
}

/** A request that is split off. */
export interface ChildData {
  readonly request: string
  readonly title: string
  readonly kind?: string
  readonly owner?: PartyRef
  readonly required?: boolean
  /** The links that it takes with it; without, it shares all of them. */
  readonly links?: readonly Link[]
}

export type EventType = keyof EventPayloads

/** Something that happened to a request. */
export type RequestEvent = {
  readonly [T in EventType]: EventHeader & { readonly type: T } & EventPayloads[T]
}[EventType]

/** The event of a type. */
export type EventOf<T extends EventType> = Extract<RequestEvent, { type: T }>

/** An event as a store gives it back: of this version, or of any other. */
export type StoredEvent = RequestEvent | (EventHeader & { readonly type: string })
