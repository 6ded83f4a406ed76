import { rosterModel, solutionOf } from '@holdfast/oncall'
import { describe, expect, it } from 'vitest'
import { counted, proofOf } from '../src/roster-proof.ts'
import { person, problem, slot } from './desk.ts'

const two = problem([slot('mon', 0), slot('tue', 1)], [person('ada'), person('ben')], {
  rules: { rest: 'PT20H' },
  weights: { shifts: 40 },
})
const model = rosterModel(two)
const fair = [
  { slot: 'mon', person: 'person:ada' },
  { slot: 'tue', person: 'person:ben' },
]
const tiring = fair.map((seat) => ({ ...seat, person: 'person:ada' }))
const numbersOf = (seats: typeof fair) => {
  const numbers = solutionOf(model, seats)
  return model.variables.map(({ name }) => numbers[name] ?? 0)
}
const start = counted(two, model, fair)
const coded = (code: string) => expect.objectContaining({ code }) as Error

describe('what a solver says', () => {
  it('is a proof where its roster keeps the rules and costs what it says', () => {
    const proof = proofOf(
      two,
      model,
      { status: 'optimal', numbers: numbersOf(fair), bound: 0 },
      null,
    )
    expect([proof.status, proof.objective]).toEqual(['optimal', 0])
  })

  it('is not believed where a rule is broken', () => {
    const answer = { status: 'optimal', numbers: numbersOf(tiring), bound: 0 }
    expect(() => proofOf(two, model, answer, null)).toThrow(coded('solver-wrong'))
  })

  it('is not believed where seats are left empty', () => {
    const answer = { status: 'optimal', numbers: numbersOf(fair.slice(1)), bound: 0 }
    expect(() => proofOf(two, model, answer, null)).toThrow(coded('solver-wrong'))
  })

  it('is not believed where the roster costs less than is said to be possible', () => {
    const answer = { status: 'timeLimit', numbers: numbersOf(fair), bound: 500 }
    expect(() => proofOf(two, model, answer, null)).toThrow(coded('solver-wrong'))
  })

  it('is not believed where the roster costs more than is said to be best', () => {
    const { from, to } = slot('mon', 0)
    const wishes = [{ kind: 'off' as const, from, to }]
    const wishing = problem([slot('mon', 0)], [person('ada', { wishes })], {
      weights: { wishes: 1 },
    })
    const of = rosterModel(wishing)
    const numbers = of.variables.map(({ kind }) => (kind === 'seat' ? 1 : 0))
    expect(() => proofOf(wishing, of, { status: 'optimal', numbers, bound: 0 }, null)).toThrow(
      coded('solver-wrong'),
    )
  })

  it('is not believed where it denies a roster there is', () => {
    const answer = { status: 'infeasible', numbers: null, bound: 0 }
    expect(() => proofOf(two, model, answer, start)).toThrow(coded('solver-wrong'))
    expect(proofOf(two, model, answer, null).status).toBe('infeasible')
  })

  it('is no answer where it ended for no reason that is known', () => {
    const answer = { status: 'solveError', numbers: null, bound: 0 }
    expect(() => proofOf(two, model, answer, null)).toThrow(coded('solver-failed'))
  })
})

describe('when the time is up', () => {
  const stopped = { status: 'stopped', numbers: null, bound: Number.NEGATIVE_INFINITY }

  it('nothing is known where nothing was found', () => {
    const { status, objective, bound, plan } = proofOf(two, model, stopped, null)
    expect([status, objective, bound, plan]).toEqual(['unknown', null, 0, null])
  })

  it('the roster that was given stands where nothing else was found', () => {
    const { status, assignments } = proofOf(two, model, stopped, start)
    expect(status).toBe('feasible')
    expect(assignments).toMatchObject(fair)
  })

  it('the best roster that was found stands, and how good one could be', () => {
    const answer = { status: 'timeLimit', numbers: numbersOf(fair), bound: -5 }
    const { status, objective, bound } = proofOf(two, model, answer, null)
    expect([status, objective, bound]).toEqual(['feasible', 0, 0])
  })
})
