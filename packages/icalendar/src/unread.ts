import type { Coded } from '@holdfast/kernel'

/** Why an event of a calendar could not be read. */
export type UnreadCode =
  | 'event-malformed'
  | 'event-unclosed'
  | 'start-missing'
  | 'end-before-start'
  | 'time-unreadable'
  | 'time-out-of-range'
  | 'zone-unknown'
  | 'rule-unreadable'
  | 'rule-unsupported'
  | 'range-unsupported'
  | 'not-all-day'

/** An event that could not be read, so that somebody can look at it. */
export interface Unread {
  readonly code: UnreadCode
  readonly message: string
  /** The line of the text on which it begins, from 1. */
  readonly line: number
  readonly uid: string | null
  readonly summary: string | null
}

/** Stops reading an event; who reads the calendar lists it and goes on. */
export function unreadable(code: UnreadCode, message: string): Coded<Error> {
  return Object.assign(new Error(message), { code })
}

const CODES: ReadonlySet<string> = new Set<UnreadCode>([
  'event-malformed',
  'event-unclosed',
  'start-missing',
  'end-before-start',
  'time-unreadable',
  'time-out-of-range',
  'zone-unknown',
  'rule-unreadable',
  'rule-unsupported',
  'range-unsupported',
  'not-all-day',
])

/** What stopped the reading of an event; whatever the library throws is a text that it cannot read. */
export function reasonOf(error: unknown): Pick<Unread, 'code' | 'message'> {
  const { code, message = String(error) } = error as Partial<Coded<Error>>
  const isOurs = code !== undefined && CODES.has(code)
  return { code: isOurs ? (code as UnreadCode) : 'event-malformed', message }
}
