import type { LifecycleDocument } from '../../src/index.ts'

/*
 * The calendar of the tests, counted day by day: Monday to Friday, 08:00 to 16:00 UTC. Written apart from the library, which
 * is held to it.
 */
const HOUR = 3_600_000
const DAY = 24 * HOUR

const midnight = (at: number) => at - (at % DAY)
/** 1 January 1970 was a Thursday. */
const isWorkday = (day: number) => ![2, 3].includes((day / DAY) % 7)

function nextWorkday(day: number): number {
  let next = day + DAY
  while (!isWorkday(next)) next += DAY
  return next
}

const opens = (day: number) => day + 8 * HOUR
const closes = (day: number) => day + 16 * HOUR

/** The first instant at which so much business time after another is used up and time counts. */
export function afterBusinessTime(from: number, millis: number): number {
  let day = midnight(from)
  if (!isWorkday(day) || from >= closes(day)) day = nextWorkday(day)
  let at = Math.max(from, opens(day))
  let rest = millis
  while (rest >= closes(day) - at) {
    rest -= closes(day) - at
    day = nextWorkday(day)
    at = opens(day)
  }
  return at + rest
}

/** The end of the so-many-th business day after that of an instant; what comes after hours is of the next one. */
export function afterBusinessDays(from: number, days: number): number {
  let day = midnight(from)
  if (!isWorkday(day) || from > closes(day)) day = nextWorkday(day)
  for (let nth = 0; nth < days; nth++) day = nextWorkday(day)
  return closes(day)
}

/** A duration as documents write it. */
export type DurationLike = LifecycleDocument['handover']['acceptance'][number]['within']

/** `PT15M`, `P10D`. */
export function read(
  duration: DurationLike,
): { readonly days: number } | { readonly millis: number } {
  const [, days, hours, minutes] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(String(duration)) ?? []
  if (days !== undefined) return { days: Number(days) }
  return { millis: Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * 60_000 }
}
