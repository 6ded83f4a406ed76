import { civil, DAY_MILLIS, formatLocalTime, type Instant, localTimeAt } from '@holdfast/kernel'

const HOUR = 3_600_000
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const DAYS = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ')
/** 1970 began on a Thursday. */
const FIRST_WEEKDAY = 3

/** What stands where there is nothing to say. */
export const NOTHING = '–'

/** `2,208` */
export function count(value: number): string {
  return value.toLocaleString('en-US')
}

/** A length of time in hours, to a tenth: `152 h`, `13.5 h`. */
export function hours(millis: number): string {
  const tenths = Math.round((10 * millis) / HOUR)
  const text = (tenths / 10).toLocaleString('en-US', { maximumFractionDigits: 1 })
  return `${text} h`
}

/** As `hours`, with the sign of a difference. */
export function moreHours(millis: number): string {
  const text = hours(Math.abs(millis))
  if (text === hours(0)) return text
  return `${millis > 0 ? '+' : '−'}${text}`
}

/** A share of 0 to 1 to a hundredth of a percent, never rounded up to all: `93.11 %`. */
export function percent(share: number): string {
  return `${(Math.floor(10_000 * share) / 100).toFixed(2)} %`
}

/** `1 hole`, `90 holes` */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** The date that the clock of a zone shows: `3 Oct`. */
export function dateIn(zone: string, at: Instant): string {
  const { month, day } = civil(Math.floor(localTimeAt(zone, at) / DAY_MILLIS))
  return `${day} ${MONTHS[month - 1]}`
}

/** The same, with its weekday: `Sun 3 Oct`. */
export function dayIn(zone: string, at: Instant): string {
  const day = Math.floor(localTimeAt(zone, at) / DAY_MILLIS)
  return `${DAYS[(day + FIRST_WEEKDAY) % 7]} ${dateIn(zone, at)}`
}

/** The time of day that the clock of a zone shows: `08:00`. */
export function timeIn(zone: string, at: Instant): string {
  const local = localTimeAt(zone, at)
  return formatLocalTime(local - Math.floor(local / DAY_MILLIS) * DAY_MILLIS)
}

/** From a time of day to another: `08:00–16:00`, or `all day`. */
export function timesIn(zone: string, from: Instant, to: Instant): string {
  return to - from >= DAY_MILLIS ? 'all day' : `${timeIn(zone, from)}–${timeIn(zone, to)}`
}

/** `Sun 3 Oct 16:00` */
export function momentIn(zone: string, at: Instant): string {
  return `${dayIn(zone, at)} ${timeIn(zone, at)}`
}

/** A first letter as at the start of a sentence. */
export function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
