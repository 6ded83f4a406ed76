import {
  type Instant,
  type Interval,
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

/** From one moment until another; `undefined` where either, or the zone, is not known. */
export function spanIn(
  zone: Zone | undefined,
  span: Partial<Record<'from' | 'to', string | undefined>> | undefined,
): Interval | undefined {
  if (span?.from === undefined || span.to === undefined || zone === undefined) return undefined
  return { from: momentIn(zone, span.from), to: momentIn(zone, span.to) }
}
