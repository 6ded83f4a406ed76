import {
  DAY_MILLIS,
  formatInstant,
  type LocalDate,
  type LocalTime,
  parseLocalTime,
  quote,
  rangeError,
  resolveLocal,
  toEpochDay,
  toLocalDate,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import type { SlotDocument } from './document.ts'

/** When shifts begin on every date, and whose they are. */
export interface SlotPattern {
  /** IANA zone of dates and times. */
  readonly timeZone: string
  readonly from: LocalDate
  /** Excluded. */
  readonly to: LocalDate
  /** Each shift lasts until the next one begins; a start may say at which site it is at home. */
  readonly starts: readonly (LocalTime | { readonly at: LocalTime; readonly site: string })[]
  /** A slot of each role begins at every start; a role may say what its people must have. */
  readonly roles: readonly (string | RolePattern)[]
}

export interface RolePattern
  extends Pick<SlotDocument, 'role' | 'seats' | 'skills' | 'languages' | 'needs'> {}

/**
 * Slots that cover dates without a hole and without overlap, whatever the clocks do: a shift is an hour shorter or
 * longer in the night they change, and one that lies wholly in the skipped hour is left out. Ids are
 * `role/2024-03-31T08:00`.
 *
 * Throws `RangeError` `zone-unknown`, `date-impossible`, `interval-empty`, `start-invalid` and `start-repeated`.
 */
export function slotsOf(pattern: SlotPattern): SlotDocument[] {
  const zone = zoneOf(pattern.timeZone)
  const [first, end] = [toEpochDay(pattern.from), toEpochDay(pattern.to)]
  if (first >= end) {
    throw rangeError('interval-empty', `${pattern.to} is not after ${pattern.from}`)
  }
  const starts = startsOf(pattern)
  const roles = pattern.roles.map((role) => (typeof role === 'string' ? { role } : role))
  const slots: SlotDocument[] = []
  for (let day = first; day < end; day++) {
    for (const [nth, start] of starts.entries()) {
      const next = starts[nth + 1]?.millis ?? DAY_MILLIS + (starts[0] as Start).millis
      const span = shiftOf(zone, day * DAY_MILLIS + start.millis, day * DAY_MILLIS + next)
      if (span === undefined) continue
      const name = `${toLocalDate(day)}T${start.text}`
      const site = start.site === undefined ? {} : { site: start.site }
      slots.push(
        ...roles.map((role) => ({ id: `${role.role}/${name}`, ...span, ...site, ...role })),
      )
    }
  }
  return slots
}

interface Start {
  readonly text: string
  readonly millis: number
  readonly site?: string
}

function startsOf({ starts }: SlotPattern): Start[] {
  const read = starts.map((start) => {
    const { at, ...site } = typeof start === 'string' ? { at: start } : start
    const millis = parseLocalTime(at)
    if (millis === undefined || millis === DAY_MILLIS) {
      throw rangeError('start-invalid', `${quote(at)} is not a time at which a shift can begin`)
    }
    return { text: at, millis, ...site }
  })
  if (new Set(read.map(({ millis }) => millis)).size < read.length || read.length === 0) {
    throw rangeError('start-repeated', 'shifts begin at different times, and at least once a day')
  }
  return read.sort((a, b) => a.millis - b.millis)
}

function shiftOf(zone: Zone, from: number, to: number): { from: string; to: string } | undefined {
  const [begins, ends] = [resolveLocal(zone, from), resolveLocal(zone, to)]
  if (begins >= ends) return undefined
  return { from: formatInstant(begins), to: formatInstant(ends) }
}
