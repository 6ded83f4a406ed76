import { quote } from '@holdfast/kernel'
import type { Rule } from '../model.ts'
import { type Group, leavesOf, type Node } from '../node.ts'
import type { Analysis } from './analysis.ts'
import { isTrue } from './formula.ts'
import type { Answer } from './question.ts'
import { type Report, type Subject, subjectOf } from './report.ts'

/** Named conditions that nobody uses, or that are always or never true; gives the names of the latter. */
export function namedFindings(analysis: Analysis, report: Report, at: number): ReadonlySet<string> {
  const constant = new Set<string>()
  for (const { name, node, isUsed, at: path } of analysis.model.named) {
    const warn = (code: string, message: string) =>
      report.add({ severity: 'warning', code, message, path })
    if (!isUsed) warn('named-condition-unused', `no rule uses the condition ${quote(name)}`)
    const subject: Subject = { name: `the condition ${quote(name)}`, path }
    for (const value of [true, false]) {
      const answer = value ? analysis.ask(at, [], [node]) : analysis.ask(at, [node])
      if (!report.settles(answer, subject, 'always the same') || answer.kind !== 'never') continue
      constant.add(name)
      const always = value ? 'always' : 'never'
      warn('named-condition-constant', `the condition ${quote(name)} is ${always} true`)
    }
  }
  return constant
}

/** Parts of conditions that change nothing. Those of named conditions are looked for where they are defined. */
export function conditionFindings(
  analysis: Analysis,
  report: Report,
  from: number,
  contradictory: ReadonlySet<Rule>,
  constant: ReadonlySet<string>,
): void {
  const { rules, named } = analysis.model
  for (const rule of rules) {
    if (contradictory.has(rule)) continue
    const at = Math.max(from, rule.from)
    // A row names the ends of a range where the vocabulary ends too, and does well to.
    const isRow = rule.at[0] === 'tables'
    const subject = subjectOf(rule)
    redundantParts({ analysis, report, at, root: rule.node, subject, constant, isRow })
  }
  for (const { name, node, at: path } of named) {
    if (constant.has(name)) continue
    const subject = { name: `the condition ${quote(name)}`, path }
    redundantParts({ analysis, report, at: from, root: node, subject, constant, isRow: false })
  }
}

interface Search {
  readonly analysis: Analysis
  readonly report: Report
  readonly at: number
  readonly root: Node
  readonly subject: Subject
  readonly constant: ReadonlySet<string>
  /** Whether it is the row of a table, whose cells may say what always holds. */
  readonly isRow: boolean
}

/** What it costs to leave something out of a condition, for each of its comparisons, in steps. */
const COST_PER_LEAF = 100

/** From the outside in, and of siblings the last first, so that of two that say the same the later one is told. */
function redundantParts(search: Search): void {
  const { analysis, report, at, root, subject, constant, isRow } = search
  const asker = analysis.asker(at)
  // That nothing is known is told of the rule itself.
  if (asker === undefined) return
  const { formulaOf } = asker.encoding
  const { steps } = analysis
  const removed = new Set<Node>()
  const cost = [...leavesOf(root)].length * COST_PER_LEAF
  // No more than half of what is left, so that a large condition does not starve those after it.
  const reserve = steps.left / 2
  const groups: { group: Group; isNegated: boolean }[] = []
  collect(root, false)
  while (groups.length > 0) {
    const { group, isNegated } = groups.shift() as { group: Group; isNegated: boolean }
    let left = group.children.length
    for (const child of [...group.children].reverse()) {
      const isConstant = child.kind === 'named' && constant.has(child.name)
      if (isConstant || (group.kind === 'any' && left === 1)) continue
      if (isRow && isTrue(formulaOf(child))) continue
      steps.left = Math.max(0, steps.left - cost)
      const answer: Answer =
        steps.left <= reserve
          ? { kind: 'undecided' }
          : withoutPart(search, removed, child, (group.kind === 'all') !== isNegated)
      if (!report.settles(answer, subject, 'free of redundant parts')) {
        if (answer.kind === 'undecided') return
        continue
      }
      if (answer.kind !== 'never') continue
      removed.add(child)
      left--
      report.add({
        severity: 'warning',
        code: 'condition-redundant',
        message: `this part of ${subject.name} changes nothing and can be left out`,
        path: child.at,
      })
    }
    for (const child of group.children) if (!removed.has(child)) collect(child, isNegated)
  }

  function collect(node: Node, isNegated: boolean) {
    if (node.kind === 'not') collect(node.child, !isNegated)
    else if (node.kind === 'all' || node.kind === 'any') groups.push({ group: node, isNegated })
  }
}

/** Whether leaving out one more part makes a difference; `isWeaker` when it can only make the condition weaker. */
function withoutPart(
  { analysis, at, root }: Search,
  removed: ReadonlySet<Node>,
  child: Node,
  isWeaker: boolean,
): Answer {
  const reduced = reducedNode(root, new Set([...removed, child]))
  return isWeaker ? analysis.ask(at, [reduced], [root]) : analysis.ask(at, [root], [reduced])
}

/** A condition without some of its parts; what has none of them stays the same node. */
function reducedNode(node: Node, removed: ReadonlySet<Node>): Node {
  if (node.kind === 'not') {
    const child = reducedNode(node.child, removed)
    return child === node.child ? node : { ...node, child }
  }
  if (node.kind !== 'all' && node.kind !== 'any') return node
  const children = node.children
    .filter((child) => !removed.has(child))
    .map((child) => reducedNode(child, removed))
  const isSame =
    children.length === node.children.length &&
    children.every((child, index) => child === node.children[index])
  return isSame ? node : { ...node, children }
}
