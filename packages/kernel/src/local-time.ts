import { DAY_MILLIS, digits, type EpochDay, parseLocalDate, toLocalDate } from './local-date.ts'

/**
 * A time of day on the wall clock, `HH:MM`, `HH:MM:SS` or `HH:MM:SS.mmm`. `24:00` is the end of the day.
 */
export type LocalTime = string & { readonly __brand?: 'LocalTime' }

/** Wall-clock milliseconds since 1970-01-01T00:00 as if the zone had no offset: epoch day × 86,400,000 + time of day. */
export type LocalMillis = number & { readonly __brand?: 'LocalMillis' }

const TIME = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?$/

/** Milliseconds since midnight, 0 to 86,400,000, or `undefined` when the text is not a time of day. */
export function parseLocalTime(text: string): number | undefined {
  const match = TIME.exec(text)
  if (match === null) return undefined
  const [hour, minute] = [Number(match[1]), Number(match[2])]
  const [second, milli] = [Number(match[3] ?? 0), Number(match[4] ?? 0)]
  if (minute > 59 || second > 59) return undefined
  const millis = ((hour * 60 + minute) * 60 + second) * 1000 + milli
  return millis > DAY_MILLIS ? undefined : millis
}

/** The shortest text of a time of day: `09:00`, `09:00:15`, `24:00`. */
export function formatLocalTime(millis: number): LocalTime {
  const minutes = Math.floor(millis / 60_000)
  const text = `${digits(Math.floor(minutes / 60), 2)}:${digits(minutes % 60, 2)}`
  const rest = millis - minutes * 60_000
  if (rest === 0) return text
  const seconds = `${text}:${digits(Math.floor(rest / 1000), 2)}`
  return rest % 1000 === 0 ? seconds : `${seconds}.${digits(rest % 1000, 3)}`
}

/** `2024-03-31T02:30` as wall-clock milliseconds, or `undefined` when it is not a date and a time. */
export function parseLocalDateTime(text: string): LocalMillis | undefined {
  const day = parseLocalDate(text.slice(0, 10))
  const time = text[10] === 'T' ? parseLocalTime(text.slice(11)) : undefined
  return day === undefined || time === undefined ? undefined : day * DAY_MILLIS + time
}

/** Wall-clock milliseconds as `2024-03-31T02:30`. */
export function formatLocalDateTime(local: LocalMillis): string {
  const day = dayOfLocal(local)
  return `${toLocalDate(day)}T${formatLocalTime(local - day * DAY_MILLIS)}`
}

/** The epoch day that wall-clock milliseconds fall on. */
export function dayOfLocal(local: LocalMillis): EpochDay {
  return Math.floor(local / DAY_MILLIS)
}
