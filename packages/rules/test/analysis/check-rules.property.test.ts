import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRules } from '../../src/analysis/check-rules.ts'
import { contradicting, outranking, paramsKeyOf } from '../../src/analysis/outranking.ts'
import type { HitPolicy, Rule } from '../../src/model.ts'
import type { Node } from '../../src/node.ts'
import { holds } from '../../src/three-valued.ts'
import { everyRequest, hitPolicies, type SmallRules, smallRules, smallSet } from './small-world.ts'

const AT = Date.UTC(2026, 2, 1)
const RANGE = { from: AT, to: AT + 86_400_000 }

function asked(node: Node, facts: Record<string, unknown>): boolean {
  switch (node.kind) {
    case 'leaf':
      return holds(node, facts, AT)
    case 'all':
      return node.children.every((child) => asked(child, facts))
    case 'any':
      return node.children.some((child) => asked(child, facts))
    case 'not':
      return !asked(node.child, facts)
    case 'named':
      return asked(node.child, facts)
    case 'undefined':
      return false
  }
}

const codeOf = (findings: readonly { code: string; pointer: string }[], code: string) =>
  findings.filter((one) => one.code === code).map(({ pointer }) => pointer)

describe('what is said of a rule set', () => {
  it('is what trying every request shows', () => {
    const holdsFor = (written: SmallRules, policy: HitPolicy) => {
      const { model, decide } = smallSet(written, policy)
      const findings = checkRules(model, decide, RANGE)
      expect(findings.filter(({ code }) => code.startsWith('analysis'))).toEqual([])
      const { rules } = model
      const table = everyRequest.map(
        (facts) => new Set(rules.filter((rule) => asked(rule.node, facts))),
      )
      const pointer = (rule: Rule) => `/${rule.at.join('/')}`
      const live = rules.filter((rule) => table.some((matched) => matched.has(rule)))

      expect(codeOf(findings, 'rule-contradictory')).toEqual(
        rules.filter((rule) => !live.includes(rule)).map(pointer),
      )
      const shadowed = live.filter((rule) => {
        const above = outranking(rule, live, policy)
        return table.every((matched) => !matched.has(rule) || above.some((one) => matched.has(one)))
      })
      expect(codeOf(findings, 'rule-shadowed')).toEqual(shadowed.map(pointer))

      const clashing = live.flatMap((rule, index) =>
        contradicting(rule, live, policy)
          .filter((other) => live.indexOf(other) < index)
          .filter((other) => {
            const above = outranking(rule, live, policy)
            return table.some(
              (matched) =>
                matched.has(rule) && matched.has(other) && !above.some((one) => matched.has(one)),
            )
          })
          .map(() => pointer(rule)),
      )
      expect(codeOf(findings, 'rules-conflicting')).toEqual(clashing)

      const isGap = policy !== 'collect' && table.some((matched) => matched.size === 0)
      expect(codeOf(findings, 'gap').length > 0).toBe(isGap)

      let left = live
      const redundant = [...live].reverse().filter((rule) => {
        if (policy !== 'any' && policy !== 'collect') return false
        const alike = left.filter((one) => one !== rule && paramsKeyOf(one) === paramsKeyOf(rule))
        const is = table.every(
          (matched) => !matched.has(rule) || alike.some((one) => matched.has(one)),
        )
        if (is) left = left.filter((one) => one !== rule)
        return is
      })
      expect(codeOf(findings, 'rule-redundant')).toEqual(redundant.map(pointer))
    }
    fc.assert(fc.property(smallRules, hitPolicies, holdsFor), { numRuns: 300 })
  })

  it('of redundant parts leaves conditions that mean the same, and none that could be shorter', () => {
    const holdsFor = (written: SmallRules, policy: HitPolicy) => {
      const { model, decide } = smallSet(written, policy)
      const findings = checkRules(model, decide, RANGE)
      const removed = new Set(codeOf(findings, 'condition-redundant'))
      const same = (a: Node, b: Node) =>
        everyRequest.every((facts) => asked(a, facts) === asked(b, facts))
      for (const { node } of model.rules) {
        if (!everyRequest.some((facts) => asked(node, facts))) continue
        const reduced = without(node, removed)
        expect(same(node, reduced)).toBe(true)
        if (reduced !== node) continue
        for (const shorter of shorterBy(node)) expect(same(node, shorter)).toBe(false)
      }
    }
    fc.assert(fc.property(smallRules, hitPolicies, holdsFor), { numRuns: 200 })
  })
})

function without(node: Node, removed: ReadonlySet<string>): Node {
  if (node.kind === 'not') {
    const child = without(node.child, removed)
    return child === node.child ? node : { ...node, child }
  }
  if (node.kind !== 'all' && node.kind !== 'any') return node
  const children = node.children
    .filter((child) => !removed.has(`/${child.at.join('/')}`))
    .map((child) => without(child, removed))
  const isSame =
    children.length === node.children.length &&
    node.children.every((child, i) => child === children[i])
  return isSame ? node : { ...node, children }
}

/** The condition with one part less, in every way. */
function shorterBy(node: Node): Node[] {
  if (node.kind === 'not') return shorterBy(node.child).map((child) => ({ ...node, child }))
  if (node.kind !== 'all' && node.kind !== 'any') return []
  const { children } = node
  const less = children.map((_, index) => ({
    ...node,
    children: children.filter((_, i) => i !== index),
  }))
  const inner = children.flatMap((child, index) =>
    shorterBy(child).map((one) => ({
      ...node,
      children: children.map((other, i) => (i === index ? one : other)),
    })),
  )
  return [...(node.kind === 'any' && children.length === 1 ? [] : less), ...inner]
}
