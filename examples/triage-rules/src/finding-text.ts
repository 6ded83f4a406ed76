import type { Finding, InstantLike } from '@holdfast/kernel'
import type { Facts } from '@holdfast/rules'
import { ADVICE } from './advice.ts'
import type { Words } from './words.ts'

/** A finding as a team reads it: where, in which rule, what, an example that proves it, and what to do. */
export function findingText(finding: Finding, words: Words): string {
  const { severity, code, message, document, line, column } = finding
  const place = line === undefined ? document : `${document}:${line}:${column}`
  const hint = hintOf(finding)
  const lines = [`  ${severity} ${place} ${code}`, `    ${message}${hint}`]
  const { facts, at } = (finding.witness ?? {}) as { facts?: Facts; at?: InstantLike }
  if (facts !== undefined && at !== undefined) {
    lines.push(`    for example: ${words.request(facts, at)}`)
  }
  const advice = ADVICE[code]
  if (advice !== undefined) lines.push(`    what to do: ${advice}`)
  return lines.join('\n')
}

/** What may stand there is only worth telling where no guess is made. */
function hintOf({ didYouMean, expected }: Finding): string {
  if (didYouMean !== undefined) return `; did you mean "${didYouMean}"?`
  return expected === undefined ? '' : `; expected ${expected}`
}
