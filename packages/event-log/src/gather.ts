import { quote, rangeError } from '@holdfast/kernel'
import type { LogEvent } from './log-event.ts'

/** What a row of a log says of its case. */
export interface ReadRow {
  readonly line: number
  readonly id: string
  readonly events: readonly LogEvent[]
}

/** A case as its rows are gathered. */
export interface Gathered {
  readonly id: string
  rows: number
  readonly events: LogEvent[]
}

/** One case at a time. Throws `RangeError` `log-not-grouped` for one that comes back. */
export async function* gatherGrouped(
  batches: AsyncIterable<readonly ReadRow[]>,
  mapping: string,
): AsyncGenerator<Gathered> {
  const seen = new Set<string>()
  let current: Gathered | undefined
  for await (const batch of batches) {
    for (const { line, id, events } of batch) {
      if (current?.id !== id) {
        if (current !== undefined) yield current
        if (seen.has(id)) {
          const message = `case ${quote(id)} comes back on line ${line}, after other cases: sort the log by case, or say "order": "any" in the mapping ${quote(mapping)}, which holds the log in memory`
          throw rangeError('log-not-grouped', message)
        }
        seen.add(id)
        current = { id, rows: 0, events: [] }
      }
      current.rows++
      for (const event of events) current.events.push(event)
    }
  }
  if (current !== undefined) yield current
}

/** All cases, each where it comes first. Throws `RangeError` `too-many-rows`. */
export async function* gatherAll(
  batches: AsyncIterable<readonly ReadRow[]>,
  mapping: string,
  maxHeldRows: number,
): AsyncGenerator<Gathered> {
  const cases = new Map<string, Gathered>()
  let held = 0
  for await (const batch of batches) {
    for (const { id, events } of batch) {
      const gathered = cases.get(id) ?? { id, rows: 0, events: [] }
      if (gathered.rows++ === 0) cases.set(id, gathered)
      for (const event of events) gathered.events.push(event)
    }
    held += batch.length
    if (held > maxHeldRows) {
      const message = `more than ${maxHeldRows} rows would be held in memory: sort the log by case and say "order": "grouped" in the mapping ${quote(mapping)}, or allow more by maxHeldRows`
      throw rangeError('too-many-rows', message)
    }
  }
  for (const [id, gathered] of cases) {
    cases.delete(id)
    yield gathered
  }
}
