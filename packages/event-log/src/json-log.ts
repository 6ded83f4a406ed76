import { quote, rangeError } from '@holdfast/kernel'
import type { ReadMapping } from './document.ts'
import { type JsonText, jsonTexts } from './json-text.ts'
import { joined, type Layout, type RawRow, type Spot, type TextReader } from './layout.ts'

/**
 * The records of a JSON log in batches. `begin` is given the layout before the first.
 * Throws `RangeError` `json-not-lines` for one value spread over lines.
 */
export async function* jsonLog(
  text: AsyncIterable<string>,
  { input }: ReadMapping,
  begin: (layout: Layout) => void,
): AsyncGenerator<readonly RawRow[]> {
  const layout = layoutOf(new Set(['', ...(input.unknown ?? [])]))
  begin(layout)
  const lists = input.each === undefined ? undefined : [input.each].flat()
  for await (const batch of jsonTexts(text)) {
    yield batch.flatMap((json) => rawRows(json, lists, layout))
  }
}

function rawRows({ line, text }: JsonText, lists: string[] | undefined, layout: Layout): RawRow[] {
  if (text === '{') {
    const message = `the log is one JSON value spread over lines, from line ${line} on: write one record on each line, as by jq -c '.[]'`
    throw rangeError('json-not-lines', message)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return [{ line, fault: 'json-invalid', found: quote(text) }]
  }
  if (!isObject(value)) return [{ line, fault: 'json-invalid', found: quote(text) }]
  if (lists === undefined) return [{ line, spot: [value] }]
  return Array.from(layout.itemsOf([value], lists), (spot) => ({ line, spot: spot.slice(-1) }))
}

function layoutOf(unknown: ReadonlySet<string>): Layout {
  const readerOf = (place: string): TextReader => {
    const path = pathOf(place)
    return (spot) => {
      const found = textOf(valueAt(spot, path))?.trim()
      return found === undefined || unknown.has(found) ? undefined : found
    }
  }
  return {
    textAt: (place) => joined(place, readerOf),
    itemsOf(spot, lists) {
      let spots: Spot[] = [spot]
      for (const list of lists) {
        const path = pathOf(list)
        spots = spots.flatMap((outer) => {
          const items = valueAt(outer, path)
          return Array.isArray(items) ? items.map((item: unknown) => [...outer, item]) : []
        })
      }
      return spots
    },
  }
}

/** Where a place leads: from the record, or from the item so many levels up. */
interface JsonPath {
  readonly isFromRecord: boolean
  readonly up: number
  readonly keys: readonly string[]
}

function pathOf(place: string): JsonPath {
  const up = /^(?:\.\.\/)*/.exec(place)?.[0].length ?? 0
  const isFromRecord = place.startsWith('/')
  const rest = isFromRecord ? place.slice(1) : place.slice(up)
  const keys = rest.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
  return { isFromRecord, up: up / 3, keys }
}

function valueAt(spot: Spot, { isFromRecord, up, keys }: JsonPath): unknown {
  let value = isFromRecord ? spot[0] : spot[spot.length - 1 - up]
  for (const key of keys) {
    // Own keys only: a change of a field of Jira has one that is called `toString`.
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
