import type { Instant, MarkType } from '@holdfast/kernel'

/** A value that a fact can have. */
export type FactValue = string | number | boolean

/** What a row says besides what the library has words for. */
export type Facts = Readonly<Record<string, FactValue>>

/** How a case stands. */
export interface Standing {
  readonly state?: string | undefined
  readonly priority?: string | undefined
  readonly group?: string | undefined
  readonly assignee?: string | undefined
}

/** Times of the whole case that a row repeats. */
export interface Stamps {
  readonly opened?: Instant | undefined
  readonly resolved?: Instant | undefined
  readonly closed?: Instant | undefined
}

/** A message as far as its row tells. */
export interface LogMessage {
  readonly audience: 'public' | 'internal'
  readonly isAutomatic: boolean
  /** Whether its row says that it comes from the customer. */
  readonly isCustomer: boolean
}

/** What a row tells of its case, in the log's own words. */
export interface LogEvent extends Standing {
  /** `NO_TIME` where the row tells no more than what holds for the whole case. */
  readonly at: Instant
  readonly seq: number | string | undefined
  /** Its place in the file. */
  readonly order: number
  /** Whether rows of a case are expected in order of time; items of a list inside a record are not. */
  readonly isOrdered: boolean
  /** The same for what is told again. */
  readonly id: string | undefined
  readonly type: MarkType | undefined
  readonly before: Standing | undefined
  readonly driver: string | undefined
  readonly by: string | undefined
  readonly message: LogMessage | undefined
  /** What follows is set while a row is read: one of its events bears what its record says of the whole case. */
  facts: Facts | undefined
  record: RecordWords | undefined
  requester: string | undefined
}

/** What a record says of its whole case. */
export interface RecordWords {
  readonly stamps: Stamps | undefined
  readonly initial: Standing | undefined
}

/** Before all times: what has no time of its own comes first. */
export const NO_TIME = -1

/** An event that says no more than how the case stands. */
export function plainEvent(at: Instant, standing: Standing): LogEvent {
  return {
    at,
    seq: undefined,
    order: 0,
    isOrdered: false,
    id: undefined,
    type: undefined,
    before: undefined,
    driver: undefined,
    by: undefined,
    message: undefined,
    facts: undefined,
    record: undefined,
    requester: undefined,
    ...standing,
  }
}

/** By time, then `seq` (numbers before texts, none last), then the order of the file. */
export function compareEvents(a: LogEvent, b: LogEvent): number {
  if (a.at !== b.at) return a.at - b.at
  if (a.seq !== b.seq) {
    const order = compareSeq(a.seq, b.seq)
    if (order !== 0) return order
  }
  return a.order - b.order
}

function compareSeq(a: LogEvent['seq'], b: LogEvent['seq']): number {
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0
  return typeof a === 'number' ? -1 : 1
}
