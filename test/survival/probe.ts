import { createRuleSet, evaluateWithEngine, type RuleSetDocument } from '@holdfast/rules'
import { Engine } from 'json-rules-engine'

/*
 * Runs rule sets in which two comparisons fail in one run. `stock` runs them in json-rules-engine as its documentation
 * says, and ends as it ends; `ours` prints what was refused and how many rejections nobody handled.
 */

const missing = { fact: 'nowhere', operator: 'equal', value: 1 }
const undefinedCondition = { condition: 'nope' }
const noList = { fact: 'a', operator: 'in', value: { fact: 'a' } }
const FACTS = { a: 1 }

const RULES: readonly (readonly object[])[] = [
  [{ all: [missing] }, undefinedCondition],
  [undefinedCondition, { all: [missing] }],
  [{ any: [missing, { all: [undefinedCondition] }] }],
  [{ all: [noList] }, { not: { all: [missing] } }],
  [{ all: [missing, { any: [noList] }, undefinedCondition] }],
]

async function stock(conditions: readonly object[]): Promise<void> {
  const engine = new Engine()
  for (const condition of conditions) {
    engine.addRule({ conditions: structuredClone(condition) as never, event: { type: 'match' } })
  }
  await engine.run(FACTS).catch(() => {})
}

async function ours(conditions: readonly object[]): Promise<string> {
  const rules = conditions.map((condition, index) => ({
    id: `r${index}`,
    conditions: condition,
    event: { type: 'match' },
  }))
  const actions = { match: { hitPolicy: 'collect' } }
  const document = { id: 'deadly', version: 1, actions, rules } as RuleSetDocument
  const ruleSet = createRuleSet(document, { allowUndefinedConditions: true })
  const answer = await evaluateWithEngine(ruleSet, FACTS, { at: 0, missing: 'refuse' })
  return answer.ok ? 'decided' : answer.refusal.code
}

const unhandled: unknown[] = []
if (process.argv[2] === 'ours') process.on('unhandledRejection', (error) => unhandled.push(error))

const refused: string[] = []
for (const conditions of RULES) {
  if (process.argv[2] === 'ours') refused.push(await ours(conditions))
  else await stock(conditions)
  await new Promise((next) => setTimeout(next, 5))
}
console.log(JSON.stringify({ refused, unhandled: unhandled.length }))
