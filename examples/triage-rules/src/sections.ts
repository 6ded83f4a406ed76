import type { DocumentSource, Finding, InstantLike } from '@holdfast/kernel'
import { type ConditionCoverage, diffRuleSets, type RuleSet, runTests } from '@holdfast/rules'
import { differencesText } from './differences.ts'
import { findingText } from './finding-text.ts'
import { failureText } from './test-failure.ts'
import { counted, percent, type Words } from './words.ts'

/** One part of the report, and whether it stops a change from going in. */
export interface Section {
  readonly text: string
  readonly isWrong: boolean
}

export interface Year {
  readonly from: InstantLike
  readonly to: InstantLike
}

export function checkSection(ruleSet: RuleSet, year: Year, words: Words): Section {
  const findings = ruleSet.check(year)
  const span = `from ${words.say.instant(year.from)} to ${words.say.instant(year.to)}`
  const lines = findings.map((finding) => findingText(finding, words))
  if (findings.length === 0) {
    lines.push('  nothing is wrong: every rule decides some request, none contradict each other,')
    lines.push('  and every action that must be decided always is')
  }
  return { text: [`Check, ${span}:`, ...lines].join('\n'), isWrong: findings.some(isError) }
}

export function testSection(
  ruleSet: RuleSet,
  source: DocumentSource,
  at: InstantLike,
  words: Words,
): Section {
  const { passed, failed, results, coverage, findings } = runTests(ruleSet, { at })
  const { rules, conditions, ruleShare, outcomeShare } = coverage
  const failures = results.filter((result) => !result.passed)
  const unreached = conditions.flatMap((one) => unreachedText(one, source))
  const told = findings.flatMap((finding, index) => {
    const failure = failures[index]
    const text = findingText(finding, words)
    return failure === undefined ? [text] : [text, failureText(ruleSet, failure, words)]
  })
  return {
    text: [
      `Tests: ${passed} passed, ${failed} failed.`,
      ...told,
      `  reached: ${percent(ruleShare)} of ${counted(rules.length, 'rule')}, ${percent(outcomeShare)} of ${counted(2 * conditions.length, 'outcome')} of comparisons`,
      ...unreached,
    ].join('\n'),
    isWrong: failed > 0,
  }
}

/** A comparison that comes out alike in every test, where a further test would say more. */
function unreachedText(condition: ConditionCoverage, source: DocumentSource): string[] {
  const { pointer, fact, operator, held, failed } = condition
  if (held > 0 && failed > 0) return []
  const line = source.positionOf(pointer)?.line
  const where = line === undefined ? pointer : `line ${line}`
  return [
    `    ${where}: no test in which \`${fact} ${operator}\` ${held === 0 ? 'holds' : 'fails'}`,
  ]
}

export function diffSection(before: RuleSet, after: RuleSet, year: Year, words: Words): Section {
  const diff = diffRuleSets(before, after, year)
  const title = `Compared with version ${before.version}:`
  const text = diff.equivalent
    ? `${title}\n  every request is decided as before; that is proved`
    : [title, ...differencesText(diff, words)].join('\n')
  return { text, isWrong: false }
}

export function isError({ severity }: Finding): boolean {
  return severity === 'error'
}
