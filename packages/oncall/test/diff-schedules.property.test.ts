import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSchedule, diffSchedules, type Schedule } from '../src/index.ts'
import { documents, FROM, HOUR, schedules, TO } from './random-sites.ts'

const span = { from: FROM, to: TO }

/** Who answers, hour by hour. */
const crews = (schedule: Schedule) =>
  Array.from({ length: (TO - FROM) / HOUR }, (_, nth) => {
    const duties = schedule.onCallAt(FROM + nth * HOUR).filter(({ isShadow }) => !isShadow)
    return [...new Set(duties.map(({ person }) => person))].sort()
  })

it('a schedule does not differ from itself', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const [a, b] = [createSchedule(document), createSchedule({ ...document, version: 2 })]
      expect(diffSchedules(a, b, span)).toEqual({ ...span, changes: [], people: [] })
    }),
  )
})

it('the other way round, what was lost is gained', () => {
  fc.assert(
    fc.property(schedules, schedules, (a, b) => {
      const [there, back] = [diffSchedules(a, b, span), diffSchedules(b, a, span)]
      expect(back.changes).toEqual(
        there.changes.map(({ before, after, ...time }) => ({
          ...time,
          before: after,
          after: before,
        })),
      )
      expect(back.people).toEqual(
        there.people.map(({ person, lost, gained }) => ({ person, lost: gained, gained: lost })),
      )
    }),
  )
})

it('hour by hour, a change says who was there and who is', () => {
  fc.assert(
    fc.property(schedules, schedules, (a, b) => {
      const { changes, people } = diffSchedules(a, b, span)
      const [before, after] = [crews(a), crews(b)]
      const sums = new Map<string, { lost: number; gained: number }>()
      for (const [nth, was] of before.entries()) {
        const at = FROM + nth * HOUR
        const is = after[nth] ?? []
        const change = changes.find(({ from, to }) => from <= at && at < to)
        if (was.join() === is.join()) expect(change).toBeUndefined()
        else expect(change).toMatchObject({ before: was, after: is })
        for (const person of new Set([...was, ...is])) {
          const sum = sums.get(person) ?? { lost: 0, gained: 0 }
          sums.set(person, sum)
          if (!is.includes(person)) sum.lost += HOUR
          if (!was.includes(person)) sum.gained += HOUR
        }
      }
      expect(people).toEqual(
        [...sums]
          .filter(([, { lost, gained }]) => lost + gained > 0)
          .sort(([x], [y]) => (x < y ? -1 : 1))
          .map(([person, sum]) => ({ person, ...sum })),
      )
    }),
  )
})

it('changes come in order, hold time, and those on end differ', () => {
  fc.assert(
    fc.property(schedules, schedules, (a, b) => {
      const { changes } = diffSchedules(a, b, span)
      for (const [nth, { from, to, before, after }] of changes.entries()) {
        const last = changes[nth - 1]
        expect(from).toBeLessThan(to)
        expect(from).toBeGreaterThanOrEqual(last?.to ?? FROM)
        if (last?.to === from) {
          expect([before.join(), after.join()]).not.toEqual([last.before.join(), last.after.join()])
        }
      }
    }),
  )
})
