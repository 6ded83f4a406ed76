import { quote, rangeError } from './errors.ts'
import type { Instant } from './instant.ts'

/** An IANA time zone with its offsets, found once and kept. */
export interface Zone {
  /** The id it was asked for by, such as `Europe/Zurich`. */
  readonly id: string
  /** Local time minus UTC in milliseconds at an instant; positive east of Greenwich. */
  offsetAt(at: Instant): number
  /** The first instant after `at` from which another offset holds, or `null` when there is none before 2101-03. */
  nextTransition(at: Instant): Instant | null
}

/** Less than the time between any two changes of a zone. */
const STEP = 6 * 86_400_000
/** 1969-12-01 and 2101-03-01: a month more on each side than instants have, so that local times at the edges resolve. */
const FIRST = -2_678_400_000
const LAST = 4_139_078_400_000
const STEPS = Math.ceil((LAST - FIRST) / STEP)

const zones = new Map<string, Zone>()

/** Whether the runtime knows the id as an IANA time zone. Offsets such as `+02:00` are not zones. */
export function isTimeZone(id: string): boolean {
  return zones.has(id) || formatFor(id) !== undefined
}

/** The zone of an IANA id. Throws `RangeError` `zone-unknown`. The result is shared and found only once. */
export function zoneOf(id: string): Zone {
  const known = zones.get(id)
  if (known !== undefined) return known
  const format = typeof id === 'string' ? formatFor(id) : undefined
  if (format === undefined) {
    throw rangeError('zone-unknown', `${quote(id)} is not an IANA time zone`)
  }
  const zone = compileZone(id, (at) => parseOffset(format.format(at)))
  zones.set(id, zone)
  return zone
}

/**
 * Offsets are asked for every six days and compared: where two neighbors differ, the change between them is found by
 * halving. That finds every change as long as no two lie within six days. The closest pair since 1970 is 6 days and
 * 23 hours apart (Boa Vista, October 2000); test/all-zones.ts looks for it in every zone.
 */
function compileZone(id: string, probe: (at: Instant) => number): Zone {
  const offsets = new Float64Array(STEPS + 1).fill(Number.NaN)
  const changes = new Map<number, Instant>()

  function offsetOfStep(step: number): number {
    const known = offsets[step] as number
    if (!Number.isNaN(known)) return known
    const offset = probe(FIRST + step * STEP)
    offsets[step] = offset
    return offset
  }

  /** The instant of the change inside a step whose ends differ. */
  function changeIn(step: number): Instant {
    const known = changes.get(step)
    if (known !== undefined) return known
    const change = firstChange(FIRST + step * STEP, offsetOfStep(step), probe)
    changes.set(step, change)
    return change
  }

  function stepOf(at: Instant): number {
    const step = Math.floor((at - FIRST) / STEP)
    return step < 0 ? 0 : step >= STEPS ? STEPS - 1 : step
  }

  return Object.freeze({
    id,
    offsetAt(at) {
      const step = stepOf(at)
      const before = offsetOfStep(step)
      const after = offsetOfStep(step + 1)
      return before === after || at < changeIn(step) ? before : after
    },
    nextTransition(at) {
      for (let step = stepOf(at); step < STEPS; step++) {
        if (offsetOfStep(step) === offsetOfStep(step + 1)) continue
        const change = changeIn(step)
        if (change > at) return change
      }
      return null
    },
  } satisfies Zone)
}

/** Quarters of an hour first, because nearly every change falls on one; whole seconds when it does not. */
function firstChange(from: Instant, before: number, probe: (at: Instant) => number): Instant {
  const quarter = halve(from, from + STEP, 900_000, before, probe)
  if (probe(quarter - 1000) === before) return quarter
  return halve(quarter - 900_000, quarter, 1000, before, probe)
}

/** The first step after `low` with another offset; `low` has the old one and `high` the new one. */
function halve(
  low: Instant,
  high: Instant,
  step: number,
  before: number,
  probe: (at: Instant) => number,
): Instant {
  let [old, changed] = [low, high]
  while (changed - old > step) {
    const middle = old + Math.floor((changed - old) / (2 * step)) * step
    if (probe(middle) === before) old = middle
    else changed = middle
  }
  return changed
}

const ID = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/

function formatFor(id: string): Intl.DateTimeFormat | undefined {
  // The process's own zone must not slip in: Intl takes it for undefined and the empty text.
  if (!ID.test(id)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      year: 'numeric',
      timeZoneName: 'longOffset',
    })
  } catch {
    return undefined
  }
}

const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/

/** The milliseconds of `2024, GMT+02:00`. */
function parseOffset(text: string): number {
  const match = OFFSET.exec(text)
  if (match === null) throw new Error(`Intl gave ${quote(text)} where an offset was asked for`)
  const seconds = Number(match[2] ?? 0) * 3600 + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0)
  return (match[1] === '-' ? -seconds : seconds) * 1000
}
