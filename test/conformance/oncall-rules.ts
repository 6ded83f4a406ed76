import { createCalendar } from '@holdfast/calendar'
import { type Interval, WEEKDAYS } from '@holdfast/kernel'
import { createSchedule, type Schedule, type ScheduleDocument } from '@holdfast/oncall'
import {
  alwaysOf,
  createdAt,
  type Held,
  heldIn,
  instantOf,
  instantText,
  type LayerDocument,
  namesAt,
  person,
  type Restriction,
  scheduleOf,
} from './oncall-forms.ts'
import { type RotationForm, rotationOf } from './oncall-rotations.ts'

/** Rules that hold side by side, each for a person or a rotation. */
interface Rule {
  readonly user?: string
  readonly rotation?: RotationForm
  readonly restriction?: Restriction
}

interface OverrideForm {
  readonly add?: string
  readonly remove?: string
  readonly from: string
  readonly to: string
}

interface RenderInput {
  readonly zone: string
  readonly rules: readonly Rule[]
  readonly from: string
  readonly to: string
  readonly overrides?: readonly OverrideForm[]
  readonly temporary?: readonly {
    readonly from: string
    readonly to: string
    readonly shifts: readonly {
      readonly user: string
      readonly from: string
      readonly to: string
    }[]
  }[]
}

interface ApplyInput extends Omit<RenderInput, 'rules' | 'temporary'> {
  readonly base: readonly string[]
}

interface ReplaceInput {
  readonly shifts: readonly { readonly from: string; readonly to: string; readonly user: string }[]
  readonly overrides: readonly {
    readonly replace: string
    readonly by: string
    readonly from: string
    readonly to: string
  }[]
}

type Override = NonNullable<ScheduleDocument['overrides']>[number]

export function rendered(input: RenderInput): readonly Held[] {
  const { zone, rules, from, to, overrides = [], temporary = [] } = input
  const calendars: Record<string, ReturnType<typeof createCalendar>> = {}
  const layers = rules.map((rule, nth) => {
    const layer = layerOf(`rule-${nth}`, rule)
    const { restriction, rotation } = rule
    if (restriction === undefined) return layer
    if (rotation === undefined || rotation.zone === zone) {
      return { ...layer, restrictions: [restriction] }
    }
    calendars[layer.id] = calendarOf(zone, restriction)
    return { ...layer, calendar: layer.id }
  })
  const fixed = temporary.map(({ shifts, ...span }, nth) => ({
    id: `temporary-${nth}`,
    ...span,
    shifts: shifts.map(({ user, ...its }) => ({ person: person(user), ...its })),
  }))
  const changes = { overrides: overrides.map(overrideOf), fixed }
  const document = { id: 'case', version: 1, timeZone: zone, layers, ...changes }
  return heldIn(createSchedule(document, { calendars }), spanOf(zone, { from, to }))
}

/** Turns without duty are used up, as these rules have it. */
function layerOf(id: string, { user = 'nobody', rotation }: Rule): LayerDocument {
  if (rotation === undefined) return alwaysOf(id, user)
  return { id, rotation: rotationOf(rotation), excludedTurns: 'consume' }
}

/** Windows in another zone than that of the rotation. */
function calendarOf(timeZone: string, { days, from, to }: Restriction) {
  const hours = WEEKDAYS.map((day) => [
    day,
    days === undefined || days.includes(day) ? [[from, to === from ? from : to]] : [],
  ])
  return createCalendar({ id: 'windows', version: 1, timeZone, hours: Object.fromEntries(hours) })
}

function overrideOf({ add, remove, ...span }: OverrideForm, nth: number): Override {
  const common = { id: `override-${nth}`, createdAt: createdAt(nth), ...span }
  if (add === undefined) return { ...common, mode: 'remove', person: person(remove as string) }
  if (remove === undefined) return { ...common, mode: 'add', person: person(add) }
  return { ...common, mode: 'replace', person: person(remove), by: person(add) }
}

/** Who is on duty whenever that changes. */
export function applied({ zone, base, overrides = [], from, to }: ApplyInput) {
  const layers = base.map((name) => alwaysOf(name, name))
  const schedule = scheduleOf(zone, layers, { overrides: overrides.map(overrideOf) })
  const span = spanOf(zone, { from, to })
  const changes = [{ at: span.from, users: namesAt(schedule, span.from) }]
  for (const { at, users } of stepsOf(schedule, span)) {
    if (changes.at(-1)?.users.join() !== users.join()) changes.push({ at, users })
  }
  return changes
}

function stepsOf(schedule: Schedule, { from, to }: Interval) {
  const shifts = schedule.shifts(from, to)
  const edges = shifts.flatMap((shift) => [shift.from, shift.to])
  const inside = [...new Set(edges)].filter((at) => at > from && at < to)
  return inside.toSorted((a, b) => a - b).map((at) => ({ at, users: namesAt(schedule, at) }))
}

/** Shifts of which some are covered; of overlapping covers the first counts. */
export function replaced({ shifts, overrides }: ReplaceInput): readonly Held[] {
  const layers = shifts.map(({ user, from, to }, nth) => ({
    ...alwaysOf(`shift-${nth}`, user),
    effective: { from: instantText('UTC', from), to: instantText('UTC', to) },
  }))
  const covers = overrides.map(({ replace, by, from, to }, nth): Override => {
    const id = `cover-${nth}`
    const created = createdAt(overrides.length - nth)
    const mode = 'replace'
    return { id, createdAt: created, mode, person: person(replace), by: person(by), from, to }
  })
  return heldIn(scheduleOf('UTC', layers, { overrides: covers }), EVER)
}

const EVER = { from: instantOf('UTC', '1990-01-01'), to: instantOf('UTC', '2090-01-01') }

function spanOf(zone: string, { from, to }: { readonly from: string; readonly to: string }) {
  return { from: instantOf(zone, from), to: instantOf(zone, to) }
}
