/** Why a row, or a part of one, could not be read. */
export type BadRowCode =
  | 'quote-unclosed'
  | 'column-count'
  | 'json-invalid'
  | 'case-missing'
  | 'time-missing'
  | 'time-unreadable'
  | 'time-zone-missing'
  | 'time-out-of-range'
  | 'state-unknown'
  | 'priority-unknown'
  | 'audience-unknown'
  | 'fact-unreadable'

/** What is odd about the rows of a case; its marks are kept as they are. */
export type OddityCode =
  | 'out-of-order'
  | 'before-opened'
  | 'opening-moved'
  | 'opened-missing'
  | 'resolved-before-opened'
  | 'closed-before-opened'
  | 'resolved-missing'
  | 'end-unknown'
  | 'case-lost'

/** Rows with one thing wrong. */
export interface BadRows {
  readonly code: BadRowCode
  readonly count: number
  /** How many of them are left out whole; the others are kept without what is wrong. */
  readonly lost: number
  /** The first ones, up to five. */
  readonly examples: readonly { readonly line: number; readonly found: string }[]
}

/** Cases with one thing odd. */
export interface Oddity {
  readonly code: OddityCode
  readonly count: number
  /** The first ones, up to twenty. */
  readonly cases: readonly string[]
}

/** What reading a log has come to so far. */
export interface LogReport {
  /** Rows or records; the header is none. */
  readonly rows: number
  /** Cases with marks. */
  readonly cases: number
  readonly marks: number
  /** Read of the input, as it comes: packed where it is packed. */
  readonly bytes: number
  /** What was told again under an id that its case had already. */
  readonly repeated: number
  /** Rows that no entry of the mapping speaks of; what they say of the whole case counts. */
  readonly unused: number
  /** Cases of which nothing could be used. */
  readonly lostCases: number
  readonly bad: readonly BadRows[]
  readonly oddities: readonly Oddity[]
  /** States that the mapping does not know, as the log calls them, up to a hundred. */
  readonly unknownStates: readonly { readonly text: string; readonly count: number }[]
}
