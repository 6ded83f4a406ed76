import type { OpenDifference, RuleDifference, RuleSetDiff } from '@holdfast/rules'
import type { Words } from './words.ts'

/** What two versions decide differently, one request for each way in which they do. */
export function differencesText(diff: RuleSetDiff, words: Words): string[] {
  const { differences, undecided, unknown } = diff
  const ways = new Map<string, RuleDifference>()
  for (const one of differences) {
    // The rule that decided before and the one that decides now often show the same.
    const key = `${one.action}: ${words.decided(one.before)}, now ${words.decided(one.after)}`
    if (!ways.has(key)) ways.set(key, one)
  }
  return [
    ...[...ways].flatMap(([way, { witness }]) => [
      `  ${way}`,
      `    for example: ${words.request(witness.facts, witness.at)}`,
    ]),
    ...[...undecided, ...unknown].map(openText),
  ]
}

function openText({ action, rule, labels }: OpenDifference): string {
  const why = labels.length === 0 ? 'the steps ran out' : `it rests on ${labels.join(', ')}`
  return `  ${action}: whether ${rule} makes a difference is not settled; ${why}`
}
