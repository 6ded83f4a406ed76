import { type Instant, quote } from '@holdfast/kernel'
import type { ReadMapping } from './document.ts'
import { entryReader } from './entry-reader.ts'
import { factsReader } from './fact-reader.ts'
import { copied } from './interning.ts'
import type { Layout, Spot } from './layout.ts'
import { type LogEvent, NO_TIME, plainEvent, type Stamps } from './log-event.ts'
import { type ReadingTools, textReader } from './reading-tools.ts'
import { standingReader } from './standing-reader.ts'
import { timeAt } from './time-place.ts'

/** Reads what one row says: of which case, and what of it. Nothing where it names no case. */
export type RowReader = (
  spot: Spot,
  line: number,
  order: number,
) => { readonly id: string; readonly events: readonly LogEvent[] } | undefined

/** A mapping made ready for the columns of a log. */
export function rowReader(document: ReadMapping, layout: Layout, tools: ReadingTools): RowReader {
  const { tally } = tools
  const idAt = layout.textAt(document.case)
  const entries = (document.rows ?? []).map((entry, nth) =>
    entryReader(entry, nth, document, layout, tools),
  )
  const stampsOf = stampsReader(document, layout, tools)
  const initialOf = standingReader(document.initial, layout, tools)
  const requesterAt = textReader(document.requester, layout, tools)
  const factsOf = factsReader({ ...countPlaces(document), ...document.facts }, layout, tools)
  let [lastText, lastId] = ['', '']

  return (spot, line, order) => {
    const text = idAt(spot)
    if (text === undefined) {
      tally.bad('case-missing', line, quote(''), true)
      return undefined
    }
    if (text !== lastText) [lastText, lastId] = [text, copied(text)]
    const events: LogEvent[] = []
    let isUsed = false
    for (const read of entries) if (read(spot, line, order, events)) isUsed = true

    const stamps = stampsOf(spot, line)
    const initial = initialOf?.(spot)
    const requester = requesterAt?.(spot)
    const facts = factsOf?.(spot, line)
    if (
      stamps !== undefined ||
      initial !== undefined ||
      requester !== undefined ||
      facts !== undefined
    ) {
      // What a list tells comes in any order, and the record is none of its items.
      let bearer = events[0]
      if (bearer?.isOrdered !== true) {
        bearer = { ...plainEvent(NO_TIME, {}), order }
        events.unshift(bearer)
      }
      bearer.record = { stamps, initial }
      bearer.requester ??= requester
      bearer.facts = bearer.facts === undefined ? facts : { ...facts, ...bearer.facts }
    }
    if (!isUsed && entries.length > 0) tally.unused++
    return { id: lastId, events }
  }
}

type StampsReader = (spot: Spot, line: number) => Stamps | undefined

function stampsReader(
  { stamps, time }: ReadMapping,
  layout: Layout,
  tools: ReadingTools,
): StampsReader {
  if (stamps === undefined) return () => undefined
  const readerOf = (place: NonNullable<ReadMapping['stamps']>['opened']) => {
    if (place === undefined) return () => undefined
    const read = timeAt(place, time, layout, tools)
    return (spot: Spot, line: number): Instant | undefined => read(spot, line, false)
  }
  const [opened, resolved, closed] = [stamps.opened, stamps.resolved, stamps.closed].map(
    readerOf,
  ) as [ReturnType<typeof readerOf>, ReturnType<typeof readerOf>, ReturnType<typeof readerOf>]
  return (spot, line) => {
    const found = {
      opened: opened(spot, line),
      resolved: resolved(spot, line),
      closed: closed(spot, line),
    }
    const isKnown =
      found.opened !== undefined || found.resolved !== undefined || found.closed !== undefined
    return isKnown ? found : undefined
  }
}

function countPlaces({ counts = {} }: ReadMapping) {
  const places = Object.entries(counts).flatMap(([name, column]) =>
    column === undefined ? [] : [[name, { column, as: 'number' }] as const],
  )
  return Object.fromEntries(places)
}
