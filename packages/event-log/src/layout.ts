import type { Place } from './place-document.ts'

/** A row as places look into it: the fields of CSV, or of JSON the items from the record to the innermost. */
export type Spot = readonly unknown[]

/** The text at a place, trimmed; `undefined` where nothing is known. */
export type TextReader = (spot: Spot) => string | undefined

/** How places of one kind of log are found. */
export interface Layout {
  textAt(place: Place): TextReader
  /** The items of lists inside a row, one list in the other. */
  itemsOf(spot: Spot, lists: readonly string[]): Iterable<Spot>
}

/** A row as a log has it, or why it cannot be read. */
export type RawRow =
  | { readonly line: number; readonly spot: Spot }
  | {
      readonly line: number
      readonly fault: 'quote-unclosed' | 'column-count' | 'json-invalid'
      readonly found: string
    }

/** The reader of a place, from the reader of its parts: those that are known, joined by a space. */
export function joined(place: Place, readerOf: (part: string) => TextReader): TextReader {
  if (typeof place === 'string') return readerOf(place)
  const readers = place.map(readerOf)
  return (spot) => {
    const parts = readers.map((read) => read(spot)).filter((text) => text !== undefined)
    return parts.length === 0 ? undefined : parts.join(' ')
  }
}

/** What a place is called in reports. */
export function placeName(place: Place): string {
  return typeof place === 'string' ? place : place.join(' ')
}
