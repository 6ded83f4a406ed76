import {
  DAY_MILLIS,
  type EpochDay,
  type Interval,
  parseLocalTime,
  resolveLocal,
  type Zone,
} from '@holdfast/kernel'

/** Hours of one date, in milliseconds of its wall clock; past midnight `end` is more than a day. */
export interface Window {
  readonly start: number
  readonly end: number
  /** Both ends as the document writes them, also where only a part of the window is meant. */
  readonly times: { readonly from: string; readonly to: string }
  /** The place of the interval in the document. */
  readonly pointer: string
}

/** The window of `["22:00", "06:00"]`: an end at or before the start is on the next day. 24:00 is its own day's end. */
export function windowOf(
  [from, to]: readonly (string | undefined)[],
  pointer: string,
): Window | undefined {
  if (from === undefined || to === undefined) return undefined
  const [start, end] = [parseLocalTime(from), parseLocalTime(to)]
  if (start === undefined || end === undefined) return undefined
  return { start, end: end <= start ? end + DAY_MILLIS : end, times: { from, to }, pointer }
}

/** The windows of one date in order of their start. Entries that cannot be read are left out. */
export function windowsOf(
  list: readonly (readonly (string | undefined)[] | undefined)[] | undefined,
  pointer: string,
): readonly Window[] {
  return (list ?? [])
    .map((entry, index) => entry && windowOf(entry, `${pointer}/${index}`))
    .filter((window) => window !== undefined)
    .sort((a, b) => a.start - b.start)
}

/** The time of a window on a date. One that lies in a gap of the clocks holds none: it ends when it begins. */
export function timeOfWindow(zone: Zone, day: EpochDay, { start, end }: Window): Interval {
  return {
    from: resolveLocal(zone, day * DAY_MILLIS + start),
    to: resolveLocal(zone, day * DAY_MILLIS + end),
  }
}
