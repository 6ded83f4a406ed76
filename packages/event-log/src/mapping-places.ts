import type { ReadMapping } from './document.ts'
import type { FactPlace, Place, TextPlace, TimePlace } from './place-document.ts'

type Path = readonly (string | number)[]

/** The times that a mapping reads, and where it names them. */
export function timesOf({ stamps = {}, rows = [] }: ReadMapping): {
  readonly place: TimePlace
  readonly path: Path
}[] {
  const stamped = Object.entries(stamps).flatMap(([name, place]) =>
    place === undefined ? [] : [{ place, path: ['stamps', name] }],
  )
  return [
    ...stamped,
    ...rows.map(({ time }, nth) => ({ place: time, path: ['rows', nth, 'time'] })),
  ]
}

const ROW_PLACES = [
  'time',
  'seq',
  'id',
  'state',
  'group',
  'assignee',
  'priority',
  'driver',
  'by',
  'requester',
] as const

/** Every column that a mapping names, and where. */
export function placesOf(document: ReadMapping): { readonly part: string; readonly path: Path }[] {
  const { stamps = {}, initial = {}, counts = {}, facts = {}, rows = [], requester } = document
  const places: { readonly part: string; readonly path: Path }[] = []
  const add = (place: Place | TextPlace | TimePlace | FactPlace | undefined, path: Path) => {
    if (place === undefined) return
    if (typeof place === 'string') places.push({ part: place, path })
    else if (Array.isArray(place))
      for (const [nth, part] of place.entries()) places.push({ part, path: [...path, nth] })
    else if ('column' in place) add(place.column, [...path, 'column'])
  }
  const addAll = (
    record: Readonly<Record<string, FactPlace | TextPlace | TimePlace | undefined>>,
    path: Path,
  ) => {
    for (const [name, place] of Object.entries(record)) add(place, [...path, name])
  }
  add(document.case, ['case'])
  add(requester, ['requester'])
  addAll(stamps, ['stamps'])
  addAll(initial, ['initial'])
  addAll(counts, ['counts'])
  addAll(facts, ['facts'])
  for (const [nth, row] of rows.entries()) {
    const { before = {}, message = {}, facts: own = {} } = row
    const path = ['rows', nth]
    for (const part of ROW_PLACES) add(row[part], [...path, part])
    addAll(before, [...path, 'before'])
    addAll(own, [...path, 'facts'])
    for (const test of [row.when ?? []].flat()) add(test.column, [...path, 'when'])
    for (const [name, test] of Object.entries(message)) {
      if (test !== undefined && 'column' in test)
        add(test.column, [...path, 'message', name, 'column'])
    }
  }
  return places
}
