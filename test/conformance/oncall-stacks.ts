import { formatInstant } from '@holdfast/kernel'
import { createSchedule } from '@holdfast/oncall'
import {
  type Every,
  type Held,
  heldIn,
  instantOf,
  joined,
  type LayerDocument,
  lengthOf,
  localOf,
  longestOf,
  person,
  type Restriction,
  type Rotation,
  scheduleOf,
} from './oncall-forms.ts'

/** Layers of which the first with somebody decides; the first turn lasts until a first hand-off. */
interface StackLayer {
  readonly id: string
  readonly participants: readonly string[]
  readonly every: Every
  readonly start: string
  readonly firstHandOff: string
  readonly zone: string
  readonly restriction?: {
    readonly daily?: { readonly from: string; readonly to: string }
    readonly weekly?: readonly {
      readonly fromDay: NonNullable<Restriction['toDay']>
      readonly from: string
      readonly toDay: NonNullable<Restriction['toDay']>
      readonly to: string
    }[]
  }
}

interface StackInput {
  readonly layers: readonly StackLayer[]
  readonly from: string
  readonly to: string
  readonly limit?: number
}

/** Shifts in the span, as far as the last that is expected where only so many are asked for. */
export function stacked(input: StackInput, asked: readonly Held[]): readonly Held[] {
  const { layers, from, to, limit } = input
  const timeZone = layers[0]?.zone ?? 'UTC'
  const document = {
    id: 'case',
    version: 1,
    timeZone,
    layers: layers.flatMap((layer, nth) => layersOf(layer, layers.length - nth)),
  }
  const span = { from: instantOf('UTC', from), to: instantOf('UTC', to) }
  const held = heldIn(createSchedule(document), span)
  const isCut = limit !== undefined && asked.length >= limit
  return isCut ? joined(held, { from: span.from, to: asked.at(-1)?.to ?? span.to }) : held
}

/** The first turn, from the start until the first hand-off after it, then the rotation. */
function layersOf(form: StackLayer, priority: number): LayerDocument[] {
  const { id, zone, participants, every, restriction = {} } = form
  const start = instantOf(zone, form.start)
  const handOff = firstAfter(start, form)
  const restrictions = windowsOf(restriction)
  const common = { priority, ...(restrictions.length > 0 && { restrictions }) }
  const rotation: Rotation = {
    every: lengthOf(every),
    anchor: localOf(zone, handOff),
    timeZone: zone,
    members: participants.map(person),
    // Hours are lengths of time there, days and weeks come at the same local time.
    ...(every.unit === 'hour' && { clock: 'elapsed' }),
  }
  const from = formatInstant(start)
  const to = formatInstant(handOff)
  if (handOff <= start) return [{ id, ...common, rotation, effective: { from } }]
  const first: LayerDocument = {
    id: `${id} first`,
    ...common,
    rotation: {
      every: 'P1W',
      anchor: localOf(zone, handOff),
      timeZone: zone,
      members: rotation.members?.slice(0, 1),
    },
    effective: { from, to },
  }
  const isUsed = scheduleOf(zone, [first]).shifts(start, handOff).length > 0
  const second = isUsed ? 1 % participants.length : 0
  return [
    first,
    { id, ...common, rotation: { ...rotation, first: second }, effective: { from: to } },
  ]
}

/** A first hand-off before the start stands for those that follow from it. */
function firstAfter(
  start: number,
  { zone, every, firstHandOff, participants }: StackLayer,
): number {
  const stated = instantOf(zone, firstHandOff)
  if (stated >= start) return stated
  const rotation: Rotation = {
    every: lengthOf(every),
    anchor: localOf(zone, stated),
    timeZone: zone,
    members: participants.map(person),
  }
  const turns = scheduleOf(zone, [{ id: 'turns', rotation }])
  const later = turns.shifts(start - longestOf(every), start + longestOf(every)).slice(1)
  return later.find(({ from }) => from >= start)?.from ?? start
}

function windowsOf({ daily, weekly }: NonNullable<StackLayer['restriction']>): Restriction[] {
  if (daily !== undefined) return [daily]
  return (weekly ?? []).map(({ fromDay, from, toDay, to }) => ({
    days: [fromDay],
    from,
    to,
    toDay,
  }))
}
