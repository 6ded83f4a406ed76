import { formatInstant, toInstant } from '@holdfast/kernel'
import {
  createSchedule,
  type Schedule,
  type ScheduleDeps,
  type ScheduleDocument,
} from '../src/index.ts'

export type LayerDocument = ScheduleDocument['layers'][number]
export type RotationDocument = LayerDocument['rotation']

/** A schedule of one layer, or of several, in Zurich unless said otherwise. */
export function scheduleWith(
  layers: LayerDocument | LayerDocument[],
  more: Partial<ScheduleDocument> = {},
  deps: ScheduleDeps = {},
): Schedule {
  const all = Array.isArray(layers) ? layers : [layers]
  return createSchedule(
    { id: 'primary', version: 1, timeZone: 'Europe/Zurich', layers: all, ...more },
    deps,
  )
}

/** A layer on which people take turns, a week each from Monday 2027-03-01, 09:00. */
export function weekly(
  id: string,
  members: readonly string[],
  more: Partial<LayerDocument> = {},
): LayerDocument {
  return {
    id,
    rotation: { every: 'P1W', anchor: '2027-03-01T09:00', members: members.map(personOf) },
    ...more,
  }
}

export function personOf(name: string) {
  return `person:${name}`
}

/** Who is on duty, in short: `ada`, with a star for who comes along. */
export function namesAt(schedule: Schedule, at: string): string {
  const duties = schedule.onCallAt(toInstant(at))
  return duties.map(({ person, isShadow }) => person.slice(7) + (isShadow ? '*' : '')).join(' ')
}

/** Shifts in short: from whom when, in UTC. */
export function shiftsOf(schedule: Schedule, from: string, to: string): readonly string[] {
  return schedule
    .shifts(toInstant(from), toInstant(to))
    .map((shift) => `${timeOf(shift.from)} ${timeOf(shift.to)} ${shift.person.slice(7)}`)
}

export function timeOf(at: number): string {
  return formatInstant(at).slice(5, 16)
}
