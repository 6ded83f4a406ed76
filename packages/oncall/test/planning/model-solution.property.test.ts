import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  assignmentsOf,
  checkRoster,
  costOf,
  type RosterModel,
  rosterModel,
  solutionOf,
} from '../../src/index.ts'
import { everyRoster, problems, smallProblems } from './random-problems.ts'

it('the numbers of a roster fulfill every row where it breaks no rule, and only there', () => {
  fc.assert(
    fc.property(smallProblems, (problem) => {
      const model = rosterModel(problem)
      for (const roster of everyRoster(problem)) {
        const numbers = solutionOf(model, roster)
        const isWhole = assignmentsOf(model, numbers).length === roster.length
        const isKept = checkRoster(roster, problem).length === 0
        expect(isWhole && fulfills(model, numbers)).toBe(isKept)
      }
    }),
    { numRuns: 50 },
  )
})

it('no other numbers for the same seats cost less', () => {
  fc.assert(
    fc.property(smallProblems, fc.nat(), fc.double({ min: 0.01, max: 5 }), (problem, nth, by) => {
      const model = rosterModel(problem)
      const others = model.variables.filter(({ kind }) => kind !== 'seat')
      const { name } = others[nth % Math.max(1, others.length)] ?? { name: '' }
      for (const roster of everyRoster(problem)) {
        const numbers = solutionOf(model, roster)
        if (!fulfills(model, numbers)) continue
        for (const value of [by, -by]) {
          const changed = { ...numbers, [name]: (numbers[name] ?? 0) + value }
          if (!fulfills(model, changed)) continue
          expect(costOf(model, changed)).toBeGreaterThanOrEqual(costOf(model, numbers) - 1e-6)
        }
      }
    }),
    { numRuns: 50 },
  )
})

it('every number that costs or earns anything is bounded by a row', () => {
  fc.assert(
    fc.property(problems, (problem) => {
      const { objective, rows, variables } = rosterModel(problem)
      const reals = new Set(variables.filter(({ kind }) => kind === 'real').map(({ name }) => name))
      const bounded = new Set(rows.flatMap(({ terms }) => terms.map(({ variable }) => variable)))
      const dear = objective.filter(({ variable }) => reals.has(variable))
      expect(dear.filter(({ variable }) => !bounded.has(variable))).toEqual([])
    }),
  )
})

function fulfills(model: RosterModel, numbers: Readonly<Record<string, number>>): boolean {
  const isAllowed = model.variables.every(({ name, kind }) => {
    const value = numbers[name] ?? 0
    return value >= 0 && (kind === 'real' || value <= 1)
  })
  return (
    isAllowed &&
    model.rows.every(({ terms, sense, bound }) => {
      const sum = terms.reduce(
        (all, one) => all + one.coefficient * (numbers[one.variable] ?? 0),
        0,
      )
      const isOver = sum > bound + 1e-9
      const isUnder = sum < bound - 1e-9
      return sense === '=' ? !isOver && !isUnder : sense === '<=' ? !isOver : !isUnder
    })
  )
}
