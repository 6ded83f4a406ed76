import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  agentsNeeded,
  blocking,
  type QueueFigures,
  queueOf,
  waitProbability,
} from '../../src/index.ts'
import { impatientChain } from './impatient-chain.ts'
import { exactBlocking, exactWaiting } from './rationals.ts'

const MINUTE = 60_000

const load = fc.double({ min: 0.01, max: 300, noNaN: true })
const agents = fc.integer({ min: 1, max: 400 })
const fraction = fc.record({
  over: fc.integer({ min: 1, max: 400 }),
  under: fc.integer({ min: 1, max: 20 }),
})
/** A queue whose handling takes a minute, so that arrivals in a minute are its load. */
const queueAt = (load: number, agents: number, targetWait: number, patience?: number) => {
  const terms = { arrivals: load, interval: MINUTE, handleTime: MINUTE, targetWait }
  const answer = queueOf({ ...terms, agents, patience })
  expect(answer.ok).toBe(true)
  return answer as QueueFigures
}
const targetWait = fc.integer({ min: 0, max: 5 * MINUTE })
const patience = fc.integer({ min: 1_000, max: 60 * MINUTE })

it('counting up is as exact as whole numbers', () => {
  fc.assert(
    fc.property(fraction, fc.integer({ min: 0, max: 60 }), (fraction, servers) => {
      const load = fraction.over / fraction.under
      expect(blocking(load, servers)).toBeCloseTo(exactBlocking(fraction, servers), 13)
      if (servers <= load) return
      expect(waitProbability(load, servers)).toBeCloseTo(exactWaiting(fraction, servers), 13)
    }),
  )
})

it('more load blocks and waits no less, more agents no more', () => {
  fc.assert(
    fc.property(load, load, agents, (a, b, agents) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      for (const share of [blocking, waitProbability]) {
        expect(share(less, agents)).toBeLessThanOrEqual(share(more, agents) + 1e-12)
        expect(share(less, agents + 1)).toBeLessThanOrEqual(share(less, agents) + 1e-12)
      }
    }),
  )
})

it('those who may wait find all busy at least as often as those who may not', () => {
  fc.assert(
    fc.property(load, agents, (load, agents) => {
      const [blocked, waits] = [blocking(load, agents), waitProbability(load, agents)]
      expect(blocked).toBeLessThanOrEqual(waits)
      expect(blocked).toBeGreaterThanOrEqual(0)
      expect(waits).toBeLessThanOrEqual(1)
    }),
  )
})

it('a queue that people leave is what its states say one by one', () => {
  const small = fc.record({
    load: fc.double({ min: 0.05, max: 40, noNaN: true }),
    agents: fc.integer({ min: 1, max: 50 }),
    patience: fc.integer({ min: 1_000, max: 20 * MINUTE }),
    targetWait: fc.integer({ min: 0, max: 3 * MINUTE }),
  })
  fc.assert(
    fc.property(small, ({ load, agents, patience, targetWait }) => {
      const queue = queueAt(load, agents, targetWait, patience)
      const states = impatientChain(load, agents, patience / MINUTE, targetWait / MINUTE)
      expect(queue.waitProbability).toBeCloseTo(states.waitProbability, 9)
      expect(queue.abandonment).toBeCloseTo(states.abandonment, 9)
      expect(queue.averageWait / MINUTE).toBeCloseTo(states.averageWait, 9)
      expect(queue.occupancy).toBeCloseTo(states.occupancy, 9)
      expect(queue.serviceLevel).toBeCloseTo(states.serviceLevel, 9)
    }),
    {
      // Hundreds wait, and the empty queue is less likely than any number says.
      examples: [
        [{ load: 40, agents: 1, patience: 20 * MINUTE, targetWait: 60 * MINUTE }],
        [{ load: 40, agents: 1, patience: 20 * MINUTE, targetWait: MINUTE }],
        [{ load: 40, agents: 20, patience: 60 * MINUTE, targetWait: 40 * MINUTE }],
      ],
    },
  )
})

it('the more patience, the closer a queue comes to one that nobody leaves', () => {
  const spare = fc.double({ min: 1.2, max: 3, noNaN: true })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), spare, targetWait, (agents, spare, targetWait) => {
      const load = agents / spare
      const patient = queueAt(load, agents, targetWait)
      const [soon, late] = [1e2, 1e4].map((times) => {
        const figures = queueAt(load, agents, targetWait, times * MINUTE)
        expect(figures.waitProbability).toBeLessThanOrEqual(patient.waitProbability + 1e-12)
        return Math.abs(figures.serviceLevel - patient.serviceLevel)
      }) as [number, number]
      expect(late).toBeLessThanOrEqual(soon + 1e-12)
      expect(late).toBeLessThan(1e-2)
    }),
  )
})

it('a queue that people leave stays within its bounds, however overloaded', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 3_000, noNaN: true }),
      fc.integer({ min: 1, max: 3_000 }),
      patience,
      targetWait,
      (load, agents, patience, targetWait) => {
        const figures = queueAt(load, agents, targetWait, patience)
        const { waitProbability, serviceLevel, occupancy, abandonment, averageWait } = figures
        for (const share of [waitProbability, serviceLevel, occupancy, abandonment]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        expect(serviceLevel).toBeLessThanOrEqual(1 - abandonment + 1e-9)
        expect(averageWait).toBeCloseTo(abandonment * patience, 6)
        const more = queueAt(load, agents + 1, targetWait, patience)
        expect(more.serviceLevel).toBeGreaterThanOrEqual(serviceLevel - 1e-9)
        expect(more.abandonment).toBeLessThanOrEqual(abandonment + 1e-9)
        expect(more.occupancy).toBeLessThanOrEqual(occupancy + 1e-9)
      },
    ),
    { numRuns: 50 },
  )
})

const question = fc.record({
  arrivals: fc.double({ min: 0, max: 60, noNaN: true }),
  interval: fc.constant(MINUTE),
  handleTime: fc.integer({ min: 1_000, max: 2 * MINUTE }),
  targetWait,
  serviceLevel: fc.double({ min: 0, max: 0.999, noNaN: true }),
  maxOccupancy: fc.double({ min: 0.3, max: 1, noNaN: true }),
  shrinkage: fc.double({ min: 0, max: 0.9, noNaN: true }),
  maxAbandonment: fc.double({ min: 0.01, max: 1, noNaN: true }),
  patience: fc.option(patience, { nil: undefined }),
})

it('as many agents as are needed meet every target, and one fewer misses one', () => {
  fc.assert(
    fc.property(question, (question) => {
      const meets = (agents: number) => {
        const queue = queueOf({ ...question, agents })
        if (!queue.ok) return false
        const { serviceLevel, occupancy, abandonment } = queue
        return (
          serviceLevel >= question.serviceLevel - 1e-12 &&
          occupancy <= question.maxOccupancy + 1e-12 &&
          abandonment <= question.maxAbandonment + 1e-12
        )
      }
      const { agents } = agentsNeeded(question)
      expect(meets(agents)).toBe(true)
      for (let fewer = agents - 1; fewer >= 1; fewer--) expect(meets(fewer)).toBe(false)
    }),
  )
})

it('more arrivals, a higher service level or more shrinkage never need fewer agents', () => {
  const more = fc.record({
    arrivals: fc.double({ min: 0, max: 20, noNaN: true }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(question, more, (question, { arrivals, part }) => {
      const toward = (from: number, most: number) => from + part * Math.max(0, most - from)
      const { agents, agentsWithShrinkage } = agentsNeeded(question)
      const busier = { ...question, arrivals: question.arrivals + arrivals }
      const better = { ...question, serviceLevel: toward(question.serviceLevel, 0.999) }
      const away = { ...question, shrinkage: toward(question.shrinkage, 0.9) }
      expect(agentsNeeded(better).agents).toBeGreaterThanOrEqual(agents)
      expect(agentsNeeded(busier).agents).toBeGreaterThanOrEqual(agents)
      expect(agentsNeeded(away).agentsWithShrinkage).toBeGreaterThanOrEqual(agentsWithShrinkage)
    }),
  )
})
