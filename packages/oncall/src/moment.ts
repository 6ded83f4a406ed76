import {
  type Instant,
  parseInstant,
  parseLocalDate,
  parseLocalDateTime,
  resolveLocal,
  startOfDay,
  type Zone,
} from '@holdfast/kernel'

/** Whether a text says a moment: an instant with an offset, a local time, or a date. */
export function isMoment(text: string): boolean {
  return (
    parseInstant(text) !== undefined ||
    parseLocalDateTime(text) !== undefined ||
    parseLocalDate(text) !== undefined
  )
}

/** The instant of a moment: a local time is that of the zone, a date its beginning there. NaN for other texts. */
export function momentIn(zone: Zone, text: string): Instant {
  const instant = parseInstant(text)
  if (instant !== undefined) return instant
  const local = parseLocalDateTime(text)
  if (local !== undefined) return resolveLocal(zone, local)
  const day = parseLocalDate(text)
  return day === undefined ? Number.NaN : startOfDay(zone, day)
}
