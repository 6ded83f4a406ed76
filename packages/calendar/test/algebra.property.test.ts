import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alwaysOpen, difference, intersection, union } from '../src/index.ts'
import { calendars, instants } from './arbitraries.ts'

const options = { timeZone: 'Etc/UTC' }

describe('the algebra of calendars', () => {
  it('agrees at every instant with the two calendars', () => {
    fc.assert(
      fc.property(
        calendars(),
        calendars(),
        instants(10),
        ({ calendar: a, ...some }, { calendar: b }, ask) => {
          const [either, both, without] = [
            union(a, b, options),
            intersection(a, b, options),
            difference(a, b, options),
          ]
          for (const at of ask(some)) {
            expect(either.isOpen(at)).toBe(a.isOpen(at) || b.isOpen(at))
            expect(both.isOpen(at)).toBe(a.isOpen(at) && b.isOpen(at))
            expect(without.isOpen(at)).toBe(a.isOpen(at) && !b.isOpen(at))
          }
        },
      ),
    )
  })

  it('counts what is in both twice in the sum of the two', () => {
    fc.assert(
      fc.property(calendars(), calendars(), ({ calendar: a, from, to }, { calendar: b }) => {
        const sum = a.between(from, to) + b.between(from, to)
        const either = union(a, b, options).between(from, to)
        const both = intersection(a, b, options).between(from, to)
        expect(either + both).toBe(sum)
        expect(difference(a, b, options).between(from, to)).toBe(a.between(from, to) - both)
      }),
    )
  })

  it('splits all time into the open and the closed part of a calendar', () => {
    fc.assert(
      fc.property(calendars(), ({ calendar, from, to }) => {
        const closed = difference(alwaysOpen('Etc/UTC'), calendar, options)
        expect(intersection(calendar, closed, options).intervals(from, to)).toEqual([])
        expect(union(calendar, closed, options).intervals(from, to)).toEqual([{ from, to }])
      }),
    )
  })
})
