/**
 * Questions about conditions, answered with proof: that no request is so, or a request that is, tried on the
 * conditions themselves. What can be neither proved nor shown is unknown, never fine.
 */
import { type Facts, readRef } from '../facts.ts'
import { type Leaf, leavesOf, type Node, refsOf } from '../node.ts'
import type { Comparison } from '../operator.ts'
import { holds } from '../three-valued.ts'
import { type Assignment, choose, isTrueOf, openIn, variablesOf } from './assignment.ts'
import type { Encoding } from './encoding.ts'
import { allOf, type Formula, literal, negate } from './formula.ts'
import type { Reading } from './reading.ts'
import { type ChangeLimit, type Domains, regionSearch, type Steps } from './region-search.ts'
import { has, setWhere } from './value-set.ts'
import { factsOf } from './witness.ts'

export type Answer =
  /** No request is so. */
  | { readonly kind: 'never' }
  | { readonly kind: 'witness'; readonly facts: Facts }
  /** The steps ran out. */
  | { readonly kind: 'undecided' }
  /** It rests on comparisons that are not translated exactly. */
  | { readonly kind: 'unknown'; readonly labels: readonly string[] }

export interface Question {
  /** What is asked for, all at once. */
  readonly formulas: readonly Formula[]
  /** The conditions it speaks of: they tell which comparisons a request contradicts. */
  readonly nodes: readonly Node[]
  /** Whether facts are what is asked for. */
  readonly isSo: (facts: Facts) => boolean
  readonly limit?: ChangeLimit
  /** The facts of an assignment, where they are built from others. */
  readonly build?: (assignment: Assignment) => Facts
  readonly prefer?: (variable: number) => number | undefined
}

export interface Asker {
  readonly encoding: Encoding
  ask(question: Question): Answer
}

/** The part of what is left that one question may use, so that a hard one does not starve the others. */
const SHARE = 4
const LEAST = 20_000

/** How often an assignment that belongs to no request is ruled out before giving up. */
const ATTEMPTS = 24

export function askerOf(encoding: Encoding, steps: Steps): Asker {
  const { search } = regionSearch(encoding.sizes)

  function ask(question: Question): Answer {
    const allowance = Math.min(steps.left, Math.max(LEAST, Math.floor(steps.left / SHARE)))
    const own: Steps = { left: allowance }
    const answer = answerOf(question, own)
    steps.left -= allowance - own.left
    return answer
  }

  function answerOf(question: Question, own: Steps): Answer {
    const { formulas, isSo, nodes, limit, prefer, build } = question
    const demands = [...formulas, ...constraintsOf(formulas)]
    const labels = new Set<string>()
    let isProof = true
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const found = search(demands, own, limit)
      if (found.kind === 'undecided') return found
      if (found.kind === 'none') return isProof ? { kind: 'never' } : unknown(labels)
      const { domains } = found
      const chosen = choose(domains, prefer ?? (() => undefined))
      const isOpen = openIn(domains, encoding.sizes)
      const factsFrom = (assignment: Assignment, told: ReadonlyMap<number, number>) =>
        build?.(assignment) ??
        factsOf(encoding, assignment, (variable) => !told.has(variable) && isOpen(variable))
      const facts = factsFrom(chosen, new Map())
      if (isSo(facts)) return { kind: 'witness', facts }
      const wrong = nodes
        .flatMap((node) => [...leavesOf(node)])
        .filter((leaf) => {
          const wanted = isTrueOf(encoding.formulaOf(leaf), chosen)
          return wanted !== holdsSafely(leaf, facts, encoding.at)
        })
      const pairs = pairsFor(wrong, domains, chosen)
      const repaired = factsFrom((variable) => pairs.get(variable) ?? chosen(variable), pairs)
      if (pairs.size > 0 && isSo(repaired)) return { kind: 'witness', facts: repaired }
      const [first] = wrong
      for (const leaf of wrong) for (const { label } of refsOf(leaf)) labels.add(label)
      const { formula, isExact } = blocked(first, formulas, chosen, facts)
      isProof &&= isExact
      demands.push(formula)
    }
    return unknown(labels)
  }

  /** Where facts are compared with each other: values for both, among those left, that compare as they should. */
  function pairsFor(
    leaves: readonly Leaf[],
    domains: Domains,
    assignment: Assignment,
  ): ReadonlyMap<number, number> {
    const better = new Map<number, number>()
    for (const leaf of leaves) {
      const { valueRef, ref, operation } = leaf
      if (valueRef === undefined) continue
      const wanted = isTrueOf(encoding.formulaOf(leaf), assignment)
      const [left, right] = [encoding.readingOf(ref), encoding.readingOf(valueRef)]
      const values = ({ regions, variable }: Reading) =>
        regions.flatMap(({ value }, region) =>
          has(domains(variable), region) ? [{ value, region }] : [],
        )
      const rights = values(right)
      for (const one of values(left)) {
        const other = rights.find(
          ({ value }) =>
            comparesSafely(operation.compare, one.value, value, encoding.at) === wanted,
        )
        if (other === undefined) continue
        better.set(left.variable, one.region)
        better.set(right.variable, other.region)
        break
      }
    }
    return better
  }

  const factsOfFormula = new WeakMap<Formula, readonly string[]>()

  function constraintsOf(formulas: readonly Formula[]): Formula[] {
    const facts = new Set<string>()
    for (const formula of formulas) {
      const known = factsOfFormula.get(formula) ?? constrainedFacts(formula)
      factsOfFormula.set(formula, known)
      for (const fact of known) facts.add(fact)
    }
    return [...facts].flatMap((fact) => encoding.constraintsOf(fact))
  }

  function constrainedFacts(formula: Formula): readonly string[] {
    const facts = new Set<string>()
    for (const variable of variablesOf(formula)) {
      const fact = encoding.factOf(variable)
      if (fact !== undefined && encoding.constraintsOf(fact).length > 0) facts.add(fact)
    }
    return [...facts]
  }

  /** Rules out what an assignment says of one comparison, or all it says where none is to blame. */
  function blocked(
    leaf: Leaf | undefined,
    formulas: readonly Formula[],
    assignment: Assignment,
    facts: Facts,
  ) {
    const readings = leaf === undefined ? [] : refsOf(leaf).map(encoding.readingOf)
    const opaque = leaf === undefined ? [] : encoding.opaqueOf(leaf)
    const variables =
      leaf === undefined
        ? [...variablesOf(allOf(formulas))]
        : readings.flatMap(({ variable, elements, patterns }) => [
            variable,
            ...elements.map((one) => one.variable),
            ...patterns.map((one) => one.variable),
          ])
    const isExact =
      opaque.length > 0 &&
      // What holds at the instant of the encoding may not hold a day later.
      leaf?.operation.operator.relative !== true &&
      readings.every(({ variable, regions, ref }) => {
        const region = regions[assignment(variable)]
        // Facts that do not hold what was assigned prove nothing about it.
        const isThere = region?.isExact === true && readRef(facts, ref) === region.value
        return ref.path?.many !== true && isThere
      })
    const chosen = isExact ? readings.map(({ variable }) => variable) : variables
    const formula = negate(
      allOf([...chosen, ...opaque].map((variable) => at(variable, assignment))),
    )
    return { formula, isExact }
  }

  function at(variable: number, assignment: Assignment): Formula {
    const region = assignment(variable)
    const size = encoding.sizes[variable] as number
    return literal(
      variable,
      size,
      setWhere(size, (one) => one === region),
    )
  }

  return { encoding, ask }
}

function unknown(labels: ReadonlySet<string>): Answer {
  return { kind: 'unknown', labels: [...labels] }
}

function comparesSafely(
  compare: Comparison,
  fact: unknown,
  value: unknown,
  at: number,
): boolean | undefined {
  try {
    return compare(fact, value, at)
  } catch {
    return undefined
  }
}

/** Whether a comparison holds; `undefined` where it throws. */
export function holdsSafely(leaf: Leaf, facts: Facts, at: number): boolean | undefined {
  try {
    return holds(leaf, facts, at)
  } catch {
    return undefined
  }
}
