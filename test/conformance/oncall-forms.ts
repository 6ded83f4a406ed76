import {
  formatInstant,
  formatLocalDateTime,
  type Instant,
  type Interval,
  localTimeAt,
  parseInstant,
  resolveLocal,
} from '@holdfast/kernel'
import { createSchedule, type Schedule, type ScheduleDocument } from '@holdfast/oncall'

/** What the cases of several systems have in common, and how it is said to the library. */
export type LayerDocument = ScheduleDocument['layers'][number]
export type Rotation = LayerDocument['rotation']
export type Restriction = NonNullable<LayerDocument['restrictions']>[number]

export interface Every {
  readonly unit: string
  readonly count: number
}

/** Somebody on duty, as cases say it. */
export interface Held extends Interval {
  readonly who: string
}

export const MINUTE = 60_000
export const DAY = 1440 * MINUTE
/** Before and after everything that cases speak of. */
export const ALWAYS = { from: '1990-01-01T00:00:00.000Z', to: '2090-01-01T00:00:00.000Z' }

const UNITS: Readonly<Record<string, (count: number) => string>> = {
  hour: (count) => `PT${count}H`,
  day: (count) => `P${count}D`,
  week: (count) => `P${count}W`,
  month: (count) => `P${count}M`,
  year: (count) => `P${count * 12}M`,
}

export function lengthOf({ unit, count }: Every): string {
  const length = UNITS[unit]
  if (length === undefined) throw new Error(`no such unit: ${unit}`)
  return length(count)
}

/** The longest that turns of a length last. */
export function longestOf({ unit, count }: Every): number {
  const days = { hour: 1 / 24, day: 1, week: 7, month: 31, year: 366 }[unit] ?? 0
  return (count * days + 2) * DAY
}

/** The instant of a text: an instant, or a local time or date of a zone. */
export function instantOf(zone: string, text: string): Instant {
  return parseInstant(text) ?? resolveLocal(zone, text.includes('T') ? text : `${text}T00:00`)
}

/** The instant of such a text, as documents write it. */
export function instantText(zone: string, text: string): string {
  return formatInstant(instantOf(zone, text))
}

/** What the clock of a zone shows at that instant, as documents write it. */
export function localOf(zone: string, at: Instant): string {
  return formatLocalDateTime(localTimeAt(zone, at))
}

/** A text for the nth thing that was created. */
export function createdAt(nth: number): string {
  return formatInstant(nth * 1000)
}

export function person(name: string): string {
  return `person:${encodeURIComponent(name)}`
}

export function nameOf(party: string): string {
  return decodeURIComponent(party.slice('person:'.length))
}

/** A layer on which one person is always on duty. */
export function alwaysOf(id: string, name: string): LayerDocument {
  const rotation: Rotation = { every: 'P1W', anchor: '2000-01-03T00:00', members: [person(name)] }
  return { id, rotation }
}

export function scheduleOf(
  timeZone: string,
  layers: ScheduleDocument['layers'],
  more: Partial<ScheduleDocument> = {},
): Schedule {
  return createSchedule({ id: 'case', version: 1, timeZone, layers, ...more })
}

/** Who is on duty at an instant, in order of names. */
export function namesAt(schedule: Schedule, at: Instant): readonly string[] {
  return [...new Set(schedule.onCallAt(at).map((duty) => nameOf(duty.person)))].toSorted()
}

export function heldIn(schedule: Schedule, { from, to }: Interval): readonly Held[] {
  const shifts = schedule.shifts(from, to)
  const held = shifts.map((shift) => ({
    from: shift.from,
    to: shift.to,
    who: nameOf(shift.person),
  }))
  return joined(held, { from, to })
}

/** What lies in a span, what touches of one person joined; in order of start and person. */
export function joined(held: readonly Held[], { from, to }: Interval): readonly Held[] {
  const done: { from: Instant; to: Instant; who: string }[] = []
  const sorted = held.toSorted((a, b) => a.from - b.from)
  for (const one of sorted) {
    const part = { who: one.who, from: Math.max(from, one.from), to: Math.min(to, one.to) }
    if (part.from >= part.to) continue
    const before = done.findLast(({ who }) => who === part.who)
    if (before !== undefined && before.to >= part.from) before.to = Math.max(before.to, part.to)
    else done.push(part)
  }
  return done.toSorted((a, b) => a.from - b.from || (a.who < b.who ? -1 : 1))
}
