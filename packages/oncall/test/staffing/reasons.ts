import { type Reason, reasonSchema } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { oncallPhrases } from '../../src/index.ts'

/** The codes of a reason and those under it, each once, in the order of reading. */
export function codesOf(reason: Reason): readonly string[] {
  return [...new Set([reason.code, ...reason.children.flatMap(codesOf)])]
}

/** What is wrong with reasons: malformed, or without words. */
export function faultsOf(reasons: readonly Reason[]): readonly string[] {
  return reasons.flatMap((reason) => {
    const text = renderReason(reason, { timeZone: 'UTC', phrases: [oncallPhrases] })
    const odd = text.split('\n').filter((line) => /oncall\.|undefined|NaN|\[object/.test(line))
    return reasonSchema.safeParse(reason, { jitless: true }).success ? odd : ['malformed', ...odd]
  })
}

/** A part of a reason by its code. */
export function partOf(reason: Reason, code: string): Reason | undefined {
  if (reason.code === code) return reason
  for (const child of reason.children) {
    const found = partOf(child, code)
    if (found !== undefined) return found
  }
  return undefined
}
