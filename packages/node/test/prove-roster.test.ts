import { planRoster } from '@holdfast/oncall'
import { describe, expect, it } from 'vitest'
import { proveRoster } from '../src/index.ts'
import { person, problem, slot, week } from './desk.ts'

describe('a roster that is proved', () => {
  it('is the cheapest there is, and says what it costs', async () => {
    const { status, objective, bound, plan, assignments } = await proveRoster(
      problem(
        [slot('mon', 0), slot('tue', 1), slot('wed', 2)],
        [person('ada', { share: 50 }), person('ben')],
        { weights: { shifts: 10 } },
      ),
    )
    expect({ status, objective, bound }).toEqual({ status: 'optimal', objective: 0, bound: 0 })
    expect(plan?.outcome).toBe('found')
    expect(assignments.map(({ slot }) => slot)).toEqual(['mon', 'tue', 'wed'])
    expect(assignments.filter(({ person }) => person === 'person:ben')).toHaveLength(2)
  })

  it('says why a wish is not met, as planning does', async () => {
    const off = { kind: 'off' as const, from: slot('mon', 0).from, to: slot('mon', 0).to }
    const { status, objective, plan } = await proveRoster(
      problem([slot('mon', 0)], [person('ada', { wishes: [off] })], { weights: { wishes: 3 } }),
    )
    expect([status, objective]).toEqual(['optimal', 300])
    expect(plan?.wishes.map(({ person }) => person)).toEqual(['person:ada'])
  })

  it('costs no more than the one it begins with, which may be left as it is', async () => {
    const plan = planRoster(week, { iterations: 0 })
    const proof = await proveRoster(week, { start: plan.assignments })
    const again = await proveRoster(week, { start: proof.assignments })
    expect(proof.status).toBe('optimal')
    expect(proof.objective).toBeLessThanOrEqual(proof.startObjective ?? 0)
    expect(again.startObjective).toBe(proof.objective)
    expect(again.objective).toBe(proof.objective)
  })

  it('does not begin with a roster that breaks a rule', async () => {
    const { status, startObjective } = await proveRoster(week, {
      start: [{ slot: 'nobody-knows', person: 'person:ada' }],
    })
    expect([status, startObjective]).toEqual(['optimal', null])
  })

  it('is the same when it is asked for again', async () => {
    expect(await proveRoster(week)).toEqual(await proveRoster(week))
  })
})

describe('a problem without a roster', () => {
  it('is proved to have none by counting, where that is enough', async () => {
    const away = [{ from: slot('mon', 0).from, to: slot('tue', 1).to }]
    const { status, objective, shortages, plan } = await proveRoster(
      problem([slot('mon', 0)], [person('ada', { absences: away })]),
    )
    expect([status, objective, plan]).toEqual(['infeasible', null, null])
    expect(shortages.map(({ rule, demand, supply }) => [rule, demand, supply])).toEqual([
      ['one-at-a-time', 1, 0],
    ])
  })

  it('is proved to have none by the solver, where nobody counts what a rule takes', async () => {
    const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    const slots = days.map((id, nth) => slot(id, nth))
    const tiring = problem(slots, [person('ada')], { rules: { weeklyBlock: 'PT40H' } })
    expect(planRoster(tiring).outcome).toBe('none-found')
    const { status, shortages } = await proveRoster(tiring)
    expect([status, shortages]).toEqual(['infeasible', []])
  })
})
