import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import { checkRoster, oncallPhrases, planRoster } from '../../src/index.ts'
import { rosterPhrases } from '../../src/planning/phrases.ts'
import { day, hour, person, problem, slot, start, threeSites } from './desk.ts'

const spreadOf = (plan: ReturnType<typeof planRoster>, name: string) =>
  plan.spreads.find(({ measure }) => measure === name)?.spread

describe('twelve people at three sites for four weeks', () => {
  const march = threeSites(12, 28)
  const plan = planRoster(march)

  it('have every seat taken and every rule kept, as somebody else checks', () => {
    expect(plan.outcome).toBe('found')
    expect(plan.assignments).toHaveLength(168)
    expect(checkRoster(plan.assignments, march)).toEqual([])
  })

  it('share shifts, nights, weekends and roles to within one', () => {
    for (const measure of ['shifts', 'nights', 'weekends', 'role:primary', 'role:secondary']) {
      expect([measure, spreadOf(plan, measure)]).toEqual([
        measure,
        expect.toSatisfy((n: number) => n <= 1),
      ])
    }
  })

  it('have totals that add up', () => {
    const sum = (of: (total: (typeof plan.totals)[number]) => number) =>
      plan.totals.reduce((all, total) => all + of(total), 0)
    expect(sum(({ shifts }) => shifts)).toBe(168)
    expect(sum(({ millis }) => millis)).toBe(168 * 8 * hour)
    expect(sum(({ roles }) => roles['primary'] ?? 0)).toBe(84)
  })

  it('are planned in the same way again, and in another way by another seed', () => {
    const short = { iterations: 2000 }
    expect(planRoster(march, short)).toEqual(planRoster(march, short))
    const other = planRoster(march, { ...short, seed: 2 })
    expect(other.assignments).not.toEqual(planRoster(march, short).assignments)
  })
})

describe('a wish', () => {
  it('is kept where somebody else can take the shift', () => {
    const ada = person('ada', { wishes: [{ kind: 'off', from: start, to: start + day }] })
    const plan = planRoster(problem([slot('a', 0), slot('b', 1)], [ada, person('bob')]))
    expect(plan.assignments.map(({ slot, person }) => `${slot} ${person}`)).toEqual([
      'a person:bob',
      'b person:ada',
    ])
    expect(plan.wishes).toEqual([])
  })

  it('to be on duty is kept too', () => {
    const bob = person('bob', { wishes: [{ kind: 'on', from: start, to: start + day }] })
    const plan = planRoster(problem([slot('a', 0), slot('b', 1)], [person('ada'), bob]))
    expect(plan.assignments[0]?.person).toBe('person:bob')
  })

  it('that is not kept says which rule kept others from the shift', () => {
    const wishes = [{ kind: 'off', from: start, to: start + day }]
    const absences = [{ from: start, to: start + day }]
    const people = [person('ada', { wishes }), person('bob', { absences })]
    const plan = planRoster(problem([slot('a', 0)], people))
    expect(plan.wishes).toEqual([
      {
        person: 'person:ada',
        kind: 'off',
        weight: 1,
        from: start,
        to: start + day,
        changes: [
          {
            slot: 'a',
            from: 'person:ada',
            to: 'person:bob',
            hindrances: [{ rule: 'absence', slots: [] }],
            costs: [],
          },
        ],
      },
    ])
  })

  it('that is not kept says what it would have cost whom', () => {
    const wishes = [{ kind: 'off', from: start, to: start + 3 * day }]
    const people = [person('ada', { wishes }), person('bob')]
    const plan = planRoster(problem([slot('a', 0), slot('b', 1), slot('c', 2)], people))
    const [wish] = plan.wishes
    expect(wish?.person).toBe('person:ada')
    const [change] = wish?.changes ?? []
    expect(change?.to).toBe('person:bob')
    expect(change?.hindrances).toEqual([])
    expect(change?.costs.find(({ rule }) => rule === 'wishes')?.cost).toBeLessThan(0)
    expect(change?.costs.find(({ rule }) => rule === 'shifts')?.cost).toBeGreaterThan(0)
  })

  it('for a time without a slot has no change that would do', () => {
    const wishes = [{ kind: 'on', from: start + 20 * day, to: start + 21 * day }]
    const plan = planRoster(problem([slot('a', 0)], [person('ada', { wishes })]))
    expect(plan.wishes.map(({ changes }) => changes)).toEqual([[]])
  })
})

describe('what cannot be', () => {
  it('leaves a seat empty rather than break a rule, and names what keeps each person from it', () => {
    const slots = [slot('a', 0, 0), slot('b', 0, 8)]
    const away = { absences: [{ from: start, to: start + day }] }
    const plan = planRoster(
      problem(slots, [person('ada'), person('bob', away)], { rules: { rest: 'PT11H' } }),
    )
    expect(plan.assignments).toHaveLength(1)
    const [taken] = plan.assignments
    expect(plan.uncovered).toHaveLength(1)
    expect(plan.uncovered[0]?.people).toEqual([
      { person: 'person:ada', hindrances: [{ rule: 'rest', slots: [taken?.slot] }] },
      { person: 'person:bob', hindrances: [{ rule: 'absence', slots: [] }] },
    ])
    expect(plan.outcome).toBe('impossible')
    expect(plan.shortages).toEqual([
      {
        rule: 'one-at-a-time',
        slots: ['a', 'b'],
        demand: 2,
        supply: 1,
        people: [{ person: 'person:ada', most: 1 }],
        from: start,
        to: start + 16 * hour,
      },
    ])
  })

  it('is proved when there are more shifts in so many days than people may take', () => {
    const slots = Array.from({ length: 7 }, (_, nth) => slot(`s${nth}`, nth))
    const plan = planRoster(
      problem(slots, [person('ada')], { rules: { maxShifts: [{ shifts: 5, days: 7 }] } }),
    )
    expect(plan.outcome).toBe('impossible')
    expect(plan.assignments).toHaveLength(5)
    expect(plan.shortages.map(({ rule, supply }) => [rule, supply])).toEqual([['max-shifts', 5]])
    expect(plan.uncovered.flatMap(({ people }) => people[0]?.hindrances[0]?.rule)).toEqual([
      'max-shifts',
      'max-shifts',
    ])
  })

  it('is proved when shares are too small', () => {
    const slots = Array.from({ length: 4 }, (_, nth) => slot(`s${nth}`, nth, 0))
    const plan = planRoster(problem(slots, [person('ada')], { rules: { maxShare: 20 } }))
    expect(plan.shortages.map(({ rule, demand, supply }) => [rule, demand, supply])).toEqual([
      ['max-share', 3, 2],
    ])
  })

  it('is proved when nobody who is there speaks a language', () => {
    const ada = person('ada', {
      languages: ['de'],
      absences: [{ from: start, to: start + day }],
    })
    const rules = { presence: [{ language: 'de' }] }
    const plan = planRoster(problem([slot('a', 0), slot('b', 1)], [ada, person('bob')], { rules }))
    expect(plan.outcome).toBe('impossible')
    expect(plan.uncovered).toEqual([])
    expect(
      plan.unmetNeeds.map(({ name, slots, needed, have }) => [name, slots, needed, have]),
    ).toEqual([['de', ['a'], 1, 0]])
    expect(plan.shortages.map(({ rule, slots }) => [rule, slots])).toEqual([['presence', ['a']]])
    expect(plan.assignments.find(({ slot }) => slot === 'b')?.person).toBe('person:ada')
  })

  it('is only said not to be found where nothing proves it', () => {
    // Two shifts with thirty hours between them leave no forty hours free when they lie in the middle of the week.
    const slots = [slot('a', 1, 0), slot('b', 2, 14), slot('c', 4, 6), slot('d', 5, 22)]
    const plan = planRoster(problem(slots, [person('ada')], { rules: { weeklyBlock: 'PT40H' } }))
    expect(plan.outcome).toBe('none-found')
    expect(plan.shortages).toEqual([])
    expect(plan.uncovered.length).toBeGreaterThan(0)
  })
})

describe('people', () => {
  it('of half a share get half', () => {
    const slots = Array.from({ length: 6 }, (_, nth) => slot(`s${nth}`, nth))
    const plan = planRoster(problem(slots, [person('ada', { share: 50 }), person('bob')]))
    expect(plan.totals.map(({ shifts }) => shifts)).toEqual([2, 4])
    expect(spreadOf(plan, 'shifts')).toBe(0)
  })

  it('of several teams share a roster, and totals say where they come from', () => {
    const ada = person('ada', { team: 'checkout', source: 'responsible-ops' })
    const plan = planRoster(
      problem([slot('a', 0), slot('b', 1)], [ada, person('bob', { team: 'support' })]),
    )
    expect(plan.totals.map(({ team, source, shifts }) => [team, source, shifts])).toEqual([
      ['checkout', 'responsible-ops', 1],
      ['support', 'own', 1],
    ])
  })

  it('are not asked for what they cannot do', () => {
    const slots = [slot('a', 0, 8, { skills: ['network'], languages: ['de'] })]
    const people = [
      person('ada', { skills: ['network'] }),
      person('bob', { languages: ['de'] }),
      person('cyn', { skills: ['network'], languages: ['de'] }),
    ]
    const plan = planRoster(problem(slots, people))
    expect(plan.assignments.map((one) => one.person)).toEqual(['person:cyn'])
  })

  it('with other duty in the days before are not asked too soon', () => {
    const history = [{ from: start - 8 * hour, to: start }]
    const people = [person('ada', { history }), person('bob')]
    const plan = planRoster(problem([slot('a', 0, 8)], people, { rules: { rest: 'PT11H' } }))
    expect(plan.assignments.map((one) => one.person)).toEqual(['person:bob'])
  })

  it('take shifts in their home hours before others', () => {
    const homeHours = { from: '07:00', to: '19:00' }
    const people = [
      person('ada', { zone: 'Europe/Zurich', homeHours }),
      person('bob', { zone: 'Australia/Sydney', homeHours }),
    ]
    const plan = planRoster(problem([slot('a', 0, 0), slot('b', 0, 8)], people))
    expect(plan.assignments.map((one) => one.person)).toEqual(['person:bob', 'person:ada'])
    expect(plan.totals.map(({ away }) => away)).toEqual([0, 0])
  })

  it('never sit on two seats of one slot', () => {
    const plan = planRoster(
      problem([slot('a', 0, 8, { seats: 2 })], [person('ada'), person('bob')]),
    )
    expect(plan.assignments.map((one) => one.person)).toEqual(['person:ada', 'person:bob'])
  })
})

it('a seat of a slot that needs a language goes to one who speaks it', () => {
  const slots = [slot('a', 0, 8, { seats: 2, needs: [{ language: 'de' }] })]
  const people = [person('ada'), person('bob'), person('cyn', { languages: ['de'] })]
  const plan = planRoster(problem(slots, people))
  expect(plan.outcome).toBe('found')
  expect(plan.assignments.map((one) => one.person)).toContain('person:cyn')
})

it('refuses a seed or iterations that are no whole number', () => {
  const one = problem([slot('a', 0)], [person('ada')])
  expect(() => planRoster(one, { seed: 0.5 })).toThrow(
    expect.objectContaining({ code: 'seed-invalid' }),
  )
  expect(() => planRoster(one, { iterations: -1 })).toThrow(
    expect.objectContaining({ code: 'iterations-invalid' }),
  )
})

it('every reason of a roster has a phrase', () => {
  const wishes = [
    { kind: 'off', from: start, to: start + 3 * day },
    { kind: 'on', from: start + day, to: start + 2 * day },
  ]
  const people = [person('ada', { wishes }), person('bob', { wishes })]
  const rules = { rest: 'PT24H', presence: [{ language: 'de' }] }
  const slots = [slot('a', 0, 0), slot('b', 0), slot('c', 0, 16)]
  const plans = [planRoster(problem(slots, people, { rules })), planRoster(problem(slots, people))]
  const codes = ({ code, children }: (typeof plans)[0]['reason']): string[] => [
    code,
    ...children.flatMap(codes),
  ]
  const told = new Set(plans.flatMap(({ reason }) => codes(reason)))
  expect([...told].toSorted()).toEqual(Object.keys(rosterPhrases).toSorted())
  const texts = plans.map(({ reason }) =>
    renderReason(reason, { timeZone: 'UTC', phrases: [oncallPhrases] }),
  )
  expect(texts.join()).not.toMatch(/undefined|\[object/)
})
