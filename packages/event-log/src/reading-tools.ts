import type { Layout, TextReader } from './layout.ts'
import type { TimeReader } from './log-time.ts'
import type { NamesPerson } from './person-places.ts'
import type { TextPlace } from './place-document.ts'
import type { Tally } from './tally.ts'
import type { Words } from './words.ts'

/** What reading the rows of one log shares. */
export interface ReadingTools {
  readonly tally: Tally
  readonly words: Words
  readonly namesPerson: NamesPerson
  /** One copy of each text that is kept. */
  intern(text: string): string
  /** What a priority is called here; `undefined` for one that the mapping does not know. */
  priority(text: string): string | undefined
  /** The reader of one way to write times; the same for the same way, which remembers them. */
  times(format: string | readonly string[], timeZone: string | undefined): TimeReader
}

/** Reads a text that is kept, or one that is the same in every row. */
export function textReader(
  place: TextPlace | undefined,
  layout: Layout,
  { intern }: ReadingTools,
): TextReader | undefined {
  if (place === undefined) return undefined
  if (typeof place === 'object' && 'text' in place) {
    const { text } = place
    return () => text
  }
  const read = layout.textAt(place)
  return (spot) => {
    const text = read(spot)
    return text === undefined ? undefined : intern(text)
  }
}
