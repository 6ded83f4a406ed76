/** What the analysis claims of a rule set by chance, held to every request of a pool. */
import type { Finding } from '@holdfast/kernel'
import { createRuleSet } from '../../src/create-rule-set.ts'
import { diffRuleSets } from '../../src/diff-rule-sets.ts'
import type { Decided } from '../../src/evaluation.ts'
import type { Facts } from '../../src/facts.ts'
import type { Node } from '../../src/node.ts'
import type { RuleSet } from '../../src/rule-set.ts'
import { holds } from '../../src/three-valued.ts'
import { diceOf, pick } from '../random-rules.ts'
import { constantsOf, documentOf, editOf } from './odd-conditions.ts'
import { FROM, INSTANTS, requestsOf, TO, worldOf } from './odd-worlds.ts'

/** How much was claimed, so that a test of nothing is noticed. */
export type Tally = Map<string, number>

interface Asked {
  readonly facts: Facts
  readonly at: number
  readonly decided: Decided
}

const BUDGET = 400_000

/** What a request contradicts of what is claimed of one rule set, in words; empty when nothing. */
export function contradictionsOf(seed: number, tally: Tally): readonly string[] {
  const dice = diceOf(seed)
  const world = worldOf(dice)
  const document = documentOf(dice, world)
  const { vocabulary } = world
  const ruleSet = createRuleSet(document, { vocabulary }) as RuleSet
  const requests = requestsOf(dice, world, constantsOf(document))
  const asked = askedOf(ruleSet, requests)
  const contradictions: string[] = []
  const told = new Set<string>()
  const claim = (what: string, { facts, at }: Asked) => {
    if (told.has(what)) return
    told.add(what)
    const time = new Date(at).toISOString()
    contradictions.push(`${what}: ${JSON.stringify(facts)} at ${time}; ${JSON.stringify(document)}`)
  }
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)
  for (const _ of asked) count('requests')

  const findings = ruleSet.check({ from: FROM, to: TO, budget: BUDGET })
  for (const { code } of findings) count(code)
  for (const finding of findings) {
    const isContradicted = contradicts(ruleSet, finding, findings)
    for (const one of asked) {
      if (within(finding, one.at) && isContradicted(one)) claim(describe(finding), one)
    }
  }
  const isOpen = findings.some((one) => one.code.startsWith('analysis') && isOfAction(one))
  const gap = findings.find(({ code }) => code === 'gap')
  if (!isOpen) {
    if (gap === undefined) count('complete')
    for (const one of asked) {
      const isTold = gap !== undefined && within(gap, one.at)
      if (!isTold && one.decided.matched.length === 0) claim('every request is matched', one)
    }
  }

  const edited = createRuleSet(editOf(dice, document), { vocabulary }) as RuleSet
  if (diffRuleSets(ruleSet, edited, { budget: BUDGET }).equivalent) {
    count('equivalent')
    for (const one of asked) {
      const after = edited.evaluate(one.facts, { at: one.at })
      if (!after.ok || outcome(after) !== outcome(one.decided)) {
        claim(`alike with ${JSON.stringify(edited.document)}`, one)
      }
    }
  }

  for (const { id } of ruleSet.model.rules) {
    if (asked.length === 0) continue
    const { facts, at } = pick(dice, asked)
    const why = ruleSet.whyNot(id, facts, { at, budget: BUDGET })
    if (!('change' in why)) continue
    count(`whyNot ${why.change.kind}`)
    if (why.change.kind !== 'impossible') continue
    for (const one of asked) {
      const decides = one.at === at && one.decided.events.some(({ rule }) => rule === id)
      if (decides) claim(`nothing lets ${id} decide`, one)
    }
  }
  return contradictions
}

function askedOf(ruleSet: RuleSet, requests: readonly Facts[]): Asked[] {
  // What does not look at the time says the same at every instant.
  const isTimed = /"effective"|Older|Within/.test(JSON.stringify(ruleSet.document))
  return (isTimed ? INSTANTS : INSTANTS.slice(1, 2)).flatMap((at) =>
    requests.flatMap((facts) => {
      const decided = ruleSet.evaluate(facts, { at })
      return decided.ok ? [{ facts, at, decided }] : []
    }),
  )
}

function describe({ code, pointer, message }: Finding): string {
  return `${code} ${pointer} (${message})`
}

function isOfAction({ pointer }: Finding): boolean {
  return pointer.startsWith('/actions')
}

/** Whether a finding speaks of an instant: it may be of a part of the time. */
function within({ code, message }: Finding, at: number): boolean {
  if (code !== 'gap' && code !== 'rule-shadowed' && code !== 'rule-redundant') return true
  const times = [...message.matchAll(/from (\d\S+) until (\d\S+?)(?:,|$)/g)]
  if (times.length === 0) return true
  return times.some(
    ([, from, to]) => at >= Date.parse(from as string) && at < Date.parse(to as string),
  )
}

/** Whether a request shows that a finding is not so. */
function contradicts(
  ruleSet: RuleSet,
  finding: Finding,
  findings: readonly Finding[],
): (one: Asked) => boolean {
  const { code, pointer, message } = finding
  const rules = (ruleSet.document as unknown as { rules: { id: string }[] }).rules
  const id = rules[Number(/^\/rules\/(\d+)/.exec(pointer)?.[1])]?.id ?? ''
  const named = ruleSet.model.named.find(({ name }) => pointer === `/conditions/${name}`)
  const isMatched = ({ matched }: Decided) => matched.includes(id)
  const others = Array.isArray(finding.found) ? (finding.found as string[]) : []
  const isAlone = (decided: Decided) => !others.some((other) => decided.matched.includes(other))
  switch (code) {
    case 'rule-contradictory':
      return ({ decided }) => isMatched(decided)
    case 'rule-shadowed':
      return ({ decided }) =>
        isMatched(decided) && (isAlone(decided) || decided.events.some(({ rule }) => rule === id))
    case 'rule-redundant':
      return ({ decided }) => isMatched(decided) && isAlone(decided)
    case 'named-condition-constant': {
      const value = message.includes('always')
      return ({ facts, at }) => named !== undefined && isTrue(named.node, facts, at) !== value
    }
    case 'condition-redundant': {
      const before = findings.slice(0, findings.indexOf(finding) + 1)
      const parts = before.filter((one) => one.code === code).map((one) => one.pointer)
      const { root, reduced } = withoutParts(ruleSet, pointer, new Set(parts))
      const rule = ruleSet.model.rules.find((one) => one.node === root)
      return ({ facts, at }) =>
        (rule === undefined || (rule.from <= at && at < rule.to)) &&
        isTrue(root, facts, at) !== isTrue(reduced, facts, at)
    }
    default:
      return () => false
  }
}

/** A condition without a part, and without the parts of it that were told before: it is redundant without those. */
function withoutParts({ model }: RuleSet, pointer: string, parts: ReadonlySet<string>) {
  const roots = [...model.rules.map(({ node }) => node), ...model.named.map(({ node }) => node)]
  const root = roots.find((one) => without(one, new Set([pointer])) !== one)
  if (root === undefined) throw new Error(`nothing is at ${pointer}`)
  return { root, reduced: without(root, parts) }
}

function without(node: Node, parts: ReadonlySet<string>): Node {
  if (node.kind === 'not') {
    const child = without(node.child, parts)
    return child === node.child ? node : { ...node, child }
  }
  if (node.kind !== 'all' && node.kind !== 'any') return node
  const left = node.children.filter((child) => !parts.has(`/${child.at.join('/')}`))
  const children = left.map((child) => without(child, parts))
  const isSame =
    left.length === node.children.length && children.every((one, index) => one === left[index])
  return isSame ? node : { ...node, children }
}

function isTrue(node: Node, facts: Facts, at: number): boolean {
  switch (node.kind) {
    case 'leaf':
      return holds(node, facts, at)
    case 'undefined':
      return false
    case 'named':
      return isTrue(node.child, facts, at)
    case 'not':
      return !isTrue(node.child, facts, at)
    case 'all':
      return node.children.every((child) => isTrue(child, facts, at))
    case 'any':
      return node.children.some((child) => isTrue(child, facts, at))
  }
}

function outcome({ events }: Decided): string {
  return [...new Set(events.map(({ params }) => String(params['team'])))].sort().join()
}
