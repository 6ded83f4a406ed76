import { civil, DAY_MILLIS, daysInMonth, epochDayOf, type Instant } from '@holdfast/kernel'

const [SLASH, COLON, SPACE, ZERO] = [47, 58, 32, 48] as const

/**
 * The instant of a time as the log writes it, `d/M/yyyy HH:mm`, taken as UTC; `undefined` for a text that is none,
 * such as `31/2/2016 10:00`, and outside the years 1970 to 2099, so that what is promised then still falls into the
 * library's range. Read by hand: a log has hundreds of thousands of them.
 */
export function parseLogTime(text: string): Instant | undefined {
  let at = 0

  /** A number of `least` to `most` digits, and the sign that must follow it; NaN when it is not there. */
  function number(least: number, most: number, sign?: number): number {
    let [value, count] = [0, 0]
    for (; count < most; count++, at++) {
      const digit = text.charCodeAt(at) - ZERO
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
    }
    const isEnded = sign === undefined ? at === text.length : text.charCodeAt(at++) === sign
    return count >= least && isEnded ? value : Number.NaN
  }

  const [day, month, year] = [number(1, 2, SLASH), number(1, 2, SLASH), number(4, 4, SPACE)]
  const [hour, minute] = [number(1, 2, COLON), number(2, 2)]
  const isDate =
    year >= 1970 &&
    year < 2100 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  if (!isDate || !(hour < 24 && minute < 60)) return undefined
  return epochDayOf(year, month, day) * DAY_MILLIS + (hour * 60 + minute) * 60_000
}

/** The text of an instant as the log writes it; seconds are cut off. */
export function formatLogTime(at: Instant): string {
  const epochDay = Math.floor(at / DAY_MILLIS)
  const { year, month, day } = civil(epochDay)
  const minutes = Math.floor((at - epochDay * DAY_MILLIS) / 60_000)
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${day}/${month}/${year} ${hour}:${minute}`
}
