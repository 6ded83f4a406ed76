import type { Param, Reason } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { type RuleSet, rulesPhrases, type TestResult } from '@holdfast/rules'
import type { Words } from './words.ts'

/** Why a test failed: of all the reasons those of the rule it is about, or of the actions that came out otherwise. */
export function failureText(ruleSet: RuleSet, result: TestResult, { timeZone }: Words): string {
  const text = relevant(ruleSet, result)
    .map((reason) => renderReason(reason, { timeZone, phrases: [rulesPhrases] }))
    .join('\n')
  return text.replaceAll(/^/gm, '    ')
}

function relevant(ruleSet: RuleSet, { rule, expected, actual, reason }: TestResult): Reason[] {
  if (reason.code !== 'rules.evaluated') return [reason]
  if (rule !== undefined) {
    return reason.children.flatMap(({ children }) =>
      children.filter(({ params }) => params['rule'] === rule),
    )
  }
  const wanted = expected as Readonly<Record<string, unknown>>
  const given = actual as Readonly<Record<string, unknown>>
  return reason.children
    .filter(({ params }) => {
      const action = String(params['action'])
      return Object.hasOwn(wanted, action) && !isSame(wanted[action], given[action])
    })
    .map((action) => {
      const expectedParams = [wanted[String(action.params['action'])]].flat()
      const asksForIt = (id: Param | undefined) => {
        const params = ruleSet.model.rules.find((one) => one.id === id)?.params
        return expectedParams.some((one) => isSame(one, params))
      }
      const children = action.children.filter(
        ({ params }) => isMatch(params['outcome']) || asksForIt(params['rule']),
      )
      return { ...action, children }
    })
}

function isMatch(outcome: Param | undefined): boolean {
  return outcome !== 'fails' && outcome !== 'notInEffect'
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
