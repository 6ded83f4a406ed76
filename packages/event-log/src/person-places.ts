import type { ReadMapping } from './document.ts'
import type { EntryDocument } from './entry-document.ts'
import type { FactPlace, TextPlace } from './place-document.ts'

/** Whether a fact stands where a mapping finds the people of the desk; `each` are the lists that its place is in. */
export type NamesPerson = (fact: FactPlace, each?: EntryDocument['each']) => boolean

/**
 * The places of a mapping that name people of the desk: whoever has a case, or did something. What stands there is the
 * name of a person under any other name, too. Who asked is none of them. Source: R104.
 */
export function personPlaces({ input: { kind }, initial, rows = [] }: ReadMapping): NamesPerson {
  const known = new Set<string>()
  const partsOf = (place: TextPlace | FactPlace | undefined, each: EntryDocument['each'] = []) => {
    const at = typeof place === 'object' && 'column' in place ? place.column : place
    if (at === undefined || (typeof at === 'object' && 'text' in at)) return []
    const parts = [at].flat()
    return kind === 'csv' ? parts : parts.map((part) => fromRecord(part, [each].flat()))
  }
  const add = (place: TextPlace | undefined, each?: EntryDocument['each']) => {
    for (const part of partsOf(place, each)) known.add(part)
  }
  add(initial?.assignee)
  for (const { assignee, before, by, each } of rows) {
    add(assignee, each)
    add(before?.assignee, each)
    add(by, each)
  }
  return (fact, each) => partsOf(fact, each).some((part) => known.has(part))
}

/** A place in JSON as it is found from the record, whatever list it is named in. */
function fromRecord(place: string, each: readonly string[]): string {
  if (place.startsWith('/')) return place
  const up = (/^(?:\.\.\/)*/.exec(place)?.[0].length ?? 0) / 3
  const lists = each.slice(0, Math.max(0, each.length - up)).map((list) => `${list}/*/`)
  const path = `${lists.join('')}${place.slice(up * 3)}`
  return path.startsWith('/') ? path : `/${path}`
}
