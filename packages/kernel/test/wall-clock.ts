/**
 * The oracle of the zone tests: what a wall clock shows, read from Intl's fields one instant at a time. It shares
 * nothing with `zoneOf`, which asks Intl for names of offsets, once a week, and searches between.
 */
export interface WallClock {
  /** The fields of the clock as if they were UTC. */
  localAt(at: number): number
  /** Local time minus UTC. */
  offsetAt(at: number): number
}

export function wallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  function localAt(at: number): number {
    const second = Math.floor(at / 1000) * 1000
    const fields = (format.format(second).match(/\d+/g) ?? []).map(Number)
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0, seconds = 0] = fields
    return Date.UTC(year, month - 1, day, hour, minute, seconds) + at - second
  }
  return { localAt, offsetAt: (at) => localAt(at) - at }
}

/** The instants between `from` and `to` from which another offset holds, found by asking at every step. */
export function transitionsBetween(
  clock: WallClock,
  from: number,
  to: number,
  step: number,
): number[] {
  const found: number[] = []
  let offset = clock.offsetAt(from)
  for (let at = from + step; at <= to; at += step) {
    const next = clock.offsetAt(at)
    if (next === offset) continue
    let [old, changed] = [at - step, at]
    while (changed - old > 1000) {
      const middle = old + Math.floor((changed - old) / 2000) * 1000
      if (clock.offsetAt(middle) === offset) old = middle
      else changed = middle
    }
    found.push(changed)
    offset = next
  }
  return found
}
