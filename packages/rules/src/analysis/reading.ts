import { canonicalJson } from '@holdfast/kernel'
import type { FactRef } from '../node.ts'
import { instantOf, millisOf } from '../operators-date.ts'
import type { Atom } from './atom.ts'
import { type Candidate, candidatesOf, type Landmarks } from './candidates.ts'
import { textsOfElements } from './element-texts.ts'
import { elementSpecOf, OPEN_REF, type RefSpec } from './ref-spec.ts'
import { patternsOf, type TextPattern } from './text-pattern.ts'
import { setWhere, type ValueSet } from './value-set.ts'

/** What a condition reads of the facts, as variables with finitely many regions. */
export interface Reading {
  readonly ref: FactRef
  readonly spec: RefSpec
  /** Whether a condition reads it; otherwise it is there because parts of it are read. */
  readonly isAsked: boolean
  /** The variable of the value itself. */
  readonly variable: number
  /** A value for each region. */
  readonly regions: readonly Candidate[]
  /** The regions that are lists. */
  readonly lists: ValueSet
  /** The regions that are texts of which only the patterns they meet are known. */
  readonly freeTexts: ValueSet
  /** Whether the list has an element of a kind: a variable each, whose region 1 is yes. */
  readonly elements: readonly { readonly variable: number; readonly candidate: Candidate }[]
  /** Whether a free text meets a pattern: a variable each, whose region 1 is yes. */
  readonly patterns: readonly { readonly variable: number; readonly pattern: TextPattern }[]
  /** How the regions were told apart. */
  readonly signatureOf: (value: unknown) => string
  readonly elementSignatureOf: (value: unknown) => string
}

/** The comparisons of one reference, and what else it is compared with. */
export interface ReadingParts {
  readonly ref: FactRef
  readonly spec: RefSpec
  readonly atoms: readonly Atom[]
  /** Values that other facts may have where facts are compared with each other. */
  readonly probes: readonly unknown[]
}

/** The variables of a reference; `add` makes one with so many regions. */
export function readingOf(parts: ReadingParts, at: number, add: (size: number) => number): Reading {
  const { ref, spec, atoms, probes } = parts
  const texts = atoms.filter(({ kind }) => kind === 'text')
  const lists = atoms.filter(({ kind }) => kind === 'list')
  const compared = atoms.filter(({ kind }) => kind === 'scalar')
  const landmarks = landmarksOf(compared, at, probes, { texts: texts.length, lists: lists.length })
  const test = ({ operation, value }: Atom): Test => {
    const { operator, decorators } = operation
    const quick = decorators.length === 0 ? operator.against?.(value) : undefined
    return quick === undefined
      ? (fact) => operation.compare(fact, value, at)
      : (fact) => quick(fact, at)
  }
  const tests = compared.map(test)
  const textTests = texts.map(test)
  const told = spec.types.flatMap((type) => (type.kind === 'enum' ? type.values : []))
  const constants = new Set<unknown>([...landmarks.scalars, ...told])
  const isFree = (fact: unknown) =>
    texts.length > 0 && typeof fact === 'string' && fact !== '' && !constants.has(fact)
  const probed = new Set(probes)
  const signatureOf = (fact: unknown) =>
    kindOf(fact) +
    (probed.has(fact) ? `=${canonicalJson(fact)}` : '') +
    signature(tests, fact) +
    (isFree(fact) ? '~' : signature(textTests, fact))
  const regions = distinct(candidatesOf(spec, landmarks), signatureOf, spec)
  const each = elementsOf(lists, spec, at)
  const size = regions.length
  const words = new Map(
    texts
      .flatMap(({ operation, value }) => patternsOf(operation.operator.name, value))
      .map((pattern) => [`${pattern.kind} ${pattern.word}`, pattern]),
  )
  return {
    ref,
    spec,
    isAsked: atoms.length + probes.length > 0,
    variable: add(size),
    regions,
    lists: setWhere(size, (region) => Array.isArray(regions[region]?.value)),
    freeTexts: setWhere(size, (region) => isFree(regions[region]?.value)),
    elements: each.candidates.map((candidate) => ({ variable: add(2), candidate })),
    patterns: [...words.values()].map((pattern) => ({ variable: add(2), pattern })),
    signatureOf,
    elementSignatureOf: each.signatureOf,
  }
}

type Test = (fact: unknown) => boolean

/** Missing, null and lists are kept apart from everything else, because the shape of facts hangs on them. */
function kindOf(fact: unknown): string {
  if (fact === undefined) return 'missing '
  if (fact === null) return 'null '
  if (Array.isArray(fact)) return 'list '
  return typeof fact === 'object' ? 'object ' : ''
}

/** How every test comes out, fifteen to a character. */
function signature(tests: readonly Test[], fact: unknown): string {
  let text = ''
  for (let from = 0; from < tests.length; from += 15) {
    let bits = 0
    const to = Math.min(tests.length, from + 15)
    for (let index = from; index < to; index++) {
      bits = bits * 2 + ((tests[index] as Test)(fact) ? 1 : 0)
    }
    text += String.fromCharCode(bits)
  }
  return text
}

/** One candidate for each way the tests come out, the first that the vocabulary lets stand. */
function distinct(
  candidates: readonly Candidate[],
  signatureOf: (fact: unknown) => string,
  spec: RefSpec,
): Candidate[] {
  const found = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const key = signatureOf(candidate.value)
    const alike = found.get(key)
    if (alike === undefined) found.set(key, candidate)
    else if (!spec.fits(alike.value) && spec.fits(candidate.value)) found.set(key, candidate)
    else if (alike.isExact) found.set(key, { ...alike, isExact: false })
  }
  return [...found.values()]
}

function elementsOf(lists: readonly Atom[], spec: RefSpec, at: number) {
  const listType = spec.types.find(({ kind }) => kind === 'list')
  const items = listType === undefined ? OPEN_REF : elementSpecOf(listType)
  const tests = lists.map(
    ({ each, value }): Test =>
      (fact) =>
        each?.compare(fact, value, at) === true,
  )
  const landmarks = landmarksOf(lists, at, [], { texts: 0, lists: 0 })
  const signatureOf = (fact: unknown) => signature(tests, fact)
  const texts = (textsOfElements(lists, spec) ?? []).map((value) => ({ value, isExact: false }))
  const candidates =
    lists.length === 0
      ? []
      : distinct([...candidatesOf(items, landmarks), ...texts], signatureOf, items)
  return { signatureOf, candidates }
}

function landmarksOf(
  atoms: readonly Atom[],
  at: number,
  probes: readonly unknown[],
  others: { readonly texts: number; readonly lists: number },
): Landmarks {
  const scalars = new Set<unknown>(probes)
  const instants: number[] = []
  const durations: number[] = []
  let hasOrder = false
  let isRelative = false
  for (const { operation, value } of atoms) {
    const { fact, relative } = operation.operator
    for (const one of flat(value)) {
      if (fact === 'duration') durations.push(...known(millisOf(one)))
      else if (fact !== 'date') scalars.add(one)
      else if (relative !== true) instants.push(...known(instantOf(one)))
      else {
        isRelative = true
        const [span = 0] = known(millisOf(one))
        instants.push(at - span, at, at + span)
      }
    }
    if (fact === 'number') hasOrder = true
  }
  const isTold = others.texts + others.lists + probes.length > 0 || !atoms.every(isOrder)
  const hasLists = others.lists > 0
  return { scalars: [...scalars], instants, durations, hasOrder, isTold, hasLists, isRelative }
}

function isOrder({ operation }: Atom): boolean {
  return operation.operator.fact === 'number'
}

function known(value: number | undefined): number[] {
  return value === undefined ? [] : [value]
}

function flat(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value]
}
