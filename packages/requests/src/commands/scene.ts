import type { Directory, Instant, PartyRef, Refusal } from '@holdfast/kernel'
import type { EventPayloads, EventType } from '../event.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { RequestState } from '../state.ts'
import type { CommandOf } from './command.ts'
import type { CommandType } from './command-document.ts'

/** What a decision needs beside the request itself. */
export interface RequestContext {
  /** The lifecycle of each kind, by kind. */
  readonly lifecycles: Readonly<Record<string, Lifecycle>>
  /** Who belongs to which team and holds which role. Without it nobody's membership is doubted. */
  readonly directory?: Directory | undefined
  /** Other requests that a command is about, by id: what `needs` asks for. */
  readonly requests?: Readonly<Record<string, RequestState>> | undefined
}

/** Everything that the decision of a command may look at. */
export interface Scene {
  /** The request, with what its time had brought about by now. */
  readonly state: RequestState
  readonly lifecycle: Lifecycle
  readonly context: RequestContext
  /** When the command is decided. */
  readonly now: Instant
  /** When what it tells of happened. */
  readonly at: Instant
  readonly by: PartyRef
}

/** An event that is to happen, without what all events say. */
export type Draft = {
  readonly [T in EventType]: {
    readonly type: T
    /** When it happened, where that is not when the command says. */
    readonly at?: Instant
    /** Who did it, where that is not who gave the command. */
    readonly by?: PartyRef
  } & Omit<{ readonly type: T } & EventPayloads[T], 'at' | 'by'>
}[EventType]

/** What comes of a command: what is to happen, or why not. */
export type Outcome =
  | { readonly ok: true; readonly drafts: readonly Draft[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** Why nothing happens. */
export type Refused = Extract<Outcome, { readonly ok: false }>

/** Decides the commands of one type. Pure. */
export type Handler<T extends CommandType> = (scene: Scene, command: CommandOf<T>) => Outcome

/** Drafts as an outcome. */
export function happens(...drafts: readonly Draft[]): Outcome {
  return { ok: true, drafts }
}
