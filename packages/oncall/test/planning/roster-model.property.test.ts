import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignmentsOf, checkRoster, type RosterModel, rosterModel } from '../../src/index.ts'
import { everyRoster, smallProblems } from './random-problems.ts'

it('the solutions of the model are the rosters that break no rule', () => {
  fc.assert(
    fc.property(smallProblems, (problem) => {
      const model = rosterModel(problem)
      for (const roster of everyRoster(problem)) {
        const isSolution = solves(model, roster)
        expect(isSolution).toBe(checkRoster(roster, problem).length === 0)
      }
    }),
  )
})

it('the seats that a solution takes are those of its roster', () => {
  fc.assert(
    fc.property(smallProblems, (problem) => {
      const model = rosterModel(problem)
      for (const roster of everyRoster(problem).filter((one) => solves(model, one))) {
        const key = ({ slot, person }: { slot: string; person: string }) => `${slot} ${person}`
        const taken = assignmentsOf(model, solutionOf(model, roster)).map(key)
        expect(taken.toSorted()).toEqual(roster.map(key).toSorted())
      }
    }),
    { numRuns: 30 },
  )
})

type Roster = readonly { slot: string; person: string }[]

/** Whether the numbers of a roster fulfill every row. */
function solves(model: RosterModel, roster: Roster): boolean {
  const seats = model.variables.filter(({ kind }) => kind === 'seat')
  const isIn = (one: Roster[number]) =>
    seats.some(({ slot, person }) => slot === one.slot && person === one.person)
  // Somebody whom the model leaves out, or who has two seats of a slot, is in no solution.
  if (!roster.every(isIn)) return false
  const numbers = solutionOf(model, roster)
  return model.rows.every(({ terms, sense, bound }) => {
    const sum = terms.reduce((all, one) => all + one.coefficient * (numbers[one.variable] ?? 0), 0)
    return sense === '=' ? sum === bound : sense === '<=' ? sum <= bound : sum >= bound
  })
}

/** Seats as they are taken, and the other numbers as they serve the rows best. */
function solutionOf({ variables, rows }: RosterModel, roster: Roster): Record<string, number> {
  const numbers: Record<string, number> = {}
  for (const { name, kind, slot, person } of variables) {
    const isTaken = roster.some((one) => one.slot === slot && one.person === person)
    if (kind === 'seat') numbers[name] = Number(isTaken)
    else if (kind === 'real') numbers[name] = name.startsWith('high') ? 1e9 : -1e9
  }
  for (const { name, kind } of variables) {
    if (kind !== 'binary') continue
    // A free block is one where no row that bounds it from above has a seat taken.
    const isHindered = rows.some(
      ({ sense, terms }) =>
        sense === '<=' &&
        terms.some(({ variable }) => variable === name) &&
        terms.some(({ variable }) => numbers[variable] === 1 && variable.startsWith('x')),
    )
    numbers[name] = Number(!isHindered)
  }
  return numbers
}
