import { proveRoster } from '@holdfast/node'
import {
  checkRoster,
  costOf,
  planRoster,
  type RosterProblemDocument,
  rosterModel,
  solutionOf,
  type TakenSeat,
} from '@holdfast/oncall'
import { expect } from 'vitest'
import { everyRoster } from './random-problems.ts'

/** A proof says what trying every roster says. */
export async function holdToEveryRoster(problem: RosterProblemDocument): Promise<void> {
  const { status, objective } = await proveRoster(problem)
  const kept = everyRoster(problem).filter((roster) => checkRoster(roster, problem).length === 0)
  expect(status).toBe(kept.length === 0 ? 'infeasible' : 'optimal')
  const least = Math.min(...kept.map((roster) => priceOf(roster, problem)))
  if (objective !== null) expect(objective).toBeCloseTo(least, 4)
}

/** A search never finds what is proved not to be; where nothing is squared, it finds the best. */
export async function holdSearchToProof(problem: RosterProblemDocument): Promise<void> {
  const weights = { shifts: 0, nights: 0, weekends: 0, roles: 0 }
  for (const given of [problem, { ...problem, weights }]) {
    const plan = planRoster(given)
    const { status, objective } = await proveRoster(given)
    if (plan.outcome === 'impossible') expect(status).toBe('infeasible')
    if (plan.outcome === 'found') {
      expect(status).toBe('optimal')
      const price = priceOf(plan.assignments, given)
      if (given === problem) expect(price).toBeGreaterThanOrEqual((objective ?? 0) - 1e-4)
      else expect(price).toBe(objective)
    }
  }
}

function priceOf(seats: readonly TakenSeat[], problem: RosterProblemDocument): number {
  const model = rosterModel(problem)
  return costOf(model, solutionOf(model, seats))
}
