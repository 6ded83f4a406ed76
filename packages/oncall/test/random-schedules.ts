import {
  formatInstant,
  formatLocalDateTime,
  MAX_INSTANT,
  MIN_INSTANT,
  resolveLocal,
  WEEKDAYS,
} from '@holdfast/kernel'
import fc from 'fast-check'
import { checkSchedule, type ScheduleDocument } from '../src/index.ts'

/** Zones whose clocks do something hard, with a local date on which they do it. */
export const HARD: readonly (readonly [timeZone: string, date: string])[] = [
  ['Europe/Zurich', '2024-03-31'],
  ['Europe/Zurich', '2027-10-31'],
  ['America/New_York', '2024-03-10'],
  ['America/New_York', '2006-10-29'],
  ['Australia/Lord_Howe', '2024-04-07'],
  ['Australia/Lord_Howe', '2024-10-06'],
  ['Pacific/Chatham', '2024-04-07'],
  ['Pacific/Chatham', '2024-09-29'],
  ['America/Santiago', '2024-04-07'],
  ['America/Santiago', '2025-09-07'],
  ['America/Havana', '2025-03-09'],
  ['America/Havana', '2024-11-03'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['America/Sao_Paulo', '2018-02-18'],
  ['Africa/Cairo', '2024-04-26'],
  ['Africa/Cairo', '2024-10-31'],
  ['Pacific/Apia', '2011-12-30'],
  ['Asia/Kathmandu', '2037-12-31'],
  ['UTC', '2000-02-28'],
]

export const ZONES = [...new Set(HARD.map(([timeZone]) => timeZone))]

/** Any instant of the years in which clocks are known well. */
export const instantFrom2000 = fc
  .integer({ min: 946_684_800, max: 2_145_916_800 })
  .map((at) => at * 1000)

/** A local time of those years, on a quarter of an hour. */
export const localFrom2000 = instantFrom2000.map((at) =>
  formatLocalDateTime(Math.floor(at / 900_000) * 900_000),
)

type LayerDocument = ScheduleDocument['layers'][number]
type Rotation = LayerDocument['rotation']

export interface Case {
  readonly document: ScheduleDocument
  readonly from: number
  readonly to: number
}

const DAY = 86_400_000
const QUARTER = 900_000
const PEOPLE = ['person:a', 'person:b', 'person:c', 'person:d', 'person:e'] as const

const person = fc.constantFrom(...PEOPLE)
const hard = fc.constantFrom(...HARD)

/** A local time so many days around a date, on a quarter of an hour, oftener where clocks change. */
function localNear(date: string, before: number, after: number): fc.Arbitrary<string> {
  const noon = Date.parse(`${date}T00:00Z`)
  return fc
    .tuple(
      fc.integer({ min: -before, max: after }),
      fc.oneof(fc.integer({ min: 0, max: 95 }), fc.constantFrom(0, 4, 6, 8, 9, 10, 11, 12)),
    )
    .map(([days, quarters]) => formatLocalDateTime(noon + days * DAY + quarters * QUARTER))
}

function spanNear(date: string): fc.Arbitrary<{ from: string; to: string }> {
  return fc
    .tuple(localNear(date, 3, 5), fc.integer({ min: 1, max: 300 }))
    .map(([from, quarters]) => ({
      from,
      to: formatLocalDateTime(Date.parse(`${from}Z`) + quarters * QUARTER),
    }))
}

const time = fc
  .oneof(fc.integer({ min: 0, max: 95 }), fc.constantFrom(0, 4, 8, 12, 36, 68))
  .map((nth) => formatLocalDateTime(nth * QUARTER).slice(11, 16))
const weekday = fc.constantFrom(...WEEKDAYS)
const holder = fc.oneof(
  { weight: 4, arbitrary: person },
  { weight: 1, arbitrary: fc.uniqueArray(person, { minLength: 2, maxLength: 2 }) },
)
const members = fc.uniqueArray(holder, { minLength: 1, maxLength: 4, selector: String })

const restriction = fc.record(
  { days: fc.uniqueArray(weekday, { minLength: 1 }), from: time, to: time, toDay: weekday },
  { requiredKeys: ['from', 'to'] },
)

const every = fc.oneof(
  fc.constantFrom('PT1H', 'PT5H', 'PT8H', 'PT12H', 'P1D', 'P2D', 'P1W', 'P2W'),
  fc.constantFrom<string[]>(['P4D', 'P3D'], ['PT12H', 'P1D', 'PT6H'], ['P1W', 'P2D']),
)
const everyMonths = fc.oneof(fc.constantFrom('P1M', 'P2M'), fc.constant<string[]>(['P1M', 'P2M']))
const monthDay = fc.oneof(
  fc.constant('last' as const),
  fc.record({ weekday, nth: fc.constantFrom(-5, -2, -1, 1, 2, 5) }),
)

function rotation(date: string, timeZone: string): fc.Arbitrary<Rotation> {
  const roster = fc.record({
    // Oftener close together, so that one replaces another before its first turn.
    from: fc.oneof(localNear(date, 25, 6), localNear(date, 2, 0)),
    rollout: fc.constantFrom(
      'now' as const,
      'afterCurrentTurn' as const,
      'afterFullCycle' as const,
    ),
    members,
  })
  const rosters = fc
    .uniqueArray(roster, { minLength: 1, maxLength: 3, selector: ({ from }) => from })
    .map((all) =>
      all
        .toSorted((a, b) => (a.from < b.from ? -1 : 1))
        .map(({ from, rollout, members: its }, nth) => ({
          id: `r${nth}`,
          members: its,
          ...(nth > 0 && { from, rollout }),
        })),
    )
  const length = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record(
        { every, clock: fc.constantFrom('wall', 'elapsed') },
        { requiredKeys: ['every'] },
      ),
    },
    {
      weight: 1,
      arbitrary: fc.record({ every: everyMonths, monthDay }, { requiredKeys: ['every'] }),
    },
  )
  const who = fc.oneof(fc.record({ members }), fc.record({ rosters }))
  const more = fc.record(
    { duty: fc.constantFrom('PT1H', 'PT8H', 'P1D', 'P3D'), first: fc.integer({ min: 0, max: 3 }) },
    { requiredKeys: [] },
  )
  return fc
    .tuple(length, who, more, localNear(date, 30, 10))
    .map(([its, people, { duty, first }, anchor]) => {
      const count = ('members' in people ? people.members : (people.rosters[0]?.members ?? []))
        .length
      return {
        ...its,
        ...people,
        ...(duty !== undefined && { duty }),
        ...(first !== undefined && { first: first % count }),
        anchor,
        timeZone,
      }
    })
}

function layer(date: string, timeZone: string, id: string): fc.Arbitrary<LayerDocument> {
  const effective = fc
    .tuple(localNear(date, 8, 4), fc.integer({ min: 1, max: 900 }))
    .map(([from, quarters]) => {
      const start = resolveLocal(timeZone, from)
      return { from: formatInstant(start), to: formatInstant(start + quarters * QUARTER) }
    })
  return fc.record(
    {
      id: fc.constant(id),
      priority: fc.integer({ min: 0, max: 2 }),
      rotation: rotation(date, timeZone),
      restrictions: fc.array(restriction, { minLength: 1, maxLength: 3 }),
      effective,
      excludedTurns: fc.constantFrom('skip' as const, 'consume' as const),
    },
    { requiredKeys: ['id', 'rotation'] },
  ) as fc.Arbitrary<LayerDocument>
}

function changes(date: string): fc.Arbitrary<Partial<ScheduleDocument>> {
  const span = spanNear(date)
  const createdAt = fc.constantFrom('2020-01-01T00:00Z', '2020-01-02T00:00Z')
  const named = <T>(prefix: string, one: fc.Arbitrary<T>, max: number) =>
    fc
      .array(fc.tuple(one, span, fc.option(createdAt, { nil: undefined })), { maxLength: max })
      .map((all) =>
        all.map(([its, { from, to }, created], nth) => ({
          id: `${prefix}${nth}`,
          from,
          to,
          ...its,
          ...(created !== undefined && { createdAt: created }),
        })),
      )
  const override = fc.oneof(
    fc.record({ mode: fc.constant('add'), person, layer: fc.constantFrom('l0', undefined) }),
    fc.record({ mode: fc.constant('remove'), person, layer: fc.constantFrom('l0', undefined) }),
    fc.record({ mode: fc.constant('remove') }),
    fc.record({ mode: fc.constant('replace'), by: person }),
    fc.record({
      mode: fc.constant('replace'),
      person,
      by: person,
      layer: fc.constantFrom('l0', undefined),
    }),
  )
  const pair = fc.tuple(person, person).filter(([a, b]) => a !== b)
  return fc
    .record({
      overrides: named('o', override, 4),
      coverRequests: named(
        'c',
        fc.record({ person, takenBy: fc.option(person, { nil: undefined }) }),
        2,
      ),
      swaps: named('s', fc.record({ between: pair }), 2),
      fixed: named(
        'f',
        fc.record({ shifts: fc.array(fc.tuple(person, span), { maxLength: 3 }) }),
        2,
      ),
      shadows: named('w', fc.record({ person, of: fc.option(person, { nil: undefined }) }), 2),
      absences: named('x', fc.record({ person }), 2),
    })
    .map((all) =>
      clean({
        ...all,
        swaps: all.swaps.map(({ from, to, ...rest }) => ({ ...rest, during: [{ from, to }] })),
        fixed: all.fixed.map(({ shifts, ...rest }) => ({
          ...rest,
          shifts: shifts.map(([who, its]) => ({ person: who, ...its })),
        })),
        shadows: all.shadows.map(({ createdAt: _, ...rest }) => rest),
        absences: all.absences.map(({ person: who, from, to }) => ({ person: who, from, to })),
      }),
    )
}

/** Without what is undefined, as documents are. */
function clean<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

const ID = { id: 'schedule', version: 1 }

/** A schedule around a hard date, without or with changes, and a span of a few days that holds the date. */
export function caseOf(hasChanges: boolean, maxLayers = 3): fc.Arbitrary<Case> {
  return fc
    .tuple(hard, hard, fc.integer({ min: 1, max: maxLayers }))
    .chain(([[timeZone, date], [otherZone], count]) => {
      const layers = fc.tuple(
        ...Array.from({ length: count }, (_, nth) =>
          fc
            .constantFrom(timeZone, timeZone, otherZone)
            .chain((zone) => layer(date, zone, `l${nth}`)),
        ),
      )
      const more = hasChanges ? changes(date) : fc.constant({})
      const edges = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }))
      return fc.tuple(layers, more, edges).map(([its, others, [before, after]]) => {
        const middle = resolveLocal(timeZone, `${date}T00:00`)
        return {
          document: clean<ScheduleDocument>({ ...ID, timeZone, layers: its, ...others }),
          from: Math.max(MIN_INSTANT, middle - before * QUARTER),
          to: Math.min(MAX_INSTANT, middle + after * QUARTER),
        }
      })
    })
    .filter(({ document }) => checkSchedule(document).every(({ severity }) => severity !== 'error'))
}
