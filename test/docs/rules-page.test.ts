import { readFileSync } from 'node:fs'
import { fromYaml } from '@holdfast/kernel/source'
import { checkRuleSet, createRuleSet, runTests } from '@holdfast/rules'
import { expect, it } from 'vitest'

const page = readFileSync(new URL('../../packages/rules/README.md', import.meta.url), 'utf8')
const [, text = ''] = /```yaml\n(.*?)```/s.exec(page) ?? []
const source = fromYaml(text, { name: 'README.md' })
const ruleSet = createRuleSet(source)

it('the rule set of the page is sound', () => {
  expect(checkRuleSet(source)).toEqual([])
  const year = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' }
  expect(ruleSet.check(year).filter(({ severity }) => severity === 'error')).toEqual([])
})

it('the rule set of the page passes its own tests', () => {
  const { passed, failed } = runTests(ruleSet, { at: '2027-03-01T02:00:00Z' })
  expect([passed, failed]).toEqual([2, 0])
})

it('the table of the page decides a priority for every request, as the page says', () => {
  const priorityOf = (impact?: string, urgency?: string) => {
    const answer = ruleSet.evaluate({ impact, urgency }, { at: 0 })
    return answer.ok && answer.events.map(({ rule, params }) => `${rule} ${params['priority']}`)
  }
  expect(priorityOf('high', 'high')).toEqual(['priority/1 P1'])
  expect(priorityOf('high', 'low')).toEqual(['priority/2 P2'])
  expect(priorityOf('high')).toEqual(['priority/2 P2'])
  expect(priorityOf('medium', 'high')).toEqual(['priority/3 P3'])
  expect(priorityOf()).toEqual(['priority/4 P3'])
})
