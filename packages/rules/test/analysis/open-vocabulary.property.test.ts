import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkRules } from '../../src/analysis/check-rules.ts'
import { createEncoding } from '../../src/analysis/encoding.ts'
import { allOf, type Formula, negate } from '../../src/analysis/formula.ts'
import { regionSearch } from '../../src/analysis/region-search.ts'
import { createRuleSet } from '../../src/create-rule-set.ts'
import type { RuleSetDocument } from '../../src/document.ts'
import type { Facts } from '../../src/facts.ts'
import { leavesOf } from '../../src/node.ts'
import { holds } from '../../src/three-valued.ts'

const AT = Date.UTC(2026, 2, 1, 9)
const ISO = new Date(AT).toISOString()

const scalar = fc.constantFrom(5, 7, 'urgent', 'down', '5', ISO, true, null, 'PT1H')
const orders = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan')
const facts = fc.constantFrom('x', 'y')
const path = fc.constantFrom(undefined, undefined, '$.part', '$.list[*]', '$.list[0]')

const leaf = fc
  .oneof(
    fc.record({
      operator: fc.constantFrom('equal', 'notEqual', 'contains', 'doesNotContain'),
      value: scalar,
    }),
    fc.record({
      operator: fc.constantFrom('not:contains', 'someFact:equal', 'everyFact:notEqual'),
      value: scalar,
    }),
    fc.record({
      operator: fc.constantFrom('in', 'notIn', 'someFact:in'),
      value: fc.array(scalar, { maxLength: 3 }),
    }),
    fc.record({ operator: orders, value: fc.constantFrom(5, 7) }),
    fc.record({ operator: orders, value: fc.constantFrom('5', '6') }),
    fc.record({
      operator: fc.constantFrom('textContains', 'textStartsWith', 'textEndsWith', 'textLike'),
      value: fc.constantFrom('urgent', 'urge', 'n', '*down*', 'urgent'),
    }),
    fc.record({
      operator: fc.constantFrom('dateBefore', 'dateOnOrAfter'),
      value: fc.constant(ISO),
    }),
    fc.record({
      operator: fc.constantFrom('dateOlderThan', 'dateWithinLast', 'dateWithinNext'),
      value: fc.constantFrom('PT4H', 'PT48H'),
    }),
    fc.record({
      operator: fc.constantFrom('durationLessThan'),
      value: fc.constantFrom('PT1H', 'PT2H'),
    }),
    fc.record({
      operator: fc.constantFrom('equal', 'lessThan'),
      value: fc.record({ fact: facts }),
    }),
    fc.record({
      operator: fc.constantFrom('someValue:contains', 'everyValue:contains'),
      value: fc.array(scalar, { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      operator: fc.constant('swap:contains'),
      value: fc.array(scalar, { maxLength: 2 }),
    }),
  )
  .chain((part) =>
    fc.tuple(facts, path).map(([fact, at]) => ({ fact, ...(at && { path: at }), ...part })),
  )

const condition = fc
  .array(
    fc.oneof(
      leaf,
      leaf.map((one) => ({ not: one })),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((parts) => fc.boolean().map((isAll) => (isAll ? { all: parts } : { any: parts })))

const primitive = fc.oneof(
  scalar,
  fc.constantFrom(
    undefined,
    0,
    -1,
    5.5,
    6,
    1e18,
    Infinity,
    false,
    '',
    'other',
    ' 5',
    '5abc',
    '6',
    'URGENT',
    'so urgent',
    'shut down',
    'n',
  ),
  fc.constantFrom(AT, AT - 1, AT + 1, AT - 5 * 3_600_000, AT - 72 * 3_600_000, AT + 3_600_000),
  fc.constantFrom(
    '2026-03-01T10:00:00+01:00',
    '2026-02-01T00:00:00Z',
    '2026-03-01T11:00Z',
    'PT30M',
    'PT90M',
    'P1M',
  ),
)
const value = fc.oneof(
  { arbitrary: primitive, weight: 3 },
  fc.array(primitive, { maxLength: 3 }),
  fc.record({ part: primitive }, { requiredKeys: [] }),
  fc.record(
    { list: fc.array(primitive, { maxLength: 2 }), part: primitive },
    { requiredKeys: ['list'] },
  ),
  fc.constantFrom([5], ['5'], [[5]], { epochMilliseconds: AT }, { epochMilliseconds: AT - 1 }),
)
const request = fc.record({ x: value, y: value }, { requiredKeys: [] })
const conditions = fc.array(condition, { minLength: 1, maxLength: 4 })

function setOf(written: readonly object[], hitPolicy: string) {
  const document = {
    id: 'open',
    version: 1,
    actions: { assign: { hitPolicy, complete: true } },
    rules: written.map((one, index) => ({
      id: `r${index}`,
      conditions: one,
      event: { type: 'assign', params: { team: String(index % 2) } },
    })),
  } as unknown as RuleSetDocument
  return createRuleSet(document)
}

describe('without a vocabulary', () => {
  it('every request lies in some region, with every comparison as its formula says', () => {
    const holdsFor = (written: readonly object[], given: Facts) => {
      const { model } = setOf(written, 'first')
      const nodes = model.rules.map(({ node }) => node)
      const encoding = createEncoding(nodes, undefined, AT)
      const demands: Formula[] = []
      for (const leaf of nodes.flatMap((node) => [...leavesOf(node)])) {
        try {
          const formula = encoding.formulaOf(leaf)
          demands.push(holds(leaf, given, AT) ? formula : negate(formula))
        } catch {
          // A comparison that throws says nothing of the request.
        }
      }
      const shape = ['x', 'y'].flatMap((fact) => encoding.constraintsOf(fact))
      const found = regionSearch(encoding.sizes).search([allOf([...demands, ...shape])], {
        left: 1e7,
      })
      expect(found.kind).toBe('found')
    }
    fc.assert(fc.property(conditions, request, holdsFor), { numRuns: 2000 })
  })

  it('no request contradicts what is said of a rule set, and every witness shows what it is for', () => {
    const policies = fc.constantFrom('first', 'unique', 'any', 'collect')
    const holdsFor = (written: readonly object[], policy: string, given: readonly Facts[]) => {
      const set = setOf(written, policy)
      const decide = (one: Facts, at: number) => set.evaluate(one, { at })
      const findings = checkRules(set.model, decide, { from: AT, to: AT + 1000 })
      const said = (code: string) =>
        findings
          .filter((one) => one.code === code)
          .map(({ pointer }) => pointer.replace('/rules/', 'r'))
      const settled = (word: string) =>
        !findings.some(({ code, message }) => code.startsWith('analysis') && message.includes(word))
      const isComplete = said('gap').length === 0 && settled('complete')
      for (const one of given) {
        const evaluation = decide(one, AT)
        if (!evaluation.ok) continue
        for (const id of said('rule-contradictory')) expect(evaluation.matched).not.toContain(id)
        for (const id of said('rule-shadowed')) {
          expect(evaluation.events.map(({ rule }) => rule)).not.toContain(id)
        }
        if (isComplete) expect(evaluation.matched.length).toBeGreaterThan(0)
      }
      for (const { code, witness } of findings) {
        if (witness === undefined) continue
        const { facts: shown } = witness as { facts: Facts }
        const evaluation = decide(shown, AT)
        if (!evaluation.ok) throw new Error('refused')
        if (code === 'gap') expect(evaluation.matched).toEqual([])
        if (code === 'rules-conflicting') expect(evaluation.conflicts).toHaveLength(1)
      }
    }
    const some = fc.array(request, { minLength: 10, maxLength: 20 })
    fc.assert(fc.property(conditions, policies, some, holdsFor), { numRuns: 300 })
  })
})
