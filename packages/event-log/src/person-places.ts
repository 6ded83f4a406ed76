import type { ReadMapping } from './document.ts'
import type { EntryDocument } from './entry-document.ts'
import type { FactPlace, TextPlace } from './place-document.ts'

/** Where a place is named: the lists that it is in, and which rows it is read of. */
export type Within = Pick<EntryDocument, 'each' | 'when'>

/** Whether a place is one where a mapping finds people of the desk. */
export type NamesPerson = (place: FactPlace | TextPlace, within?: Within) => boolean

/**
 * The places of a mapping that name people of the desk: whoever has a case, or did something. What stands there is the
 * name of a person under any other name, too; in a log of changes only in the rows that are about people. Who asked is
 * none of them. Source: R104.
 */
export function personPlaces(
  { input: { kind }, initial, rows = [] }: ReadMapping,
  named: readonly ('assignee' | 'by')[] = ['assignee', 'by'],
): NamesPerson {
  const known: { readonly part: string; readonly when: string }[] = []
  const partsOf = (place: TextPlace | FactPlace, { each = [] }: Within) => {
    const at = typeof place === 'object' && 'column' in place ? place.column : place
    if (typeof at === 'object' && 'text' in at) return []
    const parts = [at].flat()
    return kind === 'csv' ? parts : parts.map((part) => fromRecord(part, [each].flat()))
  }
  const add = (place: TextPlace | undefined, within: Within) => {
    if (place === undefined) return
    for (const part of partsOf(place, within)) known.push({ part, when: rowsOf(within) })
  }
  add(initial?.assignee, EVERY)
  for (const entry of rows) {
    add(entry.assignee, entry)
    add(entry.before?.assignee, entry)
    if (named.includes('by')) add(entry.by, entry)
  }
  return (place, within = EVERY) => {
    const when = rowsOf(within)
    const isSameRow = (other: string) => other === '' || when === '' || other === when
    return partsOf(place, within).some((part) =>
      known.some((person) => person.part === part && isSameRow(person.when)),
    )
  }
}

const EVERY: Within = {}

/** Which rows are meant, as text; empty for every row. */
function rowsOf({ when }: Within): string {
  return when === undefined ? '' : JSON.stringify([when].flat())
}

/** A place in JSON as it is found from the record, whatever list it is named in. */
function fromRecord(place: string, each: readonly string[]): string {
  if (place.startsWith('/')) return place
  const up = (/^(?:\.\.\/)*/.exec(place)?.[0].length ?? 0) / 3
  const lists = each.slice(0, Math.max(0, each.length - up)).map((list) => `${list}/*/`)
  const path = `${lists.join('')}${place.slice(up * 3)}`
  return path.startsWith('/') ? path : `/${path}`
}
