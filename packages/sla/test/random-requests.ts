import fc from 'fast-check'
import type { RequestHistory } from '../src/index.ts'
import { answered, type Happened, request, resolved } from './report-desk.ts'

const clock = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const day = fc.integer({ min: 2, max: 12 })

const happened: fc.Arbitrary<Happened> = fc
  .tuple(
    day,
    clock,
    fc.constantFrom('answered', 'resolved', 'cancelled', 'waiting', 'resumed', 'reopened'),
  )
  .map(([day, time, what]): Happened => {
    if (what === 'answered') return answered(day, time)
    if (what === 'resolved') return resolved(day, time)
    return [day, time, what, what === 'waiting' ? { reason: 'customer' } : {}]
  })

/** Requests of three customers in the first days of November 2026, gold or not, at priorities known or not. */
export const histories: fc.Arbitrary<readonly RequestHistory[]> = fc
  .array(
    fc.record({
      day,
      time: clock,
      level: fc.constantFrom('gold', 'basic'),
      priority: fc.constantFrom('P1', 'P2', 'P7'),
      happened: fc.array(happened, { maxLength: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ day, time, level, priority, happened }, nth) =>
      request(
        String(nth),
        [day, time],
        { level, priority, customer: `customer:${nth % 3}` },
        ...happened,
      ),
    ),
  )

/** The same requests and marks, each in another order. */
export function turned(all: readonly RequestHistory[]): readonly RequestHistory[] {
  return all.map(({ id, marks }) => ({ id, marks: [...marks].reverse() })).reverse()
}
