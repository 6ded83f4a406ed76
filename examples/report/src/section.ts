/** A column of a table: its title, and whether it is read from the right, as numbers are. */
export interface Column {
  readonly title: string
  readonly isNumber?: boolean
}

/** A table of texts, which terminal and page show as they are. */
export interface Table {
  readonly title?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
}

/** A figure that stands for itself. */
export interface Figure {
  readonly label: string
  readonly value: string
  /** Of what, or how it is counted. */
  readonly note?: string
  /** Whether it is what somebody should look into. */
  readonly isBad?: boolean
}

/**
 * A part of a report. Its texts are final: what is printed and what the page shows are the same. What a chart is, each
 * report says.
 */
export interface Section<Chart> {
  /** For links. */
  readonly id: string
  readonly title: string
  readonly intro?: string
  readonly figures?: readonly Figure[]
  readonly charts?: readonly Chart[]
  readonly tables?: readonly Table[]
  /** A rendered reason: an indented list. */
  readonly stories?: readonly string[]
  readonly notes?: readonly string[]
}

export function text(title: string): Column {
  return { title }
}

export function number(title: string): Column {
  return { title, isNumber: true }
}
