import type { Instant, Interval } from '@holdfast/kernel'

/** What is drawn beside a part of the report: drawings under each other, and what their colors mean. */
export interface Chart {
  readonly title: string
  /** How to read it, in a sentence. */
  readonly note?: string
  readonly key?: readonly KeyEntry[]
  readonly drawings: readonly Drawing[]
}

/** What a color means. */
export interface KeyEntry {
  readonly color: string
  readonly text: string
  /** Whether it is drawn as a line. */
  readonly isLine?: boolean
}

export type Drawing = Timeline | Carpet | Strip | StackedBars

/** Who is on duty when: bars in rows, under each other by what they answer for. */
export interface Timeline {
  readonly kind: 'timeline'
  readonly title: string
  readonly span: Interval
  readonly groups: readonly TimelineGroup[]
  readonly axes: readonly Axis[]
  readonly marks: readonly Mark[]
}

export interface TimelineGroup {
  readonly name: string
  readonly rows: readonly { readonly name: string; readonly bars: readonly Bar[] }[]
  /** When nobody is there at all. */
  readonly open: readonly Bar[]
  /** Whether what is open is to be seen through all rows. */
  readonly isOpenThrough: boolean
}

/** A stretch of time in a color. */
export interface Bar extends Interval {
  /** Written on it, where it fits. */
  readonly label: string
  /** For who points at it. */
  readonly about: string
  readonly color: string
}

/** A clock: what it shows at some instants. */
export interface Axis {
  readonly name: string
  readonly ticks: readonly Tick[]
}

export interface Tick {
  readonly at: Instant
  readonly label: string
  /** Whether it is not where it was at first. */
  readonly isMoved?: boolean
}

/** An instant at which something changes for everybody. */
export interface Mark {
  readonly at: Instant
  readonly label: string
}

/** Every day a column, its hours from top to bottom: what comes again every day is a band. */
export interface Carpet {
  readonly kind: 'carpet'
  readonly title: string
  readonly name: string
  readonly span: Interval
  /** Drawn in this order, each over those before. */
  readonly bands: readonly Band[]
  readonly marks: readonly Mark[]
}

/** A part of the day on some days one after the other. */
export interface Band {
  /** Counted from the beginning, the last excluded. */
  readonly days: { readonly from: number; readonly to: number }
  /** Milliseconds of the day. */
  readonly time: { readonly from: number; readonly to: number }
  /** The first that fits is written on it. */
  readonly labels: readonly string[]
  readonly about: string
  readonly color: string
}

/** A cell for every day, in rows. */
export interface Strip {
  readonly kind: 'strip'
  readonly title: string
  readonly span: Interval
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[]
  readonly axis: Axis
}

export interface Cell {
  readonly label: string
  readonly about: string
  readonly color: string
}

/** Amounts in parts, against what would be fair. */
export interface StackedBars {
  readonly kind: 'stackedBars'
  readonly title: string
  readonly groups: readonly {
    readonly name: string
    readonly bars: readonly StackedBar[]
  }[]
}

export interface StackedBar {
  readonly name: string
  readonly parts: readonly {
    readonly amount: number
    readonly label: string
    readonly about: string
    readonly color: string
  }[]
  readonly share: number
  /** Where it ends. */
  readonly label: string
}
