import {
  backTest,
  backTestRuleSets,
  createRuleSet,
  type PastRequest,
  type RuleDocument,
} from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { AT, compared, rule, triage } from './desk.ts'

const gold = { all: [compared('tier', 'equal', 'gold')] }
const security = { all: [compared('topic', 'equal', 'security')] }
const to = (id: string, team: string, conditions?: typeof gold): RuleDocument =>
  rule(id, conditions, { event: { type: 'assign', params: { team } } })
const setOf = (rules: RuleDocument[], hitPolicy = 'first') =>
  createRuleSet(triage({ actions: { assign: { hitPolicy } }, rules }))

const before = setOf([
  to('security', 'on-call', security),
  to('gold', 'success', gold),
  to('rest', 'support'),
])
const after = setOf([
  to('gold', 'success', gold),
  to('security', 'on-call', security),
  to('rest', 'support'),
])

function past(...facts: object[]): PastRequest[] {
  return facts.map((one) => ({ facts: one as PastRequest['facts'], at: AT }))
}

const history = past(
  { tier: 'gold', topic: 'security' },
  { tier: 'gold', topic: 'billing' },
  { tier: 'basic', topic: 'security' },
  { tier: 'basic', topic: 'billing' },
  { tier: 'gold', topic: 'security' },
)

describe('a back-test', () => {
  it('counts how many requests are decided differently, and by which rules', () => {
    expect(backTestRuleSets(before, after, history)).toMatchObject({
      total: 5,
      changed: 2,
      refused: 0,
      byRule: {
        security: { before: 3, after: 1, lost: 2, gained: 0 },
        gold: { before: 1, after: 3, lost: 0, gained: 2 },
        rest: { before: 1, after: 1, lost: 0, gained: 0 },
      },
    })
  })

  it('shows the first of them, as many as asked for, by name or number', () => {
    const named = history.map((one, index) => (index === 4 ? { ...one, id: 'INC-5' } : one))
    const { examples } = backTestRuleSets(before, after, named)
    expect(examples).toMatchObject([
      {
        id: '1',
        facts: { tier: 'gold', topic: 'security' },
        at: AT,
        actions: ['assign'],
        before: { events: [{ rule: 'security' }] },
        after: { events: [{ rule: 'gold' }] },
      },
      { id: 'INC-5' },
    ])
    expect(backTestRuleSets(before, after, named, { examples: 1 }).examples).toHaveLength(1)
    expect(backTestRuleSets(before, after, named, { examples: 0 })).toMatchObject({
      changed: 2,
      examples: [],
    })
  })

  it('finds no change where another rule, or other writing, asks for the same', () => {
    const params = [
      { team: 'a', tags: ['x', { k: 1, l: 2 }] },
      { tags: ['x', { l: 2, k: 1 }], team: 'a' },
    ] as const
    const [one, two] = params.map((each, index) =>
      setOf([rule(`r${index}`, undefined, { event: { type: 'assign', params: each } })]),
    ) as [typeof before, typeof before]
    expect(backTestRuleSets(one, two, history)).toMatchObject({
      changed: 0,
      byRule: { r0: { before: 5, after: 0, lost: 0 }, r1: { before: 0, after: 5, gained: 0 } },
    })
  })

  it('finds a change where one more, one fewer, or another order is collected', () => {
    const [a, b] = [to('a', 'a'), to('b', 'b')]
    const changed = (rules: RuleDocument[], others: RuleDocument[]) =>
      backTestRuleSets(setOf(rules, 'collect'), setOf(others, 'collect'), past({})).changed
    expect(changed([a, b], [a, b])).toBe(0)
    expect(changed([a], [a, b])).toBe(1)
    expect(changed([a, b], [b])).toBe(1)
    expect(changed([a, b], [b, a])).toBe(1)
    expect(changed([], [a])).toBe(1)
  })

  it('takes a conflict for nothing decided', () => {
    const rules = [to('a', 'a'), to('b', 'b', gold)]
    const report = backTestRuleSets(setOf(rules, 'unique'), setOf(rules, 'first'), history)
    expect(report).toMatchObject({ changed: 3, byRule: { a: { before: 2, after: 5, gained: 3 } } })
    expect(report.examples[0]?.before).toMatchObject({
      events: [],
      conflicts: [{ rules: ['a', 'b'] }],
    })
  })

  it('counts requests that a vocabulary refuses, which decide nothing', () => {
    const strict = createRuleSet(triage({ rules: [to('rest', 'support')] }), {
      vocabulary: z.object({ tier: z.enum(['gold']) }),
    })
    const report = backTestRuleSets(setOf([to('rest', 'support')]), strict as never, history)
    expect(report).toMatchObject({ total: 5, refused: 2, changed: 2 })
    expect(report.examples[0]?.after).toMatchObject({ ok: false })
    expect(backTestRuleSets(strict as never, strict as never, history)).toMatchObject({
      refused: 2,
      changed: 0,
    })
  })
})

describe('a long history', () => {
  it('is read one request at a time', () => {
    let read = 0
    let open = true
    function* endless(): Generator<PastRequest> {
      try {
        for (let index = 0; ; index++) {
          read++
          if (index === 20_000) return
          yield history[index % history.length] as PastRequest
        }
      } finally {
        open = false
      }
    }
    const seen: number[] = []
    const report = backTestRuleSets(before, after, endless(), {
      progressEvery: 5000,
      onProgress: ({ total }) => seen.push(read - total),
    })
    // Nothing is read ahead.
    expect(seen).toEqual([0, 0, 0, 0])
    expect(open).toBe(false)
    expect(report).toMatchObject({ total: 20_000, changed: 8000 })
    expect(report.examples).toHaveLength(10)
  })

  it('tells its progress every so often', () => {
    const progress: object[] = []
    const options = { progressEvery: 2, onProgress: (one: object) => progress.push(one) }
    backTestRuleSets(before, after, history, options)
    expect(progress).toEqual([
      { total: 2, changed: 1 },
      { total: 4, changed: 1 },
    ])
  })

  it('may be fed by its caller, who can look in between', () => {
    const test = backTest(before, after)
    const [first, ...rest] = history as [PastRequest, ...PastRequest[]]
    test.add(first)
    const early = test.report()
    for (const one of rest) test.add(one)
    expect(test.report()).toEqual(backTestRuleSets(before, after, history))
    expect(early).toMatchObject({ total: 1, changed: 1, byRule: { gold: { after: 1 } } })
  })

  it('counts rules whatever they are called', () => {
    const names = ['__proto__', 'constructor', 'toString']
    for (const name of names) {
      const { byRule } = backTestRuleSets(setOf([to(name, 'a')]), setOf([]), past({}))
      expect(Object.entries(byRule)).toEqual([[name, { before: 1, after: 0, lost: 1, gained: 0 }]])
    }
  })
})
