import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import type { ReadMapping } from './document.ts'
import { timesOf } from './mapping-places.ts'
import { NAMED_FORMATS, timeFormatOf } from './time-format.ts'
import { timePlaceOf } from './time-place.ts'

/** Times that would have to be guessed: without a zone, without a date, or in a zone named by its abbreviation. */
export function timeFindings(document: ReadMapping): FindingParts[] {
  const places = timesOf(document).map(({ place, path }) => {
    const { format, timeZone } = timePlaceOf(place, document.time)
    return {
      format,
      timeZone,
      path: typeof place === 'object' && 'format' in place ? path : ['time'],
    }
  })
  const used = places.length === 0 ? [{ ...document.time, path: ['time'] }] : places
  const single = used.flatMap(({ format, timeZone, path }) =>
    typeof format === 'string'
      ? [{ format, timeZone, path, place: [...path, 'format'] }]
      : format.map((one, nth) => ({
          format: one,
          timeZone,
          path,
          place: [...path, 'format', nth],
        })),
  )
  const seen = new Set<string>()
  return single.flatMap(({ format, timeZone, path, place }): FindingParts[] => {
    const key = JSON.stringify([place, format, timeZone])
    if (seen.has(key)) return []
    seen.add(key)
    const { isWhole, hasOffset, namesZone } = timeFormatOf(format)
    const found = format
    if (!isWhole || namesZone) {
      const message = namesZone
        ? `${quote(format)} reads the names of zones, by which an hour that comes twice cannot be told`
        : `${quote(format)} does not say the year, the month, the day and the half of the day once each, and the rest would be guessed`
      const near = didYouMean(format, NAMED_FORMATS)
      const hint = near === undefined ? undefined : { didYouMean: near }
      const expected = 'iso, epochSeconds, epochMillis, or tokens such as d/M/yyyy HH:mm'
      return [{ code: 'time-format-unfit', message, path: place, found, expected, ...hint }]
    }
    if (hasOffset || timeZone !== undefined || format === 'iso') return []
    const message = `times written as ${quote(format)} mean nothing without a zone, and none is guessed`
    return [
      { code: 'time-zone-missing', message, path, expected: 'timeZone, such as Europe/Zurich' },
    ]
  })
}
