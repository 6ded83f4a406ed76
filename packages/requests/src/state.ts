import type { Instant, Mark, Param, PartyRef, WaitReason } from '@holdfast/kernel'
import type { Category } from './lifecycle/lifecycle-document.ts'

/** What is to be done next, by whom and by when. */
export interface NextAction {
  readonly at: Instant
  readonly by: PartyRef
  /** `accept`, `attend`, `inform`, `tell`, `answer`, `resume` or `close`. */
  readonly why: NextActionReason
}

export type NextActionReason =
  | 'accept'
  | 'attend'
  | 'inform'
  | 'tell'
  | 'answer'
  | 'resume'
  | 'close'

/** What the front office knew of the customer at submission. */
export interface CustomerFacts {
  readonly level?: string | undefined
  readonly contract?: string | undefined
  readonly calendar?: string | undefined
  readonly products?: readonly string[] | undefined
}

/** An offer that nobody has answered yet. The offerer stays accountable while it stands. */
export interface Offer {
  /** `7/o2`: the request, and the how-manieth offer. */
  readonly id: string
  readonly from: PartyRef
  readonly to: PartyRef
  readonly at: Instant
  readonly need: string | null
  readonly context: string | null
  readonly openQuestions: readonly string[]
  /** How urgent the request was, and where it stood: what says how long the offer stands does not change under it. */
  readonly made: {
    readonly priority: string | null
    readonly blocker: WaitReason | null
    readonly state: string
  }
}

/** What the request waits for. */
export interface Wait {
  /** The how-manieth wait of the request, from 1. */
  readonly number: number
  readonly blocker: WaitReason
  readonly since: Instant
  /** When it ends by itself. */
  readonly until: Instant | null
  /** Which vendor, which change, which problem. */
  readonly detail: string | null
}

/** How the request relates to something else: a contact, a customer, a ticket of another system. */
export interface Link {
  readonly relation: string
  readonly to: string
}

/** Where a task stands. `split` tasks live on in their parts. */
export type TaskStatus = 'draft' | 'dispatched' | 'accepted' | 'done' | 'cancelled' | 'split'

/** A piece of work for a team, refined so that the team need not ask the customer again. Source: R15. */
export interface Task {
  readonly id: string
  readonly status: TaskStatus
  readonly title: string
  readonly team: PartyRef | null
  readonly context: string | null
  readonly acceptanceCriteria: readonly string[]
  /** What it means for the customer. */
  readonly customerImpact: string | null
  /** Whether the request cannot be resolved without it. */
  readonly required: boolean
  /** Whose matter it is: customers, contacts, tickets of other systems. */
  readonly links: readonly Link[]
  /** The task that it is a part of. */
  readonly partOf: string | null
  readonly result: string | null
}

/** What a request that was split off tells of itself. */
export type ChildStatus = 'open' | 'resolved' | 'closed' | 'cancelled'

/** A request that was split off. */
export interface Child {
  readonly request: string
  readonly required: boolean
  /** The links of this request before it took some of them away, so that they come back to their places. */
  readonly before?: readonly Link[]
  readonly status: ChildStatus | 'rejoined'
}

export interface Approval {
  readonly id: string
  readonly by: PartyRef
  readonly status: 'open' | 'approved' | 'rejected'
  readonly decidedBy: PartyRef | null
}

/** What was found and done. */
export interface Resolution {
  readonly at: Instant
  readonly cause: string | null
  readonly effect: string | null
  readonly summary: string | null
  /** Resolved because nobody answered. */
  readonly automatic: boolean
}

/** Since when the request is in its state, and the place of the mark that says so. */
export interface Chapter {
  readonly place: number
  readonly at: Instant
}

/** Something that cannot be as it says; it is kept as it came. */
export interface Flag {
  readonly event: string
  /** `before-submission`, `in-future` or `before-state`. */
  readonly code: FlagCode
}

export type FlagCode = 'before-submission' | 'in-future' | 'before-state'

/** An event that this version cannot read; its place in the stream is taken, and nothing else changed. */
export interface Unread {
  readonly event: string
  readonly type: string
  readonly schema: number
}

/** A request as its events left it. Plain JSON; instants are epoch milliseconds. */
export interface RequestState {
  readonly request: string
  readonly seq: number
  readonly kind: string
  /** Which version of the lifecycle it came in under. */
  readonly lifecycle: { readonly id: string; readonly version: string | number }
  readonly title: string | null
  readonly submittedAt: Instant
  readonly state: string
  readonly category: Category
  /** The state before the wait, which `previous` leads back to. */
  readonly previous: string | null
  readonly chapter: Chapter
  readonly customer: PartyRef | null
  readonly customerFacts: CustomerFacts
  /** What the customer needs, as far as it is known. */
  readonly need: string | null
  /** What else is known, from submission and triage. */
  readonly facts: Readonly<Record<string, Param>>
  readonly priority: string | null
  /** Who is accountable: exactly one, from submission on. */
  readonly owner: PartyRef
  /** Who works on it. */
  readonly assignee: PartyRef | null
  readonly offer: Offer | null
  /** How many offers there were. */
  readonly offers: number
  /** How often an offer came back, or the request to somebody who had it before. */
  readonly bounces: number
  /** Who owned it before, each once. */
  readonly formerOwners: readonly PartyRef[]
  readonly wait: Wait | null
  /** How many waits there were. */
  readonly waits: number
  readonly reopenings: number
  readonly tasks: readonly Task[]
  readonly parent: string | null
  readonly children: readonly Child[]
  readonly followUpOf: string | null
  readonly followUps: readonly string[]
  readonly links: readonly Link[]
  readonly approvals: readonly Approval[]
  readonly resolution: Resolution | null
  /** Milliseconds of work that were noted. */
  readonly timeSpent: number
  readonly nextAction: NextAction | null
  /** Keys of what was told and done by time, as long as it could come due again. */
  readonly told: readonly string[]
  /** Events of commands that left no mark, so that they are known when they come again. */
  readonly quiet: readonly string[]
  readonly flags: readonly Flag[]
  readonly unread: readonly Unread[]
  /** The history of the request; what obligations, SLA and insight read. */
  readonly marks: readonly Mark[]
}
