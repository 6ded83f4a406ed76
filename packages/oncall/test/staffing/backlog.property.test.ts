import fc from 'fast-check'
import { expect, it } from 'vitest'
import { peopleForBacklog, timeToClear } from '../../src/index.ts'
import { faultsOf } from './reasons.ts'

const HOUR = 3_600_000

const terms = fc.record({
  arrivals: fc.nat({ max: 500 }),
  interval: fc.constant(8 * HOUR),
  handleTime: fc.integer({ min: 60_000, max: 4 * HOUR }),
  backlog: fc.nat({ max: 2_000 }),
  concurrency: fc.integer({ min: 1, max: 4 }),
  shrinkage: fc.double({ min: 0, max: 0.8, noNaN: true }),
})
const within = fc.integer({ min: HOUR, max: 400 * HOUR })

it('those who are enough clear a backlog in time, and one fewer does not', () => {
  fc.assert(
    fc.property(terms, within, (terms, within) => {
      fc.pre(terms.backlog > 0)
      const { people, peopleToKeepUp, reason } = peopleForBacklog({ ...terms, within })
      expect(peopleToKeepUp).toBeLessThanOrEqual(people)
      const answer = timeToClear({ ...terms, people })
      expect(answer.ok && answer.lasts).toBeLessThanOrEqual(within + 1)
      const fewer = timeToClear({ ...terms, people: people - 1 })
      if (fewer.ok) expect(fewer.lasts).toBeGreaterThan(within)
      expect(faultsOf([reason])).toEqual([])
    }),
  )
})

it('more that waits, comes in or takes time never needs fewer people, nor clears sooner', () => {
  const more = fc.record({
    arrivals: fc.nat({ max: 100 }),
    backlog: fc.nat({ max: 500 }),
    handleTime: fc.nat({ max: HOUR }),
  })
  fc.assert(
    fc.property(terms, within, more, fc.nat({ max: 300 }), (terms, within, more, people) => {
      const busier = {
        ...terms,
        arrivals: terms.arrivals + more.arrivals,
        backlog: terms.backlog + more.backlog,
        handleTime: terms.handleTime + more.handleTime,
      }
      expect(peopleForBacklog({ ...busier, within }).people).toBeGreaterThanOrEqual(
        peopleForBacklog({ ...terms, within }).people,
      )
      const [before, after] = [
        timeToClear({ ...terms, people }),
        timeToClear({ ...busier, people }),
      ]
      if (after.ok && before.ok) expect(after.lasts).toBeGreaterThanOrEqual(before.lasts)
      else expect(after.ok && !before.ok).toBe(false)
    }),
  )
})
