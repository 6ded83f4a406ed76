/**
 * Conditions as formulas over variables with finitely many regions. Every request lies in some region of every
 * variable, and there every comparison is as its formula says; so what no assignment makes true, no request does.
 * The converse does not hold: an assignment may belong to no request, and must be tried on one.
 */
import type { FactRef, Leaf, Node } from '../node.ts'
import { refsOf } from '../node.ts'
import { instantOf } from '../operators-date.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { type Atom, asOpaque, type Expansion, expand, refKey } from './atom.ts'
import { textsOfElements } from './element-texts.ts'
import { allOf, anyOf, FALSE, type Formula, negate } from './formula.ts'
import { type Reading, readingOf } from './reading.ts'
import { type RefSpec, refSpecOf } from './ref-spec.ts'
import { shapeConstraints } from './shape-constraints.ts'
import { translator } from './translate.ts'

export interface Encoding {
  /** The instant that operators relative to it are translated for. */
  readonly at: number
  readonly vocabulary: Vocabulary | undefined
  /** How many regions each variable has. */
  readonly sizes: readonly number[]
  /** In the order in which conditions first read them. */
  readonly readings: readonly Reading[]
  readingOf(ref: FactRef): Reading
  formulaOf(node: Node): Formula
  /** The variable of a comparison that is translated into nothing but "it holds or it does not". */
  opaqueOf(leaf: Leaf): readonly number[]
  /** The fact whose variable it is; `undefined` for one of an opaque comparison. */
  factOf(variable: number): string | undefined
  /** What holds of the variables of a fact whatever is asked. */
  constraintsOf(fact: string): readonly Formula[]
}

export function createEncoding(
  nodes: readonly Node[],
  vocabulary: Vocabulary | undefined,
  at: number,
): Encoding {
  const leaves = leavesOnce(nodes)
  const drafts = draftsOf(leaves, vocabulary)
  const sizes: number[] = []
  const add = (size: number) => sizes.push(size) - 1
  const facts: string[] = []
  const readings = new Map<string, Reading>()
  const settling = new Map<string, (atom: Atom) => Atom>()
  for (const [key, { ref, atoms: compared, probes }] of drafts) {
    const spec = refSpecOf(vocabulary, ref)
    const settle = settlerOf(compared, spec)
    settling.set(key, settle)
    const own = spec.types.flatMap((type) => (type.kind === 'enum' ? type.values : []))
    const told = probes.length === 0 ? [] : [...probes, ...own]
    readings.set(key, readingOf({ ref, spec, atoms: compared.map(settle), probes: told }, at, add))
    while (facts.length < sizes.length) facts.push(ref.fact)
  }
  const constraints = shapeConstraints([...readings.values()], sizes)
  const ofRef = (ref: FactRef) => readings.get(refKey(ref)) as Reading
  const atoms = translator(ofRef, sizes, add, at)
  const settlingOf = ({ ref }: Leaf) => settling.get(refKey(ref)) as (atom: Atom) => Atom
  const leafFormulas = new Map<Leaf, Formula>()
  const formulas = new Map<Node, Formula>()

  function leafFormula(leaf: Leaf): Formula {
    const known = leafFormulas.get(leaf)
    if (known !== undefined) return known
    const formula = atoms.formulaOf(expand(leaf), settlingOf(leaf))
    leafFormulas.set(leaf, formula)
    return formula
  }

  // Translated now, because a search has to know of every variable.
  for (const leaf of leaves) leafFormula(leaf)
  return {
    at,
    vocabulary,
    sizes,
    readings: [...readings.values()],
    readingOf: ofRef,
    opaqueOf: (leaf) => atoms.opaqueOf(expand(leaf), settlingOf(leaf)),
    factOf: (variable) => facts[variable],
    constraintsOf: (fact) => constraints.get(fact) ?? [],
    formulaOf(node) {
      const known = formulas.get(node)
      if (known !== undefined) return known
      const formula = formulaOf(node, leafFormula, formulas)
      formulas.set(node, formula)
      return formula
    },
  }
}

function formulaOf(
  node: Node,
  leafFormula: (leaf: Leaf) => Formula,
  known: Map<Node, Formula>,
): Formula {
  switch (node.kind) {
    case 'leaf':
      return leafFormula(node)
    case 'undefined':
      return FALSE
    case 'named': {
      const formula = known.get(node.child) ?? formulaOf(node.child, leafFormula, known)
      known.set(node.child, formula)
      return formula
    }
    case 'not':
      return negate(formulaOf(node.child, leafFormula, known))
    default: {
      const parts = node.children.map((child) => formulaOf(child, leafFormula, known))
      return node.kind === 'all' ? allOf(parts) : anyOf(parts)
    }
  }
}

/** Every leaf once, however often a named condition is referred to. */
function leavesOnce(nodes: readonly Node[]): Leaf[] {
  const leaves = new Set<Leaf>()
  const seen = new Set<Node>()
  const visit = (node: Node) => {
    if (seen.has(node)) return
    seen.add(node)
    switch (node.kind) {
      case 'leaf':
        leaves.add(node)
        return
      case 'all':
      case 'any':
        node.children.forEach(visit)
        return
      case 'not':
      case 'named':
        visit(node.child)
    }
  }
  nodes.forEach(visit)
  return [...leaves]
}

interface Draft {
  readonly ref: FactRef
  readonly atoms: Atom[]
  readonly probes: unknown[]
}

function draftsOf(leaves: readonly Leaf[], vocabulary: Vocabulary | undefined): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const draftOf = (ref: FactRef): Draft => {
    const key = refKey(ref)
    const draft = drafts.get(key) ?? { ref, atoms: [], probes: [] }
    drafts.set(key, draft)
    return draft
  }
  const seen = new Set<string>()
  const pairs: (readonly FactRef[])[] = []
  for (const leaf of leaves) {
    for (const ref of refsOf(leaf)) draftOf(ref)
    for (const atom of atomsOf(expand(leaf))) {
      if (seen.has(atom.key)) continue
      seen.add(atom.key)
      draftOf(leaf.ref).atoms.push(atom)
      if (atom.kind === 'opaque') pairs.push(refsOf(leaf))
    }
  }
  for (const refs of pairs) probe(refs.map(draftOf))
  for (const { ref } of Array.from(drafts.values())) {
    // The shape of a fact matters where it may be missing as a whole.
    const isPart = ref.path !== undefined
    if (isPart && isWholeTold(ref, vocabulary, drafts)) draftOf({ fact: ref.fact, label: ref.fact })
  }
  return drafts
}

function isWholeTold(
  { fact }: FactRef,
  vocabulary: Vocabulary | undefined,
  drafts: ReadonlyMap<string, Draft>,
): boolean {
  const whole: FactRef = { fact, label: fact }
  if (drafts.has(refKey(whole))) return true
  const spec = vocabulary?.facts.get(fact)
  return spec !== undefined && (spec.optional || spec.nullable)
}

/** Facts that are compared with each other are told apart by what either is compared with, and some more. */
function probe(drafts: readonly Draft[]) {
  const constants = drafts.flatMap(({ atoms }) =>
    atoms.flatMap(({ value }) => (Array.isArray(value) ? value.flat() : [value])),
  )
  const scalars = constants.filter((value) => typeof value !== 'object' && value !== undefined)
  for (const { probes } of drafts) probes.push(...scalars, 0, 1, 'a', 'b', true, false)
}

/** The atoms of a comparison in the order they are written. */
function atomsOf(expansion: Expansion): readonly Atom[] {
  if (expansion.kind === 'atom') return [expansion.atom]
  if (expansion.kind === 'not') return atomsOf(expansion.of)
  return expansion.of.flatMap(atomsOf)
}

/**
 * Whether instants of one fact are compared both with fixed ones and with the instant asked at: how those lie to each
 * other changes as time goes by, so no encoding for one instant would hold for all.
 */
function isMixed(atoms: readonly Atom[], { types }: RefSpec): boolean {
  if (!atoms.some(isRelative)) return false
  const isFixed = types.some(
    (type) => type.kind === 'enum' && type.values.some((one) => instantOf(one) !== undefined),
  )
  return isFixed || atoms.some((atom) => !isRelative(atom) && isTimed(atom))
}

function isRelative({ kind, operation }: Atom): boolean {
  return kind !== 'opaque' && operation.operator.relative === true
}

function isTimed({ kind, operation: { operator }, value }: Atom): boolean {
  if (kind === 'opaque') return false
  if (operator.fact === 'date' || operator.fact === 'number' || operator.fact === 'text')
    return true
  const values = Array.isArray(value) ? value.flat() : [value]
  return values.some((one) => instantOf(one) !== undefined)
}

/** Makes opaque those comparisons of a reference of which, next to the others, no regions tell everything. */
function settlerOf(atoms: readonly Atom[], spec: RefSpec): (atom: Atom) => Atom {
  const mixed = isMixed(atoms, spec)
  const lists = atoms.filter(({ kind }) => kind === 'list')
  const untold = textsOfElements(lists, spec) === undefined
  return (atom) => {
    const isText = atom.kind === 'list' && atom.operation.operator.fact === 'text'
    return (mixed && isRelative(atom)) || (untold && isText) ? asOpaque(atom) : atom
  }
}
