import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forecast } from '../src/index.ts'
import { histories, turned } from './random-requests.ts'
import { calendars, gold, november, policyOf } from './report-desk.ts'

const policy = policyOf([
  gold,
  {
    id: 'platform',
    kind: 'ola',
    supports: 'gold',
    debtor: 'team:platform',
    creditor: 'team:support',
    targets: [{ metric: 'resolution', within: 'PT4H', warnAt: [0.5] }],
  },
])
const at = november(5, '10:00')
const day = fc.integer({ min: 6, max: 20 })
const capacity = fc.record({
  agents: fc.integer({ min: 1, max: 3 }),
  handling: fc.constantFrom('PT30M', 'PT3H'),
  calendar: fc.constantFrom(calendars.office, calendars.daily),
})

it('what will be breached when nobody acts is breached then', () => {
  fc.assert(
    fc.property(histories, day, (all, day) => {
      const until = november(day, '00:00')
      const past = all.map(({ id, marks }) => ({ id, marks: [...marks].filter((m) => m.at <= at) }))
      const { promises, counts, days } = forecast(policy, all, at, { until })
      const then = past.flatMap(({ marks }) => policy.read(marks, until).states)
      const late = (states: readonly { breachedAt: number | null; life: string }[]) =>
        states.filter(({ breachedAt, life }) => breachedAt !== null && life !== 'fulfilled').length
      const cancelledLate = then.filter(({ life }) => life === 'cancelled')
      expect(counts.breached + counts.willBreach).toBe(late(then) - late(cancelledLate))
      expect(days.reduce((sum, { willBreach }) => sum + willBreach, 0)).toBe(counts.willBreach)
      expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(promises.length)
    }),
  )
})

it('looking farther never finds fewer breaches', () => {
  fc.assert(
    fc.property(histories, day, day, (all, a, b) => {
      const [near, far] = [Math.min(a, b), Math.max(a, b)].map(
        (day) => forecast(policy, all, at, { until: november(day, '00:00') }).counts,
      )
      expect(far?.willBreach).toBeGreaterThanOrEqual(near?.willBreach as number)
    }),
  )
})

it('no other order of work makes the greatest lateness smaller', () => {
  fc.assert(
    fc.property(histories, capacity, fc.infiniteStream(fc.nat()), (all, capacity, random) => {
      const { plan } = forecast(policy, all, at, { until: november(20, '00:00'), capacity })
      const requests = plan?.requests ?? []
      const others = requests.map((one) => ({ one, key: random.next().value as number }))
      const order = others.sort((a, b) => a.key - b.key).map(({ one }) => one)
      const lateness = order.flatMap(({ deadline }, nth) => {
        // What is done at this place of the queue is done then, whatever it is.
        const doneAt = requests[nth]?.doneAt as number
        return deadline === null ? [] : [doneAt - deadline]
      })
      if (plan?.maxLateness === null || plan === null) expect(lateness).toEqual([])
      else expect(plan.maxLateness).toBeLessThanOrEqual(Math.max(...lateness))
    }),
  )
})

it('the order of histories and of their marks changes nothing', () => {
  fc.assert(
    fc.property(histories, capacity, (all, capacity) => {
      const options = { until: november(9, '00:00'), capacity }
      expect(forecast(policy, turned(all), at, options)).toEqual(forecast(policy, all, at, options))
    }),
  )
})
