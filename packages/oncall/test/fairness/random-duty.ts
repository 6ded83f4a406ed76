import fc from 'fast-check'
import { type DutySpan, TIME_KINDS, type TimeKind } from '../../src/index.ts'

export const HOUR = 3_600_000

/** A month with a clock change in each of the zones below. */
export const FROM = Date.UTC(2027, 2, 1)
export const TO = Date.UTC(2027, 3, 12)

export const ZONES = ['Europe/Zurich', 'America/New_York', 'Australia/Sydney', 'Asia/Kolkata']
export const PEOPLE = ['person:ada', 'person:ben', 'person:cyn', 'person:dan'] as const

/** Shifts on the half hour, in and around the month. */
export const shifts: fc.Arbitrary<DutySpan[]> = fc.array(
  fc
    .record({
      person: fc.constantFrom(...PEOPLE),
      begin: fc.integer({ min: -60, max: (TO - FROM) / (HOUR / 2) + 60 }),
      length: fc.integer({ min: 0, max: 60 }),
      role: fc.constantFrom('incident', 'triage', null),
      isShadow: fc.constantFrom(false, false, false, true),
    })
    .map(({ begin, length, ...rest }) => {
      const from = FROM + (begin * HOUR) / 2
      return { ...rest, from, to: from + (length * HOUR) / 2 }
    }),
  { maxLength: 14 },
)

/** The zone of each person. */
export const zones = fc
  .tuple(...PEOPLE.map(() => fc.constantFrom(...ZONES)))
  .map((ids) => Object.fromEntries(PEOPLE.map((person, nth) => [person, ids[nth] as string])))

const WEEKEND = ['Sat', 'Sun']
const formats = new Map<string, Intl.DateTimeFormat>()

interface Clock {
  readonly date: string
  readonly weekday: string
  readonly hour: number
}

const clocks = new Map<string, Clock>()

/** What the clock of a zone shows, from Intl alone. */
export function clockAt(zone: string, at: number): Clock {
  const key = `${zone} ${at}`
  const known = clocks.get(key) ?? readClock(zone, at)
  clocks.set(key, known)
  return known
}

function readClock(zone: string, at: number): Clock {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(zone, format)
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    weekday: parts['weekday'] as string,
    hour: Number(parts['hour']),
  }
}

/** The kind of an instant, as a person who looks at a clock and a list of holidays says it. */
export function kindAt(zone: string, at: number, holidays: readonly string[] = []): TimeKind {
  const { date, weekday, hour } = clockAt(zone, at)
  if (holidays.includes(date)) return 'holiday'
  if (WEEKEND.includes(weekday)) return 'weekend'
  return hour >= 22 || hour < 6 ? 'night' : 'day'
}

/** Milliseconds of each kind in which somebody is on duty, half hour by half hour. */
export function countedByHand(
  list: readonly DutySpan[],
  person: string,
  zone: string,
  holidays: readonly string[] = [],
) {
  const sums = Object.fromEntries(TIME_KINDS.map((kind) => [kind, 0])) as Record<TimeKind, number>
  for (let at = FROM; at < TO; at += HOUR / 2) {
    const isOn = list.some((one) => {
      return (
        one.person === person &&
        one.isShadow !== true &&
        (one.from as number) <= at &&
        at < (one.to as number)
      )
    })
    if (isOn) sums[kindAt(zone, at, holidays)] += HOUR / 2
  }
  return sums
}
