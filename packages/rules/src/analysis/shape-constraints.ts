import { allOf, anyOf, type Formula, literal, negate } from './formula.ts'
import type { Reading } from './reading.ts'
import { follows } from './text-pattern.ts'
import { setWhere } from './value-set.ts'

/** What holds of the variables of each fact whatever is asked: its parts are missing when it is, and the like. */
export function shapeConstraints(
  readings: readonly Reading[],
  sizes: readonly number[],
): ReadonlyMap<string, readonly Formula[]> {
  const constraints = new Map<string, Formula[]>()
  for (const reading of readings) {
    const { fact, path } = reading.ref
    const known = constraints.get(fact) ?? []
    constraints.set(fact, known)
    known.push(...patternConstraints(reading), ...listConstraints(reading, sizes))
    const whole = readings.find(({ ref }) => ref.fact === fact && ref.path === undefined)
    if (path !== undefined && whole !== undefined) {
      known.push(...partConstraints(whole, reading, sizes))
    }
  }
  return constraints
}

function where(
  { variable, regions }: Reading,
  sizes: readonly number[],
  isIn: (value: unknown) => boolean,
): Formula {
  const size = sizes[variable] as number
  return literal(
    variable,
    size,
    setWhere(size, (region) => isIn(regions[region]?.value)),
  )
}

function implies(premise: Formula, conclusion: Formula): Formula {
  return anyOf([negate(premise), conclusion])
}

const isMissing = (value: unknown) => value === undefined
const isNull = (value: unknown) => value === null
const isObject = (value: unknown) => typeof value === 'object' && value !== null

function partConstraints(whole: Reading, part: Reading, sizes: readonly number[]): Formula[] {
  const { canBeMissing, canBeNull } = part.spec.inside
  const inside = where(
    part,
    sizes,
    (value) => !(isMissing(value) && !canBeMissing) && !(isNull(value) && !canBeNull),
  )
  return [
    implies(where(whole, sizes, isMissing), where(part, sizes, isMissing)),
    implies(where(whole, sizes, isNull), where(part, sizes, isNull)),
    implies(where(whole, sizes, isObject), inside),
  ]
}

function yes(variable: number): Formula {
  return literal(
    variable,
    2,
    setWhere(2, (region) => region === 1),
  )
}

/** A text with "urgent" in it has "urge" in it. */
function patternConstraints({ patterns }: Reading): Formula[] {
  const constraints: Formula[] = []
  for (const from of patterns) {
    for (const to of patterns) {
      if (from === to) continue
      const is = follows(from.pattern, to.pattern)
      if (is === undefined) continue
      const conclusion = yes(to.variable)
      constraints.push(implies(yes(from.variable), is ? conclusion : negate(conclusion)))
    }
  }
  return constraints
}

/** Where no empty list can stand, a list has some element. */
function listConstraints(reading: Reading, sizes: readonly number[]): Formula[] {
  const { elements, spec, ref } = reading
  if (elements.length === 0 || (ref.path?.many !== true && spec.fits([]))) return []
  const some = anyOf(elements.map(({ variable }) => yes(variable)))
  return [implies(allOf([where(reading, sizes, Array.isArray)]), some)]
}
