import { type Interval, parseLocalTime, WEEKDAYS } from '@holdfast/kernel'
import { createSchedule, type ScheduleDocument } from '@holdfast/oncall'
import {
  ALWAYS,
  createdAt,
  DAY,
  type Every,
  type Held,
  heldIn,
  instantOf,
  instantText,
  joined,
  type LayerDocument,
  lengthOf,
  localOf,
  MINUTE,
  namesAt,
  person,
  type Restriction,
  type Rotation,
} from './oncall-forms.ts'

/** Layers of which each turn begins at a time and lasts so many minutes; the highest priority decides. */
interface LayerForm {
  readonly id: string
  readonly type: string
  readonly groups: readonly (readonly string[])[]
  readonly start: string
  readonly durationMinutes: number
  readonly zone?: string
  readonly effectiveFrom?: string
  readonly until?: string
  readonly every?: Every
  readonly byDay?: readonly string[]
  readonly byMonthDay?: readonly number[]
  readonly weekStart?: string
  readonly priority?: number
  readonly startIndex?: number
  readonly created?: number
}

interface LayersInput {
  readonly zone: string
  readonly layering: string
  readonly layers: readonly LayerForm[]
  readonly swaps?: readonly {
    readonly beneficiary: string
    readonly benefactor: string | null
    readonly from: string
    readonly to: string
  }[]
  readonly notNotifiable?: readonly string[]
  readonly overridePolicy?: string
  readonly only?: string
  readonly from: string
  readonly to: string
  readonly at: readonly string[]
}

interface DaysInput extends Omit<LayerForm, 'id' | 'type' | 'durationMinutes'> {
  readonly zone: string
  readonly days: number
}

/** Above every layer that is no override. */
const OVERRIDES = 1_000_000

export function finalEvents(input: LayersInput): readonly Held[] {
  const span = spanOf(input)
  const schedule = createSchedule(documentOf(input))
  const gaps = schedule.gaps(span.from, span.to).map((gap) => ({ ...gap, who: '' }))
  return joined([...heldIn(schedule, span), ...gaps], span)
}

/** What each layer says by itself. */
export function layerEvents(input: LayersInput): readonly Held[] {
  const span = spanOf(input)
  return input.layers
    .filter(
      ({ type }) =>
        input.only === undefined || (type === 'override') === (input.only === 'overrides'),
    )
    .flatMap((layer) => {
      const alone = createSchedule(documentOf({ ...input, layers: [layer] }))
      return heldIn(alone, span).map((held) => ({ ...held, who: `${layer.id} ${held.who}` }))
    })
    .toSorted((a, b) => a.from - b.from || (a.who < b.who ? -1 : 1))
}

export function namesOnCall(input: LayersInput): readonly (readonly string[])[] {
  const schedule = createSchedule(documentOf(input))
  return input.at.map((text) => namesAt(schedule, instantOf(input.zone, text)))
}

/** Whether nobody has a turn at times, and whether somebody has one who cannot be told. */
export function health(input: LayersInput) {
  const span = spanOf(input)
  const everybody = { ...input, notNotifiable: [] }
  const gapsOf = (one: LayersInput) => createSchedule(documentOf(one)).gaps(span.from, span.to)
  const hasEmptyShifts = input.layers.some((layer) => {
    const [all, told] = [everybody, input].map((one) => gapsOf({ ...one, layers: [layer] }))
    return JSON.stringify(all) !== JSON.stringify(told)
  })
  return { hasGaps: gapsOf(everybody).length > 0, hasEmptyShifts }
}

/** Who has duty on each local date. */
export function byDate({ days, ...form }: DaysInput): Readonly<Record<string, readonly string[]>> {
  const layer = { ...form, id: 'days', type: 'rotation', start: `${form.start}T00:00:00` }
  const document = documentOf({
    zone: form.zone,
    layering: 'priority',
    layers: [{ ...layer, durationMinutes: 1440 }],
    from: '',
    to: '',
    at: [],
  })
  const schedule = createSchedule(document)
  const first = instantOf('UTC', form.start)
  const dates = Array.from({ length: days }, (_, nth) =>
    localOf('UTC', first + nth * DAY).slice(0, 10),
  )
  const held = dates.map((date) => [date, namesAt(schedule, instantOf(form.zone, `${date}T12:00`))])
  return Object.fromEntries(held.filter(([, names]) => (names?.length ?? 0) > 0))
}

function documentOf(input: LayersInput): ScheduleDocument {
  const { zone, layering, swaps = [], notNotifiable = [] } = input
  const isFixed = input.overridePolicy === 'latest-created-wins'
  const isAside = (layer: LayerForm) => isFixed && layer.type === 'override'
  const layers = input.layers.filter((layer) => !isAside(layer))
  return {
    id: 'case',
    version: 1,
    timeZone: zone,
    layers: layers.map((layer, nth) => layerOf(layer, zone, priorityOf(layer, nth, layering))),
    coverRequests: swaps.map(({ beneficiary, benefactor, from, to }, nth) => ({
      id: `swap-${nth}`,
      createdAt: createdAt(nth),
      person: person(beneficiary),
      ...(benefactor !== null && { takenBy: person(benefactor) }),
      from,
      to,
    })),
    fixed: input.layers.filter(isAside).map((layer) => fixedOf(layer, zone)),
    absences: notNotifiable.map((name) => ({ person: person(name), ...ALWAYS })),
  }
}

function priorityOf({ type, priority = 0 }: LayerForm, nth: number, layering: string): number {
  if (type === 'override') return OVERRIDES + priority
  return layering === 'last-layer-wins' ? nth : layering === 'parallel' ? 0 : priority
}

function fixedOf({ id, groups, created = 0, ...form }: LayerForm, zone: string) {
  const span = { from: form.start, to: endOf(form, zone) }
  const shifts = (groups[0] ?? []).map((name) => ({ person: person(name), ...span }))
  return { id, createdAt: createdAt(created), ...span, shifts }
}

/** When the one turn of a layer that does not come again ends. */
function endOf(
  { start, durationMinutes }: Pick<LayerForm, 'start' | 'durationMinutes'>,
  zone: string,
) {
  return localOf(zone, instantOf(zone, start) + durationMinutes * MINUTE)
}

function layerOf(form: LayerForm, scheduleZone: string, priority: number): LayerDocument {
  const { id, groups, startIndex, until, every, byDay = [], effectiveFrom } = form
  const zone = form.zone ?? scheduleZone
  const ends = every === undefined ? [endOf(form, zone), until] : [until]
  const to = ends.filter((text) => text !== undefined).toSorted()[0]
  const begins = [form.start, effectiveFrom ?? form.start].toSorted()[1] as string
  const rotation: Rotation = {
    ...(every === undefined ? { every: 'P1W', anchor: form.start } : turnsOf(form, every)),
    timeZone: zone,
    members: groups.map((names) => names.map(person)),
    ...(startIndex !== undefined && { first: startIndex }),
  }
  return {
    id,
    priority,
    rotation,
    effective: {
      from: instantText(zone, begins),
      ...(to !== undefined && { to: instantText(zone, to) }),
    },
    ...(byDay.length > 0 && { restrictions: windowsOf(form, byDay) }),
  }
}

/** Turns of weeks begin on the first day of the week where days are named, at the time at which duty begins. */
function turnsOf(
  form: LayerForm,
  every: Every,
): Pick<Rotation, 'every' | 'anchor' | 'duty' | 'monthDay'> {
  const { start, durationMinutes, byDay = [], byMonthDay = [], weekStart = 'Monday' } = form
  const turn = { every: lengthOf(every), anchor: start }
  if (byDay.length > 0) {
    if (every.unit === 'month') throw new Error('weekdays of months')
    if (every.unit !== 'week') return turn
    const first = WEEKDAYS.indexOf(weekStart.slice(0, 3).toLowerCase() as 'mon')
    const local = instantOf('UTC', start)
    const back = (weekdayOf(local) - first + 7) % 7
    return { ...turn, anchor: localOf('UTC', local - back * DAY) }
  }
  const [day] = byMonthDay
  if (byMonthDay.length > 1) throw new Error('several days of months')
  const duty = `PT${durationMinutes}M`
  if (day === -1) return { ...turn, duty, monthDay: 'last' }
  if (day !== undefined) return { ...turn, duty, anchor: monthDayFrom(start, day) }
  return { ...turn, duty }
}

/** The first such day of a month at or after a local time. */
function monthDayFrom(start: string, day: number): string {
  let local = instantOf('UTC', start)
  while (Number(localOf('UTC', local).slice(8, 10)) !== day) local += DAY
  return localOf('UTC', local)
}

function windowsOf(form: LayerForm, byDay: readonly string[]): Restriction[] {
  const { start, durationMinutes, every } = form
  const time = start.slice(11, 16)
  const minutes = (parseLocalTime(time) as number) / MINUTE + durationMinutes
  const to = localOf('UTC', minutes * MINUTE).slice(11, 16)
  const days = byDay.map((name) => DAYS.indexOf(name))
  if (every?.unit === 'hour') return [{ days: days.map(dayNamed), from: '00:00', to: '00:00' }]
  return days.map((day) => ({
    days: [dayNamed(day)],
    from: time,
    to,
    toDay: dayNamed(day + Math.floor(minutes / 1440)),
  }))
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

function dayNamed(day: number) {
  return WEEKDAYS[day % 7] as (typeof WEEKDAYS)[number]
}

function weekdayOf(local: number): number {
  return (Math.floor(local / DAY) + 3) % 7
}

function spanOf({ zone, from, to }: LayersInput): Interval {
  return { from: instantOf(zone, from), to: instantOf(zone, to) }
}
