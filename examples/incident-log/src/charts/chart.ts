/** One drawing of a chart. Its labels are texts that the tables show, too. */
export type Drawing = StackedBars | Columns | Lines | LeverBars

/** What is drawn beside a part of the report: one drawing, or several side by side. */
export interface Chart {
  readonly title: string
  readonly drawings: readonly Drawing[]
}

/** Bars that are wholes, in parts one after the other. */
export interface StackedBars {
  readonly kind: 'stackedBars'
  readonly title: string
  readonly bars: readonly { readonly name: string; readonly parts: readonly BarPart[] }[]
}

export interface BarPart {
  readonly name: string
  readonly color: string
  /** Of the whole, 0 to 1. */
  readonly share: number
  readonly label: string
}

/** A column for each of a few groups. */
export interface Columns {
  readonly kind: 'columns'
  readonly title: string
  /** What the groups are. */
  readonly axis: string
  readonly columns: readonly {
    readonly name: string
    readonly value: number
    readonly label: string
  }[]
}

/** Measures over time, from period to period. */
export interface Lines {
  readonly kind: 'lines'
  readonly title: string
  /** Whether it is filled from zero, as counts are. */
  readonly isCount: boolean
  readonly lines: readonly {
    readonly name: string
    readonly color: string
    readonly points: readonly LinePoint[]
  }[]
}

export interface LinePoint {
  /** The first day of the period. */
  readonly date: string
  /** `null` where too little is known to draw: the line has a gap. */
  readonly value: number | null
  readonly label: string
}

/** Levers by what they save, in the column of their level. */
export interface LeverBars {
  readonly kind: 'levers'
  readonly title: string
  readonly levels: readonly string[]
  readonly levers: readonly {
    readonly name: string
    readonly level: string
    readonly value: number
    readonly label: string
  }[]
}
