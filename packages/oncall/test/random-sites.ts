import fc from 'fast-check'
import { createSchedule, type Schedule, type ScheduleDocument } from '../src/index.ts'

export const HOUR = 3_600_000

/** A span in which the clocks of all these zones change. */
export const FROM = Date.UTC(2027, 2, 10)
export const TO = Date.UTC(2027, 3, 7)

const ZONES = ['Australia/Sydney', 'Europe/Zurich', 'America/New_York', 'UTC']
const PEOPLE = ['person:ada', 'person:ben', 'person:cyn', 'person:dan']

const time = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`)
const moment = fc
  .tuple(fc.integer({ min: 8, max: 31 }), time)
  .map(([day, at]) => `2027-03-${String(day).padStart(2, '0')}T${at}`)
const spanOfTime = fc
  .tuple(moment, moment)
  .filter(([from, to]) => from !== to)
  .map(([from, to]) => (from < to ? { from, to } : { from: to, to: from }))
const person = fc.constantFrom(...PEOPLE)
const crew = fc.subarray(PEOPLE, { minLength: 1 })

const layer = fc
  .record({
    priority: fc.integer({ min: 0, max: 2 }),
    every: fc.constantFrom('P1D', 'P1W', 'PT12H'),
    members: crew,
    windows: fc.option(
      fc.array(fc.record({ from: time, to: time }), { minLength: 1, maxLength: 2 }),
    ),
  })
  .map(({ priority, every, members, windows }) => ({
    priority,
    rotation: { every, anchor: '2027-03-01T09:00', members },
    ...(windows !== null && { restrictions: windows }),
  }))

const override = fc
  .tuple(fc.constantFrom('add', 'remove', 'replace'), person, person, spanOfTime)
  .map(([mode, who, by, time]) => ({
    mode: mode === 'replace' && by === who ? 'remove' : mode,
    person: who,
    ...(mode === 'replace' && by !== who && { by }),
    ...time,
  }))

/** Documents of schedules with changes of every kind; those with a circle of overrides are not among them. */
export const documents: fc.Arbitrary<ScheduleDocument> = fc
  .record({
    timeZone: fc.constantFrom(...ZONES),
    role: fc.constantFrom('incident', 'triage', undefined),
    layers: fc.array(layer, { minLength: 1, maxLength: 3 }),
    overrides: fc.array(override, { maxLength: 2 }),
    shadows: fc.array(fc.tuple(person, spanOfTime), { maxLength: 1 }),
    absences: fc.array(fc.tuple(person, spanOfTime), { maxLength: 2 }),
    fixed: fc.option(fc.tuple(person, spanOfTime)),
    swap: fc.option(spanOfTime),
  })
  .map(({ timeZone, role, layers, overrides, shadows, absences, fixed, swap }) => ({
    id: 'site',
    version: 1,
    timeZone,
    ...(role !== undefined && { role }),
    layers: layers.map((one, nth) => ({ ...one, id: `layer-${nth}` })),
    // Only the first may cover somebody, so that nobody covers in a circle.
    overrides: overrides.map((one, nth) => {
      const isCircle = one.mode === 'replace' && nth > 0
      return { id: `override-${nth}`, ...one, ...(isCircle && { mode: 'add', by: undefined }) }
    }),
    shadows: shadows.map(([who, span], nth) => ({ id: `shadow-${nth}`, person: who, ...span })),
    absences: absences.map(([who, span]) => ({ person: who, ...span })),
    ...(fixed !== null && {
      fixed: [{ id: 'fixed', ...fixed[1], shifts: [{ person: fixed[0], ...fixed[1] }] }],
    }),
    ...(swap !== null && {
      swaps: [{ id: 'swap', between: ['person:ada', 'person:ben'] as const, during: [swap] }],
    }),
  })) as fc.Arbitrary<ScheduleDocument>

/** A schedule of such a document. */
export const schedules = documents.map((document) => createSchedule(document))

/** A few of them, with ids of their own. */
export const sites = fc
  .array(documents, { maxLength: 3 })
  .map((list) => list.map((document, nth) => createSchedule({ ...document, id: `site-${nth}` })))

/** The hours of the span at which somebody of a schedule is on duty and answers. */
export function hoursOn(schedule: Schedule): readonly boolean[] {
  return Array.from({ length: (TO - FROM) / HOUR }, (_, nth) =>
    schedule.onCallAt(FROM + nth * HOUR).some(({ isShadow }) => !isShadow),
  )
}
