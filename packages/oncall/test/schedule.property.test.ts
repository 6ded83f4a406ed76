import { clip, EMPTY_SET, formatInstant, intersection, intervalSet, union } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSchedule, type Schedule, type ScheduleDocument, type Shift } from '../src/index.ts'
import { type Case, caseOf, instantFrom2000, ZONES } from './random-schedules.ts'

const cases = caseOf(true)

/** An instant of the span: where something begins or ends, just before, or any. */
function instantIn({ document, from, to }: Case): fc.Arbitrary<number> {
  const edges = createSchedule(document)
    .shifts(from, to)
    .flatMap((shift) => [shift.from, shift.to - 1])
  return fc.oneof(
    fc.constantFrom(from, ...edges.filter((at) => at < to)),
    fc.integer({ min: from, max: to - 1 }),
  )
}

const asked = cases.chain((one) => instantIn(one).map((at) => ({ ...one, at })))

/** A shift without its time and its schedule. */
function dutyOf(shift: Shift): Partial<Shift> {
  const apart = new Set(['from', 'to', 'schedule', 'role', 'site'])
  return Object.fromEntries(Object.entries(shift).filter(([key]) => !apart.has(key)))
}

function responsible(shifts: readonly Shift[]) {
  return intervalSet(shifts.filter(({ isShadow }) => !isShadow))
}

function cut(shifts: readonly Shift[], from: number, to: number): readonly Shift[] {
  return shifts
    .map((shift) => ({ ...shift, from: Math.max(from, shift.from), to: Math.min(to, shift.to) }))
    .filter((shift) => shift.from < shift.to)
    .toSorted((a, b) => a.from - b.from || (a.seat < b.seat ? -1 : 1))
}

describe('a schedule', () => {
  it('covers or leaves open every instant, and nothing is both', () => {
    fc.assert(
      fc.property(cases, ({ document, from, to }) => {
        const schedule = createSchedule(document)
        const held = responsible(schedule.shifts(from, to))
        const open = intervalSet(schedule.gaps(from, to))
        expect(intersection(held, open)).toEqual(EMPTY_SET)
        expect(union(held, open)).toEqual(intervalSet([{ from, to }]))
      }),
    )
  })

  it('says of an instant what its shifts say', () => {
    fc.assert(
      fc.property(asked, ({ document, from, to, at }) => {
        const schedule = createSchedule(document)
        const shifts = schedule
          .shifts(from, to)
          .filter((shift) => shift.from <= at && at < shift.to)
        const bySeat = shifts.toSorted((a, b) => (a.seat < b.seat ? -1 : 1))
        expect(schedule.onCallAt(at)).toEqual(bySeat.map(dutyOf))
      }),
      { numRuns: 200 },
    )
  })

  it('says the same of a part of a span, cut off at its ends', () => {
    const parts = asked.chain((one) => instantIn(one).map((other) => ({ ...one, other })))
    fc.assert(
      fc.property(parts, ({ document, from, to, at, other }) => {
        const [begin, end] = [Math.min(at, other), Math.max(at, other)]
        const whole = createSchedule(document).shifts(from, to)
        expect(createSchedule(document).shifts(begin, end)).toEqual(cut(whole, begin, end))
      }),
      { numRuns: 200 },
    )
  })

  it('never holds a duty twice, and never joins or cuts one without a reason', () => {
    fc.assert(
      fc.property(cases, ({ document, from, to }) => {
        const shifts = createSchedule(document).shifts(from, to)
        for (const shift of shifts) expect(shift.from).toBeLessThan(shift.to)
        const starts = shifts.map((shift) => `${shift.seat} ${shift.from}`)
        expect(new Set(starts).size).toBe(starts.length)
        const told = shifts.map((shift) => JSON.stringify(dutyOf(shift)))
        for (const [nth, shift] of shifts.entries()) {
          const next = shifts.findIndex(
            (other, place) => other.from === shift.to && told[place] === told[nth],
          )
          expect(next).toBe(-1)
        }
      }),
    )
  })

  it('does not depend on the order in which anything is written', () => {
    const shuffled = cases.chain(({ document, from, to }) =>
      shuffledOf(document).map((other) => ({ document, other, from, to })),
    )
    fc.assert(
      fc.property(shuffled, ({ document, other, from, to }) => {
        const [one, two] = [createSchedule(document), createSchedule(other)]
        expect(two.shifts(from, to)).toEqual(one.shifts(from, to))
        expect(two.onCallAt(from)).toEqual(one.onCallAt(from))
        expect(two.next(from)).toEqual(one.next(from))
        expect(two.overlaps(from, to)).toEqual(one.overlaps(from, to))
      }),
    )
  })

  it('names as next the first instant at which other people are on duty', () => {
    fc.assert(
      fc.property(asked, ({ document, at, to }) => {
        const schedule = createSchedule(document)
        const present = namesAt(schedule, at)
        const later = schedule.shifts(at, to).flatMap((shift) => [shift.from, shift.to])
        const edges = [...new Set(later)]
          .filter((edge) => edge > at && edge < to)
          .toSorted((a, b) => a - b)
        const expected = edges.find((edge) => namesAt(schedule, edge) !== present)
        const next = schedule.next(at)
        if (expected === undefined) expect(next === null || next.at >= to).toBe(true)
        else expect(next).toEqual({ at: expected, duties: schedule.onCallAt(expected) })
      }),
    )
  })

  it('finds an overlap wherever two are on duty, and nowhere else', () => {
    fc.assert(
      fc.property(asked, ({ document, from, to, at }) => {
        const schedule = createSchedule(document)
        const people = new Set(
          schedule
            .onCallAt(at)
            .filter((duty) => !duty.isShadow)
            .map(({ person }) => person),
        )
        const overlap = schedule.overlaps(from, to).find((one) => one.from <= at && at < one.to)
        expect(overlap?.people ?? []).toEqual(people.size < 2 ? [] : [...people].toSorted())
      }),
    )
  })

  it('is what it was when a swap is made twice', () => {
    fc.assert(
      fc.property(caseOf(false), ({ document, from, to }) => {
        const swap = {
          between: ['person:a', 'person:b'] as [string, string],
          during: [{ from: text(from), to: text(to) }],
        }
        const once = { ...document, swaps: [{ id: 's1', ...swap }] } as ScheduleDocument
        const twice = {
          ...document,
          swaps: [
            { id: 's1', ...swap },
            { id: 's2', ...swap },
          ],
        } as ScheduleDocument
        const people = (one: ScheduleDocument) => peopleOf(createSchedule(one).shifts(from, to))
        expect(people(twice)).toEqual(people(document))
        const exchanged = people(document).map((name) =>
          name.replace(/:[ab]/, (who) => (who === ':a' ? ':b' : ':a')),
        )
        expect(people(once)).toEqual(exchanged)
      }),
    )
  })

  it('answers at any instant of the years, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        instantFrom2000,
        cases,
        (timeZone, at, { document }) => {
          const schedule = createSchedule({ ...document, timeZone })
          const day = 86_400_000
          const shifts = schedule.shifts(at, at + 3 * day)
          expect(clip(responsible(shifts), at, at + 3 * day)).toEqual(responsible(shifts))
        },
      ),
    )
  })

  it('has one person on duty always where windows complement each other', () => {
    const windows = fc.tuple(fc.constantFrom(...ZONES), quarter, quarter, instantFrom2000)
    fc.assert(
      fc.property(windows, ([timeZone, from, to, at]) => {
        fc.pre(from !== to)
        const layer = (id: string, begin: string, end: string) => ({
          id,
          rotation: { every: 'P1W', anchor: '2000-01-03T00:00', members: [`person:${id}`] },
          restrictions: [{ from: begin, to: end }],
        })
        const layers = [layer('a', from, to), layer('b', to, from)]
        const schedule = createSchedule({ id: 'halves', version: 1, timeZone, layers })
        const span = [at, at + 40 * 86_400_000] as const
        expect(schedule.gaps(...span)).toEqual([])
        expect(schedule.overlaps(...span)).toEqual([])
      }),
    )
  })

  it('exposes just what lies below when somebody is removed', () => {
    fc.assert(
      fc.property(caseOf(false, 2), ({ document, from, to }) => {
        const overrides = [
          { id: 'o', mode: 'remove' as const, layer: 'l0', from: text(from), to: text(to) },
        ]
        const without = { ...document, layers: document.layers.filter(({ id }) => id !== 'l0') }
        const people = (one: ScheduleDocument) => createSchedule(one).shifts(from, to)
        expect(people({ ...document, overrides })).toEqual(people(without))
      }),
    )
  })
})

const quarter = fc
  .integer({ min: 0, max: 95 })
  .map((nth) => `${String(nth >> 2).padStart(2, '0')}:${String((nth % 4) * 15).padStart(2, '0')}`)

function text(at: number): string {
  return formatInstant(at)
}

function namesAt(schedule: Schedule, at: number): string {
  const duties = schedule.onCallAt(at)
  return duties
    .map(({ person, isShadow }) => `${person} ${isShadow}`)
    .toSorted()
    .join()
}

function peopleOf(shifts: readonly Shift[]): readonly string[] {
  return shifts.map(({ seat, person, from, to }) => `${from} ${to} ${seat} ${person}`)
}

const LISTS = [
  'layers',
  'overrides',
  'swaps',
  'coverRequests',
  'fixed',
  'shadows',
  'absences',
] as const

function shuffledOf(document: ScheduleDocument): fc.Arbitrary<ScheduleDocument> {
  const parts = LISTS.map((list) => {
    const all = document[list] ?? []
    return fc.shuffledSubarray([...all] as unknown[], { minLength: all.length })
  })
  return fc.tuple(...parts).map((lists) => {
    const entries = LISTS.map((list, nth) => [list, lists[nth]] as const)
    return { ...document, ...Object.fromEntries(entries) }
  })
}
