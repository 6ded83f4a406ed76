import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkRoster, planRoster } from '../../src/index.ts'
import { everyRoster, problems, smallProblems } from './random-problems.ts'

const effort = { iterations: 300 }

it('no rule is broken for anybody, and what is missing is what a roster says is missing', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const plan = planRoster(problem, effort)
      const found = checkRoster(plan.assignments, problem)
      const ofPeople = found.filter(({ person }) => person !== null)
      expect(ofPeople).toEqual([])
      const uncovered = found.filter(({ rule }) => rule === 'cover').flatMap(({ slots }) => slots)
      expect(uncovered.toSorted()).toEqual(plan.uncovered.map(({ slot }) => slot).toSorted())
      expect(found.some(({ rule }) => rule === 'presence')).toBe(plan.unmetNeeds.length > 0)
      expect(plan.outcome === 'found').toBe(found.length === 0)
    }),
  )
})

it('the order of slots, people, absences and wishes does not matter', () => {
  const turned = fc.record({ problem: problems, by: fc.integer({ min: 0, max: 5 }) })
  fc.assert(
    fc.property(turned, ({ problem, by }) => {
      const turn = <T>(list: readonly T[] = []) =>
        [...list.slice(by), ...list.slice(0, by)].toReversed()
      const people = turn(problem.people).map((person) => ({
        ...person,
        absences: turn(person.absences),
        wishes: turn(person.wishes),
        history: turn(person.history),
      }))
      const other = { ...problem, slots: turn(problem.slots), people }
      expect(planRoster(other, effort)).toEqual(planRoster(problem, effort))
    }),
    { numRuns: 50 },
  )
})

it('everybody who is not asked for an empty seat is kept from it by a rule', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      for (const { people } of planRoster(problem, effort).uncovered) {
        for (const { hindrances } of people) expect(hindrances.length).toBeGreaterThan(0)
      }
    }),
  )
})

it('what a rule is said to forbid, it forbids', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { assignments, uncovered } = planRoster(problem, effort)
      for (const { slot, people } of uncovered) {
        for (const { person, hindrances } of people) {
          const more = [...assignments, { slot, person }]
          const broken = checkRoster(more, problem).filter((one) => one.person === person)
          for (const { rule } of hindrances) {
            // Two seats of one slot at the same time leave no rest either; the first is said.
            expect(broken.map((one) => one.rule)).toContain(rule)
          }
        }
      }
    }),
    { numRuns: 50 },
  )
})

it('nobody finds a roster that counting says there cannot be', () => {
  fc.assert(
    fc.property(smallProblems, (problem) => {
      if (planRoster(problem, effort).outcome !== 'impossible') return
      for (const seats of everyRoster(problem)) {
        expect(checkRoster(seats, problem)).not.toEqual([])
      }
    }),
    { numRuns: 60 },
  )
})

it('whoever keeps a wish to be off is free all the time', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { wishes, assignments } = planRoster(problem, effort)
      for (const { person, wishes: wished = [] } of problem.people) {
        for (const { kind, from, to } of wished) {
          const on = assignments.filter(
            (one) => one.person === person && one.from < Number(to) && one.to > Number(from),
          )
          const isUnmet = wishes.some(
            (one) =>
              one.person === person && one.kind === kind && one.from === from && one.to === to,
          )
          expect(isUnmet).toBe((kind === 'off') === on.length > 0)
        }
      }
    }),
  )
})
