import type { Instant, Interval } from '@holdfast/kernel'
import { resolveLocal } from '@holdfast/kernel'
import type { Schedule } from '@holdfast/oncall'
import {
  alwaysOf,
  DAY,
  type Every,
  heldIn,
  instantOf,
  lengthOf,
  longestOf,
  MINUTE,
  namesAt,
  person,
  type Restriction,
  type Rotation,
  scheduleOf,
} from './oncall-forms.ts'

export interface RotationForm {
  readonly every: Every
  readonly start: string
  readonly zone: string
  readonly clock?: string
  readonly participants?: readonly string[]
}

interface RotationInput {
  readonly rotation: RotationForm
  readonly from: string
  readonly to: string
  readonly at: readonly string[]
}

interface RestrictionInput {
  readonly restriction: Restriction
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly at: readonly string[]
}

export function rotationOf({
  every,
  start,
  zone,
  participants = ['solo'],
}: RotationForm): Rotation {
  const members = participants.map(person)
  return { every: lengthOf(every), anchor: start, timeZone: zone, members }
}

/** Hand-offs from the last one at or before the beginning until the first one after the end. */
export function handOffs({ rotation, from, to }: RotationInput): readonly Instant[] {
  const [begin, end] = [instantOf(rotation.zone, from), instantOf(rotation.zone, to)]
  const margin = longestOf(rotation.every)
  const edges = scheduleFor(rotation)
    .shifts(begin - margin, end + margin)
    .slice(1)
    .map((shift) => shift.from)
  const first = edges.findLastIndex((edge) => edge <= begin)
  return edges.slice(first, edges.findIndex((edge) => edge > end) + 1)
}

export function shiftsAt({ rotation, at }: RotationInput): readonly (readonly Instant[])[] {
  const schedule = scheduleFor(rotation)
  const margin = longestOf(rotation.every)
  return at.map((text) => {
    const instant = instantOf(rotation.zone, text)
    const shifts = schedule.shifts(instant - margin, instant + margin)
    const holding = shifts.find((shift) => shift.from <= instant && instant < shift.to)
    return [holding?.from ?? Number.NaN, holding?.to ?? Number.NaN]
  })
}

export function whoAt({ rotation, at }: RotationInput): readonly string[] {
  const schedule = scheduleFor(rotation)
  return at.map((text) => namesAt(schedule, instantOf(rotation.zone, text)).join())
}

function scheduleFor(rotation: RotationForm): Schedule {
  return scheduleOf(rotation.zone, [{ id: 'rotation', rotation: rotationOf(rotation) }])
}

export function isActiveAt({ restriction, zone, at }: RestrictionInput): readonly boolean[] {
  const schedule = restricted(zone, restriction)
  return at.map((text) => schedule.onCallAt(instantOf(zone, text)).length > 0)
}

/** The window that holds an instant, or else the next. */
export function windowsAt({ restriction, zone, at }: RestrictionInput) {
  const schedule = restricted(zone, restriction)
  return at.map((text) => {
    const instant = instantOf(zone, text)
    const near = windowsIn(schedule, { from: instant - 9 * DAY, to: instant + 18 * DAY })
    const { from, to } = near.find((window) => window.to > instant) ?? { from: NaN, to: NaN }
    return [from, to]
  })
}

export function windowsBetween({ restriction, zone, from, to }: RestrictionInput) {
  const span = { from: instantOf(zone, from), to: instantOf(zone, to) }
  return windowsIn(restricted(zone, restriction), span).map((window) => [window.from, window.to])
}

function windowsIn(schedule: Schedule, span: Interval): readonly Interval[] {
  return heldIn(schedule, span)
}

function restricted(zone: string, restriction: Restriction): Schedule {
  return scheduleOf(zone, [{ ...alwaysOf('window', 'solo'), restrictions: [restriction] }])
}

export function resolved({ date, time, zone }: { date: string; time: string; zone: string }) {
  return resolveLocal(zone, `${date}T${time}`)
}

/** Hours between instants, to the minute. */
export function hoursBetween(edges: readonly Instant[]): readonly number[] {
  const minutes = edges.slice(1).map((edge, nth) => (edge - (edges[nth] as Instant)) / MINUTE)
  return minutes.map((length) => length / 60)
}
