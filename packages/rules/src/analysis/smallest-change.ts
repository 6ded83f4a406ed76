import { type Facts, readRef } from '../facts.ts'
import type { Rule, RuleSetModel } from '../model.ts'
import { leavesOf, type Node } from '../node.ts'
import { fold } from '../operators-text.ts'
import { analysisOf, type Decide } from './analysis.ts'
import type { Assignment } from './assignment.ts'
import { completeFacts } from './complete-facts.ts'
import { createEncoding, type Encoding } from './encoding.ts'
import { costOfEncoding } from './encoding-cost.ts'
import { type Literal, negate } from './formula.ts'
import { contradicting, inEffect, outranking, rulesOf } from './outranking.ts'
import { type Answer, askerOf, holdsSafely } from './question.ts'
import type { Reading } from './reading.ts'
import { meets } from './text-pattern.ts'
import { setWhere } from './value-set.ts'
import { regionValue, withValue } from './witness.ts'

/** A fact that has to change. */
export interface FactChange {
  /** As explanations call it: `contract.level`. */
  readonly label: string
  /** `undefined` where there is nothing. */
  readonly from: unknown
  readonly to: unknown
}

/** What would have to be different for a rule to decide. */
export type SmallestChange =
  | {
      readonly kind: 'change'
      readonly changes: readonly FactChange[]
      /** The request with the changes made. */
      readonly facts: Facts
      /** Whether fewer changes were proved not to do; otherwise some comparisons were not analyzed. */
      readonly isProved: boolean
    }
  /** No request makes it decide, or it is not in effect. */
  | { readonly kind: 'impossible' }
  /** The steps ran out. */
  | { readonly kind: 'undecided' }
  /** It rests on comparisons that are not analyzed. */
  | { readonly kind: 'unknown'; readonly labels: readonly string[] }

/** Enough for sets of some hundred rules. */
const DEFAULT_BUDGET = 20_000_000

/**
 * The smallest number of facts that have to change for a rule's event to come through: its condition holds, nothing
 * that outranks it matches, and nothing contradicts it. The changed facts were tried on the executor.
 *
 * **Ties**: facts that are read first change first; values that conditions name come before others; of a list and of
 * a text as much as possible is kept.
 */
export function smallestChange(
  model: RuleSetModel,
  decide: Decide,
  rule: Rule,
  facts: Facts,
  at: number,
  budget: number = DEFAULT_BUDGET,
): SmallestChange {
  const { hitPolicy } = model.actions.get(rule.action) ?? { hitPolicy: 'collect' }
  const active = inEffect(rulesOf(model, rule.action), at)
  if (!active.includes(rule)) return { kind: 'impossible' }
  const rivals = [
    ...outranking(rule, active, hitPolicy),
    ...contradicting(rule, active, hitPolicy),
  ].map(({ node }) => node)
  const steps = { left: budget - costOfEncoding([rule.node, ...rivals]) }
  if (steps.left <= 0) return { kind: 'undecided' }
  const analysis = analysisOf(model, decide, steps)
  const encoding = createEncoding([rule.node, ...rivals], model.vocabulary, at)
  const nodes = [rule.node, ...rivals]
  const formulas = [
    encoding.formulaOf(rule.node),
    ...rivals.map((one) => negate(encoding.formulaOf(one))),
  ]
  const now = currentOf(encoding, nodes, facts)
  if (now === undefined) return { kind: 'unknown', labels: [] }
  const { ask: answer } = askerOf(encoding, steps)
  const parts = groupsOf(encoding, now)
  const groups = parts.filter(({ reading }) => reading.isAsked)

  function isSo(changed: Facts): boolean {
    const decided = analysis.decided(changed, at)
    return (
      decided?.matched.includes(rule.id) === true &&
      !decided.conflicts.some(({ action }) => action === rule.action) &&
      rivals.every((node) => !analysis.holds(node, changed, at))
    )
  }

  function ask(most: number, kept: readonly Group[]): Answer {
    return answer({
      formulas: [...formulas, ...kept.flatMap(({ unchanged }) => unchanged)],
      nodes,
      isSo,
      limit: { most, groups: groups.map(({ unchanged }) => unchanged) },
      prefer: now as Assignment,
      build: (assignment) => changedFacts(encoding, parts, now as Assignment, assignment, facts),
    })
  }

  // Whether any change will do comes first: where none does, no number of them need be tried.
  const any = ask(groups.length, [])
  if (any.kind === 'never') return { kind: 'impossible' }
  if (any.kind === 'undecided') return any
  let isProved = true
  for (let most = 0; most <= groups.length; most++) {
    const found = ask(most, [])
    if (found.kind === 'undecided') return found
    if (found.kind === 'unknown') isProved = false
    if (found.kind === 'witness') return { ...earliest(found.facts, most), isProved }
  }
  return { kind: 'unknown', labels: any.kind === 'unknown' ? any.labels : [] }

  /** Of several smallest changes the one of the facts that are read first: the others are kept, the last first. */
  function earliest(first: Facts, most: number) {
    let best = first
    let kept: readonly Group[] = []
    for (const group of [...groups].reverse()) {
      const found = ask(most, [...kept, group])
      if (found.kind !== 'witness') continue
      kept = [...kept, group]
      best = found.facts
    }
    const changes = groups
      .map(({ reading: { ref } }) => ({
        label: ref.label,
        from: readRef(facts, ref),
        to: readRef(best, ref),
      }))
      .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    return { kind: 'change' as const, changes, facts: best }
  }
}

/** Something that changes as one: what one reference reads. */
interface Group {
  readonly reading: Reading
  /** The regions that its variables are in now. */
  readonly unchanged: readonly Literal[]
}

/** The region every variable is in now, or `undefined` where the facts are none that were thought of. */
function currentOf(
  encoding: Encoding,
  nodes: readonly Node[],
  facts: Facts,
): Assignment | undefined {
  const regions = new Map<number, number>()
  for (const reading of encoding.readings) {
    const { signatureOf, elementSignatureOf, variable, elements, patterns } = reading
    const value = readRef(facts, reading.ref)
    const key = signatureOf(value)
    const region = reading.regions.findIndex((one) => signatureOf(one.value) === key)
    if (region === -1) return undefined
    regions.set(variable, region)
    const kinds = new Set(Array.isArray(value) ? value.map(elementSignatureOf) : [])
    for (const one of elements) {
      regions.set(one.variable, kinds.has(elementSignatureOf(one.candidate.value)) ? 1 : 0)
    }
    const text = typeof value === 'string' ? fold(value) : ''
    for (const one of patterns) regions.set(one.variable, meets(text, one.pattern) ? 1 : 0)
  }
  for (const leaf of nodes.flatMap((node) => [...leavesOf(node)])) {
    const [variable] = leaf.valueRef === undefined ? [] : encoding.opaqueOf(leaf)
    if (variable !== undefined) regions.set(variable, holdsSafely(leaf, facts, encoding.at) ? 1 : 0)
  }
  return (variable) => regions.get(variable) ?? 0
}

function groupsOf({ readings, sizes }: Encoding, now: Assignment): readonly Group[] {
  return readings.map((reading) => {
    const { variable, elements, patterns } = reading
    const others = [...elements, ...patterns].map((one) => one.variable)
    return {
      reading,
      unchanged: [variable, ...others].map((one): Literal => {
        const size = sizes[one] as number
        const set = setWhere(size, (region) => region === now(one))
        return { kind: 'in', variable: one, size, set }
      }),
    }
  })
}

function changedFacts(
  { vocabulary }: Encoding,
  groups: readonly Group[],
  now: Assignment,
  assignment: Assignment,
  facts: Facts,
): Facts {
  let changed: Facts = facts
  const depth = ({ reading }: Group) => reading.ref.path?.steps.length ?? 0
  // A whole is set before its parts.
  for (const { reading, unchanged } of [...groups].sort((a, b) => depth(a) - depth(b))) {
    if (unchanged.every(({ variable }) => assignment(variable) === now(variable))) continue
    const value = regionValue(reading, assignment, readRef(facts, reading.ref))
    if (readRef(changed, reading.ref) !== value) changed = withValue(changed, reading, value)
  }
  return completeFacts({ ...changed }, vocabulary)
}
