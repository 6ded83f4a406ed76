/** What it takes to prove things about rule sets. Writes Markdown. */
import {
  createRuleSet,
  diffRuleSets,
  type HitPolicy,
  type RuleSet,
  type RuleSetDocument,
  type TableDocument,
} from '@holdfast/rules'
import { table } from '@holdfast/test/measure'
import * as z from 'zod'
import { dice, triageRequests, triageRules } from './triage-set.ts'

const YEAR = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' }

function triage(count: number, hitPolicy: HitPolicy): RuleSetDocument {
  return {
    id: 'triage',
    version: 1,
    actions: { assign: { hitPolicy }, tag: { hitPolicy } },
    rules: triageRules(count),
  }
}

/** A table with a row for each of ten times ten times ten cases, and the facts it speaks of. */
function cases(): { document: RuleSetDocument; vocabulary: z.ZodObject } {
  const names = Array.from({ length: 10 }, (_, index) => `case-${index}`)
  const rows = names.flatMap((a) =>
    names.flatMap((b) => names.map((c, nth) => ({ when: [a, b, c], params: { queue: nth } }))),
  )
  const vocabulary = z.object({ a: z.enum(names), b: z.enum(names), c: z.enum(names) })
  return { document: tableOf(['a', 'b', 'c'], rows), vocabulary }
}

/** A table with a thousand ranges of one number. */
function ranges(): { document: RuleSetDocument; vocabulary: z.ZodObject } {
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    when: [
      {
        ...(index > 0 && { greaterThanInclusive: index * 10 }),
        ...(index < 999 && { lessThan: (index + 1) * 10 }),
      },
    ],
    params: { queue: index },
  }))
  return { document: tableOf(['users'], rows), vocabulary: z.object({ users: z.int() }) }
}

function tableOf(facts: readonly string[], rows: TableDocument['rows']): RuleSetDocument {
  return {
    id: 'table',
    version: 1,
    actions: { assign: { hitPolicy: 'unique', complete: true } },
    tables: [{ id: 'cases', action: 'assign', columns: facts.map((fact) => ({ fact })), rows }],
  }
}

/** Random clauses of three keywords at the ratio at which they are hardest (3-SAT, 4.26 clauses a keyword). */
function hardest(): RuleSetDocument {
  const roll = dice(7)
  const word = () => `word-${Math.floor(roll() * 100)}`
  const clause = () => {
    const has = { fact: 'tags', operator: 'contains', value: word() }
    return roll() < 0.5 ? has : { not: has }
  }
  return {
    id: 'hardest',
    version: 1,
    actions: { assign: { hitPolicy: 'first', complete: true } },
    rules: Array.from({ length: 426 }, (_, index) => ({
      id: `rule-${index}`,
      conditions: { all: [clause(), clause(), clause()] },
      event: { type: 'assign', params: { queue: index } },
    })),
  }
}

const rows: string[][] = []

/** The median of three, because the first one also warms up. */
function timed<T>(name: string, work: () => T, told: (result: T) => string): void {
  const times: number[] = []
  let result = work()
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    result = work()
    times.push(performance.now() - start)
  }
  const median = times.sort((a, b) => a - b)[1] as number
  rows.push([name, `${median.toFixed(0)} ms`, told(result)])
}

function counted(findings: readonly { code: string }[]): string {
  const counts = new Map<string, number>()
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => `${code} ${count}`).join(', ') || 'no findings'
}

function checked(name: string, ruleSet: RuleSet): void {
  timed(name, () => ruleSet.check(YEAR), counted)
}

for (const policy of ['first', 'priority', 'unique', 'any', 'collect'] as const) {
  checked(`300 rules, \`${policy}\``, createRuleSet(triage(300, policy)))
}
for (const [name, { document, vocabulary }] of [
  ['1,000 rows, ten times ten times ten cases, proved complete', cases()],
  ['1,000 rows, ranges of a number, proved complete', ranges()],
] as const) {
  checked(name, createRuleSet(document, { vocabulary }) as RuleSet)
}
checked('the hardest: 426 rules of three out of 100 keywords', createRuleSet(hardest()))

const before = createRuleSet(triage(300, 'first'))
const edited = triageRules(300).filter(({ id }) => id !== 'rule-150')
const after = createRuleSet({ ...triage(300, 'first'), rules: edited })
timed(
  '300 rules and the same without one: what changes',
  () => diffRuleSets(before, after),
  ({ differences }) => `${differences.length} differences`,
)
timed(
  '300 rules and themselves: proved equivalent',
  () => diffRuleSets(before, createRuleSet(triage(300, 'first'))),
  ({ equivalent }) => (equivalent ? 'equivalent' : 'different'),
)
const [request = {}] = triageRequests(1)
timed(
  'why not, for each of 300 rules',
  () => before.model.rules.map(({ id }) => before.whyNot(id, request, { at: 0 }).status),
  (statuses) => `${statuses.filter((status) => status !== 'decides').length} do not decide`,
)
console.log(table(['', 'median of three', 'found'], rows))
