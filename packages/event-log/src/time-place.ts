import { type Instant, quote } from '@holdfast/kernel'
import type { ReadMapping } from './document.ts'
import { type Layout, placeName, type Spot } from './layout.ts'
import type { TimePlace } from './place-document.ts'
import type { ReadingTools } from './reading-tools.ts'

/** A place of a time with its format and zone, its own or the mapping's. */
export function timePlaceOf(place: TimePlace, time: ReadMapping['time']) {
  if (typeof place === 'string' || !('column' in place)) return { column: place, ...time }
  const { column, format = time.format } = place
  // An epoch or an offset of its own needs no zone, and the mapping's does no harm.
  return { column, format, timeZone: place.timeZone ?? time.timeZone }
}

/** Reads a time; one that cannot be read is counted, with whether the event is lost by it. */
export function timeAt(
  place: TimePlace,
  time: ReadMapping['time'],
  layout: Layout,
  { tally, times }: ReadingTools,
): (spot: Spot, line: number, isLost: boolean) => Instant | undefined {
  const { column, format, timeZone } = timePlaceOf(place, time)
  const textAt = layout.textAt(column)
  const read = times(format, timeZone)
  return (spot, line, isLost) => {
    const text = textAt(spot)
    if (text === undefined) {
      if (isLost) tally.bad('time-missing', line, placeName(column), true)
      return undefined
    }
    const found = read(text)
    if (typeof found === 'number') return found
    tally.bad(found, line, `${placeName(column)} ${quote(text)}`, isLost)
    return undefined
  }
}
