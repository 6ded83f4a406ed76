import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTrueOf } from '../../src/analysis/assignment.ts'
import {
  allOf,
  anyOf,
  type Formula,
  isFalse,
  isTrue,
  type Literal,
  literal,
  negate,
} from '../../src/analysis/formula.ts'
import { regionSearch } from '../../src/analysis/region-search.ts'
import {
  areDisjoint,
  complement,
  firstOf,
  has,
  intersection,
  isEmpty,
  isFull,
  setWhere,
  union,
} from '../../src/analysis/value-set.ts'

/** One, two and three words of regions, and edges of words among them. */
const SIZES = [2, 3, 5, 31, 32, 33, 70]

const PLENTY = 1_000_000

/** A little more than it takes; looking longer at each step, or at the wrong clause, takes more. */
const STEPS_OF_PIGEONS = 10_800

const world = fc.array(fc.constantFrom(2, 3, 4), { minLength: 1, maxLength: 4 })

/** Every choice of one region for each variable. */
function everyAssignment(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (lists, size) =>
      lists.flatMap((list) => Array.from({ length: size }, (_, region) => [...list, region])),
    [[]],
  )
}

function regionOf(assignment: readonly number[]) {
  return (variable: number) => assignment[variable] as number
}

function literalIn(sizes: readonly number[]): fc.Arbitrary<Formula> {
  return fc
    .tuple(fc.nat(sizes.length - 1), fc.infiniteStream(fc.boolean()))
    .map(([variable, answers]) => {
      const size = sizes[variable] as number
      return literal(
        variable,
        size,
        setWhere(size, () => answers.next().value as boolean),
      )
    })
}

function formulaIn(sizes: readonly number[], depth = 3): fc.Arbitrary<Formula> {
  if (depth === 0) return literalIn(sizes)
  const inner = fc.array(formulaIn(sizes, depth - 1), { maxLength: 3 })
  return fc.oneof(
    literalIn(sizes),
    inner.map(allOf),
    inner.map(anyOf),
    formulaIn(sizes, depth - 1).map(negate),
  )
}

const problem = world.chain((sizes) =>
  fc.tuple(fc.constant(sizes), fc.array(formulaIn(sizes), { minLength: 1, maxLength: 5 })),
)

/** A clause of literals and of what must hold together, such as a rule's parts. */
function clauseIn(sizes: readonly number[]): fc.Arbitrary<Formula> {
  const together = fc.array(literalIn(sizes), { minLength: 2, maxLength: 3 }).map(allOf)
  const part = fc.oneof(
    { weight: 3, arbitrary: literalIn(sizes) },
    { weight: 2, arbitrary: together },
  )
  return fc.array(part, { minLength: 3, maxLength: 4 }).map(anyOf)
}

/** Clauses over few variables, about as many as leave one world in two without a solution. */
const hardProblem = fc
  .constantFrom([2, 2, 2, 2, 2, 2], [3, 3, 3, 3], [2, 40, 33])
  .chain((sizes) =>
    fc.tuple(fc.constant(sizes), fc.array(clauseIn(sizes), { minLength: 8, maxLength: 40 })),
  )

/** Six pigeons have no place in five holes, and no way to see it but to try. */
function pigeons(count: number): { sizes: number[]; formulas: Formula[] } {
  const sizes = Array.from({ length: count }, () => count - 1)
  const isNotIn = (pigeon: number, hole: number) =>
    literal(
      pigeon,
      count - 1,
      setWhere(count - 1, (one) => one !== hole),
    )
  const formulas = sizes.flatMap((_, a) =>
    sizes
      .slice(a + 1)
      .flatMap((size, b) =>
        Array.from({ length: size }, (__, hole) =>
          anyOf([isNotIn(a, hole), isNotIn(a + 1 + b, hole)]),
        ),
      ),
  )
  return { sizes, formulas }
}

/** Clauses of three literals over 24 variables of two to four regions, always the same for a seed. */
function randomClauses(seed: number): { sizes: number[]; formulas: Formula[] } {
  let state = seed + 1
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >>> 8) % limit
  }
  const sizes = Array.from({ length: 24 }, () => 2 + below(3))
  const formulas = Array.from({ length: 70 }, () => {
    const parts = Array.from({ length: 3 }, () => {
      const variable = below(24)
      const size = sizes[variable] as number
      const region = below(size)
      const inner = literal(
        variable,
        size,
        setWhere(size, (one) => one === region),
      )
      return below(2) === 0 ? inner : negate(inner)
    })
    const [a, b, c] = parts as [Formula, Formula, Formula]
    return below(3) === 0 ? anyOf([a, allOf([b, c])]) : anyOf(parts)
  })
  return { sizes, formulas }
}

describe('a search', () => {
  test('finds regions exactly when some assignment makes the formulas true', () => {
    fc.assert(
      fc.property(problem, ([sizes, formulas]) => {
        const isSolution = (assignment: readonly number[]) =>
          formulas.every((formula) => isTrueOf(formula, regionOf(assignment)))
        const all = everyAssignment(sizes)
        const found = regionSearch(sizes).search(formulas, { left: PLENTY })
        expect(found.kind).toBe(all.some(isSolution) ? 'found' : 'none')
        if (found.kind !== 'found') return
        const offered = all.filter((assignment) =>
          assignment.every((region, variable) => has(found.domains(variable), region)),
        )
        expect(offered.length).toBeGreaterThan(0)
        expect(offered.every(isSolution)).toBe(true)
      }),
    )
  })

  test('finds its way back from choices that lead nowhere', () => {
    fc.assert(
      fc.property(hardProblem, ([sizes, formulas]) => {
        const isSolution = (assignment: readonly number[]) =>
          formulas.every((formula) => isTrueOf(formula, regionOf(assignment)))
        const all = everyAssignment(sizes)
        const found = regionSearch(sizes).search(formulas, { left: PLENTY })
        expect(found.kind).toBe(all.some(isSolution) ? 'found' : 'none')
        if (found.kind !== 'found') return
        const offered = all.filter((assignment) =>
          assignment.every((region, variable) => has(found.domains(variable), region)),
        )
        expect(offered.length).toBeGreaterThan(0)
        expect(offered.every(isSolution)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  test('does not choose among the open parts of what holds already', () => {
    const isIn = (variable: number, region: number) =>
      literal(
        variable,
        2,
        setWhere(2, (one) => one === region),
      )
    const neither: Formula = { kind: 'all', parts: [isIn(2, 0), isIn(3, 0)] }
    const formulas: Formula[] = [
      anyOf([isIn(0, 1), isIn(1, 1)]),
      // Holds as soon as the first variable is in its first region, whatever the others are in.
      { kind: 'any', parts: [isIn(2, 1), isIn(3, 1), isIn(0, 0)] },
      { kind: 'any', parts: [allOf([isIn(0, 0), isIn(1, 0)]), neither, neither] },
    ]
    expect(regionSearch([2, 2, 2, 2]).search(formulas, { left: PLENTY }).kind).toBe('found')
  })

  test('tries the tightest clause first, and looks no longer than it has to', () => {
    const { sizes, formulas } = pigeons(6)
    const steps = { left: PLENTY }
    expect(regionSearch(sizes).search(formulas, steps).kind).toBe('none')
    expect(PLENTY - steps.left).toBeLessThan(STEPS_OF_PIGEONS)
    expect(regionSearch(sizes).search(formulas.slice(5), { left: PLENTY }).kind).toBe('found')
  })

  test('costs as many steps as it always did', () => {
    // Budgets are counted in steps. If this figure changes, what users gave as a budget means something else.
    const steps = { left: PLENTY }
    const answers = Array.from({ length: 12 }, (_, seed) => {
      const { sizes, formulas } = randomClauses(seed)
      return regionSearch(sizes).search(formulas, steps).kind
    })
    expect([answers.filter((kind) => kind === 'found').length, PLENTY - steps.left]).toEqual([
      7, 24_462,
    ])
  })

  test('answers as before when it is asked again', () => {
    fc.assert(
      fc.property(problem, problem, ([sizes, formulas], [, others]) => {
        const search = regionSearch(sizes)
        const usable = others.filter((formula) => fits(formula, sizes))
        const first = search.search(formulas, { left: PLENTY })
        search.search(usable, { left: PLENTY })
        const second = search.search(formulas, { left: PLENTY })
        expect(second.kind).toBe(first.kind)
      }),
    )
  })

  test('counts what belongs together as one change', () => {
    fc.assert(
      fc.property(
        hardProblem,
        fc.nat(2),
        fc.infiniteStream(fc.nat(50)),
        ([sizes, all], most, from) => {
          const formulas = all.slice(0, 8)
          const before = sizes.map((size) => (from.next().value as number) % size)
          const unchanged = sizes.map((size, variable): Literal => {
            const set = setWhere(size, (region) => region === before[variable])
            return { kind: 'in', variable, size, set }
          })
          const groups = [unchanged.slice(0, 2), unchanged.slice(2)]
          const isSolution = (assignment: readonly number[]) => {
            const isOff = assignment.map((region, variable) => region !== before[variable])
            const count = [isOff.slice(0, 2), isOff.slice(2)].filter((one) =>
              one.includes(true),
            ).length
            return (
              count <= most && formulas.every((formula) => isTrueOf(formula, regionOf(assignment)))
            )
          }
          const found = regionSearch(sizes).search(formulas, { left: PLENTY }, { most, groups })
          expect(found.kind).toBe(everyAssignment(sizes).some(isSolution) ? 'found' : 'none')
        },
      ),
      { numRuns: 200 },
    )
  })

  test('changes no more than it may, and finds a change when there is one', () => {
    fc.assert(
      fc.property(
        problem,
        fc.nat(3),
        fc.infiniteStream(fc.nat(3)),
        ([sizes, formulas], most, from) => {
          const before = sizes.map((size) => (from.next().value as number) % size)
          const groups = sizes.map((size, variable): Literal[] => [
            {
              kind: 'in',
              variable,
              size,
              set: setWhere(size, (region) => region === before[variable]),
            },
          ])
          const isSolution = (assignment: readonly number[]) =>
            formulas.every((formula) => isTrueOf(formula, regionOf(assignment))) &&
            assignment.filter((region, variable) => region !== before[variable]).length <= most
          const found = regionSearch(sizes).search(formulas, { left: PLENTY }, { most, groups })
          expect(found.kind).toBe(everyAssignment(sizes).some(isSolution) ? 'found' : 'none')
        },
      ),
    )
  })

  test('counts its steps and stops when they run out', () => {
    const sizes = Array.from({ length: 12 }, () => 2)
    const isSet = (variable: number, region: number) =>
      literal(
        variable,
        2,
        setWhere(2, (one) => one === region),
      )
    // Every way to choose three of twelve, each with both signs: no quick way out.
    const clauses = sizes.flatMap((_, a) =>
      sizes.flatMap((__, b) =>
        b > a ? [anyOf([isSet(a, 0), isSet(b, 1)]), anyOf([isSet(a, 1), isSet(b, 1)])] : [],
      ),
    )
    const plenty = { left: PLENTY }
    const hard = [...clauses, isSet(11, 0)]
    expect(regionSearch(sizes).search(hard, plenty).kind).toBe('none')
    const spent = PLENTY - plenty.left
    expect(spent).toBeGreaterThan(0)
    const again = { left: PLENTY }
    regionSearch(sizes).search(hard, again)
    expect(PLENTY - again.left).toBe(spent)
    const few = { left: 3 }
    expect(regionSearch(sizes).search(clauses, few).kind).toBe('undecided')
    expect(few.left).toBe(0)
  })

  test('settles what follows at once for less than it takes to try', () => {
    // A chain: each variable is in its second region if the one before it is.
    const sizes = Array.from({ length: 200 }, () => 2)
    const isOn = (variable: number, on: boolean) =>
      literal(
        variable,
        2,
        setWhere(2, (region) => region === (on ? 1 : 0)),
      )
    const chain = sizes
      .slice(1)
      .map((_, index) => anyOf([isOn(index, false), isOn(index + 1, true)]))
    const steps = { left: PLENTY }
    const found = regionSearch(sizes).search([...chain, isOn(0, true)], steps)
    expect(found.kind).toBe('found')
    expect(found.kind === 'found' && sizes.every((_, index) => !has(found.domains(index), 0))).toBe(
      true,
    )
    expect(PLENTY - steps.left).toBeLessThan(5_000)
  })
})

describe('a formula', () => {
  const cases = world.chain((sizes) =>
    fc.tuple(fc.constant(sizes), fc.array(formulaIn(sizes), { maxLength: 4 })),
  )

  test('is all, any or the opposite of its parts in every assignment', () => {
    fc.assert(
      fc.property(cases, ([sizes, parts]) => {
        for (const assignment of everyAssignment(sizes)) {
          const held = parts.map((part) => isTrueOf(part, regionOf(assignment)))
          expect(isTrueOf(allOf(parts), regionOf(assignment))).toBe(!held.includes(false))
          expect(isTrueOf(anyOf(parts), regionOf(assignment))).toBe(held.includes(true))
          for (const [index, part] of parts.entries()) {
            expect(isTrueOf(negate(part), regionOf(assignment))).toBe(!held[index])
            expect(negate(negate(part))).toBe(part)
          }
        }
      }),
    )
  })

  test('over one variable is always one set, nothing, or everything', () => {
    fc.assert(
      fc.property(fc.array(literalIn([4]), { minLength: 1, maxLength: 4 }), (parts) => {
        for (const formula of [allOf(parts), anyOf(parts)]) {
          const answers = everyAssignment([4]).map((one) => isTrueOf(formula, regionOf(one)))
          expect(isTrue(formula)).toBe(!answers.includes(false))
          expect(isFalse(formula)).toBe(!answers.includes(true))
          expect(formula.kind === 'in').toBe(answers.includes(true) && answers.includes(false))
        }
      }),
    )
  })
})

describe('a set of regions', () => {
  const sets = fc
    .constantFrom(...SIZES)
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.boolean(), { minLength: size, maxLength: size }),
        fc.array(fc.boolean(), { minLength: size, maxLength: size }),
      ),
    )

  test('does what sets do', () => {
    fc.assert(
      fc.property(sets, ([size, inA, inB]) => {
        const a = setWhere(size, (region) => inA[region] as boolean)
        const b = setWhere(size, (region) => inB[region] as boolean)
        for (let region = 0; region < size; region++) {
          expect(has(a, region)).toBe(inA[region])
          expect(has(union(a, b), region)).toBe(inA[region] || inB[region])
          expect(has(intersection(a, b), region)).toBe(inA[region] && inB[region])
          expect(has(complement(a, size), region)).toBe(!inA[region])
        }
        expect(firstOf(a)).toBe(inA.indexOf(true))
        expect(isEmpty(a)).toBe(!inA.includes(true))
        expect(isFull(a, size)).toBe(!inA.includes(false))
        expect(isEmpty(intersection(a, complement(a, size)))).toBe(true)
        expect(areDisjoint(a, b)).toBe(isEmpty(intersection(a, b)))
        expect(areDisjoint(a, complement(a, size))).toBe(true)
        expect(isFull(union(a, complement(a, size)), size)).toBe(true)
      }),
    )
  })
})

function fits(formula: Formula, sizes: readonly number[]): boolean {
  if (formula.kind === 'in') return sizes[formula.variable] === formula.size
  return formula.parts.every((part) => fits(part, sizes))
}
