import type { FactRef } from '../node.ts'
import type { Atom, Expansion } from './atom.ts'
import { allOf, anyOf, type Formula, literal, negate } from './formula.ts'
import type { Reading } from './reading.ts'
import { patternsOf } from './text-pattern.ts'
import { has, setWhere, type ValueSet } from './value-set.ts'

/** Translates comparisons into formulas, each distinct one once. */
export function translator(
  readingOf: (ref: FactRef) => Reading,
  sizes: readonly number[],
  add: (size: number) => number,
  at: number,
) {
  const formulas = new Map<string, Formula>()
  const opaques = new Map<string, number>()

  function atomFormula(atom: Atom): Formula {
    const known = formulas.get(atom.key)
    if (known !== undefined) return known
    const formula = translate(atom)
    formulas.set(atom.key, formula)
    return formula
  }

  function translate(atom: Atom): Formula {
    const reading = readingOf(atom.ref)
    switch (atom.kind) {
      case 'scalar':
        return inRegions(reading, regionsWhere(reading, atom, at))
      case 'text':
        return textFormula(reading, atom, at)
      case 'list':
        return listFormula(reading, atom, at)
      case 'opaque': {
        const variable = opaques.get(atom.key) ?? add(2)
        opaques.set(atom.key, variable)
        return isYes(variable)
      }
    }
  }

  function formulaOf(expansion: Expansion, settle: (atom: Atom) => Atom): Formula {
    switch (expansion.kind) {
      case 'atom':
        return atomFormula(settle(expansion.atom))
      case 'not':
        return negate(formulaOf(expansion.of, settle))
      default: {
        const parts = expansion.of.map((one) => formulaOf(one, settle))
        return expansion.kind === 'all' ? allOf(parts) : anyOf(parts)
      }
    }
  }

  function opaqueOf(expansion: Expansion, settle: (atom: Atom) => Atom): readonly number[] {
    switch (expansion.kind) {
      case 'atom': {
        const { kind, key } = settle(expansion.atom)
        const variable = kind === 'opaque' ? opaques.get(key) : undefined
        return variable === undefined ? [] : [variable]
      }
      case 'not':
        return opaqueOf(expansion.of, settle)
      default:
        return expansion.of.flatMap((one) => opaqueOf(one, settle))
    }
  }

  /** A variable that is in a region other than its first. */
  function isYes(variable: number): Formula {
    return literal(
      variable,
      2,
      setWhere(2, (region) => region === 1),
    )
  }

  function inRegions({ variable }: Reading, set: ValueSet): Formula {
    return literal(variable, sizes[variable] as number, set)
  }

  function textFormula(reading: Reading, atom: Atom, instant: number): Formula {
    const { patterns, freeTexts } = reading
    const told = inRegions(reading, regionsWhere(reading, atom, instant, freeTexts))
    const wanted = patternsOf(atom.operation.operator.name, atom.value)
    const meeting = wanted.map(({ kind, word }) => {
      const same = patterns.find(({ pattern }) => pattern.kind === kind && pattern.word === word)
      return isYes(same?.variable as number)
    })
    return anyOf([told, allOf([inRegions(reading, freeTexts), anyOf(meeting)])])
  }

  function listFormula(reading: Reading, { each, operation, value }: Atom, instant: number) {
    const isList = inRegions(reading, reading.lists)
    const elementsWhere = (holds: boolean) =>
      reading.elements
        .filter(({ candidate }) => each?.compare(candidate.value, value, instant) === holds)
        .map(({ variable }) => isYes(variable))
    if (each?.quantifier === 'every') return allOf([isList, ...elementsWhere(false).map(negate)])
    const some = anyOf(elementsWhere(true))
    const isAbsence = operation.operator.name === 'doesNotContain'
    return allOf([isList, isAbsence ? negate(some) : some])
  }

  return { formulaOf, opaqueOf }
}

function regionsWhere(
  { regions }: Reading,
  { operation, value }: Atom,
  at: number,
  except?: ValueSet,
): ValueSet {
  const { operator, decorators } = operation
  const against = decorators.length === 0 ? operator.against?.(value) : undefined
  const holds = against ?? ((fact: unknown) => operation.compare(fact, value, at))
  return setWhere(regions.length, (region) => {
    const isExcepted = except !== undefined && has(except, region)
    return !isExcepted && holds(regions[region]?.value, at)
  })
}
